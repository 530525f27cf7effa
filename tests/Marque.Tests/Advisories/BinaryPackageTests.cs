using System.Text;
using Marque.Advisories;

namespace Marque.Tests.Advisories;

/// <summary>Distributors name source packages and list the binary ones (OSV schema: Ubuntu, SUSE, openSUSE, openEuler); bills of materials name binary ones, often without their source.</summary>
public sealed class BinaryPackageTests
{
    private const string Ubuntu = "Ubuntu:22.04:LTS";
    private const string OpenSsl = """{"binary_name":"libssl3","binary_version":"3.0.2-2"},{"binary_name":"openssl","binary_version":"3.0.2-2"}""";

    [Theory]
    [InlineData("""{"binaries":[{"binary_name":"libssl3","binary_version":"3.0-2"},{"binary_version":"3.0-2","binary_name":"openssl"}],"availability":"No subscription required"}""", "libssl3 3.0-2|openssl 3.0-2")]
    [InlineData("""{"binaries":[{"libssl3":"3.0-2","openssl":"3.0-2"},{"libssl-dev":"1:3.0-2"}]}""", "libssl-dev 1:3.0-2|libssl3 3.0-2|openssl 3.0-2")]
    [InlineData("""{"aarch64":["kernel-devel-5.10.0-1.oe2203.aarch64.rpm"],"noarch":["x-doc-1-2.noarch.rpm"],"src":["kernel-5.10.0-1.oe2203.src.rpm"],"x86_64":["kernel-devel-5.10.0-1.oe2203.x86_64.rpm","kernel-5.10.0-1.oe2203.x86_64.rpm"]}""", "kernel 5.10.0-1.oe2203|kernel-devel 5.10.0-1.oe2203|x-doc 1-2")]
    [InlineData("""{"binaries":{"x86_64":["a-1-2.x86_64.rpm"],"noarch":["b-1-2.noarch.rpm"]}}""", "a 1-2|b 1-2")]
    [InlineData("""{"binaries":["a","b-1-2.noarch.rpm"]}""", "a |b 1-2")]
    [InlineData("""{"binaries":[{"\u0061":"\u0031"}]}""", "a 1")]
    [InlineData("""{"binaries":[]}""", "")]
    [InlineData("""{"urgency":"low"}""", "")]
    public void Every_form_of_the_list_is_read(string specific, string expected)
    {
        var read = Osv.Read(Encoding.UTF8.GetBytes(Record("X-1", Ubuntu, "openssl", "i0 f3.0-2", specific))).Advisory!;
        Assert.Empty(read.NotApplied);
        Assert.Equal(expected, string.Join('|', read.Affected[0].Binaries.Select(b => $"{b.Name} {b.Version}")));
    }

    [Theory]
    [InlineData("""{"binaries":7}""")]
    [InlineData("""{"binaries":[7]}""")]
    [InlineData("""{"binaries":[{"a":{"b":"c"}}]}""")]
    [InlineData("""{"binaries":["a.rpm"]}""")]
    public void What_is_not_understood_of_it_is_told(string specific) =>
        Assert.NotEmpty(Osv.Read(Encoding.UTF8.GetBytes(Record("X-1", Ubuntu, "openssl", "i0 f3.0-2", specific))).Advisory!.NotApplied);

    [Theory]
    [InlineData(Ubuntu, "pkg:deb/ubuntu/libssl3@3.0.2-1?distro=ubuntu-22.04")]
    [InlineData("openSUSE:Leap 15.6", "pkg:rpm/opensuse/libssl3@3.0.2-1?distro=opensuse-leap-15.6")]
    [InlineData("openEuler:22.03-LTS", "pkg:rpm/openeuler/libssl3@3.0.2-1?distro=openEuler-22.03-LTS")]
    [InlineData(Ubuntu, "pkg:deb/ubuntu/libssl3@3.0.2-1")]
    public void A_binary_package_without_its_source_is_found_by_the_record_s_list(string ecosystem, string purl)
    {
        var index = Records.Index(Record("X-1", ecosystem, "openssl", "i0 f3.0.2-2", Binaries(OpenSsl)));
        var match = index.Match(purl);
        Assert.Equal($"{ecosystem.Split(':')[0]} openssl", match.Package);
        var finding = Assert.Single(match.Findings);
        Assert.Equal("ECOSYSTEM: introduced 0, fixed 3.0.2-2; libssl3 is a binary package of openssl, by the record's list", Assert.Single(finding.Hits).Because);
        Assert.Equal(["3.0.2-2"], finding.Fixed);
        Assert.Equal("", index.Found(purl.Replace("3.0.2-1", "3.0.2-2", StringComparison.Ordinal)));
        Assert.Equal("", index.Found(purl.Replace("libssl3", "libssl4", StringComparison.Ordinal)));
        // The source by its own name, as ever.
        Assert.Equal("ECOSYSTEM: introduced 0, fixed 3.0.2-2", Assert.Single(Assert.Single(index.Match(purl.Replace("libssl3", "openssl", StringComparison.Ordinal)).Findings).Hits).Because);
    }

