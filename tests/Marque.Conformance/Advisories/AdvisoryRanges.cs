using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Marque.Advisories;
using Marque.Components;
using Marque.Components.Purls;

namespace Marque.Conformance.Advisories;

/// <summary>Ranges of other databases as ground truth: the first version of a range hits, its end does not, and a pre-release of the end does.</summary>
public sealed partial class AdvisoryRanges
{
    [Theory]
    [InlineData("advisories-maven.csv", "Maven", "maven", 5_500)]
    [InlineData("advisories-nuget.csv", "NuGet", "nuget", 1_500)]
    public void Ranges_of_GitHub_advisories_hit_from_their_first_version_to_before_their_fix(string file, string ecosystem, string type, int least)
    {
        var rows = Rows(File.ReadAllText(Path.Combine(Corpora.Folder("ghsa-ranges-csv"), file))).Where(r => r.Count == 8 && r[5].Length > 0).ToList();
        Assert.True(rows.Count > least, $"{rows.Count} rows");
        var index = Index(rows.Select((r, at) => (Id: $"ROW-{at}", Package: r[3], Events: new[] { ("introduced", r[4]), ("fixed", r[5]) })), ecosystem);
        var complaints = new List<string>();
        for (var at = 0; at < rows.Count; at++)
        {
            var (package, introduced, end) = (rows[at][3], rows[at][4], rows[at][5]);
            Check(introduced == "0" ? "" : introduced, true);
            Check(end, false);
            // Unless the range begins among the pre-releases of its own end.
            if (Numbers().IsMatch(end) && !introduced.StartsWith(end, StringComparison.Ordinal)) Check($"{end}-alpha-1", true);

            void Check(string version, bool hits)
            {
                if (version.Length == 0) return;
                var (space, name) = type == "maven" ? (package.Split(':')[0], package.Split(':')[1]) : ("", package);
                var match = Marque.Advisories.Match.Component(index, Purl.Build(type, space, name, version).Purl!);
                var found = match.Findings.Any(f => f.Hits.Any(h => h.Record == $"ROW-{at}"));
                if (match.NotJudged.Any(n => n.Record == $"ROW-{at}")) complaints.Add($"{package} {version}: not judged");
                else if (found != hits) complaints.Add($"{package} [{introduced}, {end}): {version} {(hits ? "should hit" : "should not hit")}");
            }
        }

        Corpora.None(complaints, $"{rows.Count} rows");
    }

    [Fact]
    public void Constraints_of_PHP_advisories_hit_at_their_bounds_as_their_signs_say()
    {
        using var gzip = new GZipStream(File.OpenRead(Path.Combine(Corpora.Folder("php-security-advisories"), "friendsofphp.jsonl.gz")), CompressionMode.Decompress);
        using var reader = new StreamReader(gzip);
        var branches = new List<(string Id, string Package, (string Kind, string Version)[] Events)>();
        var other = 0;
        while (reader.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            var package = json.RootElement.GetProperty("reference").GetString()!.Replace("composer://", "", StringComparison.Ordinal);
            foreach (var branch in json.RootElement.GetProperty("branches").EnumerateObject())
            {
                var constraints = branch.Value.GetProperty("versions").EnumerateArray().Select(v => Constraint().Match(v.GetString()!)).ToList();
                if (constraints.Exists(c => !c.Success || c.Groups[1].Value is "=" or "==" or ">" or "!=") || constraints.Count(c => c.Groups[1].Value == ">=") > 1) other++;
                else branches.Add(($"PHP-{branches.Count}", package, [.. constraints.Select(c => (c.Groups[1].Value switch { ">=" => "introduced", "<" => "fixed", _ => "last_affected" }, c.Groups[2].Value))]));
            }
        }

        Assert.True(branches.Count > 3000, $"{branches.Count} branches, {other} with other signs");
        var index = Index(branches.Select(b => (b.Id, b.Package, Events: b.Events.Any(e => e.Kind == "introduced") ? b.Events : [("introduced", "0"), .. b.Events])), "Packagist");
        var complaints = new List<string>();
        foreach (var (id, package, events) in branches)
        {
            foreach (var (kind, version) in events)
            {
                var match = Marque.Advisories.Match.Component(index, Purl.Build("composer", package.Split('/')[0], package.Split('/')[1], version).Purl!);
                var found = match.Findings.Any(f => f.Hits.Any(h => h.Record == id));
                if (match.NotJudged.Any(n => n.Record == id)) complaints.Add($"{package} {version}: not judged");
                else if (found != (kind != "fixed")) complaints.Add($"{package} {string.Join(' ', events)}: {version} {(found ? "hits" : "does not hit")}");
            }
        }

        Corpora.None(complaints, $"{branches.Count} branches");
    }

    private static AdvisoryIndex Index(IEnumerable<(string Id, string Package, (string Kind, string Version)[] Events)> ranges, string ecosystem)
    {
        var builder = new AdvisoryIndexBuilder("corpus");
        foreach (var (id, package, events) in ranges)
        {
            var texts = events.Select(e => $"{{\"{e.Kind}\":{Text(e.Version)}}}");
            var added = builder.Add(Encoding.UTF8.GetBytes($$"""{"id":"{{id}}","modified":"2026-01-01T00:00:00Z","affected":[{"package":{"ecosystem":"{{ecosystem}}","name":{{Text(package)}}},"ranges":[{"type":"ECOSYSTEM","events":[{{string.Join(',', texts)}}]}]}]}"""));
            Assert.True(added.Kind == Addition.Added, added.Reason);
        }

        var segment = new MemoryStream();
        builder.Write(segment);
        return AdvisoryIndex.Open([segment.ToArray()]).Value!;
    }

    private static string Text(string text) => $"\"{JsonEncodedText.Encode(text)}\"";

    // RFC 4180.
    private static IEnumerable<List<string>> Rows(string csv)
    {
        var (row, field, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var at = 0; at < csv.Length; at++)
        {
            var one = csv[at];
            if (quoted)
            {
                if (one != '"') field.Append(one);
                else if (at + 1 < csv.Length && csv[at + 1] == '"') field.Append(csv[++at]);
                else quoted = false;
            }
            else if (one == '"') quoted = true;
            else if (one is ',' or '\n')
            {
                row.Add(field.ToString().TrimEnd('\r'));
                field.Clear();
                if (one == ',') continue;
                yield return row;
                row = [];
            }
            else field.Append(one);
        }
    }

    [GeneratedRegex(@"^\d+(\.\d+)*$")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"^(>=|<=|<|>|==|=|!=)\s*(\S+)$")]
    private static partial Regex Constraint();
}
