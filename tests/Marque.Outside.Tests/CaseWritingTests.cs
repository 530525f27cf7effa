using System.Diagnostics;
using System.Text;
using Marque.Cases;

namespace Marque.Outside.Tests;

public sealed class CaseWritingTests : IDisposable
{
    private readonly TemporaryFolder folder = new TemporaryFolder().With("case/marque.yaml", Cases.Product).With("case/risk.yaml", "purpose: x\n");

    [Fact]
    public void All_changes_are_on_disk_afterwards_and_nothing_besides()
    {
        Assert.Empty(CaseWriting.Write(folder.At("case"), [New("decisions/CR-1.1/a.yaml", "a"), Edit("risk.yaml", "purpose: x\n", "purpose: y\n")]));
        Assert.Equal("a", Text("decisions/CR-1.1/a.yaml"));
        Assert.Equal("purpose: y\n", Text("risk.yaml"));
        Assert.Equal(["decisions/CR-1.1/a.yaml", "marque.yaml", "risk.yaml"], All());
    }

    [Fact]
    public void Several_new_files_of_one_folder_are_written_together()
    {
        Assert.Empty(CaseWriting.Write(folder.At("case"), [New("evidence/a.yaml", "a"), New("evidence/b.yaml", "b"), New("evidence/c.yaml", "c")]));
        Assert.Equal(["evidence/a.yaml", "evidence/b.yaml", "evidence/c.yaml", "marque.yaml", "risk.yaml"], All());
        Assert.Equal(("a", "b", "c"), (Text("evidence/a.yaml"), Text("evidence/b.yaml"), Text("evidence/c.yaml")));
    }

    [Fact]
    public void A_file_that_changed_meanwhile_is_left_alone_and_so_are_the_others()
    {
        var problem = Assert.Single(CaseWriting.Write(folder.At("case"), [New("evidence/a.yaml", "a"), Edit("risk.yaml", "purpose: old\n", "purpose: y\n")]));
        Assert.Equal(("file.changed", "risk.yaml"), (problem.Code, problem.Place.File));
        Assert.Equal(["marque.yaml", "risk.yaml"], All());
        Assert.Equal("purpose: x\n", Text("risk.yaml"));
    }

    [Fact]
    public void A_file_that_has_gone_meanwhile_is_named()
    {
        File.Delete(folder.At("case/risk.yaml"));
        Assert.Equal("file.changed", Assert.Single(CaseWriting.Write(folder.At("case"), [Edit("risk.yaml", "purpose: x\n", "y")])).Code);
    }

    [Fact]
    public void A_new_file_never_replaces_one() =>
        Assert.Equal("file.exists", Assert.Single(CaseWriting.Write(folder.At("case"), [New("risk.yaml", "a")])).Code);

    [Theory]
    [InlineData("../x.yaml")]
    [InlineData("/x.yaml")]
    [InlineData("a/../../x.yaml")]
    [InlineData("a//x.yaml")]
    [InlineData(".git/hooks/post-commit")]
    [InlineData("a\\x.yaml")]
    [InlineData("")]
    public void A_path_out_of_the_case_or_into_its_repository_is_refused(string path)
    {
        Assert.Equal("file.path", Assert.Single(CaseWriting.Write(folder.At("case"), [New(path, "a")])).Code);
        Assert.Equal(["marque.yaml", "risk.yaml"], All());
    }

