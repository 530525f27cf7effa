using Marque.Versions;

namespace Marque.Conformance.Versions;

/// <summary>The fixtures of osv-scalibr: one comparison a line, in files named by ecosystem.</summary>
public class VersionFixtureTests
{
    [Fact]
    public void Every_comparison_of_the_fixtures_comes_out_as_written_and_the_other_way_round()
    {
        var complaints = new List<string>();
        var lines = 0;
        foreach (var file in Corpora.Files("semantic-version-fixtures", ".txt"))
        {
            var scheme = Scheme(Path.GetFileName(file));
            foreach (var line in File.ReadLines(file).Select(l => l.Trim()).Where(l => l.Length > 0 && !l.StartsWith("//", StringComparison.Ordinal) && !l.StartsWith("# ", StringComparison.Ordinal)))
            {
                lines++;
                if (Complaint(scheme, line) is { } complaint) complaints.Add($"{Path.GetFileName(file)}: {line}: {complaint}");
            }
        }

        Assert.True(lines > 1000, $"only {lines} lines");
        Corpora.None(complaints, $"{lines} lines");
    }

    private static VersionScheme Scheme(string file) => file[..file.IndexOf('-', StringComparison.Ordinal)] switch
    {
        "alpine" => Ecosystem.Parse("Alpine:v3.20").Scheme,
        "cran" => Ecosystem.Parse("CRAN").Scheme,
        "debian" => Ecosystem.Parse("Debian:12").Scheme,
        "hackage" => Ecosystem.Parse("Hackage").Scheme,
        "maven" => Ecosystem.Parse("Maven").Scheme,
        "nuget" => Ecosystem.Parse("NuGet").Scheme,
        "packagist" => Ecosystem.Parse("Packagist").Scheme,
        "pub" => Ecosystem.Parse("Pub").Scheme,
        "pypi" => Ecosystem.Parse("PyPI").Scheme,
        "redhat" => Ecosystem.Parse("Red Hat:enterprise_linux:9::appstream").Scheme,
        "rubygems" => Ecosystem.Parse("RubyGems").Scheme,
        "semver" => Ecosystem.Parse("npm").Scheme,
        var other => throw new InvalidDataException($"which ecosystem is '{other}'?"),
    };

    private static string? Complaint(VersionScheme scheme, string line)
    {
        foreach (var sign in new[] { " < ", " = ", " > " })
        {
            var at = line.IndexOf(sign, StringComparison.Ordinal);
            if (at < 0) continue;
            string a = line[..at].Trim(), b = line[(at + 3)..].Trim();
            var expected = sign[1] switch { '<' => -1, '=' => 0, _ => 1 };
            if (!VersionOrder.TryCompare(scheme, a, b, out var order) || !VersionOrder.TryCompare(scheme, b, a, out var back)) return "no order";
            return Math.Sign(order) != expected ? $"is {Math.Sign(order)}" : Math.Sign(back) != -expected ? "the other way round differs" : null;
        }
        return "no comparison";
    }
}
