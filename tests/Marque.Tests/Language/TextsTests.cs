using System.Text.RegularExpressions;
using Marque.Assessments;
using Marque.Cases;
using Marque.Language;
using Marque.Tests.Legal;

namespace Marque.Tests.Language;

/// <summary>The sentences of <c>texts/</c> against the code that asks for them, and the languages against each other.</summary>
public sealed partial class TextsTests
{
    // Words that are the same in another language: proper names, and short words that are spelled alike.
    private static readonly Dictionary<string, string[]> Alike = new(StringComparer.Ordinal)
    {
        ["de"] = ["word.name", "column.name", "users.name", "users.manufacturer", "word.release", "column.release", "users.release", "sign.release", "tech.releases", "users.website", "register.none", "month.4", "month.8", "month.9", "month.11"],
    };

    private static readonly IReadOnlyList<string> Sources = [.. Directory.EnumerateFiles(Path.Combine(LegalFolder.Repository, "src"), "*.cs", SearchOption.AllDirectories).Where(f => !f.Split(Path.DirectorySeparatorChar).Intersect(["bin", "obj"]).Any()).Order(StringComparer.Ordinal).Select(File.ReadAllText)];
    private static readonly HashSet<string> Literals = [.. Sources.SelectMany(s => Literal().Matches(s)).Select(m => m.Groups[1].Value)];
    private static readonly HashSet<string> Engine = [.. Directory.EnumerateFiles(Path.Combine(LegalFolder.Repository, "src", "Marque", "Assessments"), "*.cs").Where(f => Path.GetFileName(f) != "GroundText.cs").SelectMany(f => Literal().Matches(File.ReadAllText(f))).Select(m => m.Groups[1].Value)];

    public static TheoryData<string> Others => new(Texts.Complete.Where(l => l != "en"));

    [Fact]
    public void Every_sentence_that_the_code_asks_for_is_there()
    {
        var asked = Sources.SelectMany(s => Asked().Matches(s)).Select(m => m.Groups["id"].Value).Concat(Sources.SelectMany(s => CountedOf().Matches(s)).SelectMany(m => new[] { $"{m.Groups["id"].Value}.one", $"{m.Groups["id"].Value}.many" })).Distinct().ToList();
        Assert.True(asked.Count > 250);
        None(asked.Where(id => !Texts.English.Knows(id)));
        None(Prefixes(AskedBuilt()).Where(p => !Texts.English.Ids.Any(id => id.StartsWith(p, StringComparison.Ordinal))));
    }

    [Fact]
    public void Every_sentence_is_asked_for()
    {
        var prefixes = Prefixes(Built()).Append("name.").ToList();
        None(Texts.English.Ids.Where(id => !Literals.Contains(id) && !Literals.Contains(Form().Replace(id, "")) && !prefixes.Any(p => id.StartsWith(p, StringComparison.Ordinal))));
    }

    [Fact]
    public void Every_rule_of_the_engine_has_a_sentence_and_every_sentence_a_rule()
    {
        var rules = Directory.EnumerateFiles(Path.Combine(LegalFolder.Repository, "src", "Marque", "Assessments"), "*.cs").SelectMany(f => Rule().Matches(File.ReadAllText(f))).SelectMany(m => m.Groups["rule"].Captures).Select(c => c.Value)
            .Concat(Enum.GetValues<Status>().Where(s => s != Status.Implemented).Select(s => s.Word())).Distinct().ToList();
        Assert.True(rules.Count > 90);
        // "contradiction" is said as "contradicts".
        None(rules.Where(r => r != "contradiction" && !Texts.English.Knows($"ground.{r}")));
        string[] statuses = ["partly", "planned", "not-implemented"];
        None(Texts.English.Ids.Where(id => id.StartsWith("ground.", StringComparison.Ordinal)).Select(id => id.Split('.')[1]).Where(r => !Engine.Contains(r)).Except(statuses));
    }

    [Fact]
    public void Every_change_that_makes_a_decision_suspect_has_its_words()
    {
        var changed = Directory.EnumerateFiles(Path.Combine(LegalFolder.Repository, "src", "Marque", "Assessments"), "*.cs").SelectMany(f => Change().Matches(File.ReadAllText(f))).Select(m => m.Groups[1].Value).Distinct().ToList();
        Assert.True(changed.Count > 8);
        None(changed.Where(c => !Texts.English.Knows($"changed.{c}")));
    }

