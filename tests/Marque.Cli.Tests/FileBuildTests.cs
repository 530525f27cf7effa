using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Marque.Cli.Tests;

public sealed class FileBuildTests : IDisposable
{
    private readonly Sample sample = new();

    [Fact]
    public void The_file_holds_report_assessment_case_and_evidence_and_lists_them_with_their_digests()
    {
        var ran = InProcess.Run(sample.Root, "file", "build", "case", "--as-of", "2026-11-24", "--format", "pdf");
        Assert.Equal(Exit.Done, ran.Code);
        Assert.Empty(ran.Error);
        var members = Unpacked("gateway-1.1.0.zip");
        Assert.Equal(["assessment.json", "case/controls/annex-i.yaml", "case/evidence/login-tests.yaml", "case/marque.yaml", "case/releases/1.0.0.yaml", "case/releases/1.1.0.yaml", "evidence/artefacts/login.xml", "index.html", "manifest.json", "report.html"], members.Keys.Where(k => !k.EndsWith(".pdf", StringComparison.Ordinal)));
        var manifest = JsonDocument.Parse(members["manifest.json"]).RootElement;
        Assert.Empty(Beside.Errors("file-manifest", manifest));
        Assert.Equal(members.Keys.Where(k => k != "manifest.json"), manifest.GetProperty("members").EnumerateArray().Select(m => m.GetProperty("path").GetString()));
        Assert.All(manifest.GetProperty("members").EnumerateArray(), m => Assert.Equal(m.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(members[m.GetProperty("path").GetString()!]))));
        Assert.Equal(InProcess.Run(sample.Root, "assess", "case", "--as-of", "2026-11-24", "--format", "json").Bytes, members["assessment.json"]);
        Assert.Equal(Sample.Passing, Encoding.UTF8.GetString(members["evidence/artefacts/login.xml"]));
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(members["manifest.json"])), ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_report_in_the_file_leads_to_the_bytes_of_each_fact_beside_it()
    {
        InProcess.Run(sample.Root, "file", "build", "case");
        var members = Unpacked("gateway-1.1.0.zip");
        var links = Regex.Matches(Encoding.UTF8.GetString(members["index.html"]), "href=\"\\./([^\"]*)\"").Select(m => Uri.UnescapeDataString(m.Groups[1].Value)).ToList();
        Assert.Equal(["evidence/artefacts/login.xml"], links.Distinct(StringComparer.Ordinal));
        Assert.DoesNotMatch("href=\"\\./", InProcess.Run(sample.Root, "assess", "case", "--format", "html").Out);
    }

    [Fact]
    public void The_same_inputs_give_the_same_bytes_wherever_the_case_lies()
    {
        using var elsewhere = new Sample();
        InProcess.Run(sample.Root, "file", "build", "case", "--as-of", "2026-11-24");
        InProcess.Run(elsewhere.Case, "file", "build", "--as-of", "2026-11-24", "--out", "../named.zip");
        Assert.Equal(File.ReadAllBytes(Path.Combine(sample.Root, "gateway-1.1.0.zip")), File.ReadAllBytes(Path.Combine(elsewhere.Root, "named.zip")));
    }

    [Fact]
    public void Altered_and_missing_evidence_is_named_where_it_is_read()
    {
        sample.WithFact("altered", Sample.Passing, registeredAs: "other").With("case/evidence/gone.yaml", Sample.Series("gone", "artefacts/gone.xml", Sample.Sha256("x")));
        var ran = InProcess.Run(sample.Root, "file", "build", "case");
        Assert.Equal(Exit.Done, ran.Code);
        Assert.Contains("altered: evidence/artefacts/altered.xml", ran.Out, StringComparison.Ordinal);
        Assert.Contains("gone: there is no such file", ran.Out, StringComparison.Ordinal);
        var members = Unpacked("gateway-1.1.0.zip");
        var manifest = JsonDocument.Parse(members["manifest.json"]).RootElement;
        Assert.Empty(Beside.Errors("file-manifest", manifest));
        var states = manifest.GetProperty("facts").EnumerateArray().ToDictionary(f => f.GetProperty("series").GetString()!, f => f, StringComparer.Ordinal);
        Assert.Equal("altered", states["altered"].GetProperty("state").GetString());
        Assert.Equal(Sample.Sha256("other"), states["altered"].GetProperty("sha256").GetString());
        Assert.Equal(Sample.Sha256(Sample.Passing), states["altered"].GetProperty("found").GetString());
        Assert.Equal("missing", states["gone"].GetProperty("state").GetString());
        Assert.DoesNotContain(members.Keys, k => k.Contains("gone.xml", StringComparison.Ordinal));
    }

    [Fact]
    public void The_example_packs_its_process_case_too()
    {
        var target = Path.Combine(sample.Root, "example.zip");
        Assert.Equal(Exit.Done, InProcess.Run(Beside.Repository, "file", "build", "examples/edge-gateway", "--as-of", "2026-11-24", "--out", target).Code);
        var members = Unpacked("example.zip");
        Assert.Contains("process-cases/sdl/marque.yaml", members.Keys);
        Assert.Contains("evidence/process-cases/sdl/artefacts/records/audit-2026-internal.pdf", members.Keys);
        Assert.Empty(Beside.Errors("file-manifest", JsonDocument.Parse(members["manifest.json"]).RootElement));
        Assert.DoesNotContain(members.Values, m => Encoding.Latin1.GetString(m).Contains(Beside.Repository, StringComparison.Ordinal));
    }

    [Fact]
    public void An_existing_file_stands_unless_told_otherwise()
    {
        sample.With("gateway-1.1.0.zip", "mine");
        var ran = InProcess.Run(sample.Root, "file", "build", "case");
        Assert.Equal(Exit.BadInput, ran.Code);
        Assert.Contains("--force", ran.Error, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(Path.Combine(sample.Root, "gateway-1.1.0.zip")));
        Assert.Equal(Exit.Done, InProcess.Run(sample.Root, "file", "build", "case", "--force").Code);
        Assert.NotEmpty(Unpacked("gateway-1.1.0.zip"));
    }

    [Fact]
    public void A_release_can_be_named_and_an_unknown_one_is_a_problem()
    {
        Assert.Equal(Exit.Done, InProcess.Run(sample.Root, "file", "build", "case", "--release", "1.0.0").Code);
        Assert.True(File.Exists(Path.Combine(sample.Root, "gateway-1.0.0.zip")));
        var ran = InProcess.Run(sample.Root, "file", "build", "case", "--release", "1.0");
        Assert.Equal(Exit.BadInput, ran.Code);
        Assert.Contains("known: 1.0.0, 1.1.0", ran.Error, StringComparison.Ordinal);
    }

    public void Dispose() => sample.Dispose();

    private SortedDictionary<string, byte[]> Unpacked(string name)
    {
        using var zip = ZipFile.OpenRead(Path.Combine(sample.Root, name));
        var members = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            using var stream = entry.Open();
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            members[entry.FullName] = bytes.ToArray();
        }

        return members;
    }
}
