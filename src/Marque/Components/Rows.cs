namespace Marque.Components;

/// <summary>A long list of small values that grows without being copied.</summary>
/// <typeparam name="T">The value.</typeparam>
internal sealed class Rows<T> where T : struct
{
    private const int Shift = 12;
    private const int Size = 1 << Shift;

    private readonly List<T[]> pieces = [];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>One of them, in its place.</summary>
    public ref T this[int index] => ref pieces[index >> Shift][index & (Size - 1)];

    /// <summary>Adds one and says where it stands.</summary>
    public int Add(in T value)
    {
        var at = Count & (Size - 1);
        // A list of three should not cost what a list of a thousand does.
        if (at == 0) pieces.Add(new T[pieces.Count == 0 ? 16 : Size]);
        else if (pieces.Count == 1 && at == pieces[0].Length) pieces[0] = Grown(pieces[0]);
        pieces[^1][at] = value;
        return Count++;
    }

    private static T[] Grown(T[] piece)
    {
        Array.Resize(ref piece, Math.Min(Size, piece.Length * 4));
        return piece;
    }
}
