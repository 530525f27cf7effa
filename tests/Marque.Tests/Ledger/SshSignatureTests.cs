using System.Text;
using CsCheck;
using Marque.Ledger;

namespace Marque.Tests.Ledger;

public class SshSignatureTests
{
    [Theory]
    [InlineData("ed25519", "sha512")]
    [InlineData("ed25519", "sha256")]
    [InlineData("ecdsa", "sha512")]
    [InlineData("ecdsa", "sha256")]
    public void Signatures_made_by_ssh_keygen_verify_in_their_namespace_only(string type, string hash)
    {
        var (key, armored) = Signed(type, hash);
        Assert.True(SshSignature.TryParse(armored, out var signature));
        Assert.Equal("marque.decision", signature!.Namespace);
        Assert.Equal(hash, signature.HashAlgorithm);
        Assert.True(signature.Verify("decided"u8, key, "marque.decision"));
        Assert.False(signature.Verify("decided"u8, key, "git"));
        Assert.False(signature.Verify("Decided"u8, key, "marque.decision"));
        Assert.False(signature.Verify("decided"u8, PublicKeyTests.Ed25519(Convert.FromHexString("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")), "marque.decision"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-----BEGIN SSH SIGNATURE-----")]
    [InlineData("-----BEGIN SSH SIGNATURE----------END SSH SIGNATURE-----")]
    [InlineData("-----BEGIN SSH SIGNATURE-----\nU1NIU0lHAAAAAQ==\n-----END SSH SIGNATURE-----")]
    [InlineData("-----BEGIN SSH SIGNATURE-----\n&&&\n-----END SSH SIGNATURE-----")]
    public void What_is_no_signature_is_refused(string armored) => Assert.False(SshSignature.TryParse(armored, out _));

    [Fact]
    public void A_damaged_signature_never_throws_and_never_verifies()
    {
        var (key, armored) = Signed("ecdsa", "sha512");
        var lines = armored.Trim().Split('\n');
        var bytes = Convert.FromBase64String(string.Concat(lines[1..^1]));
        Gen.Select(Gen.Int[0, bytes.Length - 1], Gen.Byte, Gen.Bool).Sample(
            (at, with, cut) =>
            {
                var damaged = cut ? bytes[..at] : [.. bytes];
                if (!cut)
                {
                    if (damaged[at] == with) return true;
                    damaged[at] = with;
                }

                return !SshSignature.TryParse($"{lines[0]}\n{Convert.ToBase64String(damaged)}\n{lines[^1]}", out var read) || !read!.Verify("decided"u8, key, "marque.decision");
            },
            iter: 3000);
    }

    private static (PublicKey Key, string Armored) Signed(string type, string hash)
    {
        NativeTool.Require("ssh-keygen");
        using var folder = new TemporaryFolder();
        NativeTool.RunWell(folder.Path, "ssh-keygen", "-q", "-t", type, "-N", "", "-f", "key");
        File.WriteAllText(folder.File("message"), "decided", Encoding.ASCII);
        NativeTool.RunWell(folder.Path, "ssh-keygen", "-q", "-Y", "sign", "-f", "key", "-n", "marque.decision", "-O", $"hashalg={hash}", "message");
        Assert.True(PublicKey.TryParse(File.ReadAllText(folder.File("key.pub")), out var key));
        return (key!, File.ReadAllText(folder.File("message.sig")));
    }
}
