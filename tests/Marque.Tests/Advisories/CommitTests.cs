namespace Marque.Tests.Advisories;

/// <summary>Ranges of commits: judged where the commit itself is named, and said to be open elsewhere.</summary>
public sealed class CommitTests
{
    private const string First = "1111111111111111111111111111111111111111", Fix = "2222222222222222222222222222222222222222", Other = "3333333333333333333333333333333333333333", Listed = "4444444444444444444444444444444444444444";

    private static readonly Marque.Advisories.AdvisoryIndex Index = Records.Index(
        $$$"""{"id":"OSV-2026-1","modified":"2026-01-01T00:00:00Z","affected":[{"ranges":[{"type":"GIT","repo":"https://github.com/Owner/Repo.git","events":[{"introduced":"{{{First}}}"},{"fixed":"{{{Fix}}}"}]}],"versions":["v1.0","v1.1","{{{Listed}}}"]}]}""");

    [Theory]
    [InlineData("pkg:github/owner/repo@" + First)]
    [InlineData("pkg:github/owner/repo@" + Listed)]
    [InlineData("pkg:github/owner/repo@v1.1")]
    [InlineData("pkg:generic/thing@7?vcs_url=git%2Bhttps://github.com/owner/repo@" + First)]
    [InlineData("pkg:generic/thing@7?vcs_url=git%2Bssh://git@github.com/owner/repo.git@" + First)]
    public void A_commit_or_tag_that_is_named_is_affected(string purl) => Assert.Equal("OSV-2026-1", Index.Found(purl));

    [Theory]
    [InlineData("pkg:github/owner/repo@" + Fix)]
    [InlineData("pkg:github/owner/repo@v2.0")]
    public void The_fix_and_a_tag_that_is_not_listed_are_not_affected(string purl)
    {
        var match = Index.Match(purl);
        Assert.Empty(match.Findings);
        Assert.Empty(match.NotJudged);
    }

    [Fact]
    public void Any_other_commit_is_open()
    {
        var match = Index.Match("pkg:github/owner/repo@" + Other);
        Assert.Empty(match.Findings);
        Assert.Contains("without the history", Assert.Single(match.NotJudged).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_every_commit_is_affected_any_is()
    {
        var index = Records.Index("""{"id":"OSV-2026-2","modified":"2026-01-01T00:00:00Z","affected":[{"ranges":[{"type":"GIT","repo":"https://gitlab.com/a/b","events":[{"introduced":"0"}]}]}]}""");
        Assert.Equal("OSV-2026-2", index.Found("pkg:generic/b@1?vcs_url=https://gitlab.com/a/b.git@" + Other));
    }
}
