using Marque.Cases.Declared;
using Marque.Text;

namespace Marque.Tests.Triage;

public sealed class TriageFileTests
{
    [Theory]
    [InlineData("status: not_affected\nrelease: \"1\"", "triage.justification")]
    [InlineData("status: affected\nrelease: \"1\"", "triage.action")]
    [InlineData("status: fixed\njustification: code_not_present\nrelease: \"1\"", "triage.status")]
    [InlineData("status: fixed\nacceptedRisk: Low.\nrelease: \"1\"", "triage.status")]
    [InlineData("status: affected\naction: Wait.\nacceptedRisk: Low.\nnotExploitable: No.\nrelease: \"1\"", "triage.status")]
    [InlineData("status: fixed", "triage.releases")]
    [InlineData("status: fixed\nreleases: {}", "triage.releases")]
    [InlineData("status: fixed\nrelease: \"1\"\nreleases: { only: [\"2\"] }", "yaml.unknown-key")]
    [InlineData("status: fixed\nrelease: \"1\"\ncomponent: lodash", "triage.component")]
    [InlineData("status: not_affected\njustification: code_not_reachabel\nrelease: \"1\"", "yaml.wrong-type")]
    [InlineData("status: fixed\nresponses: [updaet]\nrelease: \"1\"", "yaml.unknown-word")]
    [InlineData("status: fixed\nrelease: \"1\"\nuntil: 2026-11-19", "decision.dates")]
    public void What_does_not_fit_together_is_told(string yaml, string code) =>
        Assert.Contains(code, Decided.Problems("vulnerability: CVE-2026-1\n" + yaml + "\n" + Decided.Head).Select(p => p.Code));

    [Fact]
    public void What_is_written_is_what_was_read()
    {
        var read = Decided.Of(Decided.NotAffected + "aliases: [GHSA-1]\nparts: [firmware]\nreleases: { from: 2.4.0, until: 2.4.1, only: [\"2.4.*\"], lines: [2.x] }\nimpact: None.\naction: Nothing.\nresponses: [will_not_fix, update]\nreview: { epss: 0.3 }\nfollows: openvex x\nuntil: 2027-01-01\n" + Decided.Head);
        var written = TriageText.Of(read);
        Assert.Equal(read.Digest, CanonicalJson.DigestOf(written, "signatures"));
        Assert.Equal("triage/CVE-2026-1/2026-11-20-lead-left-1.0.0-firmware-2.4.x.yaml", TriageText.PathOf(read));
    }

    [Theory]
    [InlineData("CVE-2026-1", "triage/CVE-2026-1/2026-11-20-lead-2.4.1.yaml")]
    [InlineData("../../x", "triage/x/2026-11-20-lead-2.4.1.yaml")]
    [InlineData("漢", "triage/vulnerability/2026-11-20-lead-2.4.1.yaml")]
    public void Its_file_has_a_name_that_every_file_system_takes(string vulnerability, string path) =>
        Assert.Equal(path, TriageText.PathOf(Decided.Of($"vulnerability: \"{vulnerability}\"\nrelease: 2.4.1\nstatus: fixed\n{Decided.Head}")));

    [Fact]
    public void A_label_stands_for_another_only_where_what_it_says_follows()
    {
        foreach (var label in Justification.All)
        {
            // Into the other dialect, and no further: what comes back may say less, never more.
            if (label.Vex is { } vex) Assert.Equal(vex, Justification.Of(vex)!.Vex);
            if (label.CycloneDx is { } cyclone) Assert.Equal(cyclone, Justification.Of(cyclone)!.CycloneDx);
        }

        Assert.Equal(5, Justification.All.Count(j => j.Word == j.Vex));
        Assert.Equal(9, Justification.All.Count(j => j.Word == j.CycloneDx));
        Assert.Null(Justification.Of("protected_at_perimeter")!.Vex);
        Assert.Null(Justification.Of("vulnerable_code_cannot_be_controlled_by_adversary")!.CycloneDx);
    }
}
