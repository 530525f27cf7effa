namespace Marque.Outside.Tests;

public sealed class UsedCasesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void A_process_case_beside_the_case_is_read_and_its_facts_are_looked_for_there()
    {
        folder.With("sdl/marque.yaml", Cases.Process)
            .With("sdl/artefacts/plan.txt", "the plan")
            .With("sdl/evidence/plan.yaml", Cases.Series("plan", "artefacts/plan.txt", Cases.Sha256("the plan")))
            .With("case/marque.yaml", Cases.Using("../sdl"));
        var read = CaseFolder.Read(folder.At("case"));
        Assert.Empty(read.Problems);
        Assert.Equal(folder.At("sdl"), read.Value!.Processes["sdl"]);
        var seen = Assert.Single(See.Facts(read.Value, cancel: TestContext.Current.CancellationToken).Facts);
        Assert.Equal("../sdl/artefacts/plan.txt", seen.Path);
        Assert.Equal(Cases.Sha256("the plan"), seen.Observation.Sha256.ToString());
    }

    [Fact]
    public void Problems_of_a_process_case_are_named_by_the_path_written_in_uses()
    {
        folder.With("sdl/marque.yaml", Cases.Process).With("sdl/controls/notes.txt").With("case/marque.yaml", Cases.Using("../sdl"));
        Assert.Equal("../sdl/controls/notes.txt", Assert.Single(CaseFolder.Read(folder.At("case")).Problems).Place.File);
    }

    [Theory]
    [InlineData("/etc", "case.uses")]
    [InlineData("C:/sdl", "case.uses")]
    [InlineData("..\\\\sdl", "case.uses")]
    [InlineData(".", "case.uses")]
    [InlineData("../case", "case.uses")]
    [InlineData("../nowhere", "case.process-missing")]
    [InlineData("../file", "case.uses")]
    public void A_path_that_names_no_folder_beside_is_refused_once(string path, string code)
    {
        folder.With("file").With("case/marque.yaml", Cases.Using($"\"{path}\""));
        var problem = Assert.Single(CaseFolder.Read(folder.At("case")).Problems);
        Assert.Equal((code, "marque.yaml"), (problem.Code, problem.Place.File));
        Assert.True(problem.Place.Line > 0);
    }

    [Fact]
    public void A_link_that_leads_elsewhere_than_written_is_refused()
    {
        folder.With("elsewhere/sdl/marque.yaml", Cases.Process).WithLink("sdl", "elsewhere/sdl").With("case/marque.yaml", Cases.Using("../sdl"));
        Assert.Equal("case.link", Assert.Single(CaseFolder.Read(folder.At("case")).Problems).Code);
    }

    public void Dispose() => folder.Dispose();
}
