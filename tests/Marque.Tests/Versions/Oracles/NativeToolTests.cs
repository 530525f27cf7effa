using System.Globalization;
using System.Text.RegularExpressions;
using Marque.Tests.Legal;
using Marque.Versions;

namespace Marque.Tests.Versions.Oracles;

/// <summary>What the tools of the ecosystems say of thousands of pairs, we say too.</summary>
public partial class NativeToolTests
{
    private static readonly string[] Common = ["0", "1", "2", "9", "10", "01", "00", ".", ".", "-", "a", "b", "x", ".1", ".0", "rc", "alpha", "beta"];

    [Fact]
    public void The_packaging_library_orders_python_versions_so() =>
        Agree(VersionScheme.PyPI, 30_000, ["/usr/bin/python3", "/usr/lib/python3/dist-packages/packaging"], "/usr/bin/python3", ["pep440.py"], ["1!", "a1", "b2", "rc1", "c1", ".dev1", "dev", ".post2", "-1", "post", "rev", "r2", "+local", "+a.1", "_", "preview", "v"]);

    [Fact]
    public void Librpm_orders_rpm_versions_so() =>
        Agree(VersionScheme.Rpm, 30_000, ["/usr/bin/python3", "/usr/lib/python3/dist-packages/rpm"], "/usr/bin/python3", ["librpm.py"], ["~", "^", "~rc1", "^git1", "_", "+", ".el9", "-1", "-2.el9"]);

    [Fact]
    public void Libalpm_orders_arch_versions_so() =>
        Agree(VersionScheme.Alpm, 30_000, ["/usr/bin/python3", "/usr/bin/pacman"], "/usr/bin/python3", ["libalpm.py"], ["_", "+", ":", "-1", "-2", "pre", "rc1"]);

    [Fact]
    public void Dpkg_orders_debian_versions_so() =>
        Agree(VersionScheme.Debian, 1_500, ["/usr/bin/dpkg"], "/bin/sh", ["dpkg.sh"], ["~", "~~", "~rc1", "+", "+dfsg", "-1", "-1ubuntu2", "+deb12u1"]);

    [Fact]
    public void Ruby_orders_gems_so() => Agree(VersionScheme.RubyGems, 30_000, ["/usr/bin/ruby"], "/usr/bin/ruby", ["gem.rb"], [".pre", "-1", ".a", ".b2", ".rc1"]);

    [Fact]
    public void Php_orders_composer_versions_so() =>
        // PHP leaves open what nothing behind a last separator means.
        Agree(VersionScheme.Packagist, 30_000, ["/usr/bin/php"], "/usr/bin/php", ["composer.php"], ["dev", "-dev", "RC1", "p1", "pl", "_", "+", "patch", "foo", "v"], takes: v => char.IsAsciiLetterOrDigit(v[^1]));

    [Fact]
    public void Composer_orders_its_versions_so() =>
        // Where it takes nothing behind a last separator for nothing, PHP leaves open what it means.
        Agree(VersionScheme.Packagist, 30_000, ["/usr/bin/php", "/usr/share/php/Composer/Semver/autoload.php"], "/usr/bin/php", ["composer-semver.php"], ["-dev", "-alpha1", "alpha2", "-beta", "-beta.3", "-RC1", "rc2", "-p1", "-patch2", "pl3", "v", "-a1", "b2"], [".", ".1", ".0", ".10", "1", "2", "9", "0"], v => char.IsAsciiLetterOrDigit(v[^1]));

    [Fact]
    public void Maven_orders_its_versions_so() =>
        // Not where nothing or a zero stands alone between two hyphens: there we follow the specification, and Maven does not.
        Agree(VersionScheme.Maven, 30_000, ["/usr/bin/java", "/usr/share/java/maven-artifact-3.x.jar"], "/usr/bin/java", ["-cp", "/usr/share/java/maven-artifact-3.x.jar:/usr/share/java/commons-lang3.jar", "Maven.java"],
            ["-SNAPSHOT", "sp", "cr1", "m2", "-1", "Alpha", "milestone", "RC"], ["0", "1", "2", "9", "10", ".", "a", "b", "x", ".1", ".0", "rc", "alpha", "beta"], v => !AloneInMaven().IsMatch(v));

    [Fact]
    public void Node_semver_orders_npm_versions_so()
    {
        var module = Path.Combine(LegalFolder.Repository, "tests", "oracles", "node_modules", "semver");
        Agree(VersionScheme.SemVer, 30_000, ["/usr/bin/node", module], "/usr/bin/node", ["semver.cjs"], ["-alpha", "-rc.1", "+build", "-0", ".x", "-a-b"], ["1", "2", "9", "10", "01", "a", "b", "x", "rc", "alpha", "beta", ".1"], v => SemVerOfThree().IsMatch(v));
    }

    private static void Agree(VersionScheme scheme, int count, string[] needed, string program, string[] arguments, string[] pieces, string[]? common = null, Func<string, bool>? takes = null)
    {
        Oracle.Require(needed);
        var pairs = Oracle.Pairs(scheme, [.. common ?? Common, .. pieces], count, takes ?? (_ => true));
        var answers = Oracle.Ask(program, arguments, pairs);
        Assert.Equal(pairs.Count, answers.Count);
        var compared = pairs.Zip(answers).Where(p => p.Second != "x").ToList();
        Assert.True(compared.Count > count / 20, $"the tool knows only {compared.Count} of {count} pairs");
        var differ = compared.Where(p => Math.Sign(VersionOrder.Compare(scheme, p.First.A, p.First.B)).ToString(CultureInfo.InvariantCulture) != p.Second).ToList();
        TestContext.Current.SendDiagnosticMessage($"{scheme}: {compared.Count} pairs compared, {differ.Count} differ");
        Assert.True(differ.Count == 0, $"{differ.Count} of {compared.Count} differ:\n{string.Join('\n', differ.Take(30).Select(d => $"{d.First.A}  {d.First.B}  {d.Second}"))}");
    }

    [GeneratedRegex("[A-Za-z-].*0|--|-\\.|\\.-", RegexOptions.None, 1000)]
    private static partial Regex AloneInMaven();

    [GeneratedRegex("^[0-9]+\\.[0-9]+\\.[0-9]+(?![0-9.])", RegexOptions.None, 1000)]
    private static partial Regex SemVerOfThree();
}
