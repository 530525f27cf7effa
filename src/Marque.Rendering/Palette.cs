using Marque.Assessments;

namespace Marque.Rendering;

/// <summary>The colours of documents on paper, the same in every format; as in the light theme of the page.</summary>
internal static class Palette
{
    public const string Ink = "1B1E22";
    public const string Soft = "555B63";
    public const string Line = "D8DCE1";
    public const string Rule = "8D949D";
    public const string Faint = "F4F5F7";
    public const string Link = "174A86";
    public const string Warn = "8A5A00";

    /// <summary>The colour of a verdict, six hexadecimal digits.</summary>
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Presumed => "0A5438",
        Verdict.Demonstrated => "1D6B34",
        Verdict.Claimed => "855600",
        Verdict.Gap => "A8201A",
        Verdict.Open => "6B3AA0",
        _ => Soft,
    };
}
