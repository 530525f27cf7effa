using Marque.Versions;

namespace Marque.Tests.Versions;

/// <summary>Chains of versions, each earlier than the next, from the specification of each order.</summary>
public class VersionOrderTests
{
    [Theory]
    // semver.org, 11.4
    [InlineData(VersionScheme.SemVer, "1.0.0-alpha 1.0.0-alpha.1 1.0.0-alpha.beta 1.0.0-beta 1.0.0-beta.2 1.0.0-beta.11 1.0.0-rc.1 1.0.0 1.0.1 1.10.0")]
    [InlineData(VersionScheme.SemVerWithBuild, "1.0.0-rc.1 1.0.0 1.0.0+0 1.0.0+1 1.0.0+10 1.0.0+a 1.0.1-0")]
    // go.dev/ref/mod#pseudo-versions; go/version
    [InlineData(VersionScheme.Go, "v0.0.0-20190101000000-abcdefabcdef v0.0.0-20200101000000-000000000000 v1.2.3-pre v1.2.4-0.20210101000000-abcdefabcdef v1.2.4 v2.0.0+incompatible v2.0.1")]
    [InlineData(VersionScheme.Go, "go1.20.14 go1.21rc2 go1.21rc10 go1.21.0 go1.21.1")]
    // PEP 440, "Summary of permitted suffixes and relative ordering", and epochs
    [InlineData(VersionScheme.PyPI, "foobar 1.0.dev456 1.0a1 1.0a2.dev456 1.0a12.dev456 1.0a12 1.0b1.dev456 1.0b2 1.0b2.post345.dev456 1.0b2.post345 1.0rc1.dev456 1.0rc1 1.0 1.0+abc.5 1.0+abc.7 1.0+5 1.0.post456.dev34 1.0.post456 1.0.15 1.1.dev1 1!0.1")]
    // maven.apache.org/pom.html, "Version Order Specification"
    [InlineData(VersionScheme.Maven, "1-alpha 1-beta 1-milestone 1-rc 1-snapshot 1 1-sp 1-foo2 1-foo10 1-1 1.1 2")]
    [InlineData(VersionScheme.NuGet, "1.0.0-alpha 1.0.0-alpha.1 1.0.0-ALPHA.2 1.0.0-beta 1.0.0 1.0.0.1-rc 1.0.0.1 1.0.1")]
    // Gem::Version
    [InlineData(VersionScheme.RubyGems, "0.9 1.0.a.2 1.0.b1 1.0.rc10 1.0 1.0.1-1 1.0.1 1.0.1.1 1.0.10")]
    // php.net/version_compare
    [InlineData(VersionScheme.Packagist, "dev-main 1.0-dev 1.0alpha1 1.0beta1 1.0RC1 1.0 1.0.1 1.0pl1 1.10")]
    [InlineData(VersionScheme.Hackage, "1 1.0 1.0.0 1.0.10 1.1")]
    [InlineData(VersionScheme.Cran, "1.0 1.0-1 1.0.2 1.0-10 1.1")]
    [InlineData(VersionScheme.Conan, "1.0- 1.0-alpha.3 1.0-alpha.22 1.0 1.0+b1 1.0.1 1.10 1.a cci.20200101")]
    // Debian Policy 5.6.12
    [InlineData(VersionScheme.Debian, "1.0~~ 1.0~~a 1.0~ 1.0 1.0-1 1.0-1+deb12u1 1.0a 1.0+x 1.0.1 9 10 1:0")]
    [InlineData(VersionScheme.Opam, "1.0~beta 1.0 1.0-1 1.0a 1.0.1 v1.0")]
    // apk-package(5)
    [InlineData(VersionScheme.Alpine, "1.0_alpha 1.0_beta2 1.0_pre 1.0_rc1 1.0 1.0-r1 1.0-r10 1.0_git20240101 1.0_p1 1.0a 1.0.1 1.05 1.1 1.10")]
    // rpm-version(7)
    [InlineData(VersionScheme.Rpm, "1.0~rc1 1.0~rc1^git1 1.0 1.0-1 1.0-1.el9 1.0-10 1.0^20240101 1.0a 1.0.1 1:0.1")]
    // Package Manager Specification, 3.3
    [InlineData(VersionScheme.Gentoo, "1.0_alpha 1.0_alpha1 1.0_beta 1.0_pre 1.0_rc 1.0 1.0-r1 1.0_p 1.0_p1 1.0b 1.0.0 1.01 1.1")]
    [InlineData(VersionScheme.Alpm, "1.0a 1.0b 1.0beta 1.0p 1.0pre 1.0rc 1.0 1.0.a 1.0.1 1:0")]
    // pkg-version(8) and the comments of its source
    [InlineData(VersionScheme.FreeBsd, "2.* 2pl1 2alpha3 2.9f7 3.* 10alpha 10 10.1 10.1_1 10a 10b 1,1 10,1")]
    // bitnami/go-version, "Version revision"
    [InlineData(VersionScheme.Bitnami, "1.2.2-9 1.2.3 1.2.3-1 1.2.3-10 1.2.4")]
    [InlineData(VersionScheme.Linux, "6.0.19 6.1-rc3 6.1-rc10 6.1 6.1-76-generic 6.1.1 6.10")]
    [InlineData(VersionScheme.Android, "11:2023-05-01 12:0 12:2023-05-01 12:2023-05-05 12L:0 13:0")]
    [InlineData(VersionScheme.OpenSsl, "0.9.8zh 1.0.2-beta1 1.0.2 1.0.2a 1.0.2z 1.0.2za 1.1.0 1.1.1w 3.0.0-alpha1 3.0.0 3.0.10")]
    [InlineData(VersionScheme.Dotted, "1 1.2 1.10 10.0.0")]
    [InlineData(VersionScheme.DateTime, "2024-01-01T12:00:00+02:00 2024-01-01T10:00:00.5Z 2024-01-01T10:00:00.51Z 2024-01-01T05:00:01-05:00")]
    [InlineData(VersionScheme.Lexicographic, "A a aa é \uffff \U0001F600")]
    public void Each_version_comes_before_the_next_ones(VersionScheme scheme, string chain)
    {
        var versions = chain.Split(' ');
        for (var i = 0; i < versions.Length; i++)
            for (var j = i + 1; j < versions.Length; j++)
            {
                Assert.True(VersionOrder.TryCompare(scheme, versions[i], versions[j], out var order), $"{versions[i]} {versions[j]}");
                Assert.True(order < 0, $"{versions[i]} < {versions[j]}");
            }
    }