    [Fact]
    public void What_another_release_lists_does_not_count()
    {
        var index = Records.Index(Record("X-1", "Ubuntu:20.04:LTS", "openssl", "i0 f3.0.2-2", Binaries(OpenSsl)), Record("X-2", Ubuntu, "openssl", "i0 f3.0.2-2"));
        Assert.Equal("", index.Found("pkg:deb/ubuntu/libssl3@3.0.2-1?distro=ubuntu-22.04"));
        Assert.Equal("X-1", index.Found("pkg:deb/ubuntu/libssl3@3.0.2-1?distro=ubuntu-20.04"));
        Assert.Equal("the release of Ubuntu is not stated, and advisories speak of 2", index.Match("pkg:deb/ubuntu/libssl3@3.0.2-1").Unmatched);
    }

    [Theory]
    [InlineData("pkg:deb/ubuntu/libssl3@3.0.2-1?distro=ubuntu-22.04&upstream=other")]
    [InlineData("pkg:deb/ubuntu/libssl3@3.0.2-1?distro=ubuntu-22.04&arch=source")]
    public void A_package_whose_source_is_known_is_not_looked_for_in_lists(string purl) =>
        Assert.Equal("", Records.Index(Record("X-1", Ubuntu, "openssl", "i0 f3.0.2-2", Binaries(OpenSsl))).Found(purl));

