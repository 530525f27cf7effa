namespace Marque.Outside.Tests;

public sealed class CaseFolderReadTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void Files_at_known_places_are_read_and_all_others_are_left_alone()
    {
        folder.With("marque.yaml", Cases.Product)
            .With("evidence/one.yaml", Cases.Series("one", "artefacts/one.txt", Cases.Sha256("x")))
            .With("evidence/group/two.yml", Cases.Series("two", "artefacts/two.txt", Cases.Sha256("x")))
            .With("artefacts/not-a-case.yaml", "{ this: is: not yaml")
            .With("docs/guide.yaml", "neither: this")
            .With(".github/workflow.yaml", "nor: this")
            .With("controls/.hidden.yaml", "nor: this")
            .With("controls/README.md", "what belongs here");
        var read = CaseFolder.Read(folder.Path);
        Assert.Empty(read.Problems);
        Assert.Equal(["two", "one"], read.Value!.Case.Series.Select(s => s.Id));
    }

    [Theory]
    [InlineData("controls/notes.txt", "case.not-yaml")]
    [InlineData("evidence/report.xml", "case.not-yaml")]
    [InlineData("control/CR-1.1.yaml", "case.unknown-folder")]
    [InlineData("evidences/tests.yaml", "case.unknown-folder")]
    [InlineData("risks.yaml", "case.unknown-file")]
    public void A_file_that_would_be_overlooked_is_a_problem(string path, string code)
    {
        folder.With("marque.yaml", Cases.Product).With(path, "a: b");
        var problem = Assert.Single(CaseFolder.Read(folder.Path).Problems);
        Assert.Equal(code, problem.Code);
        Assert.StartsWith(path.Split('/')[0], problem.Place.File, StringComparison.Ordinal);
        Assert.NotEmpty(problem.Remedy);
    }

    [Fact]
    public void A_folder_where_a_file_is_expected_is_a_problem()
    {
        folder.With("marque.yaml", Cases.Product).WithFolder("risk.yaml");
        var read = CaseFolder.Read(folder.Path);
        Assert.Null(read.Value?.Case.Risk);
        Assert.Contains(read.Problems, p => p.Place.File == "risk.yaml");
    }

    [Fact]
    public void A_pipe_among_the_files_is_a_problem_and_never_waited_for()
    {
        folder.With("marque.yaml", Cases.Product).WithPipe("controls/pipe.yaml");
        Assert.Equal("file.special", Assert.Single(CaseFolder.Read(folder.Path).Problems).Code);
    }

    [Fact]
    public void A_file_beyond_the_bound_is_a_problem()
    {
        folder.With("marque.yaml", Cases.Product).With("controls/large.yaml", "# " + new string('x', Text.YamlReader.MaxBytes));
        var problem = Assert.Single(CaseFolder.Read(folder.Path).Problems);
        Assert.Equal(("file.too-large", "controls/large.yaml"), (problem.Code, problem.Place.File));
    }

    [Fact]
    public void Folders_that_are_nested_too_deep_are_a_problem()
    {
        folder.With("marque.yaml", Cases.Product).With("decisions/1/2/3/4/5/6/7/8/d.yaml", "a: b");
        Assert.Equal("case.too-deep", Assert.Single(CaseFolder.Read(folder.Path).Problems).Code);
    }

    [Fact]
    public void More_files_than_the_bound_are_a_problem_and_not_a_long_run()
    {
        folder.With("marque.yaml", Cases.Product).WithFolder("snapshots");
        for (var i = 0; i <= CaseFiles.MaxFiles; i++) File.WriteAllBytes(folder.At($"snapshots/{i}.yaml"), [(byte)'a']);
        Assert.Contains(CaseFolder.Read(folder.Path).Problems, p => p.Code == "case.too-large");
    }

    [Fact]
    public void A_folder_that_may_not_be_read_is_a_problem()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "permissions are tried on Unix");
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "root may read everything: run as another user");
        folder.With("marque.yaml", Cases.Product).With("controls/a.yaml", "a: b");
        if (OperatingSystem.IsWindows()) return;
        File.SetUnixFileMode(folder.At("controls"), UnixFileMode.None);
        try
        {
            Assert.NotEmpty(CaseFolder.Read(folder.Path).Problems);
        }
        finally
        {
            File.SetUnixFileMode(folder.At("controls"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    public void Dispose() => folder.Dispose();
}
