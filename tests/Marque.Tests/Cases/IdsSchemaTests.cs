using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;
using Marque.Assessments;
using Marque.Cases;
using Marque.Tests.Legal;
using LegalFolder = Marque.Tests.Legal.LegalFolder;

namespace Marque.Tests.Cases;

public sealed class IdsSchemaTests
{
    private static readonly JsonElement Defs = JsonDocument.Parse(IdsSchema.Of(LegalFolder.Set)).RootElement.GetProperty("$defs");
    private static readonly Regex Requirement = PatternOf("requirement");
    private static readonly string[] Known = [.. LegalFolder.Set.Points.Select(p => p.Id), .. LegalFolder.Set.Obligations.Select(o => o.Id), .. LegalFolder.Set.Catalogs.SelectMany(c => c.Items).Select(i => i.Id), .. LegalFolder.Set.Remainder.Select(r => r.Id)];

    // Ids, and what becomes of them under a slip of the finger, another spelling, a prefix.
    private static readonly Gen<string> Written = Gen.Select(Gen.OneOf(Known), Gen.Int[0, 8], Gen.Int[0, 40], Gen.Char["abcRE0123456789.()- :"]).Select((id, how, at, c) => how switch
    {
        0 => id,
        1 => id.ToLowerInvariant(),
        2 => id.Replace(' ', '-').Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal),
        3 => id.Replace(" ", "", StringComparison.Ordinal),
        4 => $"cra:{id}",
        5 => $"iec62443-4-2 : {id}",
        6 => id.Insert(at % (id.Length + 1), $"{c}"),
        7 => id.Remove(at % id.Length, 1),
        _ => $"{id[..(at % id.Length)]}{c}{id[(at % id.Length + 1)..]}",
    });

    [Fact]
    public void The_published_schema_of_ids_is_the_one_of_the_legal_set()
    {
        var made = IdsSchema.Of(LegalFolder.Set);
        var published = Path.Combine(LegalFolder.Repository, "schemas", IdsSchema.Name);
        if (File.Exists(published) && File.ReadAllBytes(published).AsSpan().SequenceEqual(made)) return;
        var right = Path.Combine(AppContext.BaseDirectory, IdsSchema.Name);
        File.WriteAllBytes(right, made);
        var (old, fresh) = (File.Exists(published) ? File.ReadAllLines(published) : [], Encoding.UTF8.GetString(made).Split('\n'));
        var line = Enumerable.Range(0, fresh.Length).First(i => i >= old.Length || old[i] != fresh[i]);
        Assert.Fail($"schemas/{IdsSchema.Name} is not what the legal set says, from line {line + 1}:\n  {fresh[line].Trim()}\nCopy {right} there.");
    }

    [Fact]
    public void Every_id_is_offered_with_a_text_and_taken_by_its_own_pattern()
    {
        var offered = Defs.GetProperty("requirement").GetProperty("anyOf").EnumerateArray().Where(e => e.TryGetProperty("const", out _)).ToDictionary(e => e.GetProperty("const").GetString()!, e => e.GetProperty("description").GetString()!);
        Assert.Equal(Known.Order(StringComparer.Ordinal), offered.Keys.Order(StringComparer.Ordinal));
        Assert.All(offered, o => Assert.True(o.Value.Length > 20 && Requirement.IsMatch(o.Key), o.Key));
        foreach (var p in LegalFolder.Set.Points) Assert.Contains($"“{p.Text}”", offered[p.Id], StringComparison.Ordinal);
        foreach (var i in LegalFolder.Set.Catalogs.SelectMany(c => c.Items)) Assert.StartsWith($"{i.Title}.", offered[i.Id], StringComparison.Ordinal);
    }

    [Fact]
    public void Categories_events_instruments_and_editions_are_those_of_the_set()
    {
        Assert.Equal(LegalFolder.Set.Categories.Select(c => c.Id), Offered("category"));
        Assert.Equal(LegalFolder.Set.Standards.Select(s => s.Reference), Offered("instrument"));
        Assert.Equal(LegalFolder.Set.Points.Select(p => p.Id), Offered("point"));
        Assert.Equal(LegalFolder.Set.Obligations.Select(o => o.Event).OfType<string>().Distinct().Order(StringComparer.Ordinal), Offered("event").Order(StringComparer.Ordinal));
        Assert.Equal(LegalFolder.Set.Catalogs.Select(c => c.Id), Defs.GetProperty("editions").GetProperty("properties").EnumerateObject().Select(p => p.Name));
        // What is described is the verified text of the Implementing Regulation, never a draft's.
        Assert.All(LegalFolder.Set.Categories.Where(c => !c.Complete), c => Assert.Contains("was not verified", Text("category", c.Id), StringComparison.Ordinal));
        static IEnumerable<string> Offered(string name) => Defs.GetProperty(name).GetProperty("anyOf").EnumerateArray().Where(e => e.TryGetProperty("const", out _)).Select(e => e.GetProperty("const").GetString()!);
    }

    [Theory]
    [InlineData("CR 3.4 RE(2)", true)]
    [InlineData("cr-3.4-re2", true)]
    [InlineData("iec62443-4-2:CR 3.4 RE 2", true)]
    [InlineData("sm-9", true)]
    [InlineData("cra:I.2.e", true)]
    [InlineData("19(5), second subparagraph", true)]
    [InlineData("sbom.top-level", true)]
    [InlineData("house:CR 9.9", true)]
    [InlineData("H-1", true)]
    [InlineData("5.2.1", true)]
    [InlineData("CR 3.4 RE(7)", false)]
    [InlineData("CR 1.15", false)]
    [InlineData("SM-99", false)]
    [InlineData("SM-90", false)]
    [InlineData("I.2.n", false)]
    [InlineData("III.1", true)]
    [InlineData("13(99)", false)]
    [InlineData("Annex II(70)", false)]
    [InlineData("iec62443-4-1:CR 1.1", false)]
    [InlineData("remainder:sbom.toplevel", false)]
    public void An_id_is_taken_in_any_usual_spelling_and_refused_when_it_only_looks_like_one(string text, bool isTaken) => Assert.Equal(isTaken, Requirement.IsMatch(text));

    [Fact]
    public void What_the_pattern_refuses_no_case_can_mean_and_what_looks_like_an_id_and_is_none_it_refuses() => Written.Sample(text =>
    {
        var isKnown = IsKnown(text);
        var isTaken = Requirement.IsMatch(text);
        return isTaken ? isKnown || !IdSpellings.LooksLegal(text) : !isKnown;
    });

    [Fact]
    public void An_own_item_that_looks_like_an_id_of_the_set_is_named_with_its_catalog()
    {
        var catalog = ("catalogs/house.yaml", (string?)CaseText.Catalog.Replace("id: H-1", "id: CR 1.15", StringComparison.Ordinal));
        var bridge = ("bridges/house.yaml", (string?)CaseText.Bridge.Replace("house:H-1", "house:CR 1.15", StringComparison.Ordinal));
        var bare = Build(catalog, bridge, ("controls/a.yaml", "requirement: CR 1.15\nstatus: planned\n"));
        Assert.Equal(("case.prefix-needed", "write house:CR 1.15"), Assert.Single(bare, p => p.Place.File == "controls/a.yaml") is var p ? (p.Code, p.Remedy) : default);
        Assert.Empty(Build(catalog, bridge, ("controls/a.yaml", "requirement: house:CR 1.15\nstatus: planned\n")));
    }

    [Theory]
    [InlineData("I.1", false)]
    [InlineData("II.3", false)]
    [InlineData("13(8)", false)]
    [InlineData("I.2.m", true)]
    [InlineData("CR 1.1", true)]
    [InlineData("defaults.shipped-secure", true)]
    public void What_the_law_gives_no_condition_can_be_said_not_to_apply_neither_to_the_schema_nor_to_the_engine(string id, bool may)
    {
        var risk = $"{CaseText.Risk}\napplicability:\n  - requirement: {id}\n    applies: false\n    because: The valve keeps no data beyond the setpoint.\n    risks: [R-1]\n";
        Assert.Equal(may, CaseSchemas.Errors("risk", Encoding.UTF8.GetBytes(risk)).Count == 0);
        Assert.Equal(may, Build(("risk.yaml", risk)).All(p => p.Code != "applicability.never"));
    }

    [Theory]
    [InlineData("default", "III-I-12", false)]
    [InlineData("important-I", "III-I-12", true)]
    [InlineData("important-I", "III-II-1", false)]
    [InlineData("critical", "IV-1", true)]
    [InlineData("important-II", "III-II-99", false)]
    public void A_category_is_of_its_class_for_both(string word, string category, bool isRight)
    {
        var main = $"{CaseText.Main}\nclassification:\n  class: {word}\n  category: {category}\n  because: So.\n";
        Assert.Equal(isRight, CaseSchemas.Errors("marque", Encoding.UTF8.GetBytes(main)).Count == 0);
        Assert.Equal(isRight, Build(("marque.yaml", main)).Count == 0);
    }

    private static string Text(string name, string id) => Defs.GetProperty(name).GetProperty("anyOf").EnumerateArray().Single(e => e.TryGetProperty("const", out var c) && c.GetString() == id).GetProperty("description").GetString()!;

    private static Regex PatternOf(string name) => new(Defs.GetProperty(name).GetProperty("pattern").GetString()!, RegexOptions.ECMAScript | RegexOptions.None, TimeSpan.FromSeconds(10));

    private static bool IsKnown(string text) =>
        Build(("controls/a.yaml", $"requirement: {JsonSerializer.Serialize(text)}\nstatus: planned\n")).All(p => p.Code is not ("case.unknown-requirement" or "case.ambiguous-requirement" or "yaml.wrong-type"));

    private static IReadOnlyList<Marque.Text.Problem> Build(params (string, string?)[] changes)
    {
        var read = CaseText.Read([.. changes, ("controls/CR-1.1.yaml", null), ("decisions/CR-1.1/2026-11-02-lead.yaml", null)]);
        return read.Value is null || read.Problems.Count > 0 ? read.Problems : CaseIndex.Build(LegalFolder.Set, read.Value, []).Problems;
    }
}
