using Marque.Text;

namespace Marque.Outside.Tests;

public sealed class NamedFilesTests : IDisposable
{
    private const string Key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGPKSUrmWaLl9DRjhBBBHnBqOHxkZhnBVCrZRZcVJFkF someone@example.com";

    private readonly TemporaryFolder folder = new();
    private readonly List<Problem> problems = [];

    [Fact]
    public void A_file_without_a_key_is_a_problem()
    {
        folder.With("key.pub", "not a key");
        Assert.Null(KeyFile.Read("key.pub", folder.Path, problems));
        Assert.Equal(("key.unknown", "key.pub"), (Assert.Single(problems).Code, problems[0].Place.File));
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("folder")]
    public void What_is_no_file_is_a_problem(string named)
    {
        folder.WithFolder("folder");
        Assert.Null(KeyFile.Read(named, folder.Path, problems));
        Assert.Single(problems);
    }

    [Fact]
    public void A_key_file_of_any_size_is_bounded()
    {
        folder.With("key.pub", Key + new string(' ', 100_000));
        Assert.Null(KeyFile.Read("key.pub", folder.Path, problems));
        Assert.Equal("file.too-large", Assert.Single(problems).Code);
    }

    [Fact]
    public void The_files_of_a_legal_set_are_named_below_its_folder()
    {
        folder.With("set/manifest.json", "{}").With("set/cra/annex-i.json", "{}").With("set/notes.txt").With("set/.git/config.json", "{}");
        Assert.Equal(["cra/annex-i.json", "manifest.json"], LegalFolder.Read("set", folder.Path, problems).Keys.Order(StringComparer.Ordinal));
        Assert.Empty(problems);
    }

    [Fact]
    public void A_legal_set_that_is_not_there_is_a_problem()
    {
        Assert.Empty(LegalFolder.Read("set", folder.Path, problems));
        Assert.Equal("legal.not-found", Assert.Single(problems).Code);
    }

    [Fact]
    public void A_file_is_replaced_whole_and_nothing_else_is_left()
    {
        folder.With("out/result.json", "old");
        Whole.Write(folder.At("out"), "result.json", "out", "new"u8, problems);
        Assert.Empty(problems);
        Assert.Equal("new", File.ReadAllText(folder.At("out/result.json")));
        Assert.Equal(["result.json"], Directory.EnumerateFileSystemEntries(folder.At("out")).Select(Path.GetFileName));
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_a_problem_and_leaves_nothing()
    {
        folder.WithFolder("out/result.json/inner");
        Whole.Write(folder.At("out"), "result.json", "out", "new"u8, problems);
        Assert.Equal("file.unwritable", Assert.Single(problems).Code);
        Assert.Equal(["result.json"], Directory.EnumerateFileSystemEntries(folder.At("out")).Select(Path.GetFileName));
    }

    public void Dispose() => folder.Dispose();
}
