using System.Text;
using CsCheck;
using Marque.Advisories;
using Marque.Advisories.Matching;
using Marque.Components;
using Marque.Versions;

namespace Marque.Tests.Advisories;

/// <summary>The index answers as the specification's algorithm does on the records themselves.</summary>
public sealed class MatchPropertyTests
{
    private static readonly (string Ecosystem, string Type)[] Ecosystems = [("npm", "npm"), ("PyPI", "pypi"), ("crates.io", "cargo"), ("RubyGems", "gem")];

    private static readonly Gen<string> Version = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 2], Gen.Int[0, 4].Select(n => n switch { 3 => "-a.1", 4 => "-rc.1", _ => "" }), (a, b, c, pre) => $"{a}.{b}.{c}{pre}");

    private static readonly Gen<string> Event = Gen.Select(Gen.Int[0, 5].Select(n => "iifflm"[n]), Gen.OneOf(Version, Version, Gen.Const("0")), (kind, version) => kind + version);

    private static readonly Gen<string> Record = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 2], Event.Array[0, 6], Version.Array[0, 20], Gen.Bool, Gen.Int[1, 9]).Select((ecosystem, name, events, versions, withdrawn, day) =>
        $$"""
        "modified":"2026-01-0{{day}}T00:00:00Z"{{(withdrawn && day == 1 ? ""","withdrawn":"2026-01-01T00:00:00Z" """ : "")}},"affected":[{"package":{"ecosystem":"{{Ecosystems[ecosystem].Ecosystem}}","name":"p{{name}}"},
        "ranges":[{"type":"ECOSYSTEM","events":[{{Records.Events("i0.1.0 " + string.Join(' ', events))}}]}],"versions":[{{string.Join(',', versions.Select(v => $"\"{v}\""))}}]}]}
        """);

    [Fact]
    public void An_index_answers_as_the_naive_evaluation_of_its_records()
    {
        Gen.Select(Gen.Select(Gen.Int[0, 15], Record, (id, rest) => $$"""{"id":"X-{{id}}",{{rest}}""").Array[1, 25], Gen.Int[0, 24], Version.Array[5]).Sample(
            (records, cut, versions) =>
            {
                cut = Math.Min(cut, records.Length);
                var index = Records.Open(Records.Segment(records[..cut]), Records.Segment(records[cut..]));
                var standing = Standing(records, cut);
                foreach (var version in versions)
                {
                    foreach (var (ecosystem, type) in Ecosystems)
                    {
                        for (var name = 0; name < 3; name++)
                        {
                            var expected = standing.Where(a => a.Withdrawn is null && a.Affected.Any(p => p.Ecosystem == ecosystem && p.Name == $"p{name}" && IsVulnerable(p, version, Ecosystem.Parse(ecosystem).Scheme))).Select(a => a.Id);
                            Assert.Equal(string.Join(' ', expected.Order(StringComparer.Ordinal)), index.Found($"pkg:{type}/p{name}@{version}"));
                        }
                    }
                }
            },
            iter: 300);
    }

    [Fact]
    public void Plain_versions_are_ordered_as_their_schemes_order_them()
    {
        var number = Gen.OneOf(Gen.Int[0, 12], Gen.Int[0, 999_999_999]);
        var version = number.Array[1, 4].Select(n => string.Join('.', n));
        Gen.Select(version, version).Sample(
            (a, b) =>
            {
                Assert.True(PlainVersion.TryRead(Encoding.UTF8.GetBytes(a), out var x));
                Assert.True(PlainVersion.TryRead(Encoding.UTF8.GetBytes(b), out var y));
                if (x.Count != y.Count) return;
                foreach (var scheme in Enum.GetValues<VersionScheme>().Where(PlainVersion.Orders))
                {
                    Assert.True(VersionOrder.TryCompare(scheme, a, b, out var order), $"{scheme}: {a} {b}");
                    Assert.True(Math.Sign(order) == Math.Sign(x.CompareTo(y)), $"{scheme}: {a} {b}");
                }
            },
            iter: 20_000);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1.")]
    [InlineData(".1")]
    [InlineData("1..2")]
    [InlineData("01.2")]
    [InlineData("1.2.3.4.5")]
    [InlineData("1234567890")]
    [InlineData("1.2-rc")]
    [InlineData("v1")]
    public void Other_versions_are_not_plain(string text) => Assert.False(PlainVersion.TryRead(Encoding.UTF8.GetBytes(text), out _));

    // OSV schema, "Evaluation", word for word.
    private static bool IsVulnerable(AffectedPackage package, string version, VersionScheme scheme) =>
        package.Versions.Contains(version, StringComparer.Ordinal) || package.Ranges.Any(r => BeforeLimits(r, version, scheme) && Included(r, version, scheme));

    private static bool Included(AffectedRange range, string version, VersionScheme scheme)
    {
        var vulnerable = false;
        // A stable sort: events at the same version stay in the order stated.
        foreach (var one in range.Events.OrderBy(e => e, Comparer<RangeEvent>.Create((a, b) => Order(a, b, scheme))))
        {
            var order = one is { Kind: RangeEventKind.Introduced, Version: "0" } ? 1 : Compare(scheme, version, one.Version);
            if (one.Kind == RangeEventKind.Introduced && order >= 0) vulnerable = true;
            else if (one.Kind == RangeEventKind.Fixed && order >= 0) vulnerable = false;
            else if (one.Kind == RangeEventKind.LastAffected && order > 0) vulnerable = false;
        }

        return vulnerable;
    }

    private static bool BeforeLimits(AffectedRange range, string version, VersionScheme scheme)
    {
        var limits = range.Events.Where(e => e.Kind == RangeEventKind.Limit).ToList();
        return limits.Count == 0 || limits.Exists(l => Compare(scheme, version, l.Version) < 0);
    }

    private static int Order(RangeEvent a, RangeEvent b, VersionScheme scheme)
    {
        bool firstA = a is { Kind: RangeEventKind.Introduced, Version: "0" }, firstB = b is { Kind: RangeEventKind.Introduced, Version: "0" };
        return firstA || firstB ? firstB.CompareTo(firstA) : Compare(scheme, a.Version, b.Version);
    }

    private static int Compare(VersionScheme scheme, string a, string b)
    {
        Assert.True(VersionOrder.TryCompare(scheme, a, b, out var order), $"{scheme}: {a} {b}");
        return order;
    }

    // Newest by time; among equals the one added last, of the later segment.
    private static List<Advisory> Standing(string[] records, int cut)
    {
        var read = records.Select((r, at) => (Advisory: Osv.Read(Encoding.UTF8.GetBytes(r)).Advisory!, Segment: at < cut ? 0 : 1, At: at)).ToList();
        return [.. read.GroupBy(r => r.Advisory.Id).Select(g => g.OrderBy(r => r.Advisory.Modified).ThenBy(r => r.Segment).ThenBy(r => r.At).Last().Advisory)];
    }
}
