using Marque.Components;
using Marque.Components.Checks;
using Marque.Components.Licences;

namespace Marque.Tests.Components.Licences;

/// <summary>SPDX licence expressions: SPDX 2.3, annex D; SPDX 3.0.1, annex on licence expressions.</summary>
public sealed class LicenceExpressionTests
{
    [Theory]
    [InlineData("MIT", "MIT")]
    [InlineData("mit", "mit")]
    [InlineData("GPL-2.0-only WITH Classpath-exception-2.0", "GPL-2.0-only")]
    [InlineData("GPL-2.0+", "GPL-2.0")]
    [InlineData("Apache-1.0+", "Apache-1.0")]
    [InlineData("MIT OR Apache-2.0 AND (BSD-2-Clause OR ISC)", "MIT Apache-2.0 BSD-2-Clause ISC")]
    [InlineData("MIT and MIT or ISC", "MIT ISC")]
    [InlineData("GPL-2.0-or-later with classpath-exception-2.0", "GPL-2.0-or-later")]
    [InlineData("LicenseRef-mine.1", "LicenseRef-mine.1")]
    [InlineData("DocumentRef-other:LicenseRef-theirs", "DocumentRef-other:LicenseRef-theirs")]
    [InlineData("MIT WITH AdditionRef-mine", "MIT")]
    [InlineData("MIT WITH DocumentRef-other:AdditionRef-theirs", "MIT")]
    [InlineData("LicenseRef-mine WITH LLVM-exception", "LicenseRef-mine")]
    [InlineData("((MIT)AND(ISC))", "MIT ISC")]
    [InlineData(" MIT  OR\nISC ", "MIT ISC")]
    public void What_the_grammar_allows_is_read(string text, string ids)
    {
        var read = LicenceReading.Of(text);
        Assert.Equal("", read.Problem);
        Assert.Equal(ids.Split(' '), read.Ids);
    }

    [Theory]
    [InlineData("", "it is empty")]
    [InlineData("Apache 2.0", "'2.0' at character 8 stands where AND, OR or WITH is expected")]
    [InlineData("MIT AND", "it ends where a licence is expected")]
    [InlineData("AND MIT", "'AND' at character 1 stands where a licence is expected")]
    [InlineData("MIT And ISC", "'And' is written AND or and")]
    [InlineData("(MIT OR ISC", "a parenthesis is not closed")]
    [InlineData("MIT OR ISC)", "a parenthesis is closed at character 11 that was not opened")]
    [InlineData("()", "')' at character 2 stands where a licence is expected")]
    [InlineData("MIT/Apache-2.0", "'MIT/Apache-2.0' has the character '/', which no identifier has; several licences are joined by AND or OR")]
    [InlineData("GPL-2.0 +", "'+' at character 9 stands where AND, OR or WITH is expected")]
    [InlineData("(MIT OR ISC) WITH LLVM-exception", "WITH at character 14 stands behind one licence, not behind what is in parentheses or has an exception already")]
    [InlineData("MIT WITH LLVM-exception WITH LLVM-exception", "WITH at character 25 stands behind one licence, not behind what is in parentheses or has an exception already")]
    [InlineData("MIT OR NOASSERTION", "'NOASSERTION' stands alone, in no expression")]
    [InlineData("licenseref-mine", "'licenseref-mine' is not on the SPDX licence list (3.29.0)")]
    [InlineData("LicenseRef-", "'LicenseRef-' is not on the SPDX licence list (3.29.0)")]
    [InlineData("LicenseRef-mine+", "'LicenseRef-mine' is not on the SPDX licence list (3.29.0)")]
    [InlineData("LicenseRef-a_b", "'LicenseRef-a_b' has the character '_', which no identifier has")]
    [InlineData("Apache-2", "'Apache-2' is not on the SPDX licence list (3.29.0); near is 'Apache-2.0'")]
    [InlineData("Classpath-exception-2.0", "'Classpath-exception-2.0' is an exception, which stands behind WITH")]
    [InlineData("GPL-2.0-only WITH MIT", "'MIT' is no exception of the SPDX licence list (3.29.0)")]
    [InlineData("GPL-2.0-only WITH Classpath-exception", "'Classpath-exception' is no exception of the SPDX licence list (3.29.0); near is 'Classpath-exception-2.0'")]
    [InlineData("MIT (ISC)", "'(' at character 5 stands where AND, OR or WITH is expected")]
    public void What_it_does_not_allow_is_named(string text, string problem) => Assert.Equal(problem, LicenceReading.Of(text).Problem);

