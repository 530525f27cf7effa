using System.Text;
using Marque.Components.Reading;
using Marque.Text;
using Marque.Text.Reading;

namespace Marque.Components;

/// <summary>Reads bills of materials: CycloneDX 1.2 to 1.7 as JSON, 1.0 to 1.7 as XML, SPDX 2.0 to 2.3 as JSON and tag-value, SPDX 3.0 as JSON-LD.</summary>
public static class SbomFile
{
    private const int HeadBytes = 4096;

    /// <summary>Reads a file; what it is, is told from its content.</summary>
    /// <param name="content">The content, from its current position, read once and to its end; not closed.</param>
    /// <param name="fileName">Its name, for problems.</param>
    /// <returns>The bill of materials, with what was not understood among its findings; or no value and the problem for which it cannot be read.</returns>
    /// <exception cref="IOException">The stream itself fails.</exception>
    public static Read<Sbom> Read(Stream content, string fileName)
    {
        var (code, text, line, column) = ("", "", 0, 0);
        try
        {
            return new Read<Sbom>(Understood(content, fileName), []);
        }
        catch (Refusal refusal)
        {
            (code, text, line, column) = (refusal.Code, refusal.Message, refusal.Line, refusal.Column);
        }
        catch (DecoderFallbackException)
        {
            (code, text) = ("content.encoding", "bytes that are not of the file's encoding");
        }

        return new Read<Sbom>(null, [new Problem(new Place(fileName, line, column), code, text, "CycloneDX (JSON, XML) and SPDX (JSON, tag-value, JSON-LD) are read; write the file anew with the tool that made it")]);
    }

    private static Sbom Understood(Stream content, string fileName)
    {
        var head = new byte[HeadBytes];
        var length = content.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false);
        var kind = SbomKind.Of(head.AsSpan(0, length));
        var whole = new Prefixed(head.AsMemory(0, length), content);
        return kind switch
        {
            SbomFormat.CycloneDxJson => JsonSbom.Read(whole, fileName),
            SbomFormat.CycloneDxXml => CycloneDxXml.Read(whole, fileName),
            _ => TagValue.Read(whole, fileName),
        };
    }
}
