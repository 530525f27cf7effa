using Marque.Documents.Blocks;

namespace Marque.Tests.Documents;

/// <summary>Article 31 and Annex VII (rules N-1, N-4, B-1 to B-3, P-2, P-3, P-5, Y-7).</summary>
public sealed class TechnicalDocumentationTests
{
    private const string Main = "product: { id: v, name: Valve }\nrole: manufacturer\nparts: [{ id: firmware, type: embedded-device, targetLevel: 1 }]\n";

    private static readonly Lazy<Document> Example = new(() => Papers.OfExample("edge-gateway")["technical-file"]);

    [Fact]
    public void Its_items_stand_in_the_order_of_Annex_VII()
    {
        var headings = Papers.Blocks(Example.Value).OfType<Heading>().Where(h => h.Id.StartsWith("annex-vii-", StringComparison.Ordinal)).Select(h => h.Id["annex-vii-".Length..]).ToList();
        Assert.Equal(["1", "1a", "1b", "1c", "1d", "2", "2a", "2b", "2c", "3", "4", "5", "6", "7", "8"], headings);
        Assert.Equal(["1(a)", "1(b)", "1(c)", "1(d)", "2(a)", "2(b)", "2(c)", "3", "4", "5", "6", "7", "8"], Index(Example.Value).Rows.Select(r => Papers.Text(r.Cells[0])));
    }

    [Fact]
    public void What_it_does_not_prove_stands_before_everything_that_it_says()
    {
        var at = Example.Value.Opening.ToList().FindIndex(b => b is Callout);
        Assert.True(at >= 0 && at < Example.Value.Opening.ToList().FindIndex(b => b is Table));
    }

    [Fact]
    public void A_case_that_holds_nothing_names_what_is_missing_in_each_item_with_the_provision_that_asks_for_it()
    {
        var document = Papers.Of(("marque.yaml", Main))["technical-file"];
        var missing = Missing(document);
        foreach (var (what, provision) in new[]
        {
            ("The intended purpose is not stated", "Annex VII(1)(a)"), ("No release is declared", "Annex VII(1)(b)"), ("Photographs or illustrations are not named", "Annex VII(1)(c)"),
            ("The information and instructions to the user are not in the case", "Annex II"), ("On design, development", "Annex VII(2)(a)"), ("No software bill of materials", "Annex VII(2)(b)"),
            ("The policy on coordinated vulnerability disclosure is not declared", "Annex VII(2)(b)"), ("A contact address", "Annex VII(2)(b)"), ("How updates are distributed securely", "Annex VII(2)(b)"),
            ("Nothing on production", "Annex VII(2)(c)"), ("There is no cybersecurity risk assessment", "Art. 13(2)"), ("The support period is not declared", "Art. 13(8)"),
            ("No report of a test", "Annex VII(6)"), ("No EU declaration of conformity", "Annex VII(7)"),
        })
        {
            Assert.Contains(missing, m => m.Contains(what, StringComparison.Ordinal) && m.EndsWith($"({provision}).", StringComparison.Ordinal));
        }

        // The index counts exactly what is said to be missing.
        Assert.Equal(missing.Count, Index(document).Rows.Sum(r => Papers.Text(r.Cells[2]) is var holds && holds.EndsWith(" missing", StringComparison.Ordinal) ? int.Parse(holds.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture) : 0));
    }

    [Fact]
    public void Hardware_is_asked_for_its_photographs_and_software_is_not()
    {
        Assert.Contains(Missing(Example.Value), m => m.Contains("Photographs", StringComparison.Ordinal));
        var software = Papers.Of(("marque.yaml", Main.Replace("embedded-device", "software-application", StringComparison.Ordinal)))["technical-file"];
        Assert.DoesNotContain(Missing(software), m => m.Contains("Photographs", StringComparison.Ordinal));
        Assert.Contains("No part of the product is declared as hardware.", Papers.Lines(software));
    }

    [Fact]
    public void P_2_Each_factor_that_must_be_taken_into_account_is_missed_when_it_is_not_there()
    {
        Assert.Equal(["Union law on the lifetime is not taken into account"], Missing(Example.Value).Where(m => m.Contains("taken into account", StringComparison.Ordinal)).Select(m => m[(m.IndexOf("  ", StringComparison.Ordinal) + 2)..m.IndexOf(" (", StringComparison.Ordinal)]));
        var none = Papers.Of(("marque.yaml", Main), ("support.yaml", "until: \"2031-12\"\n"))["technical-file"];
        Assert.Equal(3, Missing(none).Count(m => m.Contains("taken into account", StringComparison.Ordinal)));
    }

    [Fact]
    public void P_5_The_end_of_the_support_period_is_month_and_year()
    {
        Assert.Contains("supported until the end of May 2036", Papers.Lines(Example.Value));
        Assert.Contains(Missing(Papers.Of(("marque.yaml", Main), ("support.yaml", "kind: Updates\n"))["technical-file"]), m => m.Contains("end of the support period", StringComparison.Ordinal) && m.EndsWith("(Art. 13(19)).", StringComparison.Ordinal));
    }

    [Fact]
    public void Y_7_A_standard_that_is_not_cited_on_the_day_stands_among_other_specifications_only()
    {
        var tables = Papers.Blocks(Example.Value).OfType<Table>().ToList();
        Assert.DoesNotContain(tables, t => t.Caption == "Applied and in effect on the day");
        var others = Assert.Single(tables, t => t.Caption == "Other technical specifications");
        Assert.Contains(others.Rows, r => Papers.Text(r.Cells[0]).StartsWith("prEN 50770-5", StringComparison.Ordinal) && Papers.Text(r.Cells[1]).StartsWith("not cited; ", StringComparison.Ordinal));
        Assert.Contains(Papers.Lines(Example.Value), l => l.StartsWith("No harmonised standard, common specification or certification scheme of Art. 27 that the registry of the legal set shows in effect on 2026-11-24 is applied.", StringComparison.Ordinal));
    }

    [Fact]
    public void B_2_The_bill_of_materials_is_held_for_a_reasoned_request()
    {
        Assert.Contains(Papers.Lines(Example.Value), l => l.StartsWith("On a reasoned request a market surveillance authority gets the software bill of materials", StringComparison.Ordinal) && l.Contains("Annex VII(8)", StringComparison.Ordinal));
        Assert.True(Papers.Blocks(Example.Value).OfType<Table>().Count(t => t.Caption == "Software bills of materials" && t.Rows.Count == 3) == 2);
    }

    private static Table Index(Document document) => document.Opening.OfType<Table>().Single();

    private static List<string> Missing(Document document) => [.. Papers.Blocks(document).OfType<Paragraph>().Where(p => p.Text is [VerdictMark { Word: "missing" }, ..]).Select(p => Papers.Text(p.Text))];
}
