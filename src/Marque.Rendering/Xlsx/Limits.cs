namespace Marque.Rendering.Xlsx;

/// <summary>What a workbook can hold (Excel specifications and limits).</summary>
/// <param name="Rows">Rows of a sheet.</param>
/// <param name="Text">Characters of a cell, in UTF-16.</param>
/// <param name="Breaks">Line breaks of a cell.</param>
/// <param name="Links">Links of a sheet.</param>
internal sealed record Limits(int Rows, int Text, int Breaks, int Links)
{
    /// <summary>Characters of the name of a sheet.</summary>
    public const int Name = 31;

    /// <summary>Characters of the words at the head or foot of a page.</summary>
    public const int Edge = 255;

    /// <summary>The steepest indent that readers show.</summary>
    public const int Indent = 15;

    public static Limits Excel { get; } = new(1_048_576, 32_767, 253, 65_530);
}
