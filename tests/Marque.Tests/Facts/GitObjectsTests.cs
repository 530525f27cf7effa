using System.Text;
using Marque.Facts;
using Marque.Tests.Ledger;

namespace Marque.Tests.Facts;

public class GitObjectsTests
{
    private const string Commit = """
        tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904
        parent 1b825dc642cb6eb9a060e54bf8d69288fbee4905
        author A <a@example.com> 1700000000 +0100
        committer A <a@example.com> 1700000000 +0100

        Reject weak ciphers

        Reviewed in the security meeting.

        """;

    [Fact]
    public void A_commit_is_read_and_its_missing_signature_noted()
    {
        var check = Checked.Of(FactKind.GitCommit, Commit, new Expectation { Contains = ["reject weak ciphers"], Excludes = ["parent"] });
        Checked.Supports(check);
        Assert.Equal([("parents", 1), ("signed", 0), ("verified", 0), ("words", 8)], check.Counts);
        Assert.Equal("git-commit.signature-unchecked", Assert.Single(check.Findings).Code);
    }

    [Fact]
    public void An_unsigned_commit_contradicts_where_a_signer_is_expected() =>
        Checked.Is(Outcome.Contradicts, "git-commit.signature", Checked.Of(FactKind.GitCommit, Commit, new Expectation { SignerKeys = [AnyKey] }));

    [Fact]
    public void An_OpenPGP_signature_is_named_as_not_checked()
    {
        var signed = Commit.Replace("+0100\n\nReject", "+0100\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n abc\n -----END PGP SIGNATURE-----\n\nReject", StringComparison.Ordinal);
        var check = Checked.Of(FactKind.GitCommit, signed);
        Checked.Supports(check);
        Assert.Equal("its signature is OpenPGP, which is not checked", Assert.Single(check.Findings).Text);
        Checked.Is(Outcome.Vacuous, "git-commit.signature-not-checked", Checked.Of(FactKind.GitCommit, signed, new Expectation { SignerKeys = [AnyKey] }));
    }

    [Theory]
    [InlineData("sha1")]
    [InlineData("sha256")]
    public void Commits_and_tags_that_git_signed_verify_with_their_key_and_no_other(string format)
    {
        NativeTool.Require("git");
        NativeTool.Require("ssh-keygen");
        using var folder = new TemporaryFolder();
        NativeTool.RunWell(folder.Path, "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder.File("key"));
        NativeTool.RunWell(folder.Path, "git", "init", "-q", "--object-format=" + format);
        string[] identity = ["-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "gpg.format=ssh", "-c", "user.signingkey=" + folder.File("key.pub")];
        NativeTool.RunWell(folder.Path, "git", [.. identity, "commit", "-q", "--allow-empty", "-S", "-m", "Release"]);
        NativeTool.RunWell(folder.Path, "git", [.. identity, "tag", "-s", "-m", "Release 2.4.1", "v2.4.1"]);
        var key = new Expectation { SignerKeys = [File.ReadAllText(folder.File("key.pub"))] };
        foreach (var (kind, type, name) in new[] { (FactKind.GitCommit, "commit", "HEAD"), (FactKind.GitTag, "tag", "v2.4.1") })
        {
            var text = NativeTool.Run(folder.Path, "git", "cat-file", type, name).Output;
            Assert.Equal(kind, KindDetection.Detect(Encoding.UTF8.GetBytes(text), null));
            var check = Checked.Of(kind, text, key);
            Checked.Supports(check);
            Assert.Equal((1, 1), (check.Count("signed"), check.Count("verified")));
            Checked.Is(Outcome.Contradicts, $"{kind.Word()}.signature", Checked.Of(kind, text.Replace("Release", "release", StringComparison.Ordinal), key));
            Checked.Is(Outcome.Contradicts, $"{kind.Word()}.signature", Checked.Of(kind, text, new Expectation { SignerKeys = [AnyKey] }));
        }
    }

    [Theory]
    [InlineData(FactKind.GitCommit, "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n")]
    [InlineData(FactKind.GitCommit, "tree zz\nauthor a\ncommitter b\n\nm")]
    [InlineData(FactKind.GitCommit, "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\nauthor a\ncommitter b")]
    [InlineData(FactKind.GitCommit, "text\n")]
    [InlineData(FactKind.GitTag, "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\nauthor a\ncommitter b\n\nm")]
    public void What_is_no_git_object_is_refused(FactKind kind, string text) => Checked.Is(Outcome.Unreadable, $"{kind.Word()}.shape", Checked.Of(kind, text));

    private const string AnyKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAINdamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea";
}
