using System.Buffers.Binary;

namespace Marque.Rendering.Pdf.Images;

/// <summary>What the frame of a JPEG says (ISO/IEC 10918-1, B.2.2).</summary>
internal static class Jpeg
{
    public static (int Width, int Height, int Components) Measure(ReadOnlySpan<byte> bytes)
    {
        // Its end is a marker too (B.1.1.3): a file cut off has none.
        if (bytes.LastIndexOf([(byte)0xFF, (byte)0xD9]) < 0) throw new InvalidDataException("a JPEG that ends early");
        for (var at = 2; at + 10 < bytes.Length;)
        {
            if (bytes[at] != 0xFF) break;
            var marker = bytes[at + 1];
            // Start of frame, whatever the coding; C4, C8 and CC are tables and extensions.
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return (BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]), bytes[at + 9]);
            }

            at += marker == 0xFF ? 1 : 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }

        throw new InvalidDataException("no frame in the JPEG");
    }
}
