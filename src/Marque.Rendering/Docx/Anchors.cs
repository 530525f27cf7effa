using Marque.Documents.Blocks;
using Marque.Rendering.Office;

namespace Marque.Rendering.Docx;

/// <summary>The bookmarks of a document: each id that a link leads to has a number, because a bookmark's name is short (ISO/IEC 29500-1, 17.13.6.2: 40 characters).</summary>
internal sealed class Anchors
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    public Anchors(Document document)
    {
        foreach (var block in document.Opening.Concat(document.Body).Concat(document.Closing)) Add(block);
    }

    /// <summary>The number of an id; null: nothing of the document has it.</summary>
    public int? Number(string id) => numbers.TryGetValue(id, out var number) ? number : null;

    /// <summary>The name of a bookmark.</summary>
    public static string Name(int number) => "m" + Elements.Of(number);

    private void Add(Block block)
    {
        switch (block)
        {
            case Heading heading: Add(heading.Id); break;
            case Entry entry:
                Add(entry.Heading.Id);
                foreach (var inner in entry.Blocks) Add(inner);
                break;
            case Table table:
                foreach (var row in table.Rows) Add(row.Id);
                break;
            case Callout callout:
                foreach (var inner in callout.Blocks) Add(inner);
                break;
            case Fold fold:
                foreach (var inner in fold.Blocks) Add(inner);
                break;
            case ItemList list:
                foreach (var inner in list.Items.SelectMany(i => i)) Add(inner);
                break;
        }
    }

    private void Add(string? id)
    {
        if (id is not null) numbers.TryAdd(id, numbers.Count + 1);
    }
}
