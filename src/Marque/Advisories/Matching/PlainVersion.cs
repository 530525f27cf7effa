using Marque.Versions;

namespace Marque.Advisories.Matching;

/// <summary>
/// A version of one to four numbers, as most are: <c>1.20.3</c>. Two with equally many numbers are ordered number by number by every scheme that
/// <see cref="Orders"/> names, which a test holds against those schemes, so that they need not be taken apart for it each time.
/// </summary>
internal readonly record struct PlainVersion(int Count, ulong High, ulong Low) : IComparable<PlainVersion>
{
    /// <summary>Reads digits and full stops; false for anything else, for a leading zero, for a number of more than nine digits.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out PlainVersion version)
    {
        version = default;
        Span<uint> numbers = stackalloc uint[4];
        numbers.Clear();
        var (count, start) = (0, 0);
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && text[at] is >= (byte)'0' and <= (byte)'9')
            {
                if (count == 4 || at - start == 9) return false;
                numbers[count] = numbers[count] * 10 + (uint)(text[at] - '0');
                continue;
            }

            if (at == start || (at < text.Length && text[at] != '.') || (text[start] == '0' && at > start + 1)) return false;
            count++;
            start = at + 1;
        }

        version = new(count, (ulong)numbers[0] << 32 | numbers[1], (ulong)numbers[2] << 32 | numbers[3]);
        return true;
    }

    /// <summary>Whether a scheme orders plain versions number by number.</summary>
    public static bool Orders(VersionScheme scheme) => scheme is VersionScheme.SemVer or VersionScheme.SemVerWithBuild or VersionScheme.Go or VersionScheme.PyPI or VersionScheme.Maven or VersionScheme.NuGet
        or VersionScheme.RubyGems or VersionScheme.Packagist or VersionScheme.Hackage or VersionScheme.Cran or VersionScheme.Conan or VersionScheme.Debian or VersionScheme.Alpine or VersionScheme.Rpm or VersionScheme.Bitnami;

    /// <summary>The order of two with equally many numbers.</summary>
    public int CompareTo(PlainVersion other) => High.CompareTo(other.High) is var order and not 0 ? order : Low.CompareTo(other.Low);
}
