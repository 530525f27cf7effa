using Marque.Legal;

namespace Marque.Tests.Legal;

/// <summary>Rule T-6 as questions: what makes a change a substantial modification (Article 3(30)) and what follows.</summary>
public class ModificationRuleTests
{
    private static readonly bool?[] Given = [true, false, null];

    private static ModificationRule Rule => LegalFolder.Set.Modification!;

    [Fact]
    public void T_6_is_the_rule_that_the_questions_apply_and_each_limb_of_the_definition_has_one()
    {
        Assert.Equal("T-6", Rule.Rule);
        Assert.Equal(["after-placing", "part-i", "intended-purpose", "by-another", "whole-product"], Rule.Questions.Select(q => q.Id));
        Assert.All(Rule.Questions, q => Assert.Contains(q.Words, LegalFolder.Set.Cite(q.Basis.Split(';')[0])!.Words, StringComparison.OrdinalIgnoreCase));
        // Of the definition's words nothing decides that no question asks about.
        var definition = LegalFolder.Set.Provisions["3(30)"].Text;
        foreach (var question in Rule.Questions.Where(q => q.Basis == "Art. 3(30)")) definition = definition.Replace(question.Words, "", StringComparison.Ordinal);
        Assert.Equal("‘substantial modification’ means a change to the product with digital elements , which  or which ;", definition);
    }

    [Fact]
    public void T_6_it_is_one_exactly_after_placing_and_with_either_limb()
    {
        foreach (var placed in Given)
        {
            foreach (var partI in Given)
            {
                foreach (var purpose in Given)
                {
                    var outcome = Rule.Judge(q => q switch { "after-placing" => placed, "part-i" => partI, "intended-purpose" => purpose, _ => null });
                    // Unknown only where the unknown could decide: Kleene's strong logic.
                    Assert.Equal(And(placed, Or(partI, purpose)), outcome);
                }
            }
        }

        static bool? And(bool? a, bool? b) => a == false || b == false ? false : a == true && b == true ? true : null;
        static bool? Or(bool? a, bool? b) => a == true || b == true ? true : a == false && b == false ? false : null;
    }

    [Fact]
    public void What_need_not_be_known_is_not_asked()
    {
        Assert.Equal(["after-placing", "part-i", "intended-purpose"], Left());
        Assert.Empty(Left(("after-placing", false)));
        Assert.Equal(["intended-purpose"], Left(("after-placing", true), ("part-i", false)));
        Assert.Empty(Left(("after-placing", true), ("part-i", false), ("intended-purpose", false)));
        // Where it is one, the other limb is still put on record, and how far the duties reach.
        Assert.Equal(["intended-purpose", "by-another", "whole-product"], Left(("after-placing", true), ("part-i", true)));
    }

    [Fact]
    public void The_extent_decides_what_follows_and_never_whether()
    {
        (string, bool)[] substantial = [("after-placing", true), ("part-i", true), ("intended-purpose", false)];
        Assert.Equal(["assessment", "declaration", "support-period", "earlier-units", "last-version"], Follow(substantial));
        Assert.Empty(More(("whole-product", true)));
        // Article 22(2) is of the persons of 22(1); for the manufacturer only guidance says the like, and of earlier products.
        Assert.Equal(["becomes-manufacturer", "entire-product"], More(("by-another", true), ("whole-product", true)));
        Assert.Equal(["becomes-manufacturer", "part-only"], More(("by-another", true), ("whole-product", false)));
        Assert.Equal(["manufacturer-part"], More(("by-another", false), ("whole-product", false)));
        Assert.Equal(["documentation"], Follow([("after-placing", true), ("part-i", false), ("intended-purpose", false), ("by-another", true), ("whole-product", true)]));
        Assert.Empty(Follow([("after-placing", true)]));

        IEnumerable<string> More(params (string, bool)[] extent) => Follow([.. substantial, .. extent]).Except(Follow(substantial));
    }

    [Fact]
    public void T_6_conformity_assessment_declaration_and_support_period_are_reopened() =>
        Assert.Equal(["13(12)", "13(8)", "28(1)", "32(1)"], Rule.Consequences.SelectMany(c => c.Reopens).Order(StringComparer.Ordinal));

    [Fact]
    public void Words_that_are_not_the_laws_are_refused() =>
        Assert.Equal("legal.quotation", new LegalEdit().Replace("cra/modification.json", "\"words\": \"following its placing", "\"words\": \"before its placing").List().Problem().Code);

    [Fact]
    public void A_consequence_of_nothing_and_a_criterion_that_is_no_law_are_refused()
    {
        Assert.Equal("legal.unresolved", new LegalEdit().Replace("cra/modification.json", "\"by-another\"]", "\"part-i\"]").List().Problem().Code);
        Assert.Equal("legal.inconsistent", new LegalEdit().Replace("cra/modification.json", "\"tag\": \"LAW\"", "\"tag\": \"READING\"").List().Problem().Code);
    }

    [Fact]
    public void A_set_from_before_the_questions_reads_and_has_none()
    {
        var edit = new LegalEdit();
        edit.Files.Remove("cra/modification.json");
        var read = edit.List().Read();
        Assert.Empty(read.Problems);
        Assert.Null(read.Value!.Modification);
    }

    private static IEnumerable<string> Left(params (string Question, bool Yes)[] answers) => Rule.Unanswered(Of(answers)).Select(q => q.Id);

    private static List<string> Follow((string Question, bool Yes)[] answers) => [.. Rule.Follow(Of(answers)).Select(c => c.Id)];

    private static Func<string, bool?> Of((string Question, bool Yes)[] answers) => q => answers.Where(a => a.Question == q).Select(a => (bool?)a.Yes).FirstOrDefault();
}
