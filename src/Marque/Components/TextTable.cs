using System.Runtime.InteropServices;

namespace Marque.Components;

/// <summary>Texts that are kept once and numbered in the order they came.</summary>
/// <remarks>The hash is seeded anew in each process, so that nobody can choose names that all fall together.</remarks>
internal sealed class TextTable(Texts texts)
{
    private readonly Rows<int> positions = new();
    private Slot[] slots = new Slot[64];

    /// <summary>How many there are.</summary>
    public int Count => positions.Count;

    /// <summary>Where the text with this number stands.</summary>
    public int Position(int number) => positions[number];

    /// <summary>The number of a text; -1 when it is not there.</summary>
    public int Find(ReadOnlySpan<byte> utf8)
    {
        var at = Probe(utf8, Hash(utf8));
        return slots[at].Number - 1;
    }

    /// <summary>The number of a text, which is added when it is not there.</summary>
    /// <param name="utf8">The text, not empty.</param>
    /// <param name="known">Where it stands already; 0 when it does not.</param>
    public int Add(ReadOnlySpan<byte> utf8, int known = 0)
    {
        var hash = Hash(utf8);
        var at = Probe(utf8, hash);
        if (slots[at].Number > 0) return slots[at].Number - 1;
        if ((positions.Count + 1) * 4L > slots.Length * 3L)
        {
            Grow();
            at = Probe(utf8, hash);
        }

        var number = positions.Add(known == 0 ? texts.Add(utf8) : known);
        slots[at] = new Slot(hash, number + 1);
        return number;
    }

    private int Probe(ReadOnlySpan<byte> utf8, uint hash)
    {
        for (var at = (int)(hash & (uint)(slots.Length - 1)); ; at = (at + 1) & (slots.Length - 1))
        {
            ref readonly var slot = ref slots[at];
            if (slot.Number == 0 || (slot.Hash == hash && texts.Bytes(positions[slot.Number - 1]).SequenceEqual(utf8))) return at;
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

    // The framework's seeded hash takes characters: the bytes are given to it two by two, the last one by itself.
    private static uint Hash(ReadOnlySpan<byte> utf8)
    {
        var hash = (uint)string.GetHashCode(MemoryMarshal.Cast<byte, char>(utf8), StringComparison.Ordinal);
        return (utf8.Length & 1) == 0 ? hash : System.Numerics.BitOperations.RotateLeft(hash, 7) ^ (utf8[^1] * 0x9E3779B1u);
    }

    private readonly record struct Slot(uint Hash, int Number);
}
