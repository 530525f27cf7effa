namespace Marque.Tests.Legal;

public class LegalProblemsTests
{
    [Fact]
    public void A_tampered_file_is_named_where_the_manifest_lists_it()
    {
        var edit = new LegalEdit().Replace("cra/annex-i.json", "without known exploitable", "with known exploitable");
        var problem = edit.Problem();
        Assert.Equal("legal.altered", problem.Code);
        var line = edit.Text("manifest.json").Split('\n')[problem.Place.Line - 1];
        Assert.StartsWith("\"sha256\"", line.TrimStart(), StringComparison.Ordinal);
        Assert.Equal(line.LastIndexOf(": ", StringComparison.Ordinal) + 3, problem.Place.Column);
        Assert.Contains("cra/annex-i.json", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_the_manifest_does_not_list_is_a_problem()
    {
        var problem = new LegalEdit().Put("cra/more.json", "{}").Problem();
        Assert.Equal(("legal.extra-file", "cra/more.json"), (problem.Code, problem.Place.File));
    }

    [Fact]
    public void A_file_listed_twice_or_the_manifest_itself_is_a_problem()
    {
        var twice = new LegalEdit().List();
        var line = twice.Text("manifest.json").Split('\n').First(l => l.Contains("cra/annex-i.json", StringComparison.Ordinal));
        Assert.Equal("legal.duplicate-id", twice.Replace("manifest.json", line, line + "\n" + line).Problem().Code);

        var itself = new LegalEdit().List();
        Assert.Contains(itself.Replace("manifest.json", "cra/annex-i.json", "manifest.json").Read().Problems, p => p.Code is "legal.altered" or "legal.duplicate-id");
    }

    [Fact]
    public void A_missing_file_is_a_problem()
    {
        var edit = new LegalEdit();
        edit.Files.Remove("iec62443/4-1-2018.json");
        Assert.Equal("legal.missing-file", edit.Problem().Code);
    }

    [Fact]
    public void A_missing_manifest_is_a_problem()
    {
        var edit = new LegalEdit();
        edit.Files.Remove("manifest.json");
        Assert.Equal("legal.missing-file", edit.Problem().Code);
    }

    [Fact]
    public void A_set_without_one_of_its_kinds_of_file_is_a_problem_even_if_the_manifest_agrees()
    {
        var edit = new LegalEdit();
        edit.Files.Remove("remainder/remainder.json");
        Assert.Contains(edit.List().Read().Problems, p => p.Code == "legal.missing-file" && p.Message.Contains("legal-remainder", StringComparison.Ordinal));
    }

    [Fact]
    public void A_second_file_of_a_kind_that_exists_once_is_a_problem()
    {
        var edit = new LegalEdit();
        edit.Put("cra/zz.json", edit.Text("cra/sources.json"));
        Assert.Contains(edit.List().Read().Problems, p => p.Code == "legal.duplicate-id" && p.Place.File == "cra/zz.json");
    }

    [Theory]
    [InlineData("cra/obligations.json", "\"id\": \"13(9)\"", "\"id\": \"13(13)\"", "legal.duplicate-id")]
    [InlineData("cra/obligations.json", "\"provision\": \"13(9)\"", "\"provision\": \"13(99)\"", "legal.unresolved")]
    [InlineData("cra/obligations.json", "\"basis\": \"Art. 71(2), first subparagraph\"", "\"basis\": \"Art. 71(2), ninth subparagraph\"", "legal.unresolved")]
    [InlineData("cra/obligations.json", "\"basis\": \"Art. 71(2), first subparagraph\"", "\"basis\": \"because we say so\"", "legal.unresolved")]
    [InlineData("cra/obligations.json", "\"event\": \"recall\"", "\"event\": \"recal\"", "legal.unresolved")]
    [InlineData("cra/obligations.json", "\"annex-i-part-i\"\n      ]", "\"annex-i-part-iii\"\n      ]", "legal.unresolved")]
    [InlineData("cra/obligations.json", "\"condition\": \"when integrating components sourced from third parties\"", "\"condition\": \"when we feel like it\"", "legal.quotation")]
    [InlineData("cra/obligations.json", "\"tag\": \"LAW\"", "\"tag\": \"LORE\"", "legal.word")]
    [InlineData("cra/obligations.json", "\"appliesFrom\": \"2027-12-11\"", "\"appliesFrom\": \"2027-12-32\"", "legal.type")]
    [InlineData("cra/obligations.json", "\"title\": \"Risk", "\"titel\": \"x\",\n      \"title\": \"Risk", "legal.unknown-key")]
    [InlineData("cra/annex-i.json", "without known exploitable", "with known exploitable", "legal.quotation")]
    [InlineData("cra/annex-i.json", "\"id\": \"I.2.b\"", "\"id\": \"I.2.z\"", "legal.order")]
    [InlineData("cra/categories.json", "\"text\": \"Password managers\"", "\"text\": \"Password keepers\"", "legal.quotation")]
    [InlineData("cra/categories.json", "\"complete\": true", "\"complete\": false", "legal.inconsistent")]
    [InlineData("cra/application.json", "\"rule\": \"D-2\"", "\"rule\": \"D-1\"", "legal.duplicate-id")]
    [InlineData("remainder/remainder.json", "\"target\": \"13(2)\"", "\"target\": \"13(0)\"", "legal.unresolved")]
    [InlineData("remainder/remainder.json", "\"condition\": \"where applicable\"", "\"condition\": \"where convenient\"", "legal.quotation")]
    [InlineData("remainder/remainder.json", "\"id\": \"updates.postpone\"", "\"id\": \"updates.opt-out\"", "legal.duplicate-id")]
    [InlineData("bridges/iec62443-to-cra.json", "\"item\": \"SVV-3\"", "\"item\": \"SVV-33\"", "legal.unresolved")]
    [InlineData("bridges/iec62443-to-cra.json", "\"item\": \"SVV-3\"", "\"item\": \"SM-11\"", "legal.duplicate-id")]
    [InlineData("bridges/iec62443-to-cra.json", "\"floor\": 2", "\"floor\": 1", "legal.inconsistent")]
    [InlineData("bridges/iec62443-to-cra.json", "\"point\": \"II.8\"", "\"point\": \"II.9\"", "legal.unresolved")]
    [InlineData("bridges/iec62443-to-cra.json", "            \"AAV\"", "            \"XYZ\"", "legal.unresolved")]
    [InlineData("iec62443/4-2-2019.json", "\"firstLevel\": 1", "\"firstLevel\": 5", "legal.type")]
    [InlineData("iec62443/4-2-2019.json", "\"enhancementOf\": \"CR 1.2\"", "\"enhancementOf\": \"CR 1.99\"", "legal.unresolved")]
    [InlineData("standards/registry.json", "\"III-I-2\"", "\"III-I-20\"", "legal.unresolved")]
    [InlineData("standards/registry.json", "\"asOf\": \"2026-08-13\"", "\"asOf\": \"2026-12-13\"", "legal.order")]
    [InlineData("policy/automatic-rules.json", "\"requirement\": \"sbom.drawn-up\"", "\"requirement\": \"risk.not-shifted\"", "legal.automatic")]
    [InlineData("policy/automatic-rules.json", "\"requirement\": \"sbom.drawn-up\"", "\"requirement\": \"reporting.early-warning\"", "legal.automatic")]
    [InlineData("policy/automatic-rules.json", "\"requirement\": \"sbom.drawn-up\"", "\"requirement\": \"sbom.drawn\"", "legal.unresolved")]
    [InlineData("cra/regulation.json", "\"id\": \"13(9)\"", "\"id\": \"13(7)\"", "legal.duplicate-id")]
    [InlineData("cra/sources.json", "\"kind\": \"law\"", "\"kind\": \"lore\"", "legal.word")]
    [InlineData("policy/freshness.json", "\"days\": 366", "\"days\": 1e300", "legal.type")]
    [InlineData("policy/methods.json", "\"requirement\": \"SVV-4\"", "\"requirement\": \"SVV-44\"", "legal.unresolved")]
    public void What_does_not_fit_is_a_problem_at_its_place(string path, string old, string with, string code)
    {
        var edit = new LegalEdit().Replace(path, old, with).List();
        var problems = edit.Read().Problems;
        var problem = problems.FirstOrDefault(p => p.Code == code && p.Place.File == path);
        Assert.True(problem is not null, string.Join('\n', problems));
        Assert.True(problem.Place.Line > 0 && problem.Place.Column > 0);
        Assert.True(problem.Place.Line <= edit.Text(path).Split('\n').Length);
    }

    [Theory]
    [InlineData("cra/application.json", "\"rule\": \"D-6\"", "\"rule\": \"D-66\"", "D-6")]
    [InlineData("cra/obligations.json", "\"id\": \"32(1)\"", "\"id\": \"32(1)x\"", "32(1)")]
    [InlineData("cra/annex-i.json", "\"id\": \"II.8\"", "\"id\": \"II.9\"", "II.8")]
    public void A_set_without_what_the_rules_name_is_refused(string path, string old, string with, string lacks) =>
        Assert.Contains(new LegalEdit().Replace(path, old, with).List().Read().Problems, p => p.Code == "legal.incomplete" && p.Message.EndsWith(lacks, StringComparison.Ordinal));

    [Fact]
    public void An_obligation_that_feeds_itself_over_others_is_a_problem()
    {
        var edit = new LegalEdit().Replace("cra/obligations.json", "\"Annex VII(1)(a)\",\n", "\"31(1)\",\n        \"Annex VII(1)(a)\",\n").List();
        var problem = edit.Problem();
        Assert.Equal("legal.cycle", problem.Code);
    }

    [Fact]
    public void The_position_of_a_problem_is_that_of_the_value()
    {
        var edit = new LegalEdit().Replace("cra/sources.json", "\"kind\": \"practice\"", "\"kind\": \"öö\"").List();
        var problem = edit.Problem();
        var line = edit.Text("cra/sources.json").Split('\n')[problem.Place.Line - 1];
        Assert.Equal("\"öö\",", line[(problem.Place.Column - 1)..]);
    }

    [Fact]
    public void Every_problem_of_a_run_is_told_at_once_up_to_a_bound()
    {
        var edit = new LegalEdit();
        edit.Put("cra/obligations.json", edit.Text("cra/obligations.json").Replace("\"LAW\"", "\"LORE\"", StringComparison.Ordinal));
        Assert.Equal(100, edit.List().Read().Problems.Count);
    }
}
