using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;
using Marque.Components;

namespace Marque.Conformance.Components;

/// <summary>Bills of materials in quantity: what is read, against counts made another way, other serialisations, and the index of the collection.</summary>
public class Sboms
{
    // No bills of materials, or cut off: two results of a scanner in its own form, a list of licence texts, text behind the JSON, half a file.
    private static readonly string[] NotReadable = ["bashrc2-sbom-cdx.json", "scanoss-sbom-cdx.json", "maubot-spdx.json", "powershell-2.2.6.spdx.json", "istio-source.spdx"];

    [Fact]
    public void Every_valid_document_of_the_CycloneDX_specification_is_read_with_all_its_components()
    {
        var complaints = new List<string>();
        var files = Corpora.Files("cyclonedx-spec-tests", ".json", ".xml").Where(f => Path.GetFileName(f).StartsWith("valid-", StringComparison.Ordinal) && f.Contains("/resources/", StringComparison.Ordinal)).ToList();
        foreach (var file in files) Counted(file, complaints);
        Assert.True(files.Count > 250, $"{files.Count} read");
        Corpora.None(complaints, $"{files.Count} documents");
    }

    [Fact]
    public void Every_example_of_CycloneDX_is_read_with_all_its_components()
    {
        var complaints = new List<string>();
        var files = Corpora.Files("cyclonedx-bom-examples", ".json", ".xml").Where(f => Path.GetFileName(f) != "SOURCES.json").ToList();
        foreach (var file in files) Counted(file, complaints);
        Assert.True(files.Count > 20, $"{files.Count} read");
        Corpora.None(complaints, $"{files.Count} documents");
    }

    [Fact]
    public void CycloneDX_JSON_and_XML_of_one_content_give_the_same_components_and_dependencies()
    {
        var complaints = new List<string>();
        var pairs = 0;
        foreach (var json in Corpora.Files("cyclonedx-bom-examples", ".json"))
        {
            var xml = Path.ChangeExtension(json, ".xml");
            if (!File.Exists(xml)) continue;
            pairs++;
            Same(json, xml, complaints);
        }

        Assert.True(pairs > 3, $"{pairs} pairs");
        Corpora.None(complaints, $"{pairs} pairs");
    }

    [Theory]
    [InlineData("SPDXJSONExample-v2.2.spdx.json", "SPDXTagExample-v2.2.spdx")]
    [InlineData("SPDXJSONExample-v2.3.spdx.json", "SPDXTagExample-v2.3.spdx")]
    [InlineData("SPDXJSONExample-UTF-16.spdx.json", "SPDXTagExample-UTF-16.spdx")]
    [InlineData("SPDXJSONExample-UTF-16.spdx.json", "SPDXJSONExample-v2.2.spdx.json")]
    public void SPDX_JSON_and_tag_value_of_one_content_give_the_same_packages_and_relationships(string json, string tags)
    {
        var files = Corpora.Files("spdx-tools-testdata", json, tags);
        Assert.SkipUnless(files.Count == 2, "not both are here");
        var complaints = new List<string>();
        Same(files[0], files[1], complaints);
        Corpora.None(complaints, "one content in two serialisations");
    }

    // What is a package in SPDX 2 was made a file, or left out, when these were rewritten for SPDX 3.
    private static readonly string[] Remodelled = ["example7-bin.spdx3.json", "example7-golang.spdx3.json", "example7-third-party-modules.spdx3.json"];

    [Fact]
    public void SPDX_2_and_3_of_the_same_software_name_the_same_packages()
    {
        var complaints = new List<string>();
        var pairs = 0;
        foreach (var new3 in Corpora.Files("spdx-examples", ".json").Where(f => f.Contains("/spdx3.0/", StringComparison.Ordinal)))
        {
            var old = Path.Combine(Path.GetDirectoryName(new3)!.Replace("spdx3.0", "spdx2.2", StringComparison.Ordinal), Path.GetFileName(new3).Replace(".spdx3.json", "", StringComparison.Ordinal).Replace(".json", "", StringComparison.Ordinal) + ".spdx");
            if (!File.Exists(old)) old += ".json";
            if (!File.Exists(old) || Remodelled.Contains(Path.GetFileName(new3))) continue;
            pairs++;
            var (a, b) = (Read(old, complaints), Read(new3, complaints));
            if (a is null || b is null) continue;
            Equal(Path.GetFileName(new3), "packages", Named(a), Named(b), complaints);
            Equal(Path.GetFileName(new3), "relationships", Related(a), Related(b), complaints);
        }

        Assert.True(pairs > 5, $"{pairs} pairs");
        Corpora.None(complaints, $"{pairs} pairs");
    }

