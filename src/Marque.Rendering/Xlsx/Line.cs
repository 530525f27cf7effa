using Marque.Documents.Blocks;

namespace Marque.Rendering.Xlsx;

/// <summary>A line of the first sheet.</summary>
/// <param name="Words">Its words.</param>
/// <param name="Face">The face of plain words.</param>
/// <param name="Indent">How far it stands from the edge.</param>
internal sealed record Line(IReadOnlyList<Inline> Words, Face Face = Face.Plain, int Indent = 0)
{
    /// <summary>What a link leads to; null: nothing does.</summary>
    public string? Id { get; init; }

    /// <summary>The table whose caption it is; null: it is none.</summary>
    public Table? Table { get; init; }
}
