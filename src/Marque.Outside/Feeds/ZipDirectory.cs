using System.Buffers.Binary;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Marque.Outside.Feeds;

/// <summary>Reads the central directory of a ZIP container, ZIP64 with it, and refuses what would unpack to more than anybody means: too many members, too large,
/// packed too tightly, or several of the same bytes.</summary>
internal static class ZipDirectory
{
    /// <summary>The most members.</summary>
    public const int MostMembers = 4_000_000;

    /// <summary>The largest member, unpacked, in bytes: far beyond any record.</summary>
    public const long LargestMember = 256L * 1024 * 1024;

    /// <summary>The most that a container may unpack to, in bytes.</summary>
    public const long LargestWhole = 64L * 1024 * 1024 * 1024;

    /// <summary>How many times its size a container may unpack to. Advisories take a tenth of their size when packed.</summary>
    public const int LargestRatio = 150;

    private const int EndBytes = 22;
    private const int HeaderBytes = 46;

    /// <summary>The members in the order of their places, folders left out.</summary>
    /// <exception cref="InvalidDataException">It is no such container, or is refused; the message says why.</exception>
    public static List<ZipMember> Read(SafeFileHandle file)
    {
        var length = RandomAccess.GetLength(file);
        var (count, size, offset) = End(file, length);
        if (count > MostMembers) throw new InvalidDataException($"it names {count} members, more than the {MostMembers} that are read");
        if (size > Math.Min(int.MaxValue, length) || offset > length - size || (long)count * HeaderBytes > size) throw new InvalidDataException("its directory does not lie in the file; it is cut off or made up");
        var directory = new byte[size];
        Fill(file, directory, offset);
        var members = Members(directory, count, offset);
        Refuse(members, length);
        return members;
    }

    /// <summary>Reads exactly as many bytes.</summary>
    /// <exception cref="InvalidDataException">The file ends before.</exception>
    public static void Fill(SafeFileHandle file, Span<byte> into, long offset)
    {
        while (!into.IsEmpty)
        {
            var read = RandomAccess.Read(file, into, offset);
            if (read == 0) throw new InvalidDataException("it is cut off");
            into = into[read..];
            offset += read;
        }
    }

    // Sections 4.3.14 to 4.3.16: the end record stands last, behind it only a comment; ZIP64 puts a locator before it.
    private static (int Count, long Size, long Offset) End(SafeFileHandle file, long length)
    {
        var tail = new byte[Math.Min(length, EndBytes + ushort.MaxValue)];
        Fill(file, tail, length - tail.Length);
        for (var at = tail.Length - EndBytes; at >= 0; at--)
        {
            var end = tail.AsSpan(at);
            if (BinaryPrimitives.ReadUInt32LittleEndian(end) != 0x06054b50 || BinaryPrimitives.ReadUInt16LittleEndian(end[20..]) != end.Length - EndBytes) continue;
            var count = BinaryPrimitives.ReadUInt16LittleEndian(end[10..]);
            var size = BinaryPrimitives.ReadUInt32LittleEndian(end[12..]);
            var offset = BinaryPrimitives.ReadUInt32LittleEndian(end[16..]);
            if (BinaryPrimitives.ReadUInt16LittleEndian(end[8..]) != count || BinaryPrimitives.ReadUInt16LittleEndian(end[4..]) is not (0 or ushort.MaxValue)) throw new InvalidDataException("it is one part of a container in several files");
            return count == ushort.MaxValue || size == uint.MaxValue || offset == uint.MaxValue ? End64(file, length - tail.Length + at) : (count, size, offset);
        }

        throw new InvalidDataException("it has no directory at its end; it is cut off, or no ZIP container");
    }

    private static (int Count, long Size, long Offset) End64(SafeFileHandle file, long end)
    {
        Span<byte> record = stackalloc byte[56];
        if (end < 20) throw new InvalidDataException("its ZIP64 directory is missing");
        Fill(file, record[..20], end - 20);
        // More members than a short record can count, without the long one: written by an old program.
        if (BinaryPrimitives.ReadUInt32LittleEndian(record) != 0x07064b50) throw new InvalidDataException("its ZIP64 directory is missing");
        var at = BinaryPrimitives.ReadInt64LittleEndian(record[8..]);
        if (at < 0 || at > end - 56) throw new InvalidDataException("its ZIP64 directory does not lie in the file");
        Fill(file, record, at);
        if (BinaryPrimitives.ReadUInt32LittleEndian(record) != 0x06064b50) throw new InvalidDataException("its ZIP64 directory is missing");
        var count = BinaryPrimitives.ReadInt64LittleEndian(record[32..]);
        var size = BinaryPrimitives.ReadInt64LittleEndian(record[40..]);
        var offset = BinaryPrimitives.ReadInt64LittleEndian(record[48..]);
        if (count < 0 || size < 0 || offset < 0) throw new InvalidDataException("its ZIP64 directory is made up");
        return ((int)Math.Min(count, int.MaxValue), size, offset);
    }

