using System.Buffers.Binary;

namespace Marque.Advisories.Segments;

/// <summary>Writes the parts of a segment one behind the other, and its footer.</summary>
internal sealed class PartWriter(Stream output)
{
    private readonly byte[] footer = new byte[Layout.FooterSize];
    private readonly byte[] buffer = new byte[256 * 1024];
    private int filled, part;
    private long position, began;

    public void Raw(ReadOnlySpan<byte> bytes)
    {
        position += bytes.Length;
        if (bytes.Length > buffer.Length - filled)
        {
            Flush();
            if (bytes.Length >= buffer.Length)
            {
                output.Write(bytes);
                return;
            }
        }

        bytes.CopyTo(buffer.AsSpan(filled));
        filled += bytes.Length;
    }

    public void Begin() => began = position;

    public void End(uint checksum)
    {
        var entry = footer.AsSpan(4 + part++ * Layout.PartSize);
        BinaryPrimitives.WriteInt64LittleEndian(entry, began);
        BinaryPrimitives.WriteInt64LittleEndian(entry[8..], position - began);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[16..], checksum);
    }

    /// <summary>A whole part.</summary>
    public void Part(ReadOnlySpan<byte> bytes)
    {
        Begin();
        Raw(bytes);
        End(Checksum.Of(bytes));
    }

    public void Footer(int records)
    {
        BinaryPrimitives.WriteInt32LittleEndian(footer, part);
        BinaryPrimitives.WriteInt32LittleEndian(footer.AsSpan(4 + Layout.Parts * Layout.PartSize), records);
        BinaryPrimitives.WriteInt64LittleEndian(footer.AsSpan(Layout.FooterSize - 20), position + Layout.FooterSize);
        BinaryPrimitives.WriteUInt32LittleEndian(footer.AsSpan(Layout.FooterSize - 12), Checksum.Of(footer.AsSpan(0, Layout.FooterSize - 12)));
        Layout.Mark.CopyTo(footer.AsSpan(Layout.FooterSize - 8));
        Raw(footer);
        Flush();
    }

    private void Flush()
    {
        output.Write(buffer, 0, filled);
        filled = 0;
    }
}
