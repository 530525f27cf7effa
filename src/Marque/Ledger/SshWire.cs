using System.Buffers.Binary;

namespace Marque.Ledger;

/// <summary>Reads the SSH wire encoding of RFC 4251, section 5. A read beyond the end gives false; nothing throws.</summary>
internal ref struct SshWire(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> rest = bytes;

    /// <summary>Whether every byte is read.</summary>
    public readonly bool AtEnd => rest.IsEmpty;

    /// <summary>A <c>uint32</c>, big-endian.</summary>
    public bool TryNumber(out uint value)
    {
        if (!BinaryPrimitives.TryReadUInt32BigEndian(rest, out value)) return false;
        rest = rest[4..];
        return true;
    }

    /// <summary>A <c>string</c>: its length as <c>uint32</c>, then that many bytes.</summary>
    public bool TryString(out ReadOnlySpan<byte> value)
    {
        value = default;
        if (!BinaryPrimitives.TryReadUInt32BigEndian(rest, out var length) || length > (uint)(rest.Length - 4)) return false;
        value = rest.Slice(4, (int)length);
        rest = rest[(4 + (int)length)..];
        return true;
    }

    /// <summary>An <c>mpint</c> that is positive and fits <paramref name="destination"/>, written there with leading zeros.</summary>
    public bool TryPositive(Span<byte> destination)
    {
        if (!TryString(out var value) || value.IsEmpty || (value[0] & 0x80) != 0) return false;
        // Shortest form only: a leading zero byte stands for the sign and for nothing else.
        if (value[0] == 0 && (value.Length == 1 || (value[1] & 0x80) == 0)) return false;
        if (value[0] == 0) value = value[1..];
        if (value.Length > destination.Length) return false;
        destination.Clear();
        value.CopyTo(destination[^value.Length..]);
        return true;
    }

    /// <summary>The wire form of a positive <c>mpint</c>: shortest, with a zero byte before a set sign bit.</summary>
    public static void AppendPositive(List<byte> output, ReadOnlySpan<byte> value)
    {
        value = value.TrimStart((byte)0);
        if (!value.IsEmpty && (value[0] & 0x80) != 0) Append(output, [0, .. value]);
        else Append(output, value);
    }

    /// <summary>The wire form of a <c>string</c>, appended to <paramref name="output"/>.</summary>
    public static void Append(List<byte> output, ReadOnlySpan<byte> value)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(length, (uint)value.Length);
        output.AddRange(length);
        output.AddRange(value);
    }
}
