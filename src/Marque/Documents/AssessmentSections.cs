using Marque.Assessments;
using NodaTime.Text;

namespace Marque.Documents;

/// <summary>The sections of the page, in the order a reader needs them.</summary>
internal static class AssessmentSections
{
    private const int Steps = 12;

    public static void Points(Html html, Assessment a, string prefix)
    {
        Heading(html, prefix, "annex-i", "Essential cybersecurity requirements, Annex I");
        if (a.Requirements.Count > 0) html.Element("p", $"{Capital(a.Requirements[0].Binding.Sentence())} ({a.Requirements[0].Binding.Basis}).", " class=\"soft\"");
        Table(html, "", "Point", "Requirement", "Verdict", "Routes", "Weakest", "Next step");
        foreach (var r in a.Requirements)
        {
            html.Raw($"<tr id=\"{prefix}").Text(r.Point.Id).Raw("\">").Element("th", r.Point.Id, " scope=\"row\"").Raw("<td>").Text(r.Point.Title);
            Why(html, r.Why);
            html.Raw("</td><td>").Mark(r.Verdict).Raw("</td><td><ul class=\"plain\">");
            foreach (var route in r.Routes) html.Raw("<li>").Mark(route.Verdict, route.Route).Raw("</li>");
            html.Raw("</ul></td>").Element("td", r.Weakest).Element("td", a.NextOf(r.Point.Id) is [var step, ..] ? step.Action : "").Raw("</tr>\n");
        }

        End(html);
    }

    public static void Next(Html html, Assessment a, string prefix)
    {
        Heading(html, prefix, "next", "Next steps, the most useful first");
        if (a.Next.Count == 0) html.Element("p", "None: no point falls short.");
        html.Raw("<ol class=\"steps\">");
        foreach (var step in a.Next.Take(Steps))
        {
            html.Raw("<li>").Text(step.Action).Raw("<br><span class=\"soft\">");
            if (step.Settles.Count > 0) html.Text($"settles {string.Join(", ", step.Settles)}");
            else html.Text($"needed for {string.Join(", ", step.Unblocks)}");
            html.Raw("</span></li>");
        }

        html.Raw("</ol>\n");
        if (a.Next.Count > Steps) html.Element("p", $"And {a.Next.Count - Steps} more.", " class=\"soft\"");
    }

    public static void Procedures(Html html, Assessment a, string prefix)
    {
        Heading(html, prefix, "procedures", "Conformity assessment procedures, Article 32");
        var p = a.Procedures;
        html.Raw("<p>Class: ").Text(p.Class is { } declared ? declared.Sentence() : "not declared").Text(p.Category is { } category ? $", category {category}" : "").Raw(". ").Mark(p.Classification.Verdict).Raw("</p>\n");
        Table(html, "", "Module", "State", "Because", "Basis");
        foreach (var m in p.Modules) html.Raw("<tr>").Element("th", m.Name, " scope=\"row\"").Element("td", m.Open ? "open" : "closed").Element("td", m.Because).Element("td", m.Basis, " class=\"tight\"").Raw("</tr>\n");
        End(html);
        if (p.ThirdParty.Count > 0) html.Element("p", $"No instrument of Article 27 is applied in full for {(p.ThirdParty.Count == a.Requirements.Count ? "any of the points" : string.Join(", ", p.ThirdParty))}.", " class=\"soft\"");
        html.Element("p", $"Notified bodies known to be designated under the Regulation: {p.NotifiedBodies.Count}, as of {LocalDatePattern.Iso.Format(p.NotifiedBodies.AsOf)}.", " class=\"soft\"");
    }

    public static void Obligations(Html html, Assessment a, string prefix)
    {
        Heading(html, prefix, "obligations", "Obligations beyond Annex I");
        html.Element("p", "What does not bind yet is readiness.", " class=\"soft\"");
        Table(html, " class=\"dense\"", "Provision", "Obligation", "Verdict", "Because", "Binds", "Tag");
        foreach (var o in a.Obligations)
        {
            html.Raw("<tr>").Element("th", o.Obligation.Id, " scope=\"row\"").Element("td", o.Obligation.Title).Raw("<td>").Mark(o.Verdict).Raw("</td>")
                .Element("td", Because(o.Why)).Element("td", o.Binding.From(), " class=\"soft tight\"").Element("td", o.Obligation.Tag.Word(), " class=\"soft\"").Raw("</tr>\n");
        }

        End(html);
    }

