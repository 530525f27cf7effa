using System.IO.Compression;
using Marque.Components.Conformance;

namespace Marque.Conformance.Components;

/// <summary>Bills of materials that their publishers or other validators call valid or invalid.</summary>
public class SchemaConformance
{
    [Fact]
    public void CycloneDX_documents_are_valid_or_invalid_as_the_specification_says()
    {
        var complaints = new List<string>();
        var read = 0;
        foreach (var file in Corpora.Files("cyclonedx-spec-tests", ".json", ".xml"))
        {
            var name = Path.GetFileName(file);
            var valid = name.StartsWith("valid-", StringComparison.Ordinal);
            if (!valid && !name.Contains("invalid-", StringComparison.Ordinal)) continue;
            read++;
            var result = Check(file);
            if (result.Conforms != valid) complaints.Add(Complaint(file, result));
        }

        Assert.True(read > 300, $"{read} read");
        Corpora.None(complaints, $"{read} documents");
    }

    [Theory]
    [InlineData("cyclonedx-bom-examples")]
    [InlineData("spdx-examples")]
    [InlineData("spdx-tools-testdata")]
    public void Published_examples_conform(string corpus)
    {
        var complaints = new List<string>();
        var read = 0;
        foreach (var file in Corpora.Files(corpus, ".json", ".xml", ".spdx", ".jsonld"))
        {
            var result = Check(file);
            // Schemas, contexts and lists of sources are no bills of materials; RDF, YAML and SPDX's own XML are not checked.
            if (result.Format.Length == 0 || result.Serialization is "YAML" || file.EndsWith("spdx-context.jsonld", StringComparison.Ordinal)) continue;
            read++;
            if (result.Conforms == Path.GetDirectoryName(file)!.EndsWith("invalid", StringComparison.Ordinal)) complaints.Add(Complaint(file, result));
        }

        Assert.True(read > 10, $"{read} read");
        Corpora.None(complaints, $"{read} documents");
    }

    [Fact]
    public void Container_SBOMs_fit_the_SPDX_schema_where_another_validator_says_so()
    {
        var folder = Corpora.Folder("sbom-bom-shelter");
        var index = Directory.EnumerateFiles(folder, "lab-*.index.csv").SelectMany(f => File.ReadLines(f).Skip(1)).Select(line => line.Split(',')).ToDictionary(c => c[0], c => c[9] == "true", StringComparer.Ordinal);
        var complaints = new List<string>();
        var read = 0;
        foreach (var archive in Directory.EnumerateFiles(folder, "lab-*.zip"))
        {
            using var zip = ZipFile.OpenRead(archive);
            foreach (var entry in zip.Entries)
            {
                if (!index.TryGetValue(entry.Name, out var valid)) continue;
                read++;
                using var content = entry.Open();
                var result = ConformanceCheck.Run(content, TestContext.Current.CancellationToken);
                if (result.Problems.Any(p => p.Demand is Demand.Schema or Demand.Syntax) == valid) complaints.Add(Complaint(entry.Name, result));
            }
        }

        Assert.SkipWhen(read == 0, "no sample of the container SBOMs is here");
        Corpora.None(complaints, $"{read} SBOMs");
    }

    private static ConformanceResult Check(string file)
    {
        using var content = File.OpenRead(file);
        return ConformanceCheck.Run(content, TestContext.Current.CancellationToken);
    }

    private static string Complaint(string file, ConformanceResult result) =>
        $"{file}: {(result.Conforms ? "conforms" : "does not conform")}: {string.Join(" | ", result.Problems.Where(p => p.Demand != Demand.Note).Take(3).Select(p => $"{p.Line} {p.Location} {p.Rule}: {p.Message}"))}";
}
