using System.Buffers.Binary;
using System.Text;

namespace Marque.Rendering.Pdf.Images;

/// <summary>What the numbers of colours mean: sRGB (IEC 61966-2-1), described as ICC.1:2004-10 (version 4.2) does, by its primaries and its curve.</summary>
internal static class SrgbProfile
{
    public static byte[] Bytes()
    {
        var curve = Numbers("para", 0x00030000, 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045);
        (string Tag, byte[] Value)[] tags =
        [
            ("desc", Words("sRGB")),
            ("cprt", Words("No copyright, use freely")),
            // Adapted to the light D50 that profiles are connected by, with the matrix that adapts.
            ("wtpt", Numbers("XYZ ", null, 0.9642, 1, 0.8249)),
            ("chad", Numbers("sf32", null, 1.0478112, 0.0228866, -0.0501270, 0.0295424, 0.9904844, -0.0170491, -0.0092345, 0.0150436, 0.7521316)),
            ("rXYZ", Numbers("XYZ ", null, 0.4360747, 0.2225045, 0.0139322)),
            ("gXYZ", Numbers("XYZ ", null, 0.3850649, 0.7168786, 0.0971045)),
            ("bXYZ", Numbers("XYZ ", null, 0.1430804, 0.0606169, 0.7141733)),
            ("rTRC", curve),
            ("gTRC", curve),
            ("bTRC", curve),
        ];
        var offset = 132 + (12 * tags.Length);
        var profile = new byte[offset + tags.Sum(t => t.Value.Length)];
        var span = profile.AsSpan();
        BinaryPrimitives.WriteInt32BigEndian(span, profile.Length);
        BinaryPrimitives.WriteInt32BigEndian(span[8..], 0x04200000);
        Encoding.ASCII.GetBytes("mntrRGB XYZ ", span[12..]);
        // The day of the standard: the profile has no other.
        foreach (var (at, part) in new[] { (24, 1999), (26, 10), (28, 18) }) BinaryPrimitives.WriteInt16BigEndian(span[at..], (short)part);
        Encoding.ASCII.GetBytes("acsp", span[36..]);
        Fixed(0.9642, span[68..]);
        Fixed(1, span[72..]);
        Fixed(0.8249, span[76..]);
        BinaryPrimitives.WriteInt32BigEndian(span[128..], tags.Length);
        for (var i = 0; i < tags.Length; i++)
        {
            var record = span[(132 + (12 * i))..];
            Encoding.ASCII.GetBytes(tags[i].Tag, record);
            BinaryPrimitives.WriteInt32BigEndian(record[4..], offset);
            BinaryPrimitives.WriteInt32BigEndian(record[8..], tags[i].Value.Length);
            tags[i].Value.CopyTo(span[offset..]);
            offset += tags[i].Value.Length;
        }

        return profile;
    }

    private static byte[] Numbers(string type, int? function, params double[] values)
    {
        var at = function is null ? 8 : 12;
        var value = new byte[at + (4 * values.Length)];
        Encoding.ASCII.GetBytes(type, value);
        if (function is { } kind) BinaryPrimitives.WriteInt32BigEndian(value.AsSpan(8), kind);
        for (var i = 0; i < values.Length; i++) Fixed(values[i], value.AsSpan(at + (4 * i)));
        return value;
    }

    private static byte[] Words(string text)
    {
        var value = new byte[28 + (((text.Length * 2) + 3) & ~3)];
        Encoding.ASCII.GetBytes("mluc", value);
        foreach (var (at, number) in new[] { (8, 1), (12, 12), (20, text.Length * 2), (24, 28) }) BinaryPrimitives.WriteInt32BigEndian(value.AsSpan(at), number);
        Encoding.ASCII.GetBytes("enUS", value.AsSpan(16));
        Encoding.BigEndianUnicode.GetBytes(text, value.AsSpan(28));
        return value;
    }

    private static void Fixed(double value, Span<byte> to) => BinaryPrimitives.WriteInt32BigEndian(to, (int)Math.Round(value * 65536));
}
