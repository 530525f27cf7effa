using Marque.Assessments;
using NodaTime.Text;

namespace Marque.Documents;

/// <summary>An assessment as one self-contained HTML page without scripts: prints well, reads without colour, escapes every text.</summary>
public static class AssessmentHtml
{
    /// <summary>The page; several releases one below the other.</summary>
    /// <param name="assessments">The assessments.</param>
    /// <param name="index">The case they were computed from.</param>
    /// <param name="version">The version of the program.</param>
    public static byte[] Of(IReadOnlyList<Assessment> assessments, CaseIndex index, string version)
    {
        var html = new Html();
        var first = assessments[0];
        html.Raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
            .Element("title", $"{first.Product.Name}{(assessments.Count == 1 && first.Release is { } r ? $" {r}" : "")}: assessment under Regulation (EU) 2024/2847").Raw("\n<style>\n").Raw(PageStyle.Css).Raw("\n</style>\n</head>\n<body>\n<main>\n");
        for (var i = 0; i < assessments.Count; i++) One(html, assessments[i], index, version, assessments.Count == 1 ? "" : $"r{i + 1}-");
        html.Raw("</main>\n<footer>\n")
            .Element("p", "Verdicts are computed from what the manufacturer declares, what was observed and who decided. This page gives no legal advice.").Raw("\n")
            .Element("p", "Short titles of points and obligations are Marque's. The text of the Regulation is reused from EUR-Lex, © European Union, 1998-2026; only the Official Journal is authentic. IEC 62443 appears by identifiers and own words.").Raw("\n")
            .Raw("</footer>\n</body>\n</html>\n");
        return html.Bytes();
    }

    private static void One(Html html, Assessment a, CaseIndex index, string version, string prefix)
    {
        Head(html, a, version);
        html.Raw("<nav aria-label=\"Sections\"><ul>");
        foreach (var (id, title) in new[] { ("annex-i", "Annex I"), ("next", "Next steps"), ("procedures", "Procedures"), ("obligations", "Obligations"), ("risk", "Risk assessment"), ("catalogs", "Catalogs"), ("remainder", "Remainder"), ("facts", "Facts") }) html.Raw($"<li><a href=\"#{prefix}{id}\">{title}</a></li>");
        html.Raw("</ul></nav>\n");
        AssessmentSections.Points(html, a, prefix);
        AssessmentSections.Next(html, a, prefix);
        AssessmentSections.Procedures(html, a, prefix);
        AssessmentSections.Obligations(html, a, prefix);
        AssessmentSections.Risk(html, a, prefix);
        AssessmentSections.Catalogs(html, a, index, prefix);
        AssessmentSections.Remainder(html, a, index, prefix);
        AssessmentSections.Facts(html, a, prefix);
    }

    private static void Head(Html html, Assessment a, string version)
    {
        html.Raw("<header class=\"page\">\n").Element("h1", a.Release is null ? a.Product.Name : $"{a.Product.Name}, release {a.Release}").Raw("\n")
            .Raw("<p class=\"soft\">Conformity argument under Regulation (EU) 2024/2847 (Cyber Resilience Act)</p>\n<dl class=\"facts\">");
        Fact("As of", InstantPattern.ExtendedIso.Format(a.AsOf));
        Fact("Legal set", $"{a.LegalSet.Version}, {(a.LegalSet.Official ? "official" : "unofficial")}, sha256 {a.LegalSet.Digest.Short}");
        Fact("Computed by", $"Marque {version}, rules {Assess.Rules}");
        Fact("Inputs", $"sha256 {a.Inputs}");
        Fact("Root key", a.Trust switch
        {
            RootOfTrust.Given => "given from outside, and it signed people.yaml",
            RootOfTrust.TakenFromCase => "taken from the case",
            RootOfTrust.Refused => "did not sign people.yaml",
            _ => "none: people.yaml is missing or not signed",
        });
        html.Raw("</dl>\n");
        if (a.Notices.Count > 0)
        {
            html.Raw("<ul class=\"notices\">");
            foreach (var notice in a.Notices) html.Element("li", notice);
            html.Raw("</ul>\n");
        }

        html.Raw("<ul class=\"counts\" aria-label=\"Points of Annex I by verdict\">");
        foreach (var (verdict, count) in a.Counts) html.Raw("<li>").Element("b", $"{count}").Mark(verdict).Raw("</li>");
        html.Raw("</ul>\n</header>\n");

        void Fact(string name, string value) => html.Element("dt", name).Element("dd", value);
    }
}
