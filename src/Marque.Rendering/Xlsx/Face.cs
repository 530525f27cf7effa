using Marque.Assessments;
using Marque.Documents.Blocks;

namespace Marque.Rendering.Xlsx;

/// <summary>How letters look.</summary>
internal enum Face
{
    /// <summary>As usual.</summary>
    Plain,
    Strong,
    Soft,
    Code,
    Link,

    /// <summary>The header of a column.</summary>
    Head,
    Title,
    Heading1,
    Heading2,
    Heading3,
    Heading4,
    Presumed,
    Demonstrated,
    Claimed,
    Gap,
    Open,

    /// <summary>A verdict that says nothing of the product.</summary>
    Neutral,
}

/// <summary>The faces of things.</summary>
internal static class Faces
{
    public static Face Of(Setting setting, Face around) => setting switch
    {
        Setting.Strong => Face.Strong,
        Setting.Soft => Face.Soft,
        Setting.Code => Face.Code,
        _ => around,
    };

    public static Face Of(Verdict verdict) => verdict switch
    {
        Verdict.Presumed => Face.Presumed,
        Verdict.Demonstrated => Face.Demonstrated,
        Verdict.Claimed => Face.Claimed,
        Verdict.Gap => Face.Gap,
        Verdict.Open => Face.Open,
        _ => Face.Neutral,
    };

    public static Face Heading(int level) => Face.Heading1 + (level - 1);

    /// <summary>The colour, six hexadecimal digits.</summary>
    public static string Colour(this Face face, Colour? accent) => face switch
    {
        Face.Soft or Face.Neutral or Face.Head => Palette.Soft,
        Face.Link => Palette.Link,
        Face.Presumed => Palette.Of(Verdict.Presumed),
        Face.Demonstrated => Palette.Of(Verdict.Demonstrated),
        Face.Claimed => Palette.Of(Verdict.Claimed),
        Face.Gap => Palette.Of(Verdict.Gap),
        Face.Open => Palette.Of(Verdict.Open),
        >= Face.Title and <= Face.Heading4 when accent is { } c => $"{c.Red:X2}{c.Green:X2}{c.Blue:X2}",
        _ => Palette.Ink,
    };

    public static bool IsBold(this Face face) => face is Face.Strong or >= Face.Head and not Face.Neutral;

    /// <summary>The size, points.</summary>
    public static int Size(this Face face) => face switch
    {
        Face.Title => 20,
        Face.Heading1 => 18,
        Face.Heading2 => 14,
        Face.Heading3 => 12,
        _ => 11,
    };
}
