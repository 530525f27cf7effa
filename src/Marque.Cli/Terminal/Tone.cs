using Marque.Assessments;

namespace Marque.Cli.Terminal;

/// <summary>How a text is set off. Quiet colours, never the only sign.</summary>
internal enum Tone
{
    Plain,
    Dim,
    Head,
    Good,
    Best,
    Fair,
    Bad,
    Blank,
}

internal static class Tones
{
    /// <summary>The parameter of SGR (ECMA-48, 8.3.117); empty: none.</summary>
    public static string Sgr(this Tone tone) => tone switch
    {
        Tone.Dim => "2",
        Tone.Head => "1",
        Tone.Good => "32",
        Tone.Best => "1;32",
        Tone.Fair => "33",
        Tone.Bad => "31",
        Tone.Blank => "35",
        _ => "",
    };

    public static Tone ToneOf(this Verdict verdict) => verdict switch
    {
        Verdict.Presumed => Tone.Best,
        Verdict.Demonstrated => Tone.Good,
        Verdict.Claimed => Tone.Fair,
        Verdict.Gap => Tone.Bad,
        Verdict.Open => Tone.Blank,
        _ => Tone.Dim,
    };
}
