using Marque.Documents.Blocks;

namespace Marque.Rendering.Xlsx;

/// <summary>A sheet before it is written: lines, or rows of a table below its header.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Table">The table; null: it has lines.</param>
/// <param name="From">The first line or row of it, from 0.</param>
/// <param name="To">The one after the last.</param>
/// <param name="Height">How many rows of the sheet are used.</param>
internal sealed record Sheet(string Name, Table? Table, int From, int To, int Height)
{
    public int Width => Table?.Columns.Count ?? 1;

    /// <summary>A cell as an address names it.</summary>
    /// <param name="column">From 0.</param>
    /// <param name="row">From 1.</param>
    public static string Cell(int column, int row) => Letters(column) + Office.Elements.Of(row);

    /// <summary>A column as an address names it.</summary>
    /// <param name="column">From 0.</param>
    public static string Letters(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letters((column / 26) - 1) + (char)('A' + (column % 26));

    /// <summary>The whole of it, as an address names it.</summary>
    public string Range(bool isFixed) => isFixed ? $"$A$1:${Letters(Width - 1)}${Office.Elements.Of(Height)}" : $"A1:{Cell(Width - 1, Height)}";
}
