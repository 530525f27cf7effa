namespace Marque.Outside.Tests;

public sealed class CaseFolderFindTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void A_case_is_found_from_a_folder_below_it()
    {
        folder.With("product/marque.yaml").WithFolder("product/src/deep");
        Assert.Equal((folder.At("product"), null), CaseFolder.Find(null, folder.At("product/src/deep")));
    }

    [Fact]
    public void The_nearest_case_above_is_taken()
    {
        folder.With("marque.yaml").With("inner/marque.yaml").WithFolder("inner/src");
        Assert.Equal(folder.At("inner"), CaseFolder.Find(null, folder.At("inner/src")).Folder);
    }

    [Theory]
    [InlineData("product")]
    [InlineData("product/")]
    [InlineData("product/marque.yaml")]
    [InlineData("other/../product")]
    public void A_case_can_be_named_by_its_folder_or_its_file(string named)
    {
        folder.With("product/marque.yaml").WithFolder("other");
        Assert.Equal(folder.At("product"), CaseFolder.Find(named, folder.Path).Folder!.TrimEnd('/'));
    }

    [Theory]
    [InlineData("nowhere", "there is no such folder")]
    [InlineData("empty", "the folder holds no marque.yaml")]
    [InlineData("empty/readme.txt", "this is not the file of a case")]
    public void What_is_named_and_is_no_case_is_a_problem_with_a_remedy(string named, string message)
    {
        folder.With("marque.yaml").With("empty/readme.txt");
        var (found, problem) = CaseFolder.Find(named, folder.Path);
        Assert.Null(found);
        Assert.Equal("case.not-found", problem!.Code);
        Assert.Equal(message, problem.Message);
        Assert.NotEmpty(problem.Remedy);
    }

    [Fact]
    public void A_folder_that_is_called_like_the_file_of_a_case_is_none()
    {
        folder.WithFolder("product/marque.yaml");
        Assert.Null(CaseFolder.Find("product", folder.Path).Folder);
    }

    [Fact]
    public void A_pipe_that_is_called_like_the_file_of_a_case_is_not_opened()
    {
        folder.WithPipe("product/marque.yaml");
        Assert.Equal("case.not-found", CaseFolder.Find("product", folder.Path).Problem!.Code);
    }

    public void Dispose() => folder.Dispose();
}
