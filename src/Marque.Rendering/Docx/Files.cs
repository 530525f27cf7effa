using Marque.Documents.Blocks;
using Marque.Rendering.Office;

namespace Marque.Rendering.Docx;

/// <summary>The files beside a document that it leads to, each a relationship once.</summary>
internal sealed class Files
{
    private readonly Dictionary<string, Relation> known = new(StringComparer.Ordinal);

    public IReadOnlyCollection<Relation> All => [.. known.Values];

    /// <summary>The id of the relationship to a file.</summary>
    public string IdOf(FileLink file)
    {
        var address = Plain.Address(file);
        if (!known.TryGetValue(address, out var relation)) known.Add(address, relation = new Relation("f" + Elements.Of(known.Count + 1), "hyperlink", address, IsOutside: true));
        return relation.Id;
    }
}
