using Marque.Components;
using Marque.Components.Purls;

namespace Marque.Tests.Components.Purls;

/// <summary>Package URLs: ECMA-427 and the rules of the registered types.</summary>
public sealed class PurlTests
{
    [Fact]
    public void The_parts_of_a_package_URL_come_out_decoded()
    {
        Assert.True(Purl.TryParse("pkg:maven/org.apache.xmlgraphics/batik-anim@1.9.1?classifier=dist&type=zip#META-INF/a%20b", out var purl, out var problem), problem);
        Assert.Equal(("maven", "org.apache.xmlgraphics", "batik-anim", "1.9.1", "META-INF/a b"), (purl.Type, purl.Namespace, purl.Name, purl.Version, purl.Subpath));
        Assert.Equal([new("classifier", "dist"), new("type", "zip")], purl.Qualifiers);
        Assert.Equal("zip", purl.Qualifier("type"));
        Assert.Null(purl.Qualifier("arch"));
        Assert.True(purl.IsKnownType);
    }

    // ECMA-427, clause 5: the canonical form, and what it takes to get there.
    [Theory]
    [InlineData("pkg:npm/foobar@12.3.1", "pkg:npm/foobar@12.3.1", PurlChanges.None)]
    [InlineData("PKG:npm/foobar", "pkg:npm/foobar", PurlChanges.Scheme)]
    [InlineData("pkg://npm/foobar", "pkg:npm/foobar", PurlChanges.Scheme)]
    [InlineData("pkg:NPM/foobar", "pkg:npm/foobar", PurlChanges.TypeCase)]
    [InlineData("pkg:npm/%40a/b", "pkg:npm/%40a/b", PurlChanges.None)]
    [InlineData("pkg:npm/@a/b", "pkg:npm/%40a/b", PurlChanges.PercentEncoding)]
    [InlineData("pkg:npm/@a/b@1", "pkg:npm/%40a/b@1", PurlChanges.PercentEncoding)]
    [InlineData("pkg:generic/%61b", "pkg:generic/ab", PurlChanges.PercentEncoding)]
    [InlineData("pkg:generic/a%2bb", "pkg:generic/a%2Bb", PurlChanges.PercentEncoding)]
    [InlineData("pkg:generic/a+b", "pkg:generic/a%2Bb", PurlChanges.PercentEncoding)]
    [InlineData("pkg:generic/ä", "pkg:generic/%C3%A4", PurlChanges.PercentEncoding)]
    [InlineData("pkg:generic/a%3Ab", "pkg:generic/a:b", PurlChanges.PercentEncoding)]
    [InlineData("pkg:generic//x//y//name/", "pkg:generic/x/y/name", PurlChanges.Segments)]
    [InlineData("pkg:generic/name@", "pkg:generic/name", PurlChanges.Segments)]
    [InlineData("pkg:generic/name?#", "pkg:generic/name", PurlChanges.Segments)]
    [InlineData("pkg:generic/name#/./a//../b/", "pkg:generic/name#a/b", PurlChanges.Segments)]
    [InlineData("pkg:generic/name?a=&b=1", "pkg:generic/name?b=1", PurlChanges.EmptyQualifiers)]
    [InlineData("pkg:generic/name?b=1&&", "pkg:generic/name?b=1", PurlChanges.EmptyQualifiers)]
    [InlineData("pkg:generic/name?b=1&a=2", "pkg:generic/name?a=2&b=1", PurlChanges.QualifierOrder)]
    [InlineData("pkg:generic/name?A=2", "pkg:generic/name?a=2", PurlChanges.QualifierKeys)]
    [InlineData("pkg:generic/name@1%2F2?v=a%2Fb%3Dc", "pkg:generic/name@1%2F2?v=a%2Fb%3Dc", PurlChanges.None)]
    [InlineData("pkg:GitHub/Package-URL/Purl-Spec@ABC", "pkg:github/package-url/purl-spec@ABC", PurlChanges.TypeCase | PurlChanges.Namespace | PurlChanges.Name)]
    [InlineData("pkg:pypi/Django_Package@1.0.RC1", "pkg:pypi/django-package@1.0.rc1", PurlChanges.Name | PurlChanges.Version)]
    [InlineData("pkg:pub/Foo-Bar.baz", "pkg:pub/foo_bar_baz", PurlChanges.Name)]
    [InlineData("pkg:cpan/drolsky/DateTime", "pkg:cpan/DROLSKY/DateTime", PurlChanges.Namespace)]
    [InlineData("pkg:huggingface/Microsoft/DeBERTa@ABCDEF", "pkg:huggingface/Microsoft/DeBERTa@abcdef", PurlChanges.Version)]
    [InlineData("pkg:mlflow/CreditFraud@3?repository_url=https:%2F%2Fadb-1.0.azuredatabricks.net%2Fapi", "pkg:mlflow/creditfraud@3?repository_url=https:%2F%2Fadb-1.0.azuredatabricks.net%2Fapi", PurlChanges.Name)]
    [InlineData("pkg:mlflow/CreditFraud@3?repository_url=https:%2F%2Fx.api.azureml.ms", "pkg:mlflow/CreditFraud@3?repository_url=https:%2F%2Fx.api.azureml.ms", PurlChanges.None)]
    [InlineData("pkg:swid/Acme/Server@1?tag_id=75B8C285-FA7B-485B-B199-4745E3004D0D", "pkg:swid/Acme/Server@1?tag_id=75b8c285-fa7b-485b-b199-4745e3004d0d", PurlChanges.QualifierValues)]
    [InlineData("pkg:nuget/EnterpriseLibrary.Common@6.0.1304", "pkg:nuget/EnterpriseLibrary.Common@6.0.1304", PurlChanges.None)]
    [InlineData("pkg:golang/github.com/Azure/azure-SDK@v1.0.0", "pkg:golang/github.com/azure/azure-sdk@v1.0.0", PurlChanges.Namespace | PurlChanges.Name)]
    [InlineData("pkg:Unheard.of-1/A/B_C@D", "pkg:unheard.of-1/A/B_C@D", PurlChanges.TypeCase)]
    public void What_is_not_canonical_is_made_so_and_told(string text, string canonical, PurlChanges changes)
    {
        var read = Purl.Read(text);
        Assert.Equal((PurlFault.None, null), (read.Fault, read.Problem));
        Assert.Equal(canonical, read.Purl!.ToString());
        Assert.Equal(changes, read.Changes);
    }