    [Fact]
    public void SBOMs_in_the_wild_are_read_but_for_those_that_are_none()
    {
        var complaints = new List<string>();
        var folder = Path.Combine(Corpora.Folder("sbom-bom-shelter"), "in-the-wild");
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".csv", StringComparison.Ordinal) && !f.EndsWith(".md", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        foreach (var file in files)
        {
            using var content = File.OpenRead(file);
            var read = SbomFile.Read(content, Path.GetFileName(file));
            if (read.Value is null != NotReadable.Contains(Path.GetFileName(file))) complaints.Add($"{Path.GetFileName(file)}: {string.Join(' ', read.Problems)}");
            else if (read.Value is { } sbom && sbom.Graph.TopLevel.Any(t => sbom.Graph.DepthOf(t) != 1)) complaints.Add($"{Path.GetFileName(file)}: a top-level component is not at depth 1");
        }

        Assert.True(files.Count > 40, $"{files.Count} read");
        Corpora.None(complaints, $"{files.Count} files");
    }

    [Fact]
    public void JSON_and_tag_value_of_one_release_in_the_wild_give_the_same_packages()
    {
        var complaints = new List<string>();
        var pairs = 0;
        foreach (var json in Corpora.Files("sbom-bom-shelter", ".spdx.json"))
        {
            // Its tag-value file was edited: every "sha256" became "SHA256", in names of packages too.
            if (Path.GetFileName(json) is "source-controller_0.21.2_sbom.spdx.json") continue;
            var tags = json[..^".json".Length];
            if (!File.Exists(tags)) continue;
            pairs++;
            Same(json, tags, complaints);
        }

        Assert.True(pairs > 5, $"{pairs} pairs");
        Corpora.None(complaints, $"{pairs} pairs");
    }

    [Fact]
    public void Container_SBOMs_have_the_packages_the_package_URLs_and_the_relationships_of_their_index()
    {
        var folder = Corpora.Folder("sbom-bom-shelter");
        var index = Directory.EnumerateFiles(folder, "lab-*.index.csv").SelectMany(f => File.ReadLines(f).Skip(1)).Select(line => line.Split(',')).ToDictionary(c => c[0], c => $"{c[6]} {c[7]} {c[8]}", StringComparer.Ordinal);
        var complaints = new List<string>();
        var read = 0;
        foreach (var archive in Directory.EnumerateFiles(folder, "lab-*.zip"))
        {
            using var zip = ZipFile.OpenRead(archive);
            foreach (var entry in zip.Entries)
            {
                using var content = entry.Open();
                Indexed(entry.Name, content);
            }
        }

        // All of them, where the time is taken and the tool is there.
        if (Environment.GetEnvironmentVariable("MARQUE_TEST_FULL") == "1" && File.Exists("/usr/bin/zstd"))
        {
            foreach (var archive in Directory.EnumerateFiles(folder, "lab-*.tar.zst")) Unpacked(archive, Indexed);
        }

        Assert.SkipWhen(read == 0, "no sample of the container SBOMs is here");
        Corpora.None(complaints, $"{read} SBOMs");

        void Indexed(string name, Stream content)
        {
            if (!index.TryGetValue(name, out var expected)) return;
            read++;
            var sbom = SbomFile.Read(content, name);
            var ours = sbom.Value is null ? sbom.Problems[0].ToString() : $"{sbom.Value.Components.Count} {sbom.Value.Components.Count(c => c.HasPurl)} {sbom.Value.RelationshipCount}";
            if (ours != expected) complaints.Add($"{name}: {ours}, expected {expected}");
        }
    }

    [Fact]
    public void SPDX_documents_that_are_named_invalid_for_syntax_or_version_are_refused_and_other_serialisations_say_what_to_do()
    {
        var complaints = new List<string>();
        foreach (var file in Corpora.Files("spdx-tools-testdata", ""))
        {
            var name = Path.GetFileName(file);
            using var content = File.OpenRead(file);
            var bad = name.Contains("BadJSON", StringComparison.OrdinalIgnoreCase) || name.Contains("wrongversion", StringComparison.OrdinalIgnoreCase);
            var other = name.EndsWith(".yaml", StringComparison.Ordinal) || name.EndsWith(".xml", StringComparison.Ordinal);
            if (!bad && !other) continue;
            var read = SbomFile.Read(content, name);
            if (read.Value is not null) complaints.Add($"{name}: read");
            else if (other && !bad && read.Problems[0] is not { Code: "sbom.form" }) complaints.Add(read.Problems[0].ToString());
        }

        Corpora.None(complaints, "the documents");
    }

