using System.Text.Json;
using Marque.Versions;

namespace Marque.Conformance.Versions;

/// <summary>The test suite of package-url/vers-spec: comparison, equality, parsing, validation, containment and native ranges.</summary>
public class VersSpecTests
{
    // Left out with their reasons; docs/versions.md names them for users.
    private static readonly Dictionary<string, string> Deviations = new(StringComparer.Ordinal)
    {
        [">= 2.2.x"] = "node-semver reads it as >=2.2.0",
    };

    [Fact]
    public void Every_case_of_the_suite_comes_out_as_expected()
    {
        var complaints = new List<string>();
        var cases = 0;
        foreach (var file in Corpora.Files("vers-spec", "test.json"))
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file));
            foreach (var test in json.RootElement.GetProperty("tests").EnumerateArray())
            {
                cases++;
                if (Complaint(test) is { } complaint) complaints.Add($"{Path.GetFileName(file)}: {test.GetProperty("input")}: {complaint}");
            }
        }

        Assert.True(cases > 500, $"only {cases} cases");
        Corpora.None(complaints, $"{cases} cases");
    }

    private static string? Complaint(JsonElement test)
    {
        var input = test.GetProperty("input");
        var fails = test.TryGetProperty("expected_failure", out var failure) && failure.GetBoolean();
        return test.GetProperty("test_type").GetString() switch
        {
            "comparison" => Sorted(input, test.GetProperty("expected_output")),
            "equality" => Equal(input, test.GetProperty("expected_output").GetBoolean()),
            "parse" => Parsed(input.GetString()!, fails, test),
            "validate" => Vers.TryParseLoosely(input.GetString()!, out var vers, out var problem) == fails ? problem : fails ? null : Same(vers!.ToString(), test),
            "containment" => Contained(input, test.GetProperty("expected_output").GetBoolean()),
            "from_native" => Native(input, test),
            var other => $"unknown test type '{other}'",
        };
    }

    private static VersionScheme Scheme(JsonElement input) => new Vers(input.GetProperty("input_scheme").GetString()!, []).Scheme;

    private static string? Sorted(JsonElement input, JsonElement expected)
    {
        var scheme = Scheme(input);
        string[] versions = [.. input.GetProperty("versions").EnumerateArray().Select(v => v.GetString()!)];
        if (versions.FirstOrDefault(v => !VersionOrder.TryCompare(scheme, v, v, out _)) is { } wrong) return $"'{wrong}' has no order";
        string[] sorted = [.. versions.Order(Comparer<string>.Create((a, b) => VersionOrder.Compare(scheme, a, b)))];
        string[] wanted = [.. expected.ValueKind == JsonValueKind.Array ? expected.EnumerateArray().Select(v => v.GetString()!) : []];
        // Some cases of equal versions are filed under comparison, with a truth value.
        if (expected.ValueKind is JsonValueKind.True) return VersionOrder.Compare(scheme, versions[0], versions[1]) == 0 ? null : "not equal";
        for (var i = 0; i < wanted.Length; i++)
            if (VersionOrder.Compare(scheme, sorted[i], wanted[i]) != 0) return $"sorted {string.Join(' ', sorted)}";
        for (var i = 1; i < wanted.Length; i++)
            if (VersionOrder.Compare(scheme, wanted[i - 1], wanted[i]) >= 0) return $"{wanted[i - 1]} does not come before {wanted[i]}";
        return null;
    }

    private static string? Equal(JsonElement input, bool expected)
    {
        var versions = input.GetProperty("versions");
        if (!VersionOrder.TryCompare(Scheme(input), versions[0].GetString(), versions[1].GetString(), out var order)) return "no order";
        return order == 0 == expected ? null : $"is {order}";
    }

    private static string? Parsed(string text, bool fails, JsonElement test)
    {
        if (Vers.TryParse(text, out var vers, out var problem) == fails) return fails ? "was read" : problem;
        if (fails) return null;
        var expected = test.GetProperty("expected_output");
        if (vers!.Type != expected.GetProperty("scheme").GetString()) return $"the type is {vers.Type}";
        string[] wanted = [.. expected.GetProperty("version_constraints").EnumerateArray().Select(c => $"{c[0].GetString()} {c[1].GetString()}")];
        string[] got = [.. vers.Constraints.Select(c => $"{c.Sign} {c.Version}")];
        return wanted.SequenceEqual(got) ? vers.ToString() == text ? null : $"writes {vers}" : string.Join('|', got);
    }

    private static string? Contained(JsonElement input, bool expected)
    {
        if (!Vers.TryParseLoosely(input.GetProperty("vers").GetString()!, out var vers, out var problem)) return problem;
        return vers.Contains(input.GetProperty("version").GetString()) == expected ? null : $"is {vers.Contains(input.GetProperty("version").GetString())}";
    }

    private static string? Native(JsonElement input, JsonElement test)
    {
        var range = input.GetProperty("native_range").GetString()!;
        if (Deviations.ContainsKey(range)) return null;
        return Vers.TryFromNative(input.GetProperty("scheme").GetString()!, range, out var vers, out var problem) ? Same(vers.ToString(), test) : problem;
    }

    private static string? Same(string got, JsonElement test) => test.GetProperty("expected_output").GetString() == got ? null : got;
}
