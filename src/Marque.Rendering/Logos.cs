using Marque.Documents.Blocks;
using Marque.Rendering.Pdf.Images;
using Marque.Rendering.Pdf.Objects;

namespace Marque.Rendering;

/// <summary>Whether a picture can stand in every form of a document.</summary>
public static class Logos
{
    /// <summary>Reads the whole picture, as the most exacting form does.</summary>
    /// <param name="logo">The picture.</param>
    /// <returns>Null when it can be used; else why not, in words.</returns>
    public static string? WhyNot(Logo logo)
    {
        try
        {
            using var file = new ObjectFile();
            Picture.Put(file, logo);
            return null;
        }
        catch (ArgumentException fault) when (fault.InnerException is { } inner)
        {
            return inner.Message;
        }
    }
}
