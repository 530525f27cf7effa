using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Marque.Text.Reading;

/// <summary>Texts that come again and again as UTF-8, made into strings once.</summary>
internal sealed class Interned
{
    /// <summary>The most texts remembered; later ones are made each time.</summary>
    public const int Most = 65_536;

    private readonly Dictionary<byte[], string> known = new(new Utf8Comparer());
    private readonly Dictionary<byte[], string>.AlternateLookup<ReadOnlySpan<byte>> lookup;

    public Interned() => lookup = known.GetAlternateLookup<ReadOnlySpan<byte>>();

    /// <summary>The string of these bytes; null when there are none.</summary>
    public string? Of(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty) return null;
        if (lookup.TryGetValue(utf8, out var text)) return text;
        text = Encoding.UTF8.GetString(utf8);
        if (known.Count < Most) lookup[utf8] = text;
        return text;
    }

    private sealed class Utf8Comparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode([DisallowNull] byte[] obj) => GetHashCode(obj.AsSpan());

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = default(HashCode);
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
