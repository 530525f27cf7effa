using System.Buffers.Binary;

namespace Marque.Documents;

/// <summary>What a picture is, told from its first bytes.</summary>
public static class Pictures
{
    private static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The media type and size of a PNG (W3C PNG, section 11.2.1) or JPEG (ITU-T T.81, annex B.2.2); null for anything else.</summary>
    /// <param name="bytes">The file.</param>
    public static (string MediaType, int Width, int Height)? Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(PngSignature) && bytes.Length >= 24 && bytes.Slice(12, 4).SequenceEqual("IHDR"u8))
        {
            return Sized("image/png", BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..]));
        }

        return bytes is [0xFF, 0xD8, ..] ? Jpeg(bytes) : null;
    }

    // Segments up to the start of a frame, which holds height and width.
    private static (string, int, int)? Jpeg(ReadOnlySpan<byte> bytes)
    {
        for (var at = 2; at + 9 <= bytes.Length && bytes[at] == 0xFF;)
        {
            var marker = bytes[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC)) return Sized("image/jpeg", BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }

        return null;
    }

    private static (string, int, int)? Sized(string type, int width, int height) => width is > 0 and <= 8192 && height is > 0 and <= 8192 ? (type, width, height) : null;
}