    [Theory]
    [InlineData(VersionScheme.SemVer, "1.2.3+a v1.2.3 =1.2.3 1.2.3+b")]
    [InlineData(VersionScheme.SemVer, "1 1.0 1.0.0")]
    [InlineData(VersionScheme.Go, "1.21.0-rc.2 go1.21rc2")]
    [InlineData(VersionScheme.PyPI, "1.0 v1.0.0 01.0")]
    [InlineData(VersionScheme.PyPI, "1.0RC1 1.0-c1 1.0.preview_1")]
    [InlineData(VersionScheme.PyPI, "1.0-1 1.0.post1 1.0.rev1 1.0r1")]
    [InlineData(VersionScheme.PyPI, "1.0+a.1 1.0+A-01 1.0+a_1")]
    [InlineData(VersionScheme.Maven, "1 1.0 1.0.0-ga 1-final 1.release 1-0.0")]
    [InlineData(VersionScheme.Maven, "1.0.rc1 1.0-rc1 1-CR-1")]
    [InlineData(VersionScheme.NuGet, "1.0 1.0.0.0 1.0.0+x")]
    [InlineData(VersionScheme.RubyGems, "1.0 1 1.0.0")]
    [InlineData(VersionScheme.RubyGems, "1.0.a2 1.a.2 1.0.0.a.2.0")]
    [InlineData(VersionScheme.Debian, "1.0 0:1.0 1.0-0 01.00")]
    [InlineData(VersionScheme.Rpm, "1.0 0:1.0 1_0 1.00")]
    [InlineData(VersionScheme.Alpine, "1.0-r1 1.0-r01")]
    [InlineData(VersionScheme.Alpm, "1.0-1 1.0 0:1.0")]
    [InlineData(VersionScheme.FreeBsd, "10 10.0 10..0")]
    [InlineData(VersionScheme.Cran, "1.2-3 1.2.3")]
    [InlineData(VersionScheme.Conan, "1 1.0.0")]
    [InlineData(VersionScheme.Dotted, "1.2-rc1 01.2")]
    [InlineData(VersionScheme.DateTime, "2024-01-01T00:00:00Z 2023-12-31T19:00:00-05:00 2024-01-01T00:00:00.000Z")]
    public void These_are_the_same_version(VersionScheme scheme, string all)
    {
        var versions = all.Split(' ');
        Assert.All(versions, v => Assert.True(VersionOrder.TryCompare(scheme, versions[0], v, out var order) && order == 0, $"{versions[0]} = {v}"));
    }

    [Theory]
    [InlineData(VersionScheme.SemVer, "latest * ^1.2 1.x 1.2.3-a..b 1..2 1.2.3- . - v")]
    [InlineData(VersionScheme.Go, "(devel) unknown go")]
    [InlineData(VersionScheme.PyPI, "... - !")]
    [InlineData(VersionScheme.Maven, "${version} [1.0,2.0) 1:2")]
    [InlineData(VersionScheme.NuGet, "1.2.3.4.5 1.2.3beta 1.*")]
    [InlineData(VersionScheme.RubyGems, "a 1..2 1.0- ~>1")]
    [InlineData(VersionScheme.Packagist, "^1.0 >=1 *")]
    [InlineData(VersionScheme.Hackage, "1. 1-2 a")]
    [InlineData(VersionScheme.Cran, "1..2 1.a")]
    [InlineData(VersionScheme.Debian, "a:1 1.0_2 : 1.0-")]
    [InlineData(VersionScheme.Alpine, "latest 1.2A 1.2_foo 1.2-r .1 1..2 1.2~")]
    [InlineData(VersionScheme.Gentoo, "1.2_foo 1..2 1.2-r a1 1.2ab")]
    [InlineData(VersionScheme.DateTime, "2024-02-30T00:00:00Z 2024-01-01 2024-01-01T24:00:00Z 2024-01-01T00:00:00")]
    [InlineData(VersionScheme.Unknown, "1 1.0")]
    public void These_are_no_versions(VersionScheme scheme, string all) => Assert.All(all.Split(' '), v => Assert.False(VersionOrder.IsVersion(scheme, v), v));

    [Fact]
    public void Nothing_and_white_space_are_no_version_of_any_scheme_but_the_lexicographic() =>
        Assert.All(VersionTexts.Schemes, s =>
        {
            Assert.False(VersionOrder.IsVersion(s, ""));
            Assert.True(s == VersionScheme.Lexicographic || !VersionOrder.IsVersion(s, "1 2"), s.ToString());
        });
}