    private static void Counted(string file, List<string> complaints)
    {
        if (Read(file, complaints) is not { } sbom) return;
        var (listed, purls, dependencies) = file.EndsWith(".xml", StringComparison.Ordinal) ? Xml(XDocument.Load(file).Root!) : Json(file);
        var ours = (sbom.Listed, sbom.Components.Count(c => c.HasPurl && !c.IsSubject), sbom.RelationshipCount);
        if (ours != (listed, purls, dependencies)) complaints.Add($"{file}: {ours}, expected {(listed, purls, dependencies)}");
    }

    private static (int Listed, int Purls, int Dependencies) Json(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file), new JsonDocumentOptions { MaxDepth = 256 });
        var root = document.RootElement;
        var (listed, purls) = Inside(root);
        if (root.TryGetProperty("metadata", out var metadata) && metadata.TryGetProperty("component", out var subject)) (listed, purls) = (listed + Inside(subject).Listed, purls + Inside(subject).Purls);
        var dependencies = 0;
        if (root.TryGetProperty("dependencies", out var list))
        {
            foreach (var one in list.EnumerateArray()) dependencies += Length(one, "dependsOn") + Length(one, "provides");
        }

        return (listed, purls, dependencies);

        static int Length(JsonElement one, string name) => one.TryGetProperty(name, out var list) ? list.GetArrayLength() : 0;

        static (int Listed, int Purls) Inside(JsonElement owner)
        {
            var (count, purls) = (0, 0);
            if (!owner.TryGetProperty("components", out var list)) return (0, 0);
            foreach (var one in list.EnumerateArray())
            {
                var inside = Inside(one);
                (count, purls) = (count + 1 + inside.Listed, purls + inside.Purls + (one.TryGetProperty("purl", out var purl) && purl.GetString()!.Length > 0 ? 1 : 0));
            }

            return (count, purls);
        }
    }

    private static (int Listed, int Purls, int Dependencies) Xml(XElement root)
    {
        var space = root.Name.Namespace;
        var lists = root.Elements(space + "components").Concat(root.Elements(space + "metadata").Elements(space + "component").Elements(space + "components"));
        var (listed, purls) = (0, 0);
        foreach (var list in lists) Inside(list);
        var dependencies = root.Elements(space + "dependencies").Elements(space + "dependency").Sum(d => d.Descendants().Count(e => e.Name == space + "dependency" || e.Name == space + "provides"));
        return (listed, purls, dependencies);

        void Inside(XElement list)
        {
            foreach (var one in list.Elements(space + "component"))
            {
                listed++;
                if (one.Element(space + "purl")?.Value.Trim().Length > 0) purls++;
                foreach (var inner in one.Elements(space + "components")) Inside(inner);
            }
        }
    }

    private static Sbom? Read(string file, List<string> complaints)
    {
        using var content = File.OpenRead(file);
        var read = SbomFile.Read(content, Path.GetFileName(file));
        if (read.Value is null) complaints.Add($"{file}: {string.Join(' ', read.Problems)}");
        return read.Value;
    }

    private static void Same(string one, string other, List<string> complaints)
    {
        var (a, b) = (Read(one, complaints), Read(other, complaints));
        if (a is null || b is null) return;
        Equal(Path.GetFileName(one), "components", Named(a), Named(b), complaints);
        Equal(Path.GetFileName(one), "relationships", Related(a), Related(b), complaints);
    }

    private static void Equal(string file, string what, List<string> a, List<string> b, List<string> complaints)
    {
        if (a.SequenceEqual(b)) return;
        complaints.Add($"{file}: {what} differ, only in the one: {string.Join(" | ", a.Except(b).Take(5))}, only in the other: {string.Join(" | ", b.Except(a).Take(5))} ({a.Count} and {b.Count})");
    }

    private static List<string> Named(Sbom sbom) => [.. sbom.Components.Select(c => $"{c.Name} {c.Version} {c.Purl}").Order(StringComparer.Ordinal)];

    // Between components, by name: the references of two serialisations differ.
    private static List<string> Related(Sbom sbom)
    {
        var edges = new List<string>();
        foreach (var component in sbom.Components) edges.AddRange(sbom.Graph.DependenciesOf(component.Index).Select(to => $"{component.Name} -> {sbom.Components[to].Name}"));
        edges.Sort(StringComparer.Ordinal);
        return edges;
    }

    private static void Unpacked(string archive, Action<string, Stream> each)
    {
        using var process = Process.Start(new ProcessStartInfo("/usr/bin/zstd", ["-d", "--long=27", "-c", "-q", archive]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        using (var tar = new System.Formats.Tar.TarReader(process.StandardOutput.BaseStream))
        {
            while (tar.GetNextEntry() is { } entry)
            {
                if (entry.DataStream is { } content) each(Path.GetFileName(entry.Name), content);
            }
        }

        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
