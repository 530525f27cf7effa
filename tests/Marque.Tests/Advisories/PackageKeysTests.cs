using Marque.Advisories;
using Marque.Components;
using Marque.Components.Purls;

namespace Marque.Tests.Advisories;

/// <summary>Which packages of which ecosystem a package URL stands for (OSV schema, defined ecosystems; ECMA-427, types).</summary>
public sealed class PackageKeysTests
{
    [Theory]
    [InlineData("pkg:npm/%40angular/core@1.0.0", "npm @angular/core")]
    [InlineData("pkg:npm/lodash@1.0.0", "npm lodash")]
    [InlineData("pkg:pypi/Django_Rest.Framework@1", "PyPI django-rest-framework")]
    [InlineData("pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1", "Maven org.apache.logging.log4j:log4j-core")]
    [InlineData("pkg:golang/github.com/Azure/azure-sdk@v1.0.0", "Go github.com/azure/azure-sdk")]
    [InlineData("pkg:golang/github.com/a/b/v2@v2.0.0", "Go github.com/a/b/v2")]
    [InlineData("pkg:golang/github.com/a/b@v2.0.0#c/d", "Go github.com/a/b")]
    [InlineData("pkg:golang/stdlib@1.21.3", "Go stdlib")]
    [InlineData("pkg:golang/std@1.21.3", "Go stdlib")]
    [InlineData("pkg:golang/golang.org/toolchain@v0.0.1-go1.21.3.linux-amd64", "Go toolchain")]
    [InlineData("pkg:golang/a.org/b/c/d@1?type=package", "Go a.org/b/c/d|Go a.org/b/c|Go a.org/b|Go a.org")]
    [InlineData("pkg:nuget/Newtonsoft.Json@9", "NuGet newtonsoft.json")]
    [InlineData("pkg:composer/Symfony/Http-Kernel@5", "Packagist symfony/http-kernel")]
    [InlineData("pkg:cargo/openssl-sys@0.9.1", "crates.io openssl-sys")]
    [InlineData("pkg:gem/rack@2?platform=java", "RubyGems rack")]
    [InlineData("pkg:hex/phoenix@1", "Hex phoenix")]
    [InlineData("pkg:pub/http@1", "Pub http")]
    [InlineData("pkg:hackage/aeson@1", "Hackage aeson")]
    [InlineData("pkg:cran/Rcpp@1", "CRAN Rcpp")]
    [InlineData("pkg:swift/github.com/Alamofire/Alamofire@5", "SwiftURL github.com/alamofire/alamofire")]
    [InlineData("pkg:githubactions/actions/checkout@v4", "GitHub Actions actions/checkout")]
    [InlineData("pkg:github/actions/checkout@v4", "GitHub Actions actions/checkout|GIT github.com/actions/checkout")]
    [InlineData("pkg:conan/openssl@3?user=_&channel=_", "ConanCenter openssl")]
    [InlineData("pkg:bitnami/wordpress@6", "Bitnami wordpress")]
    [InlineData("pkg:deb/debian/libssl3@3.0.11-1?upstream=openssl&distro=debian-12", "Debian openssl")]
    [InlineData("pkg:deb/ubuntu/openssl@3?arch=source", "Ubuntu openssl")]
    [InlineData("pkg:apk/alpine/libcrypto3@3?upstream=openssl", "Alpine openssl")]
    [InlineData("pkg:apk/wolfi/curl@8", "Wolfi curl")]
    [InlineData("pkg:apk/chainguard/curl@8", "Chainguard curl")]
    [InlineData("pkg:rpm/redhat/openssl-libs@1.1.1k-6.el8?upstream=openssl-1.1.1k-6.el8.src.rpm", "Red Hat openssl|Red Hat openssl-libs")]
    [InlineData("pkg:rpm/rocky/curl@7", "Rocky Linux curl")]
    [InlineData("pkg:rpm/almalinux/curl@7", "AlmaLinux curl")]
    [InlineData("pkg:rpm/opensuse/curl@7", "openSUSE curl")]
    [InlineData("pkg:rpm/openeuler/curl@7", "openEuler curl")]
    [InlineData("pkg:generic/linux-kernel@6.1", "Linux Kernel")]
    [InlineData("pkg:generic/x@1?vcs_url=git%2Bhttps://Example.com/a/B.git@abc", "GIT example.com/a/b")]
    [InlineData("pkg:bitbucket/birkenfeld/pygments@1", "GIT bitbucket.org/birkenfeld/pygments")]
    public void A_package_URL_names_packages(string purl, string keys) => Assert.Equal(keys.Split('|'), Of(purl).Keys);

    [Theory]
    [InlineData("pkg:generic/x@1", "names no ecosystem")]
    [InlineData("pkg:docker/debian@12", "type docker")]
    [InlineData("pkg:deb/kali/curl@1", "'kali'")]
    [InlineData("pkg:rpm/fedora/curl@1", "'fedora'")]
    [InlineData("pkg:swid/x@1?tag_id=1", "type swid")]
    public void What_no_advisory_names_says_why(string purl, string reason)
    {
        Assert.Empty(Of(purl).Keys);
        Assert.Contains(reason, Of(purl).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_component_without_version_is_not_matched_and_says_so()
    {
        var match = Records.Index(Records.Osv("GHSA-1", "npm", "a", "i0")).Match("pkg:npm/a");
        Assert.Equal(("no version", 0), (match.Unmatched, match.Findings.Count));
    }

    [Theory]
    [InlineData("npm", "@angular/core", "pkg:npm/%40angular/core@1.5.0")]
    [InlineData("PyPI", "Django.Rest_Framework", "pkg:pypi/django-rest-framework@1.5")]
    [InlineData("Maven", "org.a:b", "pkg:maven/org.a/b@1.5")]
    [InlineData("Go", "github.com/Azure/sdk", "pkg:golang/github.com/azure/sdk@v1.5.0")]
    [InlineData("Go", "stdlib", "pkg:golang/stdlib@go1.5")]
    [InlineData("Go", "a.org/b", "pkg:golang/a.org/b/c/d@v1.5.0?type=package")]
    [InlineData("NuGet", "Newtonsoft.Json", "pkg:nuget/newtonsoft.json@1.5")]
    [InlineData("SwiftURL", "https://github.com/Alamofire/Alamofire.git", "pkg:swift/github.com/Alamofire/Alamofire@1.5.0")]
    [InlineData("GitHub Actions", "Actions/Checkout", "pkg:github/actions/checkout@v1.5.0")]
    [InlineData("Linux", "Kernel", "pkg:generic/linux@1.5")]
    public void Names_meet_however_either_side_writes_them(string ecosystem, string name, string purl) =>
        Assert.Equal("GHSA-1", Records.Index(Records.Osv("GHSA-1", ecosystem, name, "i1.0.0 f2.0.0")).Found(purl));

    private static PackageKeys Of(string purl) => PackageKeys.Of(Purl.Read(purl).Purl!);
}
