using System.Buffers;
using System.Text;
using System.Text.Json;
using Marque.Text.Reading;

namespace Marque.Facts;

/// <summary>Reads an artefact and says whether its content supports what it is registered for.</summary>
public static class ContentCheck
{
    /// <summary>How many first bytes decide about the kind.</summary>
    public const int HeadBytes = 64 * 1024;

    /// <summary>Checks a content. The stream is read once and always to its end, so a stream that hashes what passes through has then seen every byte; memory does not grow with it, except for the bounded whole-file kinds (PDF, DOCX, threat models, attestations, git objects).</summary>
    /// <param name="content">The content, from its current position; not closed.</param>
    /// <param name="kind">The kind it is registered as; null to detect it.</param>
    /// <param name="expect">What is expected beyond the kind's own.</param>
    /// <param name="fileName">The file's name, which only helps to tell Markdown from text when the kind is detected.</param>
    /// <returns>The check; a content that is wrong in whatever way is an outcome, never an exception.</returns>
    /// <exception cref="IOException">The stream itself fails.</exception>
    public static Check Run(Stream content, FactKind? kind, Expectation expect, string? fileName = null)
    {
        // A case has hundreds of facts, most of them small: their buffers are used again.
        var head = ArrayPool<byte>.Shared.Rent(HeadBytes);
        try
        {
            return Run(content, kind, expect, fileName, head);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(head);
        }
    }

    private static Check Run(Stream content, FactKind? kind, Expectation expect, string? fileName, byte[] head)
    {
        var length = content.ReadAtLeast(head.AsSpan(0, HeadBytes), HeadBytes, throwOnEndOfStream: false);
        if (length == 0) return Nothing(kind ?? FactKind.Text, Outcome.Vacuous, "content.empty", "the file is empty");
        var known = kind ?? KindDetection.Detect(head.AsSpan(0, length), fileName);
        var check = known is { } found
            ? Unchecked.Add(Read(new Prefixed(head.AsMemory(0, length), content), found, expect), expect)
            : Nothing(FactKind.Text, Outcome.Unreadable, "content.unknown-kind", $"the content is of none of the known kinds ({string.Join(", ", FactKinds.All)})");
        while (content.Read(head) > 0)
        {
        }

        return check;
    }

    private static Check Read(Stream content, FactKind kind, Expectation expect)
    {
        try
        {
            return kind switch
            {
                FactKind.JUnit => JUnit.Run(content, expect),
                FactKind.Trx => Trx.Run(content, expect),
                FactKind.XUnit => XUnit.Run(content, expect),
                FactKind.NUnit => NUnit.Run(content, expect),
                FactKind.Sarif => Sarif.Run(content, expect),
                FactKind.Cobertura => Cobertura.Run(content, expect),
                FactKind.CycloneDx => CycloneDx.Run(content, expect),
                FactKind.Spdx => Spdx.Run(content, expect),
                FactKind.ThreatDragon => ThreatDragon.Run(content, expect),
                FactKind.Threagile => Threagile.Run(content, expect),
                FactKind.Pytm => Pytm.Run(content, expect),
                FactKind.Pdf => Pdf.Run(content, expect),
                FactKind.Docx => Docx.Run(content, expect),
                FactKind.Attestation => Attestations.Run(content, expect),
                FactKind.GitCommit or FactKind.GitTag => GitObjects.Run(content, kind, expect),
                FactKind.WebPage => WebPage.Run(content, expect),
                _ => PlainText.Run(content, kind, expect),
            };
        }
        catch (Refusal refusal)
        {
            return Nothing(kind, Outcome.Unreadable, refusal.Code, refusal.Message, refusal.Line);
        }
        catch (JsonException bad)
        {
            return Nothing(kind, Outcome.Unreadable, "json.syntax", $"not well-formed JSON, or nested more than {JsonScan.MaxDepth} levels deep", (int)Math.Min(int.MaxValue, (bad.LineNumber ?? 0) + 1));
        }
        catch (DecoderFallbackException)
        {
            return Nothing(kind, Outcome.Unreadable, "content.encoding", "bytes that are not of the file's encoding");
        }
    }

    private static Check Nothing(FactKind kind, Outcome outcome, string code, string text, int line = 0)
    {
        var weighing = new Weighing();
        if (outcome == Outcome.Vacuous) weighing.Vacuous(code, text, line);
        else weighing.Unreadable(code, text, line);
        return weighing.Done(kind);
    }
}
