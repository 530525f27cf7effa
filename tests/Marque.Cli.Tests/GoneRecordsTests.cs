using System.IO.Compression;
using System.Text.Json;

namespace Marque.Cli.Tests;

/// <summary>What a whole source had and has no longer is said, kept and told with its findings; a part of a source makes nothing gone.</summary>
public sealed class GoneRecordsTests : IDisposable
{
    private static readonly (string Name, string Content) A = ("A-1.json", LiveData.Advisory("A-1", "left", "1.2.0"));
    private static readonly (string Name, string Content) B = ("B-1.json", LiveData.Advisory("B-1", "left", "1.3.0"));

    private readonly LiveData live = new();

    [Fact]
    public void A_record_that_a_container_no_longer_has_is_said_once_kept_and_told_with_its_findings()
    {
        live.With("sbom.json", LiveData.Sbom("left@1.0.0"));
        Assert.Equal([], Gone(Import("all.zip", A, B)));
        Assert.Equal(Exit.Done, live.Run("sbom", "import", "sbom.json").Code);
        var second = Import("all.zip", A);
        Assert.Equal(["B-1"], Gone(second));
        Assert.Equal((1, 2), (second.GetProperty("goneCount").GetInt32(), second.GetProperty("records").GetInt32()));
        // Not told again as news.
        Assert.Equal([], Gone(Import("all.zip", A)));
        var scan = live.Run("scan", "sbom.json", "--format", "json").Json;
        var because = scan.GetProperty("findings").EnumerateArray().ToDictionary(f => f.GetProperty("vulnerability").GetString()!, f => f.GetProperty("because").GetString()!);
        Assert.EndsWith("fixed 1.3.0; no longer in osv since 2026-11-24T10:00:00Z", because["B-1"], StringComparison.Ordinal);
        Assert.EndsWith("fixed 1.2.0", because["A-1"], StringComparison.Ordinal);
        Assert.Contains("no longer in osv since 2026-11-24T10:00:00Z", live.Run("where", "B-1", "--format", "json").Json.GetProperty("affected")[0].GetProperty("because").GetString(), StringComparison.Ordinal);
        // What comes back is there again.
        Assert.Equal([], Gone(Import("all.zip", A, B)));
        Assert.DoesNotContain("no longer in", live.Run("scan", "sbom.json", "--format", "json").Out, StringComparison.Ordinal);
        Assert.Equal(["A-1"], Gone(Import("all.zip", B)));
    }

    [Fact]
    public void The_table_says_how_many_and_which()
    {
        Import("all.zip", A, B);
        Zip("all.zip", A);
        Assert.Contains("1 record is no longer in the source and was not withdrawn; kept, and told with every finding: B-1", string.Join(' ', live.Run("feeds", "import", "all.zip").Lines.Select(l => l.Trim())), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_withdrawn_before_is_not_gone()
    {
        Import("all.zip", A, B);
        Import("all.zip", A, (B.Name, LiveData.Advisory("B-1", "left", "1.3.0", modified: "2026-11-22T00:00:00Z", more: "\"withdrawn\":\"2026-11-22T00:00:00Z\",")));
        Assert.Equal([], Gone(Import("all.zip", A)));
    }

    [Fact]
    public void A_record_that_can_no_longer_be_read_is_still_there()
    {
        Import("all.zip", A, B);
        var again = Import("all.zip", A, (B.Name, "{\"id\":\"B-1\",\"modified\":\"never\"}"));
        Assert.Equal([], Gone(again));
        Assert.Equal(1, again.GetProperty("refusedCount").GetInt32());
    }

    [Fact]
    public void Another_source_a_file_a_folder_and_lines_make_nothing_gone()
    {
        Import("all.zip", A, B);
        Assert.Equal([], Gone(Import("other.zip", ("C-1.json", LiveData.Advisory("C-1", "right", "1.0.0")))));
        live.With("one.json", A.Content).With("lines.jsonl", $"{A.Content.ReplaceLineEndings("")}\n{LiveData.Advisory("D-1", "d", "1.0.0").ReplaceLineEndings("")}\n").With("folder/a.json", A.Content).With("folder/b.json", B.Content);
        foreach (var part in new[] { "one.json", "lines.jsonl", "folder" }) Assert.Equal([], Gone(Import(part)));
        File.Delete(Path.Combine(live.Folder, "folder/b.json"));
        Assert.Equal([], Gone(Import("folder")));
        // The first container still knows what it had; and what another of the same feed has is not gone from the feed.
        Import("other.zip", B);
        Assert.Equal([], Gone(Import("all.zip", A)));
        Assert.Equal(["B-1"], Gone(Import("other.zip", ("C-1.json", LiveData.Advisory("C-1", "right", "1.0.0")))));
    }

    [Fact]
    public void An_import_that_fails_makes_nothing_gone()
    {
        Import("all.zip", A, B);
        var whole = File.ReadAllBytes(Path.Combine(live.Folder, "all.zip"));
        File.WriteAllBytes(Path.Combine(live.Folder, "all.zip"), whole[..^30]);
        Assert.Equal(Exit.BadInput, live.Run("feeds", "import", "all.zip").Code);
        Assert.Equal(["B-1"], Gone(Import("all.zip", A)));
    }

    public void Dispose() => live.Dispose();

    private static string[] Gone(JsonElement import) => [.. import.GetProperty("gone").EnumerateArray().Select(g => g.GetString()!)];

    private void Zip(string path, params (string Name, string Content)[] members)
    {
        using var zip = new ZipArchive(File.Create(Path.Combine(live.Folder, path)), ZipArchiveMode.Create);
        foreach (var (name, content) in members)
        {
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write(content);
        }
    }

    private JsonElement Import(string path, params (string Name, string Content)[] members)
    {
        if (members.Length > 0) Zip(path, members);
        var ran = live.Run("feeds", "import", path, "--format", "json");
        Assert.Equal((Exit.Done, ""), (ran.Code, ran.Error));
        Assert.Empty(Beside.Errors("feed-import", ran.Json));
        return ran.Json;
    }
}
