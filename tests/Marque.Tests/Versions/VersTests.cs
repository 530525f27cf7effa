using CsCheck;
using Marque.Tests.Assessments.Kit;
using Marque.Versions;

namespace Marque.Tests.Versions;

/// <summary>VERS: what is one, what is in it.</summary>
public class VersTests
{
    [Theory]
    [InlineData("vers:npm/1.2.3")]
    [InlineData("vers:npm/1.2.3|>=2.0.0|<5.0.0")]
    [InlineData("vers:gem/>=2.2.0|!=2.2.1|<2.3.0")]
    [InlineData("vers:pypi/0.0.0|0.0.1|0.0.2|0.0.3|1.0|2.0pre1")]
    [InlineData("vers:maven/>=1.0.0-beta1|<=1.7.5|>=7.0.0-M1|<=7.0.7|>=7.1.0|<=7.1.2|>=8.0.0-M1|<=8.0.1")]
    [InlineData("vers:deb/*")]
    [InlineData("vers:all/*")]
    [InlineData("vers:none/*")]
    [InlineData("vers:deb/>=1:2.0~rc1|<1:3")]
    [InlineData("vers:rpm/1.0%2A%7C%25")]
    [InlineData("vers:tomee/>=2|<1")]
    [InlineData("vers:example/>=b|<a")]
    public void What_is_canonical_is_read_and_written_as_it_was(string text)
    {
        Assert.True(Vers.TryParse(text, out var vers, out var problem), problem);
        Assert.Equal(text, vers.ToString());
    }

