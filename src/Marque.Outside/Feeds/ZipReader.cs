using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using Marque.Text;
using Microsoft.Win32.SafeHandles;

namespace Marque.Outside.Feeds;

/// <summary>Unpacks members of a ZIP container one after the other, in the order of their places: reads ahead, and uses its buffers again and again. For one thread.</summary>
internal sealed class ZipReader(SafeFileHandle file) : IDisposable
{
    private const int Ahead = 1024 * 1024;
    private const int LocalBytes = 30;

    private readonly long length = RandomAccess.GetLength(file);
    private byte[] block = GC.AllocateUninitializedArray<byte>(Ahead);
    private byte[] unpacked = GC.AllocateUninitializedArray<byte>(64 * 1024);
    private long blockAt;
    private int blockLength;
    private ReadOnlyMemory<byte> packedNow;

    /// <summary>The bytes of a member, until the next call.</summary>
    /// <exception cref="InvalidDataException">They are not what the directory says.</exception>
    public ReadOnlyMemory<byte> Read(in ZipMember member)
    {
        var header = At(member.Offset, LocalBytes).Span;
        if (BinaryPrimitives.ReadUInt32LittleEndian(header) != 0x04034b50) throw new InvalidDataException($"its member {member.Name} is not where the directory says");
        var start = member.Offset + LocalBytes + BinaryPrimitives.ReadUInt16LittleEndian(header[26..]) + BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
        var packed = packedNow = At(start, checked((int)member.Packed));
        var bytes = member.IsDeflated ? Inflate(member, packed) : packed;
        if (Crc32.HashToUInt32(bytes.Span) != member.Crc) throw new InvalidDataException($"its member {member.Name} is damaged: its checksum is another");
        return bytes;
    }

    /// <summary>The bytes of a member and, where it is deflated, the same as they lie in the container; until the next call.</summary>
    /// <exception cref="InvalidDataException">They are not what the directory says.</exception>
    public (ReadOnlyMemory<byte> Bytes, ReadOnlyMemory<byte> Deflated) ReadBoth(in ZipMember member)
    {
        var bytes = Read(member);
        return (bytes, member.IsDeflated ? packedNow : default);
    }

    public void Dispose() => (block, unpacked) = ([], []);

    private ReadOnlyMemory<byte> Inflate(in ZipMember member, ReadOnlyMemory<byte> packed)
    {
        var size = (int)member.Size;
        // A byte more than it should have: one that unpacks to more shows.
        if (unpacked.Length <= size) unpacked = GC.AllocateUninitializedArray<byte>(Math.Max(size + 1, unpacked.Length * 2));
        try
        {
            using var inflate = new DeflateStream(new MemoryBytes(packed), CompressionMode.Decompress);
            var read = inflate.ReadAtLeast(unpacked.AsSpan(0, size + 1), size + 1, throwOnEndOfStream: false);
            if (read != size) throw new InvalidDataException($"its member {member.Name} unpacks to {(read > size ? "more" : "less")} than the {size} bytes that the directory says");
        }
        catch (InvalidDataException e) when (!e.Message.StartsWith("its ", StringComparison.Ordinal))
        {
            throw new InvalidDataException($"its member {member.Name} is damaged", e);
        }

        return unpacked.AsMemory(0, size);
    }

    private ReadOnlyMemory<byte> At(long offset, int count)
    {
        if (offset < blockAt || offset + count > blockAt + blockLength)
        {
            if (offset + count > length) throw new InvalidDataException("it is cut off");
            if (count > block.Length) block = GC.AllocateUninitializedArray<byte>(count + Ahead);
            blockAt = offset;
            blockLength = (int)Math.Min(block.Length, length - offset);
            ZipDirectory.Fill(file, block.AsSpan(0, blockLength), offset);
        }

        return block.AsMemory((int)(offset - blockAt), count);
    }

    // A stream over memory that is not an array of its own.
    private sealed class MemoryBytes(ReadOnlyMemory<byte> bytes) : ForwardStream
    {
        private ReadOnlyMemory<byte> rest = bytes;

        public override int Read(Span<byte> target)
        {
            var count = Math.Min(target.Length, rest.Length);
            rest.Span[..count].CopyTo(target);
            rest = rest[count..];
            return count;
        }
    }
}
