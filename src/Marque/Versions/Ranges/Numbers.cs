namespace Marque.Versions.Ranges;

/// <summary>The leading numbers of a version that may be partial (<c>1.2</c>, <c>1.x</c>, <c>1.2.*</c>), and what follows them.</summary>
internal readonly record struct Numbers(IReadOnlyList<string> Parts, string Rest, bool IsWild)
{
    /// <summary>Reads at most so many numbers; a wildcard, and numbers behind it, count as missing.</summary>
    internal static bool TryRead(string text, int most, out Numbers numbers)
    {
        var rest = text.AsSpan();
        if (!rest.IsEmpty && rest[0] is 'v' or 'V') rest = rest[1..];
        var parts = new List<string>();
        var wild = false;
        numbers = default;
        for (var count = 0; count < most; count++)
        {
            var digits = Runs.Digits(ref rest);
            if (!digits.IsEmpty && !wild) parts.Add(digits.ToString());
            else if (digits.IsEmpty)
            {
                if (rest.IsEmpty || rest[0] is not ('x' or 'X' or '*')) return false;
                rest = rest[1..];
                wild = true;
            }
            if (!Runs.Take(ref rest, '.')) break;
        }
        numbers = new(parts, rest.ToString(), wild);
        return true;
    }

    /// <summary>The index of the first number that is not zero, or of the last one.</summary>
    internal int FirstNonZero
    {
        get
        {
            for (var i = 0; i < Parts.Count; i++)
                if (!Parts[i].AsSpan().TrimStart('0').IsEmpty) return i;
            return Parts.Count - 1;
        }
    }

    /// <summary>The numbers up to an index, the last of them one greater.</summary>
    internal string Next(int index) => string.Join('.', [.. Parts.Take(index), Increment(Parts[index])]);

    /// <summary>The same, with zeros up to a number of parts.</summary>
    internal string Next(int index, int count) => Pad(Next(index), count - index - 1);

    /// <summary>The numbers themselves, with zeros up to a number of parts.</summary>
    internal string Padded(int count) => Parts.Count == 0 ? Pad("0", count - 1) : Pad(string.Join('.', Parts), count - Parts.Count);

    private static string Pad(string text, int zeros) => text + string.Concat(Enumerable.Repeat(".0", Math.Max(0, zeros)));

    private static string Increment(string digits)
    {
        var nines = digits.AsSpan().TrimEnd('9');
        var zeros = new string('0', digits.Length - nines.Length);
        return nines.IsEmpty ? "1" + zeros : $"{nines[..^1]}{(char)(nines[^1] + 1)}{zeros}";
    }
}
