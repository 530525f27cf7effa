namespace Marque.Tests.Advisories;

/// <summary>Distributions: an advisory holds for its release, for source packages, with epochs.</summary>
public sealed class DistributionTests
{
    [Theory]
    [InlineData("Debian:12", "pkg:deb/debian/x@1?distro=debian-12", "pkg:deb/debian/x@1?distro=debian-13")]
    [InlineData("Debian:12", "pkg:deb/debian/x@1?distro=bookworm", "pkg:deb/debian/x@1?distro=trixie")]
    [InlineData("Debian:12", "pkg:deb/debian/x@1?distro=debian-12.5", "pkg:deb/debian/x@1?distro=debian-11.9")]
    [InlineData("Debian:3.1", "pkg:deb/debian/x@1?distro=debian-3.1", "pkg:deb/debian/x@1?distro=debian-3.0")]
    [InlineData("Debian:sid", "pkg:deb/debian/x@1?distro=debian-sid", "pkg:deb/debian/x@1?distro=debian-12")]
    [InlineData("Ubuntu:22.04:LTS", "pkg:deb/ubuntu/x@1?distro=ubuntu-22.04", "pkg:deb/ubuntu/x@1?distro=ubuntu-20.04")]
    [InlineData("Ubuntu:22.04:LTS", "pkg:deb/ubuntu/x@1?distro=jammy", "pkg:deb/ubuntu/x@1?distro=noble")]
    [InlineData("Ubuntu:Pro:18.04:LTS", "pkg:deb/ubuntu/x@1?distro=ubuntu-18.04", "pkg:deb/ubuntu/x@1?distro=ubuntu-16.04")]
    [InlineData("Alpine:v3.18", "pkg:apk/alpine/x@1?distro=alpine-3.18.4", "pkg:apk/alpine/x@1?distro=alpine-3.1")]
    [InlineData("Alpine:v3.18", "pkg:apk/alpine/x@1?distro=3.18", "pkg:apk/alpine/x@1?distro=3.19.1")]
    [InlineData("AlmaLinux:8", "pkg:rpm/almalinux/x@1?distro=almalinux-8.9", "pkg:rpm/almalinux/x@1?distro=almalinux-9.1")]
    [InlineData("Rocky Linux:9", "pkg:rpm/rocky/x@1?distro=rocky-9.3", "pkg:rpm/rocky/x@1?distro=rocky-8")]
    [InlineData("Red Hat:enterprise_linux:8::appstream", "pkg:rpm/redhat/x@1?distro=rhel-8.6", "pkg:rpm/redhat/x@1?distro=rhel-9.1")]
    [InlineData("Red Hat:rhel_eus:8.4::baseos", "pkg:rpm/redhat/x@1?distro=rhel-8.4", "pkg:rpm/redhat/x@1?distro=rhel-8.6")]
    [InlineData("SUSE:Linux Enterprise Server 15 SP4-LTSS", "pkg:rpm/suse/x@1?distro=sles-15.4", "pkg:rpm/suse/x@1?distro=sles-15.5")]
    [InlineData("openSUSE:Leap 15.6", "pkg:rpm/opensuse/x@1?distro=opensuse-leap-15.6", "pkg:rpm/opensuse/x@1?distro=opensuse-leap-15.5")]
    [InlineData("openSUSE:Tumbleweed", "pkg:rpm/opensuse/x@1?distro=opensuse-tumbleweed-20240101", "pkg:rpm/opensuse/x@1?distro=opensuse-leap-15.5")]
    [InlineData("openEuler:22.03-LTS-SP1", "pkg:rpm/openeuler/x@1?distro=openEuler-22.03-LTS-SP1", "pkg:rpm/openeuler/x@1?distro=openEuler-22.03-LTS")]
    [InlineData("Maven:https://maven.google.com", "pkg:maven/x/x@1?repository_url=https://maven.google.com/", "pkg:maven/x/x@1?repository_url=https://example.com")]
    public void What_is_said_for_one_release_holds_there_alone(string ecosystem, string here, string elsewhere)
    {
        var name = ecosystem.StartsWith("Maven", StringComparison.Ordinal) ? "x:x" : "x";
        var index = Records.Index(Records.Osv("X-1", ecosystem, name, "i0 f2"), Records.Osv("X-2", ecosystem.Split(':')[0] + ":7777", name, "i0"));
        Assert.Equal("X-1", index.Found(here));
        Assert.Equal("", index.Found(elsewhere));
    }

