using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Marque.Outside.Signing;
using Marque.Text;

namespace Marque.Outside.Tests.Signing;

public sealed class SignersTests
{
    [Fact]
    public void A_key_file_that_somebody_broke_is_a_problem_and_never_a_fault()
    {
        using var folder = new TemporaryFolder();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        byte[][] whole =
        [
            Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem()), Encoding.ASCII.GetBytes(key.ExportECPrivateKeyPem()),
            Encoding.ASCII.GetBytes(key.ExportEncryptedPkcs8PrivateKeyPem("secret", new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 10))),
            OpenSsh(encrypted: false), OpenSsh(encrypted: true),
        ];
        var path = Path.Combine(folder.Path, "key.pem");
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Int[0, 10_000], Gen.Byte, Gen.Int[0, 3]).Sample(
            (which, at, value, how) =>
            {
                var pem = Encoding.ASCII.GetString(whole[which]);
                var label = pem[11..pem.IndexOf("-----\n", StringComparison.Ordinal)];
                // In the bytes below the armour as well as in it.
                var bytes = how == 0 ? (byte[])whole[which].Clone() : Convert.FromBase64String(string.Concat(pem.Split('\n').Where(l => !l.StartsWith('-'))));
                bytes[at % bytes.Length] = value;
                if (how == 2) bytes = bytes[..(at % bytes.Length)];
                File.WriteAllBytes(path, how == 0 ? bytes : Encoding.ASCII.GetBytes(PemEncoding.WriteString(label, bytes)));
                var problems = new List<Problem>();
                using var signer = Signers.OfFile("key.pem", folder.Path, _ => "secret", problems);
                Assert.True(signer is not null ^ problems.Count > 0);
            }, iter: 2000, threads: 1);
    }

    [Theory]
    [InlineData("a b  c", "a|b|c")]
    [InlineData("'a b' \"c d\" e", "a b|c d|e")]
    [InlineData("a'b c'd", "ab cd")]
    [InlineData("a\\ b", "a b")]
    [InlineData("\"a\\\"b\"", "a\"b")]
    [InlineData("'a\\b'", "a\\b")]
    [InlineData("C:\\tools\\sign.exe x", "C:\\tools\\sign.exe|x")]
    [InlineData("a ''", "a|")]
    public void A_command_line_is_parted_by_blanks_outside_of_quotes(string command, string words) => Assert.Equal(words.Split('|'), CommandSigner.Split(command));

    // openssh-key-v1 of a made-up key: enough for a reader to begin with.
    private static byte[] OpenSsh(bool encrypted)
    {
        var blob = new List<byte>(Encoding.ASCII.GetBytes("openssh-key-v1\0"));
        void Text(byte[] bytes)
        {
            blob.AddRange([(byte)(bytes.Length >> 24), (byte)(bytes.Length >> 16), (byte)(bytes.Length >> 8), (byte)bytes.Length]);
            blob.AddRange(bytes);
        }

        Text(Encoding.ASCII.GetBytes(encrypted ? "aes256-ctr" : "none"));
        Text(Encoding.ASCII.GetBytes(encrypted ? "bcrypt" : "none"));
        Text([]);
        blob.AddRange([0, 0, 0, 1]);
        byte[] type = [0, 0, 0, 11, .. Encoding.ASCII.GetBytes("ssh-ed25519"), 0, 0, 0, 32];
        // RFC 8032, section 7.1, test 1.
        var point = Convert.FromHexString("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        var secret = Convert.FromHexString("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        Text([.. type, .. point]);
        Text([0, 0, 0, 9, 0, 0, 0, 9, .. type, .. point, 0, 0, 0, 64, .. secret, .. point, 0, 0, 0, 0, 1, 2, 3, 4]);
        return Encoding.ASCII.GetBytes(PemEncoding.WriteString("OPENSSH PRIVATE KEY", [.. blob]) + "\n");
    }
}
