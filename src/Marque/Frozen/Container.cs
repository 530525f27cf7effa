using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Marque.Frozen;

/// <summary>A member of the container.</summary>
/// <param name="Name">Its name; safe by <see cref="MemberName"/>.</param>
/// <param name="Size">Its size in bytes.</param>
public sealed record Member(string Name, long Size);

/// <summary>
/// The bytes around the members of the container: a ZIP (PKWARE APPNOTE 6.3) with members sorted and stored, the time 1980-01-01 00:00, host Unix, ZIP64 fields where a
/// size, an offset or the number of members needs them, and nothing else. The same members give the same bytes everywhere.
/// </summary>
public sealed class Container
{
    private const uint Max32 = uint.MaxValue;
    private const ushort Max16 = ushort.MaxValue;
    private const ushort Utf8Names = 1 << 11;
    private const ushort FirstDay = 0x0021; // 1980-01-01
    private const ushort HostUnix = 3 << 8;
    private const ushort Plain = 20, Zip64 = 45;
    private const uint Regular = 0x81A4u << 16; // -rw-r--r--

    private readonly byte[][] names;
    private readonly long[] offsets;

    /// <summary>Lays out the members.</summary>
    /// <param name="members">The members, in any order.</param>
    /// <exception cref="ArgumentException">Two members have one name, a name is not safe or too long, or a size is negative.</exception>
    public Container(IReadOnlyList<Member> members)
    {
        Members = [.. members.OrderBy(m => m.Name, StringComparer.Ordinal)];
        names = new byte[Members.Count][];
        offsets = new long[Members.Count];
        for (var i = 0; i < Members.Count; i++)
        {
            var member = Members[i];
            if (i > 0 && Members[i - 1].Name == member.Name) throw new ArgumentException($"Two members are named {member.Name}.", nameof(members));
            if (!MemberName.IsSafe(member.Name) || member.Size < 0) throw new ArgumentException($"{member.Name} may not be a member.", nameof(members));
            names[i] = Encoding.UTF8.GetBytes(member.Name);
            if (names[i].Length > Max16) throw new ArgumentException("A name is too long.", nameof(members));
            offsets[i] = DirectoryOffset;
            DirectoryOffset += 30 + names[i].Length + (member.Size >= Max32 ? 20 : 0) + member.Size;
        }
    }

    /// <summary>The members, in the order they are written.</summary>
    public IReadOnlyList<Member> Members { get; }

    /// <summary>Where the directory begins: the sum of all headers and members.</summary>
    public long DirectoryOffset { get; }

    /// <summary>Where the header of a member begins.</summary>
    /// <param name="member">Its position in <see cref="Members"/>.</param>
    public long OffsetOf(int member) => offsets[member];

    /// <summary>The header before a member's bytes. Its length does not depend on the checksum, so that it can be completed after them.</summary>
    /// <param name="member">Its position in <see cref="Members"/>.</param>
    /// <param name="crc32">The CRC-32 of its bytes.</param>
    public byte[] HeaderOf(int member, uint crc32)
    {
        var size = Members[member].Size;
        var large = size >= Max32;
        var to = new ArrayBufferWriter<byte>(64 + names[member].Length);
        U32(to, 0x04034B50);
        U16(to, large ? Zip64 : Plain, Utf8Names, 0, 0, FirstDay);
        U32(to, crc32, large ? Max32 : (uint)size, large ? Max32 : (uint)size);
        U16(to, (ushort)names[member].Length, large ? (ushort)20 : (ushort)0);
        to.Write(names[member]);
        if (large) Extra(to, size, size);
        return to.WrittenSpan.ToArray();
    }

    /// <summary>The directory and the end, after the last member.</summary>
    /// <param name="crc32">The CRC-32 of each member.</param>
    public byte[] Directory(IReadOnlyList<uint> crc32)
    {
        var to = new ArrayBufferWriter<byte>(4096);
        for (var i = 0; i < Members.Count; i++) Entry(to, i, crc32[i]);
        var length = (long)to.WrittenCount;
        var large = Members.Count >= Max16 || length >= Max32 || DirectoryOffset >= Max32;
        if (large)
        {
            U32(to, 0x06064B50);
            U64(to, 44);
            U16(to, HostUnix | Zip64, Zip64);
            U32(to, 0, 0);
            U64(to, Members.Count, Members.Count, length, DirectoryOffset);
            U32(to, 0x07064B50, 0);
            U64(to, DirectoryOffset + length);
            U32(to, 1);
        }

        U32(to, 0x06054B50);
        U16(to, 0, 0, (ushort)Math.Min(Members.Count, Max16), (ushort)Math.Min(Members.Count, Max16));
        U32(to, (uint)Math.Min(length, Max32), (uint)Math.Min(DirectoryOffset, Max32));
        U16(to, 0);
        return to.WrittenSpan.ToArray();
    }

    private void Entry(ArrayBufferWriter<byte> to, int i, uint crc32)
    {
        var (size, offset) = (Members[i].Size, offsets[i]);
        var (largeSize, largeOffset) = (size >= Max32, offset >= Max32);
        var version = largeSize || largeOffset ? Zip64 : Plain;
        U32(to, 0x02014B50);
        U16(to, (ushort)(HostUnix | version), version, Utf8Names, 0, 0, FirstDay);
        U32(to, crc32, largeSize ? Max32 : (uint)size, largeSize ? Max32 : (uint)size);
        U16(to, (ushort)names[i].Length, (ushort)((largeSize || largeOffset ? 4 : 0) + (largeSize ? 16 : 0) + (largeOffset ? 8 : 0)), 0, 0, 0);
        U32(to, Regular, largeOffset ? Max32 : (uint)offset);
        to.Write(names[i]);
        if (largeSize && largeOffset) Extra(to, size, size, offset);
        else if (largeSize) Extra(to, size, size);
        else if (largeOffset) Extra(to, offset);
    }

    // APPNOTE 4.5.3: only the fields that do not fit, in this order.
    private static void Extra(ArrayBufferWriter<byte> to, params ReadOnlySpan<long> fields)
    {
        U16(to, 1, (ushort)(8 * fields.Length));
        U64(to, fields);
    }

    private static void U16(ArrayBufferWriter<byte> to, params ReadOnlySpan<ushort> values)
    {
        foreach (var value in values)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(to.GetSpan(2), value);
            to.Advance(2);
        }
    }

    private static void U32(ArrayBufferWriter<byte> to, params ReadOnlySpan<uint> values)
    {
        foreach (var value in values)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(to.GetSpan(4), value);
            to.Advance(4);
        }
    }

    private static void U64(ArrayBufferWriter<byte> to, params ReadOnlySpan<long> values)
    {
        foreach (var value in values)
        {
            BinaryPrimitives.WriteInt64LittleEndian(to.GetSpan(8), value);
            to.Advance(8);
        }
    }
}
