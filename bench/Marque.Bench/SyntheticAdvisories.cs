using System.Globalization;
using System.IO.Compression;
using System.Text;
using Marque.Components;
using Marque.Components.Purls;

namespace Marque.Bench;

/// <summary>OSV records of the kinds, sizes and frequencies that the public database has, and package URLs of which some are spoken of; the same for the same numbers.</summary>
internal static class SyntheticAdvisories
{
    private static readonly (string Ecosystem, string Type)[] Languages = [("npm", "npm"), ("PyPI", "pypi"), ("Maven", "maven"), ("Go", "golang"), ("crates.io", "cargo"), ("NuGet", "nuget"), ("RubyGems", "gem"), ("Packagist", "composer")];
    private static readonly string[] Words = ["the", "attacker", "can", "request", "header", "parser", "without", "length", "check", "memory", "session", "token", "remote", "crafted", "before", "version", "service", "denial", "of", "to", "a", "in", "and", "path", "input", "when", "fails", "release", "fixed", "upgrade"];

    /// <summary>One record: half of them malicious packages with few words, the rest reviewed advisories, Debian's and Ubuntu's with listed versions, Go's.</summary>
    public static byte[] Record(int number)
    {
        var chance = new Chance(number);
        var text = new StringBuilder(4096);
        var kind = chance.Below(100);
        var (ecosystem, type) = kind < 50 ? Languages[chance.Below(2)] : Languages[chance.Below(Languages.Length)];
        var id = kind < 50 ? $"MAL-2025-{number}" : kind < 75 ? $"GHSA-{number % 1000:d4}-{number / 1000:d4}-xxxx" : kind < 90 ? $"DEBIAN-CVE-2025-{number}" : $"GO-2025-{number:d4}";
        text.Append(CultureInfo.InvariantCulture, $$"""{"schema_version":"1.7.4","id":"{{id}}","modified":"2025-{{1 + chance.Below(12):00}}-{{1 + chance.Below(28):00}}T{{chance.Below(24):00}}:12:44.123456Z","published":"2025-01-02T03:04:05Z",""");
        if (kind >= 75 && kind < 90) text.Append(CultureInfo.InvariantCulture, $"\"upstream\":[\"CVE-2025-{number}\"],");
        else if (kind >= 50) text.Append(CultureInfo.InvariantCulture, $"\"aliases\":[\"CVE-2025-{number}\"{(chance.Below(3) == 0 ? $",\"GHSA-zzzz-{number}\"" : "")}],");
        text.Append("\"summary\":\"");
        Prose(text, chance, 8);
        text.Append("\",\"details\":\"");
        Prose(text, chance, kind < 50 ? 60 : 40 + chance.Below(300));
        text.Append("\",");
        if (kind is >= 50 and < 75) text.Append("\"severity\":[{\"type\":\"CVSS_V3\",\"score\":\"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:").Append("HLN"[chance.Below(3)]).Append("\"}],");
        text.Append("\"affected\":[");
        if (kind is >= 75 and < 90)
        {
            for (var release = 11; release < 14; release++)
            {
                text.Append(release == 11 ? "" : ",").Append(CultureInfo.InvariantCulture, $$"""{"package":{"ecosystem":"Debian:{{release}}","name":"{{Package(chance.Popular(20_000))}}","purl":"pkg:deb/debian/x?arch=source"},"ranges":[{"type":"ECOSYSTEM","events":[{"introduced":"0"},{"fixed":"1:{{chance.Below(9)}}.{{chance.Below(30)}}-{{release}}+deb{{release}}u1"}]}],"versions":[""");
                for (var at = 0; at < 20; at++) text.Append(at == 0 ? "" : ",").Append(CultureInfo.InvariantCulture, $"\"1:0.{at}-{release}\"");
                text.Append("],\"ecosystem_specific\":{\"urgency\":\"not yet assigned\"}}");
            }
        }
        else
        {
            var name = Name(ecosystem, kind < 50 ? 1_000_000 + number : chance.Popular(60_000));
            text.Append(CultureInfo.InvariantCulture, $$"""{"package":{"ecosystem":"{{ecosystem}}","name":"{{name}}","purl":"pkg:{{type}}/{{name}}"},"ranges":[{"type":"{{(ecosystem is "npm" or "Go" or "crates.io" ? "SEMVER" : "ECOSYSTEM")}}","events":[{"introduced":"0"}""");
            if (kind >= 50) text.Append(CultureInfo.InvariantCulture, $$""",{"fixed":"{{chance.Below(3)}}.{{chance.Below(20)}}.{{chance.Below(20)}}"},{"introduced":"4.0.0"},{"fixed":"4.{{chance.Below(20)}}.{{chance.Below(20)}}"}""");
            text.Append("]}],\"versions\":[");
            for (var at = 0; at < (kind < 50 ? 2 : ecosystem is "PyPI" or "Maven" ? 30 : 0); at++) text.Append(at == 0 ? "" : ",").Append(CultureInfo.InvariantCulture, $"\"0.{at}.1\"");
            text.Append("],\"database_specific\":{\"source\":\"https://example.com/advisories/").Append(id).Append(".json\"}}");
        }

        text.Append("],\"references\":[");
        for (var at = 0; at < (kind < 50 ? 2 : 7); at++) text.Append(at == 0 ? "" : ",").Append(CultureInfo.InvariantCulture, $"{{\"type\":\"WEB\",\"url\":\"https://example.com/security/advisories/{id}/{chance.Below(1 << 30)}\"}}");
        text.Append("],\"credits\":[{\"name\":\"somebody\",\"type\":\"FINDER\"}],\"database_specific\":{\"severity\":\"HIGH\",\"cwe_ids\":[\"CWE-79\"],\"github_reviewed\":true}}");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Records as a ZIP holds them: each deflated for itself.</summary>
    public static (byte[] Deflated, int Length)[] Container(int count)
    {
        var container = new (byte[], int)[count];
        Parallel.For(0, count, number =>
        {
            var record = Record(number);
            var deflated = new MemoryStream();
            using (var deflate = new DeflateStream(deflated, CompressionLevel.Fastest, leaveOpen: true)) deflate.Write(record);
            container[number] = (deflated.ToArray(), record.Length);
        });
        return container;
    }

    /// <summary>Distinct component versions: two thirds are of packages that advisories may speak of.</summary>
    /// <param name="count">How many.</param>
    /// <param name="spread">Whether all packages come equally often, as in a file that names each once or twice; else the popular ones come with hundreds of versions, as in a portfolio.</param>
    public static List<Purl> Components(int count, bool spread = false)
    {
        var purls = new List<Purl>(count);
        for (var number = 0; number < count; number++)
        {
            var chance = new Chance(number + 77_000_000);
            var version = $"{chance.Below(6)}.{chance.Below(25)}.{number}";
            string text;
            int Number(int bound) => spread ? chance.Below(bound) : chance.Popular(bound);
            if (chance.Below(5) == 0) text = $"pkg:deb/debian/{Package(Number(20_000))}@1:{chance.Below(9)}.{chance.Below(30)}-{number}?distro=debian-{11 + chance.Below(3)}";
            else
            {
                var (ecosystem, type) = Languages[chance.Below(Languages.Length)];
                var name = Name(ecosystem, chance.Below(3) == 0 ? 2_000_000 + number : Number(60_000));
                text = $"pkg:{type}/{(ecosystem == "Maven" ? name.Replace(':', '/') : name)}@{version}";
            }

            if (Purl.TryParse(text, out var purl, out _)) purls.Add(purl);
        }

        return purls;
    }

    private static string Name(string ecosystem, int number) => ecosystem switch
    {
        "Maven" => $"org.example.{Words[number % Words.Length]}:{Package(number)}",
        "Go" => $"github.com/{Words[number % Words.Length]}/{Package(number)}",
        "Packagist" => $"{Words[number % Words.Length]}/{Package(number)}",
        _ => Package(number),
    };

    private static string Package(int number) => $"{Words[number % Words.Length]}-{Words[number / 30 % Words.Length]}-{number}";

    private static void Prose(StringBuilder text, Chance chance, int words)
    {
        for (var at = 0; at < words; at++) text.Append(at == 0 ? "" : at % 12 == 0 ? ".\\n" : " ").Append(Words[chance.Below(Words.Length)]);
    }

    // SplitMix64.
    private sealed class Chance(int seed)
    {
        private ulong state = (ulong)seed * 0x9E3779B97F4A7C15;

        public int Below(int bound) => (int)(Next() % (ulong)bound);

        /// <summary>Low numbers more often, as few packages have most advisories.</summary>
        public int Popular(int bound) => (int)(Math.Pow((Next() >> 11) / (double)(1ul << 53), 2.5) * bound);

        private ulong Next()
        {
            state += 0x9E3779B97F4A7C15;
            var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}
