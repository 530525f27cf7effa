using System.Text.Json;
using Marque.Components;
using Marque.Components.Purls;

namespace Marque.Conformance.Components;

/// <summary>The suite of the package URL specification (purl-spec, tests/ and types/).</summary>
public sealed class PackageUrls
{
    [Fact]
    public void Every_case_of_the_suite_comes_out_as_it_says()
    {
        var complaints = new List<string>();
        var cases = 0;
        foreach (var file in Corpora.Files("purl-spec", "-test.json"))
        {
            using var suite = JsonDocument.Parse(File.ReadAllBytes(file));
            foreach (var test in suite.RootElement.GetProperty("tests").EnumerateArray())
            {
                cases++;
                var (expected, got) = (Expected(test), Got(test));
                if (expected != got) complaints.Add($"{Path.GetFileName(file)}: {test.GetProperty("test_group")} {test.GetProperty("test_type")} {test.GetProperty("input").GetRawText()}: expected {expected ?? "a failure"}, got {got ?? "a failure"}");
            }
        }

        Assert.NotEqual(0, cases);
        Corpora.None(complaints, $"{cases} cases");
    }

    /// <summary>The suite before 2025-08, one file.</summary>
    [Fact]
    public void Every_case_of_the_old_suite_comes_out_as_it_says()
    {
        var files = Corpora.Files("purl-spec", "test-suite-data.json");
        Assert.SkipWhen(files.Count == 0, "the old suite is not here");
        var complaints = new List<string>();
        using var suite = JsonDocument.Parse(File.ReadAllBytes(files[0]));
        foreach (var test in suite.RootElement.EnumerateArray())
        {
            var text = test.GetProperty("purl").GetString()!;
            var expected = test.GetProperty("is_invalid").GetBoolean() ? null : test.GetProperty("canonical_purl").GetString();
            var got = Purl.TryParse(text, out var purl, out _) ? purl.ToString() : null;
            if (expected != got) complaints.Add($"{test.GetProperty("description")}: {text}: expected {expected ?? "a failure"}, got {got ?? "a failure"}");
        }

        Corpora.None(complaints, $"{suite.RootElement.GetArrayLength()} cases");
    }

    [Fact]
    public void Every_definition_of_a_type_says_what_ours_says()
    {
        var complaints = new List<string>();
        foreach (var file in Corpora.Files("purl-spec", "-definition.json"))
        {
            using var definition = JsonDocument.Parse(File.ReadAllBytes(file));
            var root = definition.RootElement;
            var name = root.GetProperty("type").GetString()!;
            if (PurlTypes.Of(name) is not { } ours)
            {
                complaints.Add($"{name}: not known");
                continue;
            }

            var requirement = root.GetProperty("namespace_definition").GetProperty("requirement").GetString();
            if (!requirement!.Equals(ours.Namespace.ToString(), StringComparison.OrdinalIgnoreCase)) complaints.Add($"{name}: namespace {requirement}, ours {ours.Namespace}");
            foreach (var part in (PurlParts[])[PurlParts.Namespace, PurlParts.Name, PurlParts.Version, PurlParts.Subpath])
            {
                var lowered = root.TryGetProperty($"{part.ToString().ToLowerInvariant()}_definition", out var rule) && rule.TryGetProperty("case_sensitive", out var sensitive) && !sensitive.GetBoolean();
                // The notes on Go say "shall be lowercased" beside a flag that says the opposite; the note is the rule (docs/components.md).
                if (lowered != ours.Lowered.HasFlag(part) && name != "golang") complaints.Add($"{name}: {part} lowered {lowered}, ours {ours.Lowered}");
            }

            foreach (var example in root.GetProperty("examples").EnumerateArray())
            {
                if (!Purl.TryParse(example.GetString()!, out _, out var problem)) complaints.Add($"{example}: {problem}");
            }

            var keys = root.TryGetProperty("qualifiers_definition", out var list) ? list.EnumerateArray().ToList() : [];
            if (!keys.Select(k => k.GetProperty("key").GetString()).SequenceEqual(ours.Keys)) complaints.Add($"{name}: qualifiers {string.Join(' ', ours.Keys)}");
            var required = keys.FirstOrDefault(k => k.TryGetProperty("requirement", out var r) && r.GetString() == "required");
            if ((required.ValueKind == JsonValueKind.Undefined ? "" : required.GetProperty("key").GetString()) != ours.RequiredKey) complaints.Add($"{name}: requires {ours.RequiredKey}");
            if (root.GetProperty("repository").TryGetProperty("default_repository_url", out var url) && url.GetString() != ours.Repository) complaints.Add($"{name}: repository {ours.Repository}");
        }

        Corpora.None(complaints, "the definitions");
    }

    [Fact]
    public void The_registry_lists_our_types_and_no_other()
    {
        var file = Path.Combine(Corpora.Folder("purl-spec"), "purl-types-index.json");
        Assert.SkipUnless(File.Exists(file), "the index of types is not here");
        using var index = JsonDocument.Parse(File.ReadAllBytes(file));
        Assert.Equal(index.RootElement.EnumerateArray().Select(t => t.GetString()), PurlTypes.All.Select(t => t.Name));
    }

    private static string? Expected(JsonElement test)
    {
        if (test.GetProperty("expected_failure").GetBoolean()) return null;
        var output = test.GetProperty("expected_output");
        return output.ValueKind == JsonValueKind.String ? output.GetString() : Parts(output);
    }

    private static string? Got(JsonElement test)
    {
        var input = test.GetProperty("input");
        PurlReading read;
        if (input.ValueKind == JsonValueKind.String) read = Purl.Read(input.GetString()!);
        else
        {
            string? Text(string name) => input.TryGetProperty(name, out var part) && part.ValueKind == JsonValueKind.String ? part.GetString() : null;
            var pairs = input.TryGetProperty("qualifiers", out var qualifiers) && qualifiers.ValueKind == JsonValueKind.Object ? qualifiers.EnumerateObject().Select(q => KeyValuePair.Create(q.Name, q.Value.GetString()!)) : null;
            read = Purl.Build(Text("type") ?? "", Text("namespace"), Text("name"), Text("version"), pairs, Text("subpath"));
        }

        if (read.Fault != PurlFault.None) return null;
        var kind = test.GetProperty("test_type").GetString();
        // Parsing is where keys must be in lower case already; validating makes them so (ECMA-427, 5.6.6; the suite's own cases of both).
        if (kind == "parse" && read.Changes.HasFlag(PurlChanges.QualifierKeys)) return null;
        return kind == "parse" ? Parts(read.Purl!) : read.Purl!.ToString();
    }

    private static string Parts(Purl purl) => $"{purl.Type}|{purl.Namespace}|{purl.Name}|{purl.Version}|{string.Join('&', purl.Qualifiers.OrderBy(q => q.Key, StringComparer.Ordinal))}|{purl.Subpath}";

    private static string Parts(JsonElement parts)
    {
        string Text(string name) => parts.TryGetProperty(name, out var part) && part.ValueKind == JsonValueKind.String ? part.GetString()! : "";
        var pairs = parts.TryGetProperty("qualifiers", out var qualifiers) && qualifiers.ValueKind == JsonValueKind.Object ? qualifiers.EnumerateObject().Select(q => KeyValuePair.Create(q.Name, q.Value.GetString()!)) : [];
        return $"{Text("type")}|{Text("namespace")}|{Text("name")}|{Text("version")}|{string.Join('&', pairs.OrderBy(q => q.Key, StringComparer.Ordinal))}|{Text("subpath")}";
    }
}
