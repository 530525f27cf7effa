using System.IO.Compression;
using System.Text.Json;
using Marque.Facts;

namespace Marque.Conformance.Facts;

/// <summary>Bills of materials in quantity: counts and identity against an index made by other tools, or against the same document held in memory.</summary>
public class BillsOfMaterials
{
    [Fact]
    public void Container_SBOMs_have_as_many_packages_and_relationships_as_their_index_says()
    {
        var folder = Corpora.Folder("sbom-bom-shelter");
        var index = Directory.EnumerateFiles(folder, "lab-*.index.csv").SelectMany(f => File.ReadLines(f).Skip(1)).Select(line => line.Split(','))
            .ToDictionary(c => c[0], c => (Version: c[5], Packages: long.Parse(c[6], System.Globalization.CultureInfo.InvariantCulture), Relationships: long.Parse(c[8], System.Globalization.CultureInfo.InvariantCulture)), StringComparer.Ordinal);
        var complaints = new List<string>();
        var read = 0;
        foreach (var archive in Directory.EnumerateFiles(folder, "lab-*.zip"))
        {
            using var zip = ZipFile.OpenRead(archive);
            foreach (var entry in zip.Entries)
            {
                if (!index.TryGetValue(entry.Name, out var expected)) continue;
                read++;
                using var content = entry.Open();
                var check = ContentCheck.Run(content, null, Expectation.None);
                var ours = (check.Named("specVersion") ?? "", check.Count("components"), check.Count("relationships"));
                if (ours != (expected.Version, expected.Packages, expected.Relationships)) complaints.Add($"{entry.Name}: {ours}, expected {expected}");
            }
        }

        Assert.SkipWhen(read == 0, "no sample of the container SBOMs is here");
        Corpora.None(complaints, $"{read} SBOMs");
    }

    [Fact]
    public void SBOMs_in_the_wild_give_the_counts_and_the_subject_of_the_document()
    {
        var complaints = new List<string>();
        var read = 0;
        foreach (var file in Corpora.Files("sbom-bom-shelter", ".json", ".sbom").Concat(Corpora.Files("cyclonedx-bom-examples", ".json")).Concat(Corpora.Files("spdx-examples", ".json")).Concat(Corpora.Files("spdx-tools-testdata", ".spdx.json")))
        {
            Compare(file, complaints, ref read);
        }

        Assert.True(read > 50, $"{read} read");
        Corpora.None(complaints, $"{read} SBOMs");
    }

    [Fact]
    public void Valid_documents_of_the_CycloneDX_specification_are_read_and_its_malformed_ones_are_not()
    {
        var complaints = new List<string>();
        var read = 0;
        foreach (var file in Corpora.Files("cyclonedx-spec-tests", ".json").Where(f => Path.GetFileName(f).StartsWith("valid-", StringComparison.Ordinal))) Compare(file, complaints, ref read);
        Assert.True(read > 100, $"{read} read");
        Corpora.None(complaints, $"{read} documents");
    }

    [Fact]
    public void Documents_that_are_named_invalid_for_their_syntax_or_version_are_refused()
    {
        var complaints = new List<string>();
        var files = Corpora.Files("spdx-tools-testdata", ".json").Where(f => f.Contains("BadJSON", StringComparison.OrdinalIgnoreCase) || f.Contains("wrongversion", StringComparison.OrdinalIgnoreCase)).ToList();
        Assert.SkipWhen(files.Count == 0, "no such document is here");
        foreach (var file in files)
        {
            using var content = File.OpenRead(file);
            var check = ContentCheck.Run(content, FactKind.Spdx, Expectation.None);
            if (check.Outcome != Outcome.Unreadable) complaints.Add($"{Path.GetFileName(file)}: {check.Outcome}");
        }

        Corpora.None(complaints, "the documents");
    }

    private static void Compare(string file, List<string> complaints, ref int read)
    {
        var bytes = File.ReadAllBytes(file);
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) bytes = System.Text.Encoding.UTF8.GetBytes(File.ReadAllText(file));
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes.AsMemory(3) : bytes, new JsonDocumentOptions { MaxDepth = 256 });
        }
        catch (JsonException)
        {
            return;
        }

        using (document)
        {
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object) return;
            var expected = root.TryGetProperty("bomFormat", out _) ? CycloneDx(root) : root.TryGetProperty("spdxVersion", out _) || root.TryGetProperty("@graph", out _) ? Spdx(root) : null;
            if (expected is not { } figures) return;
            read++;
            using var content = File.OpenRead(file);
            var check = ContentCheck.Run(content, null, Expectation.None);
            if (check.Outcome == Outcome.Unreadable || check.Count("components") != figures.Components) complaints.Add($"{file}: {check.Kind} {check.Outcome} {check.Count("components")} components, expected {figures.Components}; {(check.Findings.Count == 0 ? null : check.Findings[0])}");
            if (figures.Subject is { } subject && check.Named("subject") != subject) complaints.Add($"{file}: about '{check.Named("subject")}', expected '{subject}'");
            if ((figures.Components == 0) != (check.Outcome == Outcome.Vacuous)) complaints.Add($"{file}: {check.Outcome} with {figures.Components} components");
        }
    }

    private static (long Components, string? Subject)? CycloneDx(JsonElement root)
    {
        var metadata = root.TryGetProperty("metadata", out var m) ? m : default;
        var subject = metadata.ValueKind == JsonValueKind.Object && metadata.TryGetProperty("component", out var c) ? c : default;
        return (Nested(root) + (subject.ValueKind == JsonValueKind.Object ? Nested(subject) : 0), null);

        static long Nested(JsonElement holder) => holder.TryGetProperty("components", out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Sum(i => 1 + Nested(i)) : 0;
    }

    private static (long Components, string? Subject)? Spdx(JsonElement root)
    {
        if (root.TryGetProperty("spdxVersion", out _))
        {
            var packages = root.TryGetProperty("packages", out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().ToList() : [];
            var described = root.TryGetProperty("documentDescribes", out var ids) && ids.ValueKind == JsonValueKind.Array && ids.GetArrayLength() == 1 ? ids[0].GetString() : null;
            var subject = described is null ? null : packages.Where(p => p.GetProperty("SPDXID").GetString() == described).Select(p => p.GetProperty("name").GetString()).FirstOrDefault();
            return (packages.Count, subject is { Length: < 200 } ? subject.Trim() : null);
        }

        return root.TryGetProperty("@graph", out var graph) && graph.ValueKind == JsonValueKind.Array
            ? (graph.EnumerateArray().Count(e => e.TryGetProperty("type", out var type) && type.GetString() is "software_Package" or "ai_AIPackage" or "dataset_DatasetPackage"), null)
            : null;
    }
}
