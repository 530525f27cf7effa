using Marque.Assessments;

namespace Marque.Documents;

/// <summary>The mark of a verdict, the same in terminal and documents: a word and a shape, so that colour is never needed to read it.</summary>
public static class Marks
{
    /// <summary>The shape.</summary>
    public static char Shape(this Verdict verdict) => verdict switch
    {
        Verdict.Presumed => '★',
        Verdict.Demonstrated => '■',
        Verdict.Claimed => '◐',
        Verdict.Gap => '✗',
        Verdict.Open => '□',
        Verdict.NotApplicable => '–',
        _ => '·',
    };

    /// <summary>The shape where only ASCII can be shown.</summary>
    public static char AsciiShape(this Verdict verdict) => verdict switch
    {
        Verdict.Presumed => '*',
        Verdict.Demonstrated => '+',
        Verdict.Claimed => '~',
        Verdict.Gap => 'x',
        Verdict.Open => 'o',
        Verdict.NotApplicable => '-',
        _ => '.',
    };

    /// <summary>The word for people: <c>not applicable</c> where data says <c>not-applicable</c>.</summary>
    public static string Words(this Verdict verdict) => verdict.Word().Replace('-', ' ');
}