    [Fact]
    public void Every_event_fate_and_method_has_its_words()
    {
        None(LegalFolder.Set.Obligations.Select(o => o.Event).OfType<string>().Distinct().Where(e => !Texts.English.Knows($"event.{e}")));
        None(Enum.GetValues<Fate>().Select(f => f.Word()).Where(f => !Texts.English.Knows($"fate.{f}")));
        None(LegalFolder.Set.Methods.SelectMany(m => m.Methods).Distinct().Where(m => Texts.English[$"name.method.{m}"] != m));
    }

    [Fact]
    public void Words_that_are_found_again_by_their_english_are_words_of_the_program()
    {
        // Their longest piece stands in the code, or in the legal set for methods: a sentence that was reworded in one place only would not be found.
        var methods = LegalFolder.Set.Methods.SelectMany(m => m.Methods).ToHashSet();
        var texts = string.Concat(Sources);
        None(Texts.English.Ids.Where(id => id.StartsWith("name.", StringComparison.Ordinal)).Where(id => Longest(id) is var piece && !methods.Contains(piece) && !texts.Contains(piece, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void A_language_has_the_sentences_of_English_with_the_same_values(string language)
    {
        var texts = Texts.In(language)!;
        None(Texts.English.Ids.Except(texts.Ids));
        None(texts.Ids.Except(Texts.English.Ids));
        None(texts.Ids.Where(id => !texts.Template(id).Names.Order(StringComparer.Ordinal).SequenceEqual(Texts.English.Template(id).Names.Order(StringComparer.Ordinal))));
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void No_sentence_of_a_language_was_left_in_English(string language)
    {
        var alike = Alike.GetValueOrDefault(language) ?? [];
        var texts = Texts.In(language)!;
        None(texts.Ids.Where(id => texts[id] == Texts.English[id] && Wordless(id) is false).Except(alike));
        None(alike.Where(id => texts[id] != Texts.English[id]));
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void Every_ground_and_every_next_step_can_be_said(string language)
    {
        var texts = Texts.In(language)!;
        foreach (var id in Texts.English.Ids.Where(i => i.StartsWith("ground.", StringComparison.Ordinal)))
        {
            var names = Texts.English.Template(id).Names.ToList();
            var ground = new Ground(id.Split('.')[1], [.. names.Select(n => $"{n}:{(n == "fate" ? "renumbered" : n == "changed" ? "statement" : $"a-{n}")}")]);
            var said = GroundText.Of(ground, texts);
            Assert.DoesNotContain('{', said);
            Assert.NotEqual("", said);
        }
    }

    [Fact]
    public void Sentences_can_be_taken_apart() => Assert.All(Texts.Complete, l => Assert.All(Texts.In(l)!.Ids, id => Assert.All(Texts.In(l)!.Template(id).Names, n => Assert.Matches("^([a-zA-Z]+[0-9]*|[0-9]+(\\([0-9a-z]+\\))*|Art\\. [0-9]+(\\([0-9a-z]+\\))*)$", n))));

    [Fact]
    public void A_brace_that_stands_open_is_found() => Assert.Throws<FormatException>(() => Template.Of("of {count points"));

    [Fact]
    public void A_language_of_the_Union_without_sentences_is_not_offered()
    {
        Assert.Contains("en", Texts.Complete);
        Assert.All(Texts.Official.Except(Texts.Complete), l => Assert.Null(Texts.In(l)));
        Assert.Null(Texts.In("xx"));
        Assert.Null(Texts.In("titles/de"));
        Assert.All(Texts.Complete, l => Assert.Equal(l, Texts.In(l)!.Language));
    }

    [Fact]
    public void Values_are_found_again_in_a_sentence()
    {
        Assert.Equal([("by", "lead"), ("role", "security")], Template.Of("{by} does not hold the role {role}").ValuesIn("lead does not hold the role security")!);
        Assert.Equal([("risk", "R-1")], Template.Of("risk {risk} treated").ValuesIn("risk R-1 treated")!);
        Assert.Null(Template.Of("risk {risk} treated").ValuesIn("risk R-1 is treated."));
        Assert.Null(Template.Of("risk {risk}").ValuesIn("risk "));
        Assert.Empty(Template.Of("not signed").ValuesIn("not signed")!);
        Assert.Null(Template.Of("not signed").ValuesIn("not signed yet"));
    }

    [Fact]
    public void A_sentence_that_lacks_a_value_is_a_mistake()
    {
        Assert.Equal("Page 2 of 7", Texts.English.Of("page.number", ("page", "2"), ("pages", "7")));
        Assert.Throws<KeyNotFoundException>(() => Texts.English.Of("page.number", ("page", "2")));
        Assert.Throws<KeyNotFoundException>(() => new Saying("page.number", ("page", "2")).Text);
        Assert.Throws<KeyNotFoundException>(() => Texts.English["page.none"]);
    }

    // Names the wrong ones.
    private static void None(IEnumerable<string> wrong) => Assert.Equal("", string.Join(", ", wrong));

    private static string Longest(string id) => Texts.English.Template(id).Pieces.Where(p => !p.IsName).MaxBy(p => p.Text.Length).Text;

    // "{product}: {what}" has no word to translate.
    private static bool Wordless(string id) => !Texts.English.Template(id).Pieces.Any(p => !p.IsName && p.Text.Any(char.IsLetter));

    private static IReadOnlyList<string> Prefixes(Regex of) => [.. Sources.SelectMany(s => of.Matches(s)).Select(m => m.Groups["prefix"].Value).Distinct()];

    // T["id"], texts["id"], .Words("id", …), .Of("id", …), new Saying("id", …), also as one of two: T[x ? "id" : "id"] is found as a literal only.
    [GeneratedRegex("""(?:\b[tT](?:exts)?\[|\.Words\(|\b[tT](?:exts|exts\.English)?\.(?:Of|Template)\(|new Saying\(|notes\.Add\(new\()"(?<id>[a-z][A-Za-z0-9.()-]*)"[\]),]""")]
    private static partial Regex Asked();

    [GeneratedRegex("""\.Counted\("(?<id>[a-z][A-Za-z0-9.-]*)",""")]
    private static partial Regex CountedOf();

    [GeneratedRegex("""\$"(?<prefix>[a-z][A-Za-z0-9-]*\.(?:[A-Za-z0-9().-]*[.(])?)\{""")]
    private static partial Regex Built();

    // T[$"prefix.{x}"], T.Of($"prefix.{x}", …).
    [GeneratedRegex("""(?:\b[tT](?:exts)?\[|\.(?:Words|Knows)\(|\b[tT](?:exts)?\.Of\()\$"(?<prefix>[a-z][A-Za-z0-9-]*\.)""")]
    private static partial Regex AskedBuilt();

    [GeneratedRegex("\"([a-z][A-Za-z0-9.()-]*)\"")]
    private static partial Regex Literal();

    [GeneratedRegex("\\.(one|many)$")]
    private static partial Regex Form();

    // new Ground("rule", …), new Ground(x ? "rule" : "rule", …), Ground why = new("rule", …), Fails("rule", …), Capped(…, "rule", …).
    [GeneratedRegex(""""(?:new Ground\((?:\w+ \? )?|Ground\?? \w+ = new\(|List<Ground> \{ new\(|Suspect\([^)]*\) => new\(|OtherRelease\([^)]*\) => new\(|NotYet\([^)]*\) => new\(|(?:return|=) (?:Fails|Capped)\([^"]*)"(?<rule>[a-z][a-z-]+)"(?: : "(?<rule>[a-z-]+)")?|Outcome\.\w+ => "(?<rule>[a-z-]+)"|\((?:true|false), (?:true|false)\) => "(?<rule>not-[a-z-]+)(?:")"""")]
    private static partial Regex Rule();

    [GeneratedRegex(""""(?:Suspect\(d, |changed:|DecidedOn\("[a-z-]+", Judgement\.\w+, )"?([a-z][a-z-]+)(?:")"""")]
    private static partial Regex Change();
}