    [Theory]
    [InlineData("Debian", "pkg:deb/debian/x@1?distro=debian-12")]
    [InlineData("Debian", "pkg:deb/debian/x@1")]
    [InlineData("Wolfi", "pkg:apk/wolfi/x@1?distro=wolfi-20230201")]
    public void What_is_said_for_all_releases_holds_for_each(string ecosystem, string purl) => Assert.Equal("X-1", Records.Index(Records.Osv("X-1", ecosystem, "x", "i0")).Found(purl));

    [Fact]
    public void A_release_that_is_not_stated_is_matched_where_only_one_is_spoken_of()
    {
        Assert.Equal("X-1", Records.Index(Records.Osv("X-1", "Debian:12", "x", "i0")).Found("pkg:deb/debian/x@1"));
        var match = Records.Index(Records.Osv("X-1", "Debian:12", "x", "i0"), Records.Osv("X-2", "Debian:13", "x", "i0")).Match("pkg:deb/debian/x@1");
        Assert.Empty(match.Findings);
        Assert.Equal("the release of Debian is not stated, and advisories speak of 2", match.Unmatched);
    }

    [Theory]
    [InlineData("Debian:12", "openssl", "1.1-2", "pkg:deb/debian/libssl@1.1-1?upstream=openssl&distro=debian-12")]
    [InlineData("Debian:12", "openssl", "1.1-2", "pkg:deb/debian/libssl@7%3A1-1?upstream=openssl@1.1-1&distro=debian-12")]
    [InlineData("Debian:12", "openssl", "1.1-1", "pkg:deb/debian/libssl@1.1-0%2Bb3?upstream=openssl&distro=debian-12")]
    [InlineData("Alpine:v3.18", "openssl", "3.1.1-r0", "pkg:apk/alpine/libssl3@3.1.0-r9?upstream=openssl&distro=alpine-3.18.4")]
    [InlineData("Red Hat:enterprise_linux:8::baseos", "openssl", "1:1.1.1k-7.el8", "pkg:rpm/redhat/openssl-libs@1.1.1k-6.el8?epoch=1&upstream=openssl-1.1.1k-6.el8.src.rpm&distro=rhel-8.6")]
    [InlineData("AlmaLinux:8", "openssl-libs", "1:1.1.1k-7.el8", "pkg:rpm/almalinux/openssl-libs@1.1.1k-6.el8?epoch=1&upstream=openssl-1.1.1k-6.el8.src.rpm&distro=almalinux-8")]
    public void A_binary_package_is_matched_by_its_source(string ecosystem, string source, string fixedIn, string purl) =>
        Assert.Equal("X-1", Records.Index(Records.Osv("X-1", ecosystem, source, $"i0 f{fixedIn}")).Found(purl));

    [Fact]
    public void A_Debian_binary_whose_name_is_that_of_another_source_is_not_taken_for_it() =>
        Assert.Equal("", Records.Index(Records.Osv("X-1", "Debian:12", "libssl", "i0")).Found("pkg:deb/debian/libssl@1?upstream=openssl&distro=debian-12"));

    [Fact]
    public void An_epoch_counts() =>
        Assert.Equal("", Records.Index(Records.Osv("X-1", "Rocky Linux:8", "x", "i0 f1:1.0-1")).Found("pkg:rpm/rocky/x@2.0-1?epoch=1&distro=rocky-8"));
}
