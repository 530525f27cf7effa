using System.Security.Cryptography;
using CsCheck;
using Marque.Ledger;

namespace Marque.Tests.Ledger;

public class PublicKeyTests
{
    // RFC 8032, section 7.1: secret key left out, public key, message, signature.
    [Theory]
    [InlineData("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "", "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")]
    [InlineData("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72", "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")]
    [InlineData("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82", "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a")]
    [InlineData("ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf", "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f", "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704")]
    public void Ed25519_signatures_of_RFC_8032_verify_and_changed_ones_do_not(string publicKey, string message, string signature)
    {
        var key = Ed25519(Convert.FromHexString(publicKey));
        var text = Convert.FromHexString(message);
        var sig = Convert.FromHexString(signature);
        Assert.True(key.Verify(text, sig));
        Assert.False(key.Verify([.. text, 0], sig));
        sig[5] ^= 1;
        Assert.False(key.Verify(text, sig));
        Assert.False(key.Verify(text, sig.AsSpan(0, 63)));
    }

    [Fact]
    public void P256_signatures_verify_in_DER_and_as_raw_r_and_s()
    {
        using var signer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.True(PublicKey.TryParse(signer.ExportSubjectPublicKeyInfoPem(), out var key));
        Assert.Equal(PublicKeyAlgorithm.EcdsaP256, key!.Algorithm);
        foreach (var format in new[] { DSASignatureFormat.Rfc3279DerSequence, DSASignatureFormat.IeeeP1363FixedFieldConcatenation })
        {
            var signature = signer.SignData("release 2.4.1"u8, HashAlgorithmName.SHA256, format);
            Assert.True(key.Verify("release 2.4.1"u8, signature));
            Assert.False(key.Verify("release 2.4.2"u8, signature));
        }
    }

    [Fact]
    public void The_same_key_has_one_id_in_PEM_and_in_OpenSSH_form()
    {
        using var signer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.True(PublicKey.TryParse(signer.ExportSubjectPublicKeyInfoPem(), out var pem));
        Assert.True(PublicKey.TryParse(pem!.OpenSshLine + " psirt@example.com\n", out var line));
        Assert.Equal(pem, line);
        Assert.Equal(pem.Id, line!.Id);
    }

    [Fact]
    public void Keys_and_ids_agree_with_ssh_keygen()
    {
        NativeTool.Require("ssh-keygen");
        using var folder = new TemporaryFolder();
        foreach (var type in new[] { "ed25519", "ecdsa" })
        {
            NativeTool.RunWell(folder.Path, "ssh-keygen", "-q", "-t", type, "-N", "", "-C", "psirt@example.com", "-f", type);
            Assert.True(PublicKey.TryParse(File.ReadAllText(folder.File(type + ".pub")), out var key));
            Assert.Contains(key!.Id + " ", NativeTool.Run(folder.Path, "ssh-keygen", "-l", "-f", type + ".pub").Output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("ed25519")]
    [InlineData("ec")]
    public void Signatures_made_by_openssl_verify(string algorithm)
    {
        NativeTool.Require("openssl");
        using var folder = new TemporaryFolder();
        string[] options = algorithm == "ec" ? ["-pkeyopt", "ec_paramgen_curve:P-256"] : [];
        NativeTool.RunWell(folder.Path, "openssl", ["genpkey", "-algorithm", algorithm, .. options, "-out", "key.pem"]);
        NativeTool.RunWell(folder.Path, "openssl", "pkey", "-in", "key.pem", "-pubout", "-out", "key.pub");
        File.WriteAllText(folder.File("message"), "signed by another program");
        string[] digest = algorithm == "ec" ? ["-digest", "sha256"] : [];
        NativeTool.RunWell(folder.Path, "openssl", ["pkeyutl", "-sign", "-inkey", "key.pem", "-rawin", .. digest, "-in", "message", "-out", "signature"]);
        Assert.True(PublicKey.TryParse(File.ReadAllText(folder.File("key.pub")), out var key));
        Assert.True(key!.Verify("signed by another program"u8, File.ReadAllBytes(folder.File("signature"))));
        Assert.False(key.Verify("signed by another programme"u8, File.ReadAllBytes(folder.File("signature"))));
    }

    [Fact]
    public void A_compressed_P256_point_is_the_same_key()
    {
        NativeTool.Require("openssl");
        using var folder = new TemporaryFolder();
        NativeTool.RunWell(folder.Path, "openssl", "ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", "key.pem");
        NativeTool.RunWell(folder.Path, "openssl", "ec", "-in", "key.pem", "-pubout", "-out", "long.pub");
        NativeTool.RunWell(folder.Path, "openssl", "ec", "-in", "key.pem", "-pubout", "-conv_form", "compressed", "-out", "short.pub");
        Assert.True(PublicKey.TryParse(File.ReadAllText(folder.File("long.pub")), out var full));
        Assert.True(PublicKey.TryParse(File.ReadAllText(folder.File("short.pub")), out var compressed));
        Assert.Equal(full, compressed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-----BEGIN PUBLIC KEY-----")]
    [InlineData("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----")]
    [InlineData("ssh-ed25519")]
    [InlineData("ssh-ed25519 AAAA")]
    [InlineData("ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAAINdamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea")]
    [InlineData("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAINdamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea\nssh-ed25519 AAAA")]
    public void What_is_not_one_known_key_is_refused(string text) => Assert.False(PublicKey.TryParse(text, out _));

    [Fact]
    public void A_private_key_is_no_public_key()
    {
        using var signer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.False(PublicKey.TryParse(signer.ExportPkcs8PrivateKeyPem(), out _));
        Assert.False(PublicKey.TryParse(signer.ExportSubjectPublicKeyInfoPem() + "\n" + signer.ExportSubjectPublicKeyInfoPem(), out _));
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        Assert.False(PublicKey.TryParse(other.ExportSubjectPublicKeyInfoPem(), out _));
    }

    [Theory]
    [InlineData("0100000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05")]
    public void Ed25519_points_of_small_order_are_no_keys(string point) => Assert.Null(PublicKey.OfEd25519(Convert.FromHexString(point)));

    [Fact]
    public void Arbitrary_bytes_are_never_a_signature_and_never_throw()
    {
        var ed = Ed25519(Convert.FromHexString("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));
        using var signer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.True(PublicKey.TryParse(signer.ExportSubjectPublicKeyInfoPem(), out var ec));
        Gen.Byte.Array[0, 80].Sample(bytes => !ed.Verify("x"u8, bytes) && !ec!.Verify("x"u8, bytes), iter: 2000);
    }

    [Fact]
    public void A_damaged_key_text_never_throws()
    {
        using var signer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var pem = signer.ExportSubjectPublicKeyInfoPem();
        Assert.True(PublicKey.TryParse(pem, out var key));
        Gen.Select(Gen.Bool, Gen.Int[0, pem.Length - 1], Gen.Char.AlphaNumeric).Sample(
            (usePem, at, with) =>
            {
                var text = usePem ? pem : key!.OpenSshLine;
                at %= text.Length;
                var damaged = text[..at] + with + text[(at + 1)..];
                // Whatever is still read is another key, or the same one where the letter did not change.
                return !PublicKey.TryParse(damaged, out var read) || damaged == text || !read!.Equals(key) || read.Wire.AsSpan().SequenceEqual(key!.Wire);
            },
            iter: 5000);
    }

    internal static PublicKey Ed25519(byte[] point)
    {
        var key = PublicKey.OfEd25519(point);
        Assert.NotNull(key);
        return key;
    }
}
