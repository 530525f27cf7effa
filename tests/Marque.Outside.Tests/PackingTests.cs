using System.IO.Compression;
using Marque.Outside;
using Marque.Text;

namespace Marque.Outside.Tests;

public sealed class PackingTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Target => Path.Combine(folder.Path, "out.zip");

    [Fact]
    public void Bytes_and_files_are_packed()
    {
        var content = Enumerable.Range(0, 3_000_000).Select(i => (byte)(i * 31)).ToArray();
        var progress = new SeeingProgress();
        Assert.Empty(Packing.Write(Target, "out.zip", [Packed.Of("b.txt", "text"u8.ToArray()), FileOf("a.bin", content)], replace: false, progress, TestContext.Current.CancellationToken));
        using var zip = ZipFile.OpenRead(Target);
        Assert.Equal(["a.bin", "b.txt"], zip.Entries.Select(e => e.FullName));
        using var unpacked = new MemoryStream();
        using (var entry = zip.Entries[0].Open()) entry.CopyTo(unpacked);
        Assert.Equal(content, unpacked.ToArray());
        Assert.Equal(3_000_004, progress.Done);
        Assert.Equal(progress.Total, progress.Done);
        Assert.Equal(["a.bin", "out.zip"], Names());
    }

    [Theory]
    [InlineData("shorter")]
    [InlineData("longer")]
    [InlineData("other")]
    [InlineData("gone")]
    public void A_file_that_changed_since_it_was_looked_at_ends_the_run_and_nothing_is_written(string how)
    {
        var member = FileOf("a.bin", "12345"u8.ToArray());
        if (how == "gone") File.Delete(member.File!);
        else File.WriteAllText(member.File!, how switch { "shorter" => "1234", "longer" => "123456", _ => "12346" });
        var problem = Assert.Single(Packing.Write(Target, "out.zip", [member, Packed.Of("z", "z"u8.ToArray())], replace: false, new SeeingProgress(), TestContext.Current.CancellationToken));
        Assert.Equal(("file.changed", "a.bin"), (problem.Code, problem.Place.File));
        Assert.DoesNotContain("out.zip", Names());
        Assert.DoesNotContain(Names(), n => n.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_exists_is_replaced_only_with_leave()
    {
        File.WriteAllText(Target, "mine");
        Assert.Equal("file.exists", Assert.Single(Packing.Write(Target, "out.zip", [Packed.Of("a", "a"u8.ToArray())], replace: false, new SeeingProgress(), TestContext.Current.CancellationToken)).Code);
        Assert.Equal("mine", File.ReadAllText(Target));
        Assert.Empty(Packing.Write(Target, "out.zip", [Packed.Of("a", "a"u8.ToArray())], replace: true, new SeeingProgress(), TestContext.Current.CancellationToken));
        using var zip = ZipFile.OpenRead(Target);
        Assert.Single(zip.Entries);
    }

    [Fact]
    public void What_is_interrupted_leaves_the_old_file_and_nothing_else()
    {
        File.WriteAllText(Target, "mine");
        var member = FileOf("a.bin", new byte[10]);
        Assert.Throws<OperationCanceledException>(() => Packing.Write(Target, "out.zip", [member], replace: true, new SeeingProgress(), new CancellationToken(canceled: true)));
        Assert.Equal("mine", File.ReadAllText(Target));
        Assert.Equal(["a.bin", "out.zip"], Names());
    }

    [Fact]
    public void A_folder_and_a_place_in_no_folder_are_problems()
    {
        Assert.Equal("file.unwritable", Assert.Single(Packing.Write(folder.Path, "x", [Packed.Of("a", "a"u8.ToArray())], replace: true, new SeeingProgress(), TestContext.Current.CancellationToken)).Code);
        Assert.Equal("file.no-folder", Assert.Single(Packing.Write(Path.Combine(folder.Path, "no", "x.zip"), "no/x.zip", [Packed.Of("a", "a"u8.ToArray())], replace: true, new SeeingProgress(), TestContext.Current.CancellationToken)).Code);
    }

    [Fact]
    public void Nothing_is_written_through_a_link_that_stands_where_the_unfinished_file_is_made()
    {
        var victim = folder.At("victim.txt");
        File.WriteAllText(victim, "mine");
        folder.WithLink($".out.zip.{Environment.ProcessId}.tmp", "victim.txt").WithLink($".other.txt.{Environment.ProcessId}.tmp", "victim.txt");
        Assert.Empty(Packing.Write(Target, "out.zip", [Packed.Of("a", "a"u8.ToArray())], replace: false, new SeeingProgress(), TestContext.Current.CancellationToken));
        var problems = new List<Problem>();
        Whole.Write(folder.Path, "other.txt", "x", "content"u8, problems);
        Assert.Empty(problems);
        Assert.Equal(("mine", "content"), (File.ReadAllText(victim), File.ReadAllText(folder.At("other.txt"))));
        Assert.Equal(["other.txt", "out.zip", "victim.txt"], Names());
    }

    [Fact]
    public void What_an_ended_process_left_behind_goes_and_what_one_still_writes_stays()
    {
        folder.With(".out.zip.999991.tmp", "left").With(".out.zip.999992.tmp", "being written").With(".out.zip.notes.tmp", "mine").With(".other.zip.999991.tmp", "of another");
        using (new FileStream(folder.At(".out.zip.999992.tmp"), FileMode.Open, FileAccess.Write, FileShare.None))
        {
            Assert.Empty(Packing.Write(Target, "out.zip", [Packed.Of("a", "a"u8.ToArray())], replace: false, new SeeingProgress(), TestContext.Current.CancellationToken));
        }

        Assert.Equal([".other.zip.999991.tmp", ".out.zip.999992.tmp", ".out.zip.notes.tmp", "out.zip"], Names());
    }

    [Fact]
    public void An_artefact_that_cannot_be_read_is_told_as_that()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the file whose reading fails is one of Linux");
        var problem = Assert.Single(Packing.Write(Target, "out.zip", [new Packed("a.bin", 10, Digest.Of("x"u8)) { File = "/proc/self/mem" }], replace: false, new SeeingProgress(), TestContext.Current.CancellationToken));
        Assert.Equal(("file.unreadable", "a.bin"), (problem.Code, problem.Place.File));
        Assert.DoesNotContain("--out", problem.Remedy, StringComparison.Ordinal);
        Assert.Empty(Names());
    }

    public void Dispose() => folder.Dispose();

    private Packed FileOf(string name, byte[] content)
    {
        var path = Path.Combine(folder.Path, name);
        File.WriteAllBytes(path, content);
        return new Packed(name, content.Length, Digest.Of(content)) { File = path };
    }

    private List<string> Names() => [.. Directory.EnumerateFiles(folder.Path).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];
}
