using Marque.Advisories;
using Marque.Components;
using Marque.Tests.Components;

namespace Marque.Tests.Advisories;

/// <summary>What of a bill of materials cannot be matched is said, with the reason.</summary>
public sealed class SbomMatchingTests
{
    [Theory]
    [InlineData("""{"name":"a"}""", UnmatchedReason.NoPurl)]
    [InlineData("""{"name":"a","cpe":"cpe:2.3:a:v:a:1:*:*:*:*:*:*:*"}""", UnmatchedReason.OnlyCpe)]
    [InlineData("""{"name":"a","purl":"npm/a@1"}""", UnmatchedReason.MalformedPurl)]
    [InlineData("""{"name":"a","purl":"pkg:none/a@1"}""", UnmatchedReason.UnknownType)]
    [InlineData("""{"name":"a","purl":"pkg:docker/a@1"}""", UnmatchedReason.NoEcosystem)]
    [InlineData("""{"name":"a","purl":"pkg:npm/a"}""", UnmatchedReason.NoVersion)]
    [InlineData("""{"name":"a","purl":"pkg:npm/a@latest"}""", UnmatchedReason.MalformedVersion)]
    public void A_component_that_cannot_be_matched_says_why(string component, UnmatchedReason reason)
    {
        var matching = SbomMatching.Of(Samples.CycloneDx(component));
        var unmatched = Assert.Single(matching.Unmatched);
        Assert.Equal(reason, unmatched.Reason);
        Assert.NotEmpty(unmatched.Because);
        Assert.Equal(0, matching.Matchable);
    }

    [Fact]
    public void What_was_read_otherwise_than_written_is_told()
    {
        var matching = SbomMatching.Of(Samples.CycloneDx("""{"name":"a","purl":"pkg:NPM/a@1.0.0"},{"name":"b","version":"2.0.0","purl":"pkg:npm/b"},{"name":"c","purl":"pkg:npm/c@1.0.0"}"""));
        Assert.Equal(3, matching.Matchable);
        Assert.Equal(["pkg:npm/a@1.0.0", "pkg:npm/b@2.0.0"], matching.Normalised.Select(n => n.Read));
        Assert.Contains("version taken from the component", matching.Normalised[1].Because, StringComparison.Ordinal);
    }

    [Fact]
    public void A_package_that_stands_twice_is_told_and_the_subject_is_not_looked_for()
    {
        var matching = SbomMatching.Of(Samples.Read("""{"bomFormat":"CycloneDX","specVersion":"1.6","metadata":{"component":{"name":"product"}},"components":[{"name":"a","purl":"pkg:npm/a@1.0.0"},{"name":"again","purl":"pkg:npm/a@1.0.0"}]}"""));
        var twice = Assert.Single(matching.Twice);
        Assert.Equal(("a", "again"), (twice.First.Name, twice.Again.Name));
        Assert.Empty(matching.Unmatched);
    }

    [Fact]
    public void The_first_package_URL_that_can_be_used_is_used()
    {
        var sbom = Samples.Read("""{"spdxVersion":"SPDX-2.3","SPDXID":"SPDXRef-DOCUMENT","packages":[{"SPDXID":"SPDXRef-p","name":"p"},{"SPDXID":"SPDXRef-a","name":"a","externalRefs":[{"referenceType":"purl","referenceLocator":"none"},{"referenceType":"purl","referenceLocator":"pkg:npm/a@1.0.0"}]}],"documentDescribes":["SPDXRef-p"]}""");
        Assert.Equal("pkg:npm/a@1.0.0", ComponentIdentity.Of(sbom.Components[1]).Purl?.ToString());
        Assert.Equal(1, SbomMatching.Of(sbom).Matchable);
    }

    [Fact]
    public void What_an_SPDX_document_describes_is_looked_for_when_it_has_a_package_URL()
    {
        var sbom = Samples.Read("""{"spdxVersion":"SPDX-2.3","SPDXID":"SPDXRef-DOCUMENT","packages":[{"SPDXID":"SPDXRef-a","name":"a","externalRefs":[{"referenceType":"purl","referenceLocator":"pkg:npm/a@1.0.0"}]},{"SPDXID":"SPDXRef-b","name":"b"}],"documentDescribes":["SPDXRef-a","SPDXRef-b"]}""");
        var matching = SbomMatching.Of(sbom);
        Assert.Equal(1, matching.Matchable);
        Assert.Equal("b", Assert.Single(matching.Unmatched).Component.Name);
    }

    [Fact]
    public void A_version_that_cannot_be_ordered_is_told_and_still_looked_for()
    {
        var sought = Assert.Single(SoughtComponent.Of(Samples.CycloneDx("""{"name":"a","purl":"pkg:npm/a@latest"}""")));
        Assert.Equal(UnmatchedReason.MalformedVersion, sought.Unmatched);
        Assert.Equal("pkg:npm/a@latest", sought.Purl?.ToString());
        Assert.Null(SoughtComponent.Of(Samples.CycloneDx("""{"name":"a","purl":"pkg:npm/a"}""")).Single().Purl);
    }
}
