using System.Text;
using Marque.Advisories;

namespace Marque.Tests.Advisories;

/// <summary>Feeds that are made to break readers: bounded, and answered rightly.</summary>
public sealed class HostileTests
{
    [Fact]
    public void Packages_by_the_thousand_under_one_name_and_names_by_the_thousand_are_told_apart()
    {
        var index = Records.Index(Enumerable.Range(0, 5000).Select(n => Records.Osv($"X-{n}", "npm", n % 2 == 0 ? "same" : $"other{n}", $"i{n}.0.0 f{n}.5.0")));
        Assert.Equal("X-2468", index.Found("pkg:npm/same@2468.1.0"));
        Assert.Equal("X-4321", index.Found("pkg:npm/other4321@4321.1.0"));
        Assert.Equal("", index.Found("pkg:npm/other4321@4321.5.0"));
    }

    [Fact]
    public void A_hundred_thousand_events_in_any_order_are_judged()
    {
        var events = string.Join(' ', Enumerable.Range(0, 50_000).OrderBy(n => n * 7919L % 50_021).SelectMany(n => new[] { $"i{n}.0.0", $"f{n}.5.0" }));
        var index = Records.Index(Records.Osv("X-1", "npm", "a", events));
        Assert.Equal("X-1", index.Found("pkg:npm/a@31415.4.9"));
        Assert.Equal("", index.Found("pkg:npm/a@31415.5.0"));
    }

    [Fact]
    public void Very_long_names_versions_and_ids_are_kept_or_refused_and_never_confused()
    {
        var name = new string('n', 1 << 20);
        var version = "1." + new string('9', 1 << 16) + ".0";
        var index = Records.Index(Records.Osv("X-1", "npm", name, "i0 f2.0.0"), Records.Osv("X-2", "npm", "a", $"i0 f{version}"), Records.Osv("X-3", "npm", "b", "i0 f2.0.0"));
        Assert.Equal("X-1", index.Found($"pkg:npm/{name}@1.0.0"));
        Assert.Equal("", index.Found($"pkg:npm/{name}x@1.0.0"));
        Assert.Equal("X-2", Assert.Single(index.Match("pkg:npm/a@1.0.0").NotJudged).Record);
        Assert.Equal("X-3", Assert.Single(index.Match($"pkg:npm/b@{version}").NotJudged).Record);
        Assert.NotNull(Osv.Read(Encoding.UTF8.GetBytes(Records.Bare("X-" + new string('1', 300)))).Reason);
        Assert.Null(Osv.Read(Encoding.UTF8.GetBytes(Records.Bare("X-" + new string('1', 300)))).Advisory);
    }

    [Fact]
    public void Aliases_that_are_no_ids_are_left_out_and_told()
    {
        var read = Osv.Read(Encoding.UTF8.GetBytes(Records.Bare("X-1", ""","aliases":["CVE-1","",7,"a b","\u0000",null]"""))).Advisory!;
        Assert.Equal(["CVE-1"], read.Aliases);
        Assert.Equal(5, read.NotApplied.Count);
    }

    [Fact]
    public void Notes_are_bounded()
    {
        var read = Osv.Read(Encoding.UTF8.GetBytes(Records.Bare("X-1", $$""","aliases":[{{string.Join(',', Enumerable.Repeat("7", 100_000))}}]"""))).Advisory!;
        Assert.InRange(read.NotApplied.Count, 1, 30);
    }
}