    [Fact]
    public void Nothing_is_written_through_a_link_that_leads_out_of_the_case()
    {
        folder.WithFolder("elsewhere").WithLink("case/evidence", "../elsewhere");
        Assert.Equal("case.link", Assert.Single(CaseWriting.Write(folder.At("case"), [New("evidence/a.yaml", "a")])).Code);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.At("elsewhere")));
    }

    [Fact]
    public void A_link_within_the_case_stays_a_link()
    {
        folder.With("case/own/risk.yaml", "purpose: x\n");
        File.Delete(folder.At("case/risk.yaml"));
        folder.WithLink("case/risk.yaml", "own/risk.yaml");
        Assert.Empty(CaseWriting.Write(folder.At("case"), [Edit("risk.yaml", "purpose: x\n", "purpose: y\n")]));
        Assert.Equal("own/risk.yaml", new FileInfo(folder.At("case/risk.yaml")).LinkTarget);
        Assert.Equal("purpose: y\n", Text("own/risk.yaml"));
    }

    [Fact]
    public void A_link_planted_where_the_new_bytes_are_staged_is_not_followed()
    {
        folder.With("victim", "untouched").WithLink("case/.risk.yaml.marque-new", "../victim");
        Assert.Empty(CaseWriting.Write(folder.At("case"), [Edit("risk.yaml", "purpose: x\n", "purpose: y\n")]));
        Assert.Equal("untouched", File.ReadAllText(folder.At("victim")));
        Assert.Equal(["marque.yaml", "risk.yaml"], All());
    }

    [Fact]
    public void What_a_killed_process_left_behind_is_not_read_and_goes_with_the_next_write()
    {
        folder.With("case/evidence/.a.yaml.marque-new", "series: half").With("case/.risk.yaml.marque-new", "purpose: ");
        Assert.Empty(CaseFolder.Read(folder.At("case")).Problems);
        Assert.Empty(CaseWriting.Write(folder.At("case"), [New("evidence/b.yaml", "b"), Edit("risk.yaml", "purpose: x\n", "purpose: y\n")]));
        Assert.Equal(["evidence/b.yaml", "marque.yaml", "risk.yaml"], All());
    }

    [Fact]
    public void The_mode_of_an_edited_file_stays()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no file modes");
            return;
        }

        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.UserExecute;
        File.SetUnixFileMode(folder.At("case/risk.yaml"), Mode);
        Assert.Empty(CaseWriting.Write(folder.At("case"), [Edit("risk.yaml", "purpose: x\n", "purpose: y\n")]));
        Assert.Equal(Mode, File.GetUnixFileMode(folder.At("case/risk.yaml")));
    }

    [Fact]
    public void A_write_that_fails_half_way_is_taken_back_with_the_folders_it_made()
    {
        // A directory where the second file's new bytes are staged cannot be removed as a file.
        folder.With("case/.risk.yaml.marque-new/x", "");
        var problems = CaseWriting.Write(folder.At("case"), [New("evidence/login/a.yaml", "a"), Edit("risk.yaml", "purpose: x\n", "purpose: y\n")]);
        Assert.Equal("file.unwritable", Assert.Single(problems).Code);
        Assert.False(Directory.Exists(folder.At("case/evidence")));
        Assert.Equal("purpose: x\n", Text("risk.yaml"));
    }

    [Fact]
    public void A_case_is_begun_in_a_folder_that_does_not_exist_yet()
    {
        Assert.Empty(CaseWriting.Write(folder.At("new/one"), [New("marque.yaml", Cases.Product)]));
        Assert.True(CaseFolder.Read(folder.At("new/one")).Ok);
    }

    [Fact]
    public async Task Two_that_edit_the_same_bytes_at_once_do_not_both_succeed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "folders are held on Unix");
        for (var round = 0; round < 50; round++)
        {
            var before = Text("risk.yaml");
            var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => CaseWriting.Write(folder.At("case"), [Edit("risk.yaml", before, $"purpose: {round}-{i}\n")]))));
            var won = Assert.Single(Enumerable.Range(0, 4), i => results[i].Count == 0);
            Assert.Equal($"purpose: {round}-{won}\n", Text("risk.yaml"));
        }
    }

    [Fact]
    public void A_process_killed_at_any_point_leaves_each_file_old_or_new()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "kill -9 is of Unix");
        File.WriteAllText(folder.At("case/risk.yaml"), Version(0));
        var left = 0;
        for (var round = 0; round < 12; round++)
        {
            using var writer = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["-class", typeof(CaseWritingTests).FullName!, "-method", $"*.{nameof(Writes_until_it_is_killed)}", "-explicit", "only"])
            {
                Environment = { [Where] = folder.At("case") }, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
            })!;
            var first = Text("risk.yaml");
            var patience = Stopwatch.StartNew();
            while (Text("risk.yaml") == first && !writer.HasExited && patience.Elapsed < TimeSpan.FromSeconds(60)) Thread.Sleep(1);
            Assert.False(writer.HasExited, "the writer ended by itself");
            Thread.Sleep(round * 3);
            writer.Kill();
            writer.WaitForExit();

            var text = Text("risk.yaml");
            Assert.Equal(Version(NumberOf(text)), text);
            Assert.NotEqual(first, text);
            left += Directory.EnumerateFiles(folder.At("case"), ".*.marque-new").Count();
            Assert.True(CaseFolder.Read(folder.At("case")).Problems.All(p => p.Place.File == "risk.yaml"));
            Assert.Empty(CaseWriting.Write(folder.At("case"), [Edit("risk.yaml", text, Version(NumberOf(text) + 1))]));
            Assert.Equal(["marque.yaml", "risk.yaml"], All());
        }

        TestContext.Current.SendDiagnosticMessage($"{left} times a staged file was left behind");
    }

    [Fact(Explicit = true)]
    public void Writes_until_it_is_killed()
    {
        var at = Environment.GetEnvironmentVariable(Where);
        Assert.SkipWhen(at is null, "started by the test that kills it");
        for (;;)
        {
            var text = File.ReadAllText(Path.Combine(at!, "risk.yaml"));
            Assert.Empty(CaseWriting.Write(at!, [new FileChange("risk.yaml", Encoding.UTF8.GetBytes(text), Encoding.UTF8.GetBytes(Version(NumberOf(text) + 1)))]));
        }
    }

    public void Dispose() => folder.Dispose();

    private const string Where = "MARQUE_TEST_WRITES_INTO";

    // Larger than a block of any file system, so that half of one would be seen.
    private static string Version(int number) => string.Concat(Enumerable.Repeat($"# version {number}\n", 20_000));

    private static int NumberOf(string text) => int.Parse(text["# version ".Length..text.IndexOf('\n', StringComparison.Ordinal)], System.Globalization.CultureInfo.InvariantCulture);

    private string Text(string path) => File.ReadAllText(folder.At($"case/{path}"));

    private IEnumerable<string> All() => Directory.EnumerateFiles(folder.At("case"), "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder.At("case"), f)).Order(StringComparer.Ordinal);

    private static FileChange New(string path, string text) => new(path, null, Encoding.UTF8.GetBytes(text));

    private static FileChange Edit(string path, string before, string after) => new(path, Encoding.UTF8.GetBytes(before), Encoding.UTF8.GetBytes(after));
}
