using System.Text;

namespace Marque.Advisories.Segments;

/// <summary>Texts gathered one behind the other.</summary>
internal sealed class TextList
{
    /// <summary>How many there are.</summary>
    public int Count { get; set; }

    /// <summary>They, each with its length before it.</summary>
    public BlobWriter Items { get; } = new();

    public void Add(ReadOnlySpan<byte> utf8)
    {
        Items.Text(utf8);
        Count++;
    }

    public void Add(string text) => Add(Encoding.UTF8.GetBytes(text));

    public void WriteTo(BlobWriter target) => target.Counted(Count, Items);

    public void Clear()
    {
        Items.Cut();
        Count = 0;
    }
}
