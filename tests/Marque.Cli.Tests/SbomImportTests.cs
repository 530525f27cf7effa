namespace Marque.Cli.Tests;

public sealed class SbomImportTests : IDisposable
{
    private readonly LiveData live = new();

    [Fact]
    public void The_bytes_are_kept_as_they_came_and_the_same_file_twice_is_told_and_harmless()
    {
        var sbom = LiveData.Sbom("left@1.0.0", "nameless");
        live.With("a.json", sbom);
        var first = Import("a.json", "--product", "p", "--release", "1");
        Assert.Equal((false, 2, "no package URL"), (first.GetProperty("known").GetBoolean(), first.GetProperty("components").GetInt32(), first.GetProperty("unmatched")[0].GetProperty("reason").GetString()));
        var sha256 = Sample.Sha256(sbom);
        Assert.Equal(sbom, File.ReadAllText(Path.Combine(live.Data, "blobs", sha256[..2], sha256[2..])));
        var again = Import("a.json", "--product", "p", "--release", "1");
        Assert.Equal((true, 0), (again.GetProperty("known").GetBoolean(), again.GetProperty("releases").GetArrayLength()));
        Assert.Contains("imported before", live.Run("sbom", "import", "a.json").Out, StringComparison.Ordinal);
        Assert.Equal(1, Import("a.json", "--product", "p", "--release", "2").GetProperty("releases").GetArrayLength());
    }

    [Fact]
    public void A_packed_file_is_read_by_every_command_and_kept_packed()
    {
        var packed = new MemoryStream();
        using (var zip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.Fastest)) zip.Write(System.Text.Encoding.UTF8.GetBytes(LiveData.Sbom("left@1.0.0", "nameless")));
        live.WithFeeds();
        File.WriteAllBytes(Path.Combine(live.Folder, "a.json.gz"), packed.ToArray());
        var sha256 = Marque.Text.Digest.Of(packed.ToArray()).ToString();
        var imported = Import("a.json.gz");
        Assert.Equal((sha256, 2), (imported.GetProperty("sha256").GetString(), imported.GetProperty("components").GetInt32()));
        Assert.Equal(packed.ToArray(), File.ReadAllBytes(Path.Combine(live.Data, "blobs", sha256[..2], sha256[2..])));
        Assert.Contains("GHSA-aaaa-aaaa-aaaa", live.Run("scan", "a.json.gz", "--format", "json").Out, StringComparison.Ordinal);
        live.With("a.json", LiveData.Sbom("left@1.0.0", "nameless"));
        Assert.Equal(live.Run("sbom", "show", "a.json").Out, live.Run("sbom", "show", "a.json.gz").Out);
        Assert.Equal(live.Run("sbom", "check", "a.json").Out, live.Run("sbom", "check", "a.json.gz").Out);
        Assert.Equal(live.Run("sbom", "diff", "a.json", "a.json").Out, live.Run("sbom", "diff", "a.json", "a.json.gz").Out);
    }

    [Fact]
    public void A_dry_run_tells_and_keeps_nothing()
    {
        live.With("a.json", LiveData.Sbom("left@1.0.0"));
        var ran = live.Run("sbom", "import", "a.json", "--dry-run");
        Assert.EndsWith("dry run: nothing was kept\n", ran.Out, StringComparison.Ordinal);
        Assert.False(Directory.Exists(live.Data));
    }

    [Fact]
    public void What_is_read_otherwise_than_it_is_written_is_told()
    {
        live.With("a.json", LiveData.Sbom("Left@1.0.0").Replace("pkg:npm/Left@1.0.0", "pkg:NPM/left@1.0.0", StringComparison.Ordinal));
        var normalised = Import("a.json").GetProperty("normalised");
        Assert.Contains("pkg:NPM/left@1.0.0 read as pkg:npm/left@1.0.0", normalised[0].GetProperty("because").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_bill_of_materials_or_a_release_without_product_keeps_nothing()
    {
        live.With("a.json", LiveData.Sbom("left@1.0.0")).With("b.json", "{}");
        Assert.StartsWith("b.json", live.Run("sbom", "import", "a.json", "b.json").Error, StringComparison.Ordinal);
        Assert.StartsWith("--product: ", live.Run("sbom", "import", "a.json", "--release", "1").Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(live.Data));
    }

    public void Dispose() => live.Dispose();

    private System.Text.Json.JsonElement Import(params string[] args)
    {
        var ran = live.Run(["sbom", "import", .. args, "--format", "json"]);
        Assert.Equal((Exit.Done, ""), (ran.Code, ran.Error));
        Assert.Empty(Beside.Errors("sbom-import", ran.Json));
        return ran.Json.GetProperty("sboms")[0];
    }
}