    [Fact]
    public void Depth_and_length_cost_no_more_than_the_text()
    {
        Assert.True(LicenceReading.Of(new string('(', 5000) + "MIT" + new string(')', 5000)).IsKnown);
        Assert.Equal("a parenthesis is not closed", LicenceReading.Of(new string('(', 16_000) + "MIT").Problem);
        Assert.Contains("characters is not read", LicenceReading.Of(new string('(', 20_000)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void The_list_holds_licences_and_exceptions_apart()
    {
        Assert.Equal((740, 86), LicenceList.Count);
        Assert.True(LicenceList.HasLicence("ZPL-2.1") && LicenceList.HasException("389-exception") && LicenceList.HasException("x11vnc-openssl-exception"));
        Assert.False(LicenceList.HasException("MIT") || LicenceList.HasLicence("389-exception") || LicenceList.HasLicence("LLVM-exception"));
        // A licence that ends on the word is one all the same.
        Assert.True(LicenceList.HasLicence("MPL-2.0-no-copyleft-exception"));
    }

    [Theory]
    [InlineData("MIT", LicenceForm.Id, "")]
    [InlineData("The MIT licence", LicenceForm.Name, "")]
    [InlineData("MIT OR ISC", LicenceForm.Id, "'MIT OR ISC' is an expression, and stands where one identifier is expected")]
    [InlineData("BSD", LicenceForm.Id, "'BSD' is not on the SPDX licence list (3.29.0)")]
    public void A_licence_is_read_as_its_form_says(string text, LicenceForm form, string problem) => Assert.Equal(problem, LicenceReading.Of(new ComponentLicence(text, form, LicenceSaidBy.Unspecified)).Problem);

    [Fact]
    public void What_is_no_expression_is_told_with_its_components()
    {
        var sbom = Samples.CycloneDx("""
            {"name":"a","licenses":[{"expression":"MIT OR"}]},
            {"name":"b","licenses":[{"license":{"name":"anything goes"}},{"license":{"id":"MIT"}}]},
            {"name":"c","licenses":[{"expression":"MIT OR"},{"expression":"Mine"}]}
            """);
        Assert.Equal([("MIT OR", "a", 2), ("Mine", "c", 1)], LicenceProblems.Of(sbom).Select(p => (p.Licence, p.First.Name, p.Components)));
    }

    [Fact]
    public void A_licence_that_is_no_expression_does_not_meet_what_the_guideline_asks_and_is_named()
    {
        var sbom = Boms.Read("""
            { "bomFormat": "CycloneDX", "specVersion": "1.6", "components": [
            { "type": "library", "name": "good", "licenses": [{ "expression": "MIT", "acknowledgement": "concluded" }] },
            { "type": "library", "name": "broken", "licenses": [{ "expression": "MIT License", "acknowledgement": "concluded" }] },
            { "type": "library", "name": "named", "licenses": [{ "license": { "name": "Example licence", "acknowledgement": "concluded" } }] },
            { "type": "library", "name": "bare" } ] }
            """);
        var check = Boms.Check(sbom, "bsi.distribution-licences");
        Assert.Equal((QualityResult.NotMet, 4, 3, "2 of 4 components name one that is no SPDX identifier or expression; 1 has none"), (check.Result, check.Of, check.Failing, check.Because));
        Assert.Equal([("broken", 3, "'License' at character 5 stands where AND, OR or WITH is expected"), ("named", 4, "'Example licence' is given as a name")], check.Examples.Select(e => (e.Name, e.Place.Line, e.Because)));
    }
}