    [Fact]
    public void What_one_record_lists_serves_for_the_others_of_the_same_source()
    {
        // A kernel's packages carry its number: each record lists those of its own fix; and what has no fix lists none.
        var index = Records.Index(
            Record("X-1", Ubuntu, "linux", "i0 f5.15.0-91.101", Binaries("""{"linux-image-5.15.0-91-generic":"5.15.0-91.101"}""")),
            Record("X-2", Ubuntu, "linux", "i0 f5.15.0-92.102", Binaries("""{"linux-image-5.15.0-92-generic":"5.15.0-92.102"}""")),
            Record("X-3", Ubuntu, "linux", "i0"));
        var match = index.Match("pkg:deb/ubuntu/linux-image-5.15.0-91-generic@5.15.0-91.101?distro=ubuntu-22.04");
        Assert.Equal(["X-2", "X-3"], match.Findings.Select(f => f.Vulnerability));
        Assert.EndsWith("linux-image-5.15.0-91-generic is a binary package of linux, by the list of another record", match.Findings[0].Hits[0].Because, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("4:11.1.0-1", true)]
    [InlineData("4:11.2.0-1", false)]
    public void A_binary_package_with_versions_of_its_own_is_judged_by_its_own_fix(string version, bool isHit)
    {
        var index = Records.Index(Record("X-1", Ubuntu, "gcc-defaults", "i0 f1.193", Binaries("""{"binary_name":"gcc","binary_version":"4:11.2.0-1"}""")));
        var match = index.Match($"pkg:deb/ubuntu/gcc@{version}?distro=ubuntu-22.04");
        Assert.Equal(isHit, match.Findings.Count == 1);
        Assert.Empty(match.NotJudged);
        if (!isHit) return;
        Assert.Equal(["4:11.2.0-1"], match.Findings[0].Fixed);
        Assert.Equal("binary package gcc below 4:11.2.0-1, by the record's list of binary packages", match.Findings[0].Hits[0].Because);
    }

    [Fact]
    public void Where_its_own_versions_are_not_stated_it_is_not_judged_unless_all_are_affected()
    {
        var index = Records.Index(
            Record("X-1", Ubuntu, "gcc-defaults", "i0 f1.193", Binaries("""{"gcc":"4:11.2.0-1"}""")),
            Record("X-2", Ubuntu, "gcc-defaults", "i0 f1.190"),
            Record("X-3", Ubuntu, "gcc-defaults", "i0"),
            Record("X-4", Ubuntu, "gcc-defaults", "i1.1 f1.193", Binaries("""{"gcc":"4:11.2.0-1"}""")));
        var match = index.Match("pkg:deb/ubuntu/gcc@4:11.2.0-1?distro=ubuntu-22.04");
        Assert.Equal(["X-3"], match.Findings.Select(f => f.Vulnerability));
        Assert.Equal(["X-2", "X-4"], match.NotJudged.Select(n => n.Record).Order());
        Assert.All(match.NotJudged, n => Assert.Contains("versions of its own", n.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public void A_version_that_stands_without_a_fix_tells_whose_versions_they_are()
    {
        var index = Records.Index(Record("X-1", Ubuntu, "openssl", "i3.0.2-1", Binaries("""{"libssl3":"3.0.2-3"}"""), ""","versions":["3.0.2-3"]"""), Record("X-2", Ubuntu, "openssl", "i0 f3.0.2-5"));
        Assert.Equal("X-1 X-2", index.Found("pkg:deb/ubuntu/libssl3@3.0.2-4?distro=ubuntu-22.04"));
    }

    [Fact]
    public void SUSE_lists_the_packages_of_the_whole_update_under_each_source_so_only_the_record_itself_counts()
    {
        const string Both = """{"python3-a":"1.5-1","python3-b":"7.2-1"}""";
        const string Suse = "SUSE:Linux Enterprise Server 15 SP4";
        var both = $$$"""{"package":{"ecosystem":"{{{Suse}}}","name":"python-NAME"},"ranges":[{"type":"ECOSYSTEM","events":[{"introduced":"0"},{"fixed":"FIX"}]}],"ecosystem_specific":{"binaries":[{{{Both}}}]}}""";
        var index = Records.Index(
            Records.Bare("X-1", $$""","affected":[{{both.Replace("NAME", "a", StringComparison.Ordinal).Replace("FIX", "1.5-1", StringComparison.Ordinal)}},{{both.Replace("NAME", "b", StringComparison.Ordinal).Replace("FIX", "7.2-1", StringComparison.Ordinal)}}]"""),
            Record("X-2", Suse, "python-b", "i0 f8.0-1", Binaries("""{"python3-b":"8.0-1"}""")));
        var match = index.Match("pkg:rpm/suse/python3-a@1.4-1?distro=sles-15.4");
        Assert.Equal("X-1", Assert.Single(match.Findings).Vulnerability);
        Assert.Equal(["1.5-1"], match.Findings[0].Fixed);
        Assert.Empty(match.NotJudged);
        Assert.Equal("", index.Found("pkg:rpm/suse/python3-a@1.5-1?distro=sles-15.4"));
        Assert.Equal("X-2", index.Found("pkg:rpm/suse/python3-b@7.2-1?distro=sles-15.4"));
    }

    [Fact]
    public void Lists_come_through_merging_and_count_over_segments()
    {
        var first = Records.Segment(Record("X-1", Ubuntu, "openssl", "i0 f3.0.2-2", Binaries(OpenSsl)));
        var second = Records.Segment(Record("X-2", Ubuntu, "openssl", "i0 f3.0.2-3"));
        // What a record listed once stays known when a newer one lists nothing.
        var third = Records.Segment(Record("X-1", Ubuntu, "openssl", "i0 f3.0.2-4", modified: "2026-05-01T00:00:00Z"));
        var index = Records.Open(first, second, third);
        var merged = new MemoryStream();
        Assert.Equal(0, AdvisoryIndex.Merge(index, merged));
        foreach (var one in new[] { index, Records.Open(merged.ToArray()) }) Assert.Equal("X-1 X-2", one.Found("pkg:deb/ubuntu/libssl3@3.0.2-1?distro=ubuntu-22.04"));
    }

    [Fact]
    public void What_is_said_of_a_source_changes_its_binary_packages()
    {
        var first = Records.Segment(Record("X-1", Ubuntu, "openssl", "i0 f3.0.2-2", Binaries(OpenSsl)));
        Assert.Equal(["Ubuntu libssl3", "Ubuntu openssl"], Records.Open(first).ChangedPackages(1));
        Assert.Equal(["Ubuntu libssl3", "Ubuntu openssl"], Records.Open(first, Records.Segment(Record("X-2", Ubuntu, "openssl", "i0 f3.0.2-3"))).ChangedPackages(1));
        Assert.Equal(["Ubuntu curl"], Records.Open(first, Records.Segment(Record("X-2", Ubuntu, "curl", "i0"))).ChangedPackages(1));
    }

    [Fact]
    public void The_same_list_in_many_records_is_kept_once()
    {
        var list = Binaries("{" + string.Join(',', Enumerable.Range(0, 500).Select(n => $"\"linux-modules-extra-{n}\":\"5.15-1\"")) + "}");
        long Length(int records) => Records.Segment(Enumerable.Range(0, records).Select(n => Record($"X-{n}", Ubuntu, "linux", "i0 f5.15-1", list))).Length - records * (long)list.Length;
        // 450 records more: without the originals, not even one list more.
        Assert.InRange(Length(500) - Length(50), 1, 450 * 400);
    }

    [Fact]
    public void Any_byte_may_be_damaged_and_nothing_is_lost_in_silence()
    {
        var whole = Records.Segment(Record("X-1", Ubuntu, "openssl", "i0 f3.0.2-2", Binaries(OpenSsl)), Record("X-2", Ubuntu, "gcc-defaults", "i0 f1.1", Binaries("""{"gcc":"4:11"}""")));
        string[] purls = ["pkg:deb/ubuntu/libssl3@3.0.2-1?distro=ubuntu-22.04", "pkg:deb/ubuntu/gcc@4:10?distro=ubuntu-22.04"];
        for (var at = 0; at < whole.Length; at++)
        {
            var damaged = (byte[])whole.Clone();
            damaged[at] ^= 0x5A;
            if (AdvisoryIndex.Open([damaged]).Value is not { } index) continue;
            foreach (var purl in purls)
            {
                var match = index.Match(purl);
                Assert.True(match.Findings.Count + match.NotJudged.Count > 0, $"byte {at}: {purl} lost a finding in silence");
            }
        }
    }

    [Theory]
    [InlineData(20)]
    [InlineData(300)]
    public void Of_many_fixes_and_many_versions_of_a_binary_package_the_same_ones_are_found(int count)
    {
        var fixes = string.Join(' ', Enumerable.Range(1, count).Select(i => $"f{i}"));
        string Listed(int from) => Binaries(string.Join(',', Enumerable.Range(from, count).Select(i => $$"""{"binary_name":"libssl3","binary_version":"{{i}}"}""")));
        // One version in common: it has those of its source; else it is fixed by itself.
        Assert.Contains("is a binary package of openssl", Assert.Single(Assert.Single(Records.Index(Record("X-1", Ubuntu, "openssl", "i0 " + fixes, Listed(count))).Match("pkg:deb/ubuntu/libssl3@0.1?distro=ubuntu-22.04").Findings).Hits).Because, StringComparison.Ordinal);
        Assert.Contains($"below {2 * count}", Assert.Single(Assert.Single(Records.Index(Record("X-1", Ubuntu, "openssl", "i0 " + fixes, Listed(count + 1))).Match("pkg:deb/ubuntu/libssl3@0.1?distro=ubuntu-22.04").Findings).Hits).Because, StringComparison.Ordinal);
    }

    private static string Binaries(string entries) => $$"""{"binaries":[{{entries}}]}""";

    private static string Record(string id, string ecosystem, string name, string events, string specific = "{}", string more = "", string modified = "2026-01-01T00:00:00Z") =>
        Records.Osv(id, ecosystem, name, events, affected: $",\"ecosystem_specific\":{specific}{more}", modified: modified);
}
