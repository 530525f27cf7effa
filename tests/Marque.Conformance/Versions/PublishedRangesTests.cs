using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using Marque.Versions;

namespace Marque.Conformance.Versions;

/// <summary>Ranges of real advisories: every bound is a version of its ecosystem, and no range ends before it begins.</summary>
public partial class PublishedRangesTests
{
    [Theory]
    [InlineData("advisories-maven.csv", "Maven")]
    [InlineData("advisories-nuget.csv", "NuGet")]
    [InlineData("advisories-npm.csv", "npm")]
    public void Every_bound_of_the_github_advisories_is_a_version_and_introduced_comes_before_fixed(string name, string ecosystem)
    {
        var file = Path.Combine(Corpora.Folder("ghsa-ranges-csv"), name);
        Assert.SkipUnless(File.Exists(file), $"{name} is not here");
        var scheme = Ecosystem.Parse(ecosystem).Scheme;
        var complaints = new List<string>();
        var rows = 0;
        foreach (var row in File.ReadLines(file).Select(l => Cells().Matches(l).Select(m => m.Groups["cell"].Value.Trim('"')).ToArray()).Where(r => r.Length >= 6))
        {
            rows++;
            string introduced = row[4], last = row[5];
            if (introduced.Length > 0 && !VersionOrder.IsVersion(scheme, introduced)) complaints.Add($"{row[0]} {row[3]}: '{introduced}' is no version");
            else if (last.Length > 0 && !VersionOrder.IsVersion(scheme, last)) complaints.Add($"{row[0]} {row[3]}: '{last}' is no version");
            else if (last.Length > 0 && introduced.Length > 0 && introduced != "0" && VersionOrder.Compare(scheme, introduced, last) > 0) complaints.Add($"{row[0]} {row[3]}: {introduced} comes after {last}");
        }

        Assert.True(rows > 1000, $"only {rows} rows");
        Corpora.None(complaints, $"{rows} rows");
    }

    [Fact]
    public void Every_range_of_the_php_advisories_becomes_a_vers_that_holds_its_first_version_and_not_the_one_it_was_fixed_in()
    {
        var file = Path.Combine(Corpora.Folder("php-security-advisories"), "friendsofphp.jsonl.gz");
        Assert.SkipUnless(File.Exists(file), "the advisories are not here");
        using var text = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        var complaints = new List<string>();
        var ranges = 0;
        while (text.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            foreach (var branch in json.RootElement.GetProperty("branches").EnumerateObject())
            {
                ranges++;
                var bounds = branch.Value.GetProperty("versions");
                var native = bounds.ValueKind == JsonValueKind.String ? bounds.GetString()! : string.Join(", ", bounds.EnumerateArray().Select(b => b.GetString()));
                if (!Vers.TryFromNative("composer", native, out var vers, out var problem)) complaints.Add($"{json.RootElement.GetProperty("_file")}: {native}: {problem}");
                else if (!Vers.TryParse(vers.ToString(), out _, out problem)) complaints.Add($"{native}: {vers}: {problem}");
                else complaints.AddRange(vers.Constraints.Where(c => vers.Contains(c.Version) != (c.Sign is ">=" or "<=" or "=")).Select(c => $"{vers}: {c}"));
            }
        }

        Assert.True(ranges > 1000, $"only {ranges} ranges");
        Corpora.None(complaints, $"{ranges} ranges");
    }

    [GeneratedRegex("""(^|,)(?<cell>"([^"]|"")*"|[^,]*)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Cells();
}
