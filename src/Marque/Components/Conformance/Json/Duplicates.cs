namespace Marque.Components.Conformance.Json;

/// <summary>Fingerprints of the open objects and lists, one stack for all; tells what is there twice in linear time.</summary>
internal sealed class Duplicates
{
    private const int Few = 24;
    private UInt128[] stack = new UInt128[256];
    private readonly Dictionary<int, HashSet<UInt128>> many = [];

    /// <summary>Where the next frame begins.</summary>
    public int Top { get; private set; }

    /// <summary>Adds to the frame that began at <paramref name="from"/>; false when it is there.</summary>
    public bool Add(int from, UInt128 value)
    {
        if (Top - from < Few)
        {
            if (stack.AsSpan(from, Top - from).Contains(value)) return false;
            if (Top == stack.Length) Array.Resize(ref stack, Top * 2);
            stack[Top++] = value;
            return true;
        }

        if (!many.TryGetValue(from, out var set)) many.Add(from, set = [.. stack.AsSpan(from, Top - from)]);
        return set.Add(value);
    }

    /// <summary>Ends the frame.</summary>
    public void Leave(int from)
    {
        if (Top - from == Few) many.Remove(from);
        Top = from;
    }
}