    public static void Risk(Html html, Assessment a, string prefix)
    {
        Heading(html, prefix, "risk", "Cybersecurity risk assessment, Article 13(2) to (4)");
        html.Raw("<p>").Mark(a.RiskAssessment.Verdict).Raw("</p>\n");
        Table(html, " class=\"dense\"", "Check", "Verdict", "Because");
        foreach (var check in a.RiskAssessment.From) Row(html, check.What, null, check);
        if (a.RiskAssessment.From.Count == 0) Row(html, a.RiskAssessment.What, null, a.RiskAssessment);
        End(html);
    }

    public static void Catalogs(Html html, Assessment a, CaseIndex index, string prefix)
    {
        Heading(html, prefix, "catalogs", "IEC 62443 and own catalogs");
        foreach (var group in Listed.Of(index.CatalogItems, a.Catalogs).GroupBy(e => e.Item.Catalog, StringComparer.Ordinal))
        {
            html.Element("h3", group.Key);
            Table(html, " class=\"dense\"", "Item", "Title", "Verdict", "Because");
            foreach (var (item, why) in group) Row(html, item.Id, item.Title, why);
            End(html);
        }
    }

    public static void Remainder(Html html, Assessment a, CaseIndex index, string prefix)
    {
        Heading(html, prefix, "remainder", "What IEC 62443 leaves open");
        Table(html, " class=\"dense\"", "Item", "Title", "Verdict", "Because", "Tag");
        foreach (var (item, why) in Listed.Of(index.RemainderItems, a.Remainder)) Row(html, item.Id, item.Title, why, item.Tag?.Word() ?? "");
        End(html);
    }

    public static void Facts(Html html, Assessment a, string prefix)
    {
        Heading(html, prefix, "facts", "Facts");
        Table(html, " class=\"dense\"", "Series", "Title", "State", "Because");
        foreach (var f in a.Facts)
        {
            var (verdict, word) = f.Contradicts ? (Verdict.Gap, "contradicts") : f.Sound ? (Verdict.Demonstrated, "sound") : (Verdict.Claimed, "not sound");
            html.Raw("<tr>").Element("th", f.Series.Id, " scope=\"row\"").Element("td", f.Series.Title ?? "").Raw("<td>").Mark(verdict, word).Raw("</td>");
            html.Element("td", string.Join("; ", f.Grounds.Select(GroundText.Of).Distinct(StringComparer.Ordinal))).Raw("</tr>\n");
        }

        End(html);
    }

    // Titles are null where the table has no such column, tags likewise.
    private static void Row(Html html, string what, string? title, Derivation why, string? tag = null)
    {
        html.Raw("<tr>").Element("th", what, " scope=\"row\"");
        if (title is not null) html.Element("td", title);
        html.Raw("<td>").Mark(why.Verdict).Raw("</td>").Element("td", Because(why));
        if (tag is not null) html.Element("td", tag, " class=\"soft\"");
        html.Raw("</tr>\n");
    }

    // Where nobody has recorded anything the verdict says it all.
    private static string Because(Derivation why) => why is { Grounds: [{ Rule: "no-statement" }], From.Count: 0 } ? "" : string.Join("; ", Causes.InShort(why));

    private static void Why(Html html, Derivation why)
    {
        html.Raw("<details><summary>why</summary><ol>");
        foreach (var ground in Causes.Of(why)) html.Element("li", GroundText.Of(ground));
        html.Raw("</ol></details>");
    }

    private static void Heading(Html html, string prefix, string id, string title) => html.Raw($"<h2 id=\"{prefix}{id}\">").Text(title).Raw("</h2>\n");

    private static void Table(Html html, string attributes, params ReadOnlySpan<string> headings)
    {
        html.Raw($"<div class=\"scroll\"><table{attributes}><thead><tr>");
        foreach (var heading in headings) html.Element("th", heading, " scope=\"col\"");
        html.Raw("</tr></thead>\n<tbody>\n");
    }

    private static void End(Html html) => html.Raw("</tbody></table></div>\n");

    private static string Capital(string sentence) => sentence.Length == 0 ? sentence : char.ToUpperInvariant(sentence[0]) + sentence[1..];
}
