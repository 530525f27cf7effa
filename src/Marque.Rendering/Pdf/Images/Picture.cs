using ICSharpCode.SharpZipLib;
using Marque.Documents.Blocks;
using Marque.Rendering.Pdf.Objects;

namespace Marque.Rendering.Pdf.Images;

/// <summary>A picture as ISO 32000-1, 8.9 describes it.</summary>
internal static class Picture
{
    /// <summary>Puts a picture, and tells its number.</summary>
    /// <param name="file">The file.</param>
    /// <param name="logo">The picture.</param>
    /// <exception cref="ArgumentException">It cannot be read.</exception>
    public static int Put(ObjectFile file, Logo logo)
    {
        try
        {
            return logo.MediaType switch
            {
                "image/png" => Put(file, Png.Read(logo.Bytes.Span)),
                "image/jpeg" => PutJpeg(file, logo.Bytes.Span),
                _ => throw new InvalidDataException($"{logo.MediaType} is neither PNG nor JPEG"),
            };
        }
        catch (Exception fault) when (fault is InvalidDataException or SharpZipBaseException or ArgumentOutOfRangeException or IndexOutOfRangeException)
        {
            throw new ArgumentException($"The logo cannot be read: {fault.Message}", nameof(logo), fault);
        }
    }

    private static int Put(ObjectFile file, Png png)
    {
        var size = $"/Type /XObject /Subtype /Image /Width {Syntax.Number(png.Width)} /Height {Syntax.Number(png.Height)} /BitsPerComponent 8";
        var mask = png.Alpha is { } alpha ? $" /SMask {Syntax.Ref(file.PutStream($"{size} /ColorSpace /DeviceGray", alpha))}" : "";
        return file.PutStream($"{size} /ColorSpace /DeviceRGB{mask}", png.Colours);
    }

    // As it is: readers of PDF decode it (7.4.8).
    private static int PutJpeg(ObjectFile file, ReadOnlySpan<byte> bytes)
    {
        var (width, height, components) = Jpeg.Measure(bytes);
        // Inks have no place in a file whose colours are sRGB.
        var space = components switch { 1 => "/DeviceGray", 3 => "/DeviceRGB", _ => throw new InvalidDataException("a JPEG in inks; save it in RGB") };
        var number = file.Reserve();
        file.PutRaw(number, $"/Type /XObject /Subtype /Image /Width {Syntax.Number(width)} /Height {Syntax.Number(height)} /BitsPerComponent 8 /ColorSpace {space} /Filter /DCTDecode", bytes);
        return number;
    }
}
