using Marque.Assessments;
using Marque.Documents.Blocks;
using Marque.Legal;

namespace Marque.Documents.Report;

/// <summary>What the words mean.</summary>
internal static class Legend
{
    public static IEnumerable<Block> Of(Scope scope)
    {
        yield return scope.Section("words", "The words of this report");
        yield return new Table("Verdicts", [new("Verdict", 20) { IsKey = true }, new("Means", 80)],
        [
            Verdict(Assessments.Verdict.Presumed, "conformity is presumed by an instrument that is cited, applied, in scope and covers the whole point (Art. 27)"),
            Verdict(Assessments.Verdict.Demonstrated, "implemented, and decisions in force on sound facts"),
            Verdict(Assessments.Verdict.Claimed, "stated as implemented; evidence is missing, unsound or undecided"),
            Verdict(Assessments.Verdict.Gap, "recorded as missing, planned or partly done, or a fact contradicts"),
            Verdict(Assessments.Verdict.Open, "nobody has recorded anything"),
            Verdict(Assessments.Verdict.NotApplicable, "validly decided not to apply; neutral"),
            Verdict(Assessments.Verdict.NotTriggered, "a duty whose event has not been recorded"),
        ]) { IsDense = true, HasTitle = true };
        yield return new Table("Tags", [new("Tag", 20) { IsKey = true }, new("Rests on", 80)],
        [
            Tag(Legal.Tag.Law, "the Regulation"),
            Tag(Legal.Tag.Guidance, "guidance of the Commission or ENISA, which does not bind"),
            Tag(Legal.Tag.Reading, "a reading of Marque"),
            Tag(Legal.Tag.Standard, "IEC 62443 or another standard"),
            Tag(Legal.Tag.Practice, "good practice; never lowers a verdict that rests on the law"),
        ]) { IsDense = true, HasTitle = true };
    }

    private static Row Verdict(Verdict verdict, string means) => new([new VerdictMark(verdict)], [means]);

    private static Row Tag(Tag tag, string means) => new([new TagMark(tag)], [means]);
}