    private static List<ZipMember> Members(ReadOnlySpan<byte> directory, int count, long end)
    {
        var members = new List<ZipMember>(count);
        for (var i = 0; i < count; i++)
        {
            if (directory.Length < HeaderBytes || BinaryPrimitives.ReadUInt32LittleEndian(directory) != 0x02014b50) throw new InvalidDataException("its directory is damaged");
            var flags = BinaryPrimitives.ReadUInt16LittleEndian(directory[8..]);
            var method = BinaryPrimitives.ReadUInt16LittleEndian(directory[10..]);
            var crc = BinaryPrimitives.ReadUInt32LittleEndian(directory[16..]);
            long packed = BinaryPrimitives.ReadUInt32LittleEndian(directory[20..]);
            long size = BinaryPrimitives.ReadUInt32LittleEndian(directory[24..]);
            int name = BinaryPrimitives.ReadUInt16LittleEndian(directory[28..]);
            int extra = BinaryPrimitives.ReadUInt16LittleEndian(directory[30..]);
            int comment = BinaryPrimitives.ReadUInt16LittleEndian(directory[32..]);
            long offset = BinaryPrimitives.ReadUInt32LittleEndian(directory[42..]);
            if (directory.Length < HeaderBytes + name + extra + comment) throw new InvalidDataException("its directory is damaged");
            // Names that are not UTF-8 are only shown.
            var called = Encoding.UTF8.GetString(directory.Slice(HeaderBytes, name));
            Long(directory.Slice(HeaderBytes + name, extra), ref size, ref packed, ref offset);
            directory = directory[(HeaderBytes + name + extra + comment)..];
            if (called.EndsWith('/') && size == 0) continue;
            if ((flags & 1) != 0) throw new InvalidDataException($"its member {called} is encrypted");
            if (method is not (0 or 8)) throw new InvalidDataException($"its member {called} is packed by method {method}; stored and deflated ones are read");
            if (size < 0 || packed < 0 || offset < 0 || offset > end - 30 - packed) throw new InvalidDataException($"its member {called} does not lie in the file");
            if (method == 0 && size != packed) throw new InvalidDataException($"its member {called} is stored with two sizes");
            if (size > LargestMember) throw new InvalidDataException($"its member {called} unpacks to {size / 1024 / 1024} MiB, more than the {LargestMember / 1024 / 1024} MiB that are read");
            members.Add(new ZipMember(called, offset, packed, size, crc, method == 8));
        }

        return members;
    }

    // Section 4.5.3: only those of the fields that did not fit, in this order.
    private static void Long(ReadOnlySpan<byte> extra, ref long size, ref long packed, ref long offset)
    {
        while (extra.Length >= 4)
        {
            var id = BinaryPrimitives.ReadUInt16LittleEndian(extra);
            int length = BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]);
            if (extra.Length < 4 + length) return;
            if (id == 1)
            {
                var fields = extra.Slice(4, length);
                Take(ref size, ref fields);
                Take(ref packed, ref fields);
                Take(ref offset, ref fields);
                return;
            }

            extra = extra[(4 + length)..];
        }

        static void Take(ref long value, ref ReadOnlySpan<byte> fields)
        {
            if (value != uint.MaxValue || fields.Length < 8) return;
            value = BinaryPrimitives.ReadInt64LittleEndian(fields);
            fields = fields[8..];
        }
    }

    private static void Refuse(List<ZipMember> members, long length)
    {
        members.Sort((a, b) => a.Offset.CompareTo(b.Offset));
        var whole = 0L;
        for (var i = 0; i < members.Count; i++)
        {
            whole += members[i].Size;
            // Members that share bytes: how small files unpack to petabytes (Fifield 2019).
            if (i > 0 && members[i].Offset < members[i - 1].Offset + 30 + members[i - 1].Packed) throw new InvalidDataException($"its members {members[i - 1].Name} and {members[i].Name} lie over each other");
        }

        if (whole > LargestWhole) throw new InvalidDataException($"it unpacks to {whole / 1024 / 1024 / 1024} GiB, more than the {LargestWhole / 1024 / 1024 / 1024} GiB that are read");
        if (whole > 16 * 1024 * 1024 && whole / LargestRatio > length) throw new InvalidDataException($"it unpacks to more than {LargestRatio} times its size");
    }
}