    [Theory]
    [InlineData("", "begins with")]
    [InlineData("Vers:npm/1", "begins with")]
    [InlineData("vers:npm", "slash")]
    [InlineData("vers:npm/", "no constraints")]
    [InlineData("vers:NPM/1", "no type")]
    [InlineData("vers:1npm/1", "no type")]
    [InlineData("vers:n%70m/1", "no type")]
    [InlineData("vers:invalid/1", "reserved")]
    [InlineData("vers:npm/*|1", "percent-encoded")]
    [InlineData("vers:npm/>*", "percent-encoded")]
    [InlineData("vers:none/1", "only form")]
    [InlineData("vers:npm/|1", "pipes")]
    [InlineData("vers:npm/1|", "pipes")]
    [InlineData("vers:npm/1||2", "pipes")]
    [InlineData("vers:npm/1 |2", "white space")]
    [InlineData("vers:npm/1\t|2", "white space")]
    [InlineData("vers:npm/é", "printable ASCII")]
    [InlineData("vers:npm/=1", "without '='")]
    [InlineData("vers:npm/>=", "followed by a version")]
    [InlineData("vers:npm/1>2", "percent-encoded")]
    [InlineData("vers:npm/1%2", "percent-encoded")]
    [InlineData("vers:npm/1%2g", "percent-encoded")]
    [InlineData("vers:npm/1%2a", "upper case")]
    [InlineData("vers:npm/1%41", "not canonical")]
    [InlineData("vers:npm/2|1", "sorted")]
    [InlineData("vers:npm/1.0|1", "twice")]
    [InlineData("vers:tomee/1|!=1", "twice")]
    [InlineData("vers:npm/1|latest", "cannot be ordered")]
    [InlineData("vers:npm/1|<2", "includes")]
    [InlineData("vers:npm/>1|>2", "same direction")]
    [InlineData("vers:npm/>1|!=2|>=3", "same direction")]
    [InlineData("vers:npm/<1|<=2", "same direction")]
    [InlineData("vers:datetime/2024-01-01t00:00:00z", "upper-case")]
    public void What_is_not_canonical_is_refused_with_its_reason(string text, string reason)
    {
        Assert.False(Vers.TryParse(text, out _, out var problem));
        Assert.Contains(reason, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vers:npm/*", "1.0.0", true)]
    [InlineData("vers:none/*", "1.0.0", false)]
    [InlineData("vers:npm/1.2.3|>=2.0.0|<5.0.0", "1.2.3", true)]
    [InlineData("vers:npm/1.2.3|>=2.0.0|<5.0.0", "1.2.4", false)]
    [InlineData("vers:npm/1.2.3|>=2.0.0|<5.0.0", "2.0.0", true)]
    [InlineData("vers:npm/1.2.3|>=2.0.0|<5.0.0", "4.9.9", true)]
    [InlineData("vers:npm/1.2.3|>=2.0.0|<5.0.0", "5.0.0", false)]
    [InlineData("vers:npm/<1|>2", "0.9.0", true)]
    [InlineData("vers:npm/<1|>2", "1.0.0", false)]
    [InlineData("vers:npm/<1|>2", "2.0.0", false)]
    [InlineData("vers:npm/<1|>2", "2.0.1", true)]
    [InlineData("vers:npm/<=1|>2|<=3", "3.0.0", true)]
    [InlineData("vers:npm/!=1.5.0", "1.5.0", false)]
    [InlineData("vers:npm/!=1.5.0", "1.6.0", true)]
    [InlineData("vers:npm/>=1|!=1.5.0|<2", "1.5.0", false)]
    [InlineData("vers:npm/>=1|!=1.5.0|<2", "1.5.1", true)]
    [InlineData("vers:npm/>=1", "latest", null)]
    [InlineData("vers:tomee/>=1", "2", null)]
    public void A_version_is_inside_or_outside_or_it_cannot_be_said(string text, string version, bool? expected)
    {
        Assert.True(Vers.TryParse(text, out var vers, out var problem), problem);
        Assert.Equal(expected, vers.Contains(version));
    }

    [Theory]
    [InlineData("npm", "^1.2.3", "vers:npm/>=1.2.3|<2.0.0")]
    [InlineData("npm", "^0.0.3 || ~1.2", "vers:npm/>=0.0.3|<0.0.4|>=1.2.0|<1.3.0")]
    [InlineData("npm", ">=1 <3 !=2.0.0", "vers:npm/>=1.0.0|!=2.0.0|<3.0.0")]
    [InlineData("npm", "1.2 - 2.3", "vers:npm/>=1.2.0|<2.4.0")]
    [InlineData("npm", "1.x || >=2.5.0 || 5.0.0 - 7.2.3", "vers:npm/>=1.0.0|<2.0.0|>=2.5.0")]
    [InlineData("npm", "*", "vers:npm/*")]
    [InlineData("npm", "= v1.2.3-rc.1+build", "vers:npm/1.2.3-rc.1")]
    [InlineData("npm", ">1.2", "vers:npm/>=1.3.0")]
    [InlineData("npm", "<2.0.0 || >2.0.0", "vers:npm/!=2.0.0")]
    [InlineData("cargo", "1.2, <1.9", "vers:cargo/>=1.2.0|<1.9.0")]
    [InlineData("cargo", "1.*", "vers:cargo/>=1.0.0|<2.0.0")]
    [InlineData("hex", "~> 2.0.1 or == 3.1.0", "vers:hex/>=2.0.1|<2.1.0|3.1.0")]
    [InlineData("pub", "any", "vers:pub/*")]
    [InlineData("golang", ">=v1.2.0 <1.4.1", "vers:golang/>=1.2.0|<1.4.1")]
    [InlineData("gem", "~> 2.2.0, != 2.2.1", "vers:gem/>=2.2.0|!=2.2.1|<2.3")]
    [InlineData("gem", "~> 2.0", "vers:gem/>=2.0|<3")]
    [InlineData("pypi", "~=1.4.5", "vers:pypi/>=1.4.5|<1.5.dev0")]
    [InlineData("pypi", ">=1,!=1.3.*,<2", "vers:pypi/>=1|<1.3.dev0|>=1.4.dev0|<2")]
    [InlineData("pypi", "==1.2.*", "vers:pypi/>=1.2.dev0|<1.3.dev0")]
    [InlineData("maven", "(,1.0],[1.2,)", "vers:maven/<=1.0|>=1.2")]
    [InlineData("maven", "[1.0]", "vers:maven/1.0")]
    [InlineData("nuget", "1.0", "vers:nuget/>=1.0")]
    [InlineData("nuget", "[1.0,2.0)", "vers:nuget/>=1.0|<2.0")]
    [InlineData("composer", "^1.2 || ~2.3.1 | 3.0.*", "vers:composer/>=1.2|<2|>=2.3.1|<2.4|>=3.0|<3.1")]
    [InlineData("composer", "=*", "vers:composer/*")]
    [InlineData("deb", "a (>= 1)\r\n, a (<< 2)", "vers:deb/>=1|<2")]
    [InlineData("composer", "1.0 - 2.0", "vers:composer/>=1.0|<2.1")]
    [InlineData("conan", "[>1 <2.0]", null)]
    [InlineData("conan", "~2.5 || ^0.1.2, include_prerelease", "vers:conan/>=0.1.2|<0.2-|>=2.5|<2.6-")]
    [InlineData("deb", "libc6 (>= 2.23), libc6 (<< 2.24)", "vers:deb/>=2.23|<2.24")]
    [InlineData("rpm", "openssl >= 1:1.1.1", "vers:rpm/>=1:1.1.1")]
    [InlineData("apk", "openssl>3.0.7-r0", "vers:apk/>3.0.7-r0")]
    [InlineData("cran", "R (>= 3.5.0)", "vers:cran/>=3.5.0")]
    [InlineData("hackage", ">=1.0 && <1.2 || ^>=2.1.3", "vers:hackage/>=1.0|<1.2|>=2.1.3|<2.2")]
    [InlineData("nginx", "1.5.0+, 1.4.1+", "vers:nginx/>=1.4.1|<1.5.0|>=1.5.0")]
    [InlineData("openssl", "1.0.1, 1.0.1a", "vers:openssl/1.0.1|1.0.1a")]
    [InlineData("npm", ">2 <1", null)]
    [InlineData("npm", "latest", null)]
    [InlineData("npm", ">=", null)]
    [InlineData("maven", "[1.0,2.0", null)]
    [InlineData("pypi", ">=1; python_version<'3'", null)]
    [InlineData("tomee", ">=1", null)]
    public void A_native_range_becomes_a_vers_or_is_refused(string type, string range, string? expected)
    {
        Assert.Equal(expected is not null, Vers.TryFromNative(type, range, out var vers, out var problem));
        Assert.Equal(expected, vers?.ToString());
        Assert.Equal(expected is null, problem.Length > 0);
    }

    [Fact]
    public void A_version_is_in_what_alternatives_become_exactly_when_it_is_in_one_of_them()
    {
        var bound = Gen.Int[0, 9];
        var alternative = Gen.Select(bound, bound, Gen.Bool, Gen.Bool, Gen.Int[0, 12]);
        Gen.Select(alternative.Array[1, 4], bound).Sample(
            (alternatives, version) =>
            {
                static string Text((int Low, int High, bool FromIncluded, bool ToIncluded, int Without) a) =>
                    $"{(a.FromIncluded ? ">=" : ">")}{a.Low}.0.0 {(a.ToIncluded ? "<=" : "<")}{a.High}.0.0{(a.Without < 10 ? $" !={a.Without}.0.0" : "")}";
                static bool In((int Low, int High, bool FromIncluded, bool ToIncluded, int Without) a, int v) =>
                    (a.FromIncluded ? v >= a.Low : v > a.Low) && (a.ToIncluded ? v <= a.High : v < a.High) && v != a.Without;
                var native = string.Join(" || ", alternatives.Select(Text));
                var inside = alternatives.Any(a => In(a, version));
                if (!Vers.TryFromNative("npm", native, out var vers, out _)) Assert.False(inside, native);
                else Assert.True(vers.Contains($"{version}.0.0") == inside, $"{version} in {native} = {vers}");
            },
            iter: Iterations.Of(5000));
    }

    [Fact]
    public void Whatever_is_read_is_written_and_read_again_the_same() =>
        Gen.Select(Gen.OneOf("npm", "deb", "pypi", "tomee"), Gen.OneOf("1", ">=2", "<3", "!=4", "5.0", "%2A", "|", "<", "=", "*", " ").Array[1, 6]).Sample(
            (type, pieces) =>
            {
                var text = $"vers:{type}/{string.Join('|', pieces)}";
                if (Vers.TryParse(text, out var vers, out _)) Assert.Equal(text, vers.ToString());
                if (Vers.TryParseLoosely(text, out vers, out _)) Assert.True(Vers.TryParseLoosely(vers.ToString(), out var again, out _) && again == vers);
            },
            iter: Iterations.Of(5000));
}
