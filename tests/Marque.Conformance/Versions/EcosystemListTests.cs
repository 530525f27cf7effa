using System.Text.Json;
using Marque.Versions;

namespace Marque.Conformance.Versions;

/// <summary>The list of ecosystems that the OSV schema publishes.</summary>
public class EcosystemListTests
{
    [Fact]
    public void Every_ecosystem_of_the_schema_is_known_and_all_but_those_of_commits_and_of_other_ecosystems_have_an_order()
    {
        var file = Path.Combine(Corpora.Folder("osv-schema"), "ecosystems.json");
        Assert.SkipUnless(File.Exists(file), "ecosystems.json is not here");
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        string[] names = [.. json.RootElement.EnumerateObject().Select(p => p.Name)];
        Assert.NotEmpty(names);
        Assert.All(names, n => Assert.True(Ecosystem.Parse(n).IsKnown, n));
        Assert.Equal(["Docker Hardened Images", "OSS-Fuzz", "Root", "TuxCare"], names.Where(n => Ecosystem.Parse(n).Scheme == VersionScheme.Unknown).Order(StringComparer.Ordinal));
    }
}
