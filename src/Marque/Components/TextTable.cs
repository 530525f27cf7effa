using System.Buffers.Binary;

namespace Marque.Components;

/// <summary>Texts that are kept once and numbered in the order they came.</summary>
/// <remarks>The hash multiplies with numbers that are new in each process, so that nobody can choose names that all fall together.</remarks>
internal sealed class TextTable(Texts texts)
{
    private static readonly ulong First = Secret("first");
    private static readonly ulong Factor = Secret("factor") | 1;

    private readonly Rows<int> positions = new();
    private Slot[] slots = new Slot[64];
    private int last = -1;
    private int touched;

    /// <summary>How many there are.</summary>
    public int Count => positions.Count;

    /// <summary>Where the text with this number stands.</summary>
    public int Position(int number) => positions[number];

    /// <summary>The text with this number.</summary>
    public ReadOnlySpan<byte> Bytes(int number) => texts.Bytes(positions[number]);

    /// <summary>The number of a text; -1 when it is not there.</summary>
    public int Find(ReadOnlySpan<byte> utf8)
    {
        var at = Probe(utf8, Hash(utf8));
        return slots[at].Number - 1;
    }

    /// <summary>The number of a text, which is added when it is not there.</summary>
    /// <param name="utf8">The text, not empty.</param>
    public int Add(ReadOnlySpan<byte> utf8)
    {
        // Relationships mostly stand in the order of what they start from.
        if (last >= 0 && texts.Bytes(positions[last]).SequenceEqual(utf8)) return last;
        if (last + 1 < positions.Count && texts.Bytes(positions[last + 1]).SequenceEqual(utf8)) return ++last;
        return last = Add(utf8, Hash(utf8));
    }

    /// <summary>The numbers of a few texts, which are added when they are not there.</summary>
    public void Add(TextBatch batch, Span<int> numbers)
    {
        // What they are compared with is far apart in memory: asked for at once, it comes at once; one after the other, each look-up waits for its own.
        Span<uint> hashes = stackalloc uint[TextBatch.Most];
        for (var i = 0; i < batch.Count; i++)
        {
            hashes[i] = Hash(batch[i]);
            numbers[i] = slots[(int)(hashes[i] & (uint)(slots.Length - 1))].Position;
        }

        for (var i = 0; i < batch.Count; i++) touched += texts.First(numbers[i]);
        for (var i = 0; i < batch.Count; i++) numbers[i] = Add(batch[i], hashes[i]);
    }

    private int Add(ReadOnlySpan<byte> utf8, uint hash)
    {
        var at = Probe(utf8, hash);
        if (slots[at].Number > 0) return slots[at].Number - 1;
        if ((positions.Count + 1) * 4L > slots.Length * 3L)
        {
            Grow();
            at = Probe(utf8, hash);
        }

        var position = texts.Add(utf8);
        var number = positions.Add(position);
        slots[at] = new Slot(hash, number + 1, position);
        return number;
    }

    private int Probe(ReadOnlySpan<byte> utf8, uint hash)
    {
        for (var at = (int)(hash & (uint)(slots.Length - 1)); ; at = (at + 1) & (slots.Length - 1))
        {
            ref readonly var slot = ref slots[at];
            if (slot.Number == 0 || (slot.Hash == hash && texts.Bytes(slot.Position).SequenceEqual(utf8))) return at;
        }
    }

    private void Grow()
    {
        var grown = new Slot[slots.Length * 2];
        foreach (var slot in slots)
        {
            if (slot.Number == 0) continue;
            var at = (int)(slot.Hash & (uint)(grown.Length - 1));
            while (grown[at].Number > 0) at = (at + 1) & (grown.Length - 1);
            grown[at] = slot;
        }

        slots = grown;
    }

    private static uint Hash(ReadOnlySpan<byte> utf8)
    {
        var hash = First ^ (uint)utf8.Length;
        var rest = utf8;
        for (; rest.Length > 8; rest = rest[8..]) hash = Mixed(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(rest));
        var tail = utf8.Length >= 8 ? BinaryPrimitives.ReadUInt64LittleEndian(utf8[^8..]) : Short(utf8);
        return (uint)Mixed(hash ^ tail);
    }

    private static ulong Mixed(ulong value)
    {
        var high = Math.BigMul(value, Factor, out var low);
        return high ^ low;
    }

    private static ulong Short(ReadOnlySpan<byte> utf8)
    {
        var value = 0UL;
        foreach (var b in utf8) value = (value << 8) | b;
        return value;
    }

    // The framework seeds its own hash of texts in each process.
    private static ulong Secret(string name) => ((ulong)(uint)string.GetHashCode(name, StringComparison.Ordinal) << 32) | (uint)string.GetHashCode(name.ToUpperInvariant(), StringComparison.Ordinal);

    private readonly record struct Slot(uint Hash, int Number, int Position);
}