    [Theory]
    [InlineData("", "begin")]
    [InlineData("npm/foobar", "begin")]
    [InlineData("pkg%3Anpm/foobar", "begin")]
    [InlineData("pkg:", "type is missing")]
    [InlineData("pkg:npm", "name is missing")]
    [InlineData("pkg:npm/", "name is missing")]
    [InlineData("pkg:npm/@1.0", "name is missing")]
    [InlineData("pkg:npm/%2F", "name is missing")]
    [InlineData("pkg:3d/x", "no type")]
    [InlineData("pkg:n&g/x", "no type")]
    [InlineData("pkg:ñpm/x", "no type")]
    [InlineData("pkg:npm/a%2Fb/c", "segment of the namespace holds a slash")]
    [InlineData("pkg:npm/a#b%2Fc", "segment of the subpath holds a slash")]
    [InlineData("pkg:npm/a%", "percent sign")]
    [InlineData("pkg:npm/a%4", "percent sign")]
    [InlineData("pkg:npm/a@%zz", "percent sign")]
    [InlineData("pkg:npm/a%FF", "no characters")]
    [InlineData("pkg:npm/a%ED%A0%80", "no characters")]
    [InlineData("pkg:npm/a?in%20production=true", "no key")]
    [InlineData("pkg:npm/a?1=true", "no key")]
    [InlineData("pkg:npm/a?=true", "no key")]
    [InlineData("pkg:npm/a?\u212A=1", "no key")] // a Kelvin sign, whose lower case is k
    [InlineData("pkg:npm/a?x=1&x=1", "stands twice")]
    [InlineData("pkg:npm/a?x=1&X=2", "stands twice")]
    public void What_is_no_package_URL_is_refused_with_the_reason(string text, string reason)
    {
        var read = Purl.Read(text);
        Assert.Equal(PurlFault.Syntax, read.Fault);
        Assert.Null(read.Purl);
        Assert.Contains(reason, read.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_no_character()
    {
        foreach (var text in (string[])["pkg:npm/a\uD800", "pkg:npm/a@\uDC00b", "pkg:npm/a?x=\uD800", "pkg:npm/\uD800/a", "pkg:npm/a#\uD800"]) Assert.Contains("no characters", Purl.Read(text).Problem, StringComparison.Ordinal);
    }

    // The definitions of the types: such a package URL is refused, and yet it can be matched.
    [Theory]
    [InlineData("pkg:golang/stdlib@1.20.1", "requires a namespace")]
    [InlineData("pkg:deb/curl@1", "requires a namespace")]
    [InlineData("pkg:cargo/a/rand@0.7.2", "has no namespace")]
    [InlineData("pkg:julia/Dates", "requires the qualifier \"uuid\"")]
    [InlineData("pkg:swid/a/b/c/d?tag_id=x", "at most two")]
    [InlineData("pkg:cpan/URI::Escape", "\"::\"")]
    [InlineData("pkg:cocoapods/.a", "pod")]
    [InlineData("pkg:cocoapods/a%2Bb", "pod")]
    [InlineData("pkg:chrome-extension/dogs", "32 letters")]
    [InlineData("pkg:chrome-extension/dncgedbnidfkppmdgfgidcepclnokpkb@1.2.3.4.5", "one to four")]
    public void What_breaks_a_rule_of_its_type_is_refused_but_told(string text, string reason)
    {
        var read = Purl.Read(text);
        Assert.Equal(PurlFault.TypeRule, read.Fault);
        Assert.Equal(text, read.Purl!.ToString());
        Assert.Contains(reason, read.Problem, StringComparison.Ordinal);
        Assert.False(Purl.TryParse(text, out _, out var problem));
        Assert.Equal(read.Problem, problem);
    }

    [Fact]
    public void A_type_that_is_not_registered_is_taken_and_told_apart()
    {
        Assert.True(Purl.TryParse("pkg:gitlab/a/b@1", out var purl, out _));
        Assert.False(purl.IsKnownType);
    }

    [Fact]
    public void Package_URLs_are_equal_when_their_canonical_texts_are()
    {
        var one = Purl.Read("pkg:deb/debian/curl@1?distro=sid&arch=amd64").Purl!;
        var other = Purl.Read("pkg:DEB/Debian/curl@1?arch=amd64&distro=sid").Purl!;
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        foreach (var different in (string[])["pkg:deb/debian/curl@1?arch=amd64", "pkg:deb/debian/curl@2?arch=amd64&distro=sid", "pkg:deb/ubuntu/curl@1?arch=amd64&distro=sid", "pkg:deb/debian/curl@1?arch=i386&distro=sid", "pkg:deb/debian/curl@1?arch=amd64&distro=sid#a"])
        {
            Assert.NotEqual(one, Purl.Read(different).Purl);
        }
    }

    [Fact]
    public void A_canonical_text_is_kept_and_words_that_recur_are_one_string()
    {
        const string text = "pkg:deb/debian/curl@1?arch=amd64";
        var (one, other) = (Purl.Read(text).Purl!, Purl.Read("pkg:deb/debian/zsh@2?arch=amd64").Purl!);
        Assert.Same(text, one.ToString());
        Assert.Same(one.Type, other.Type);
        Assert.Same(one.Namespace, other.Namespace);
        Assert.Same(one.Qualifiers[0].Key, other.Qualifiers[0].Key);
        Assert.Same(Purl.Read("pkg:npm/a").Purl!.Qualifiers, Purl.Read("pkg:npm/b").Purl!.Qualifiers);
    }

    [Fact]
    public void Building_takes_decoded_parts_and_refuses_what_reading_does()
    {
        Assert.Equal("pkg:npm/%40a%20b/c%2Fd@1%401?x=%26#e/f", Purl.Build("NPM", "/@A b/", "c/d", "1@1", [new("y", ""), new("X", "&")], "/./e//f/..").Purl!.ToString());
        Assert.Contains("name is missing", Purl.Build("npm", null, "/").Problem, StringComparison.Ordinal);
        Assert.Contains("type is missing", Purl.Build("", null, "a").Problem, StringComparison.Ordinal);
        Assert.Contains("no key", Purl.Build("npm", null, "a", qualifiers: [new("in production", "1")]).Problem, StringComparison.Ordinal);
        Assert.Contains("stands twice", Purl.Build("npm", null, "a", qualifiers: [new("x", "1"), new("X", "2")]).Problem, StringComparison.Ordinal);
        Assert.Contains("no characters", Purl.Build("npm", null, "a\uDC00").Problem, StringComparison.Ordinal);
        Assert.Equal(PurlFault.TypeRule, Purl.Build("cargo", "x", "a").Fault);
    }

    // Unicode, section 3.13.2: a dotted I lowers to two characters, and a sigma at the end of a word to its final form.
    [Theory]
    [InlineData("\u0130X", "i\u0307x")]
    [InlineData("\u039F\u03A3", "\u03BF\u03C2")]
    [InlineData("\u03A3\u039F", "\u03C3\u03BF")]
    [InlineData("ÄÖ", "äö")]
    public void Lower_case_is_full_and_knows_no_culture(string name, string lower) => Assert.Equal(lower, Purl.Build("npm", null, name).Purl!.Name);

    [Fact]
    public void Changes_are_told_in_words()
    {
        Assert.Equal(["type lower-cased", "name normalised for its type", "qualifiers sorted"], Purl.Read("pkg:PyPI/A?b=1&a=1").Changes.Words());
        Assert.Empty(PurlChanges.None.Words());
        Assert.Equal(Enum.GetValues<PurlChanges>().Length - 1, Enum.GetValues<PurlChanges>().Aggregate((a, b) => a | b).Words().Count());
    }

    [Fact]
    public void A_text_of_any_length_is_read_in_time_that_grows_with_it()
    {
        var many = string.Join('&', Enumerable.Range(0, 50_000).Select(i => $"k{50_000 - i}={i}"));
        Assert.Equal(50_000, Purl.Read("pkg:generic/a?" + many).Purl!.Qualifiers.Count);
        var deep = string.Concat(Enumerable.Repeat("a/", 200_000));
        Assert.Equal(399_999, Purl.Read($"pkg:generic/{deep}b").Purl!.Namespace.Length);
        Assert.Equal(300_000, Purl.Read("pkg:generic/" + string.Concat(Enumerable.Repeat("%C3%A4", 300_000))).Purl!.Name.Length);
    }
}
