using Marque.Versions;

namespace Marque.Tests.Versions;

public class EcosystemTests
{
    [Theory]
    [InlineData("npm", "npm", "", VersionScheme.SemVer, EcosystemSuffix.None, false)]
    [InlineData("Debian:12", "Debian", "12", VersionScheme.Debian, EcosystemSuffix.Release, true)]
    [InlineData("Debian", "Debian", "", VersionScheme.Debian, EcosystemSuffix.None, false)]
    [InlineData("Ubuntu:Pro:18.04:LTS", "Ubuntu", "Pro:18.04:LTS", VersionScheme.Debian, EcosystemSuffix.Release, true)]
    [InlineData("Alpine:v3.20", "Alpine", "v3.20", VersionScheme.Alpine, EcosystemSuffix.Release, true)]
    [InlineData("Red Hat:rhel_aus:8.4::appstream", "Red Hat", "rhel_aus:8.4::appstream", VersionScheme.Rpm, EcosystemSuffix.Release, true)]
    [InlineData("SUSE:Linux Enterprise Server 15 SP5", "SUSE", "Linux Enterprise Server 15 SP5", VersionScheme.Rpm, EcosystemSuffix.Release, true)]
    [InlineData("Maven:https://maven.google.com", "Maven", "https://maven.google.com", VersionScheme.Maven, EcosystemSuffix.Repository, false)]
    [InlineData("Root:Alpine:3.18", "Root", "Alpine:3.18", VersionScheme.Alpine, EcosystemSuffix.Inner, true)]
    [InlineData("TuxCare:PyPI", "TuxCare", "PyPI", VersionScheme.PyPI, EcosystemSuffix.Inner, false)]
    [InlineData("Root:Root:npm", "Root", "Root:npm", VersionScheme.Unknown, EcosystemSuffix.Inner, false)]
    [InlineData("FreeBSD:ports:14.3", "FreeBSD", "ports:14.3", VersionScheme.FreeBsd, EcosystemSuffix.Release, true)]
    [InlineData("Debain:12", "Debain", "12", VersionScheme.Unknown, EcosystemSuffix.None, false)]
    [InlineData(":12", ":12", "", VersionScheme.Unknown, EcosystemSuffix.None, false)]
    public void An_ecosystem_is_read_with_its_suffix_and_written_as_it_was(string text, string name, string release, VersionScheme scheme, EcosystemSuffix suffix, bool isRelease)
    {
        var ecosystem = Ecosystem.Parse(text);
        Assert.Equal(new Ecosystem(name, release), ecosystem);
        Assert.Equal(scheme, ecosystem.Scheme);
        Assert.Equal(suffix, ecosystem.Suffix);
        Assert.Equal(isRelease, ecosystem.IsDistributionRelease);
        Assert.Equal(text, ecosystem.ToString());
    }
}
