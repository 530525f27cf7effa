namespace Marque.Outside.Tests;

public sealed class LinkTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void A_file_that_links_out_of_the_case_is_refused()
    {
        folder.With("secret.yaml", "a: b").With("case/marque.yaml", Cases.Product).WithLink("case/controls/linked.yaml", "../../secret.yaml");
        var problem = Assert.Single(CaseFolder.Read(folder.At("case")).Problems);
        Assert.Equal(("case.link", "controls/linked.yaml"), (problem.Code, problem.Place.File));
    }

    [Fact]
    public void A_folder_that_links_out_of_the_case_is_refused()
    {
        folder.With("elsewhere/linked.yaml", "a: b").With("case/marque.yaml", Cases.Product).WithLink("case/controls", "../elsewhere");
        Assert.Equal("case.link", Assert.Single(CaseFolder.Read(folder.At("case")).Problems).Code);
    }

    [Fact]
    public void A_link_through_a_second_link_out_of_the_case_is_refused()
    {
        folder.With("secret.yaml", "a: b").With("case/marque.yaml", Cases.Product).WithLink("case/way", "..").WithLink("case/controls/linked.yaml", "../way/secret.yaml");
        Assert.Equal("case.link", Assert.Single(CaseFolder.Read(folder.At("case")).Problems).Code);
    }

    [Fact]
    public void A_link_within_the_case_is_followed()
    {
        folder.With("case/marque.yaml", Cases.Product)
            .With("case/shared/one.yaml", Cases.Series("one", "artefacts/one.txt", Cases.Sha256("x")))
            .WithLink("case/evidence/one.yaml", "../shared/one.yaml");
        var read = CaseFolder.Read(folder.At("case"));
        Assert.Empty(read.Problems);
        Assert.Equal("one", Assert.Single(read.Value!.Case.Series).Id);
    }

    [Fact]
    public void A_case_that_is_reached_through_a_link_is_read()
    {
        folder.With("real/marque.yaml", Cases.Product).WithLink("link", "real");
        Assert.Empty(CaseFolder.Read(folder.At("link")).Problems);
    }

    [Fact]
    public void Links_that_go_in_a_circle_are_refused()
    {
        folder.With("case/marque.yaml", Cases.Product).WithLink("case/controls/a.yaml", "b.yaml").WithLink("case/controls/b.yaml", "a.yaml");
        var problems = CaseFolder.Read(folder.At("case")).Problems;
        Assert.Equal(2, problems.Count);
        Assert.All(problems, p => Assert.Equal("case.link", p.Code));
    }

    [Fact]
    public void Folders_that_link_to_each_other_come_to_an_end()
    {
        folder.With("case/marque.yaml", Cases.Product);
        for (var i = 0; i < 12; i++) folder.WithLink($"case/snapshots/{i}", ".");
        Assert.Contains(CaseFolder.Read(folder.At("case")).Problems, p => p.Code is "case.too-large" or "case.too-deep");
    }

    [Theory]
    [InlineData("/a/b", "/a/b", true)]
    [InlineData("/a/b/c", "/a/b", true)]
    [InlineData("/a/bc", "/a/b", false)]
    [InlineData("/a", "/a/b", false)]
    [InlineData("/anything", "/", true)]
    public void Within_means_below_by_whole_names(string path, string within, bool expected) => Assert.Equal(expected, RealPath.IsWithin(path, within));

    public void Dispose() => folder.Dispose();
}
