using System.Text.Json;
using Marque.Advisories.Feeds;

namespace Marque.Outside.Feeds;

/// <summary>Tells from the first bytes of a document which feed it belongs to.</summary>
internal static class FeedDetection
{
    /// <summary>So many bytes tell, but for a document that begins with a longer text than these.</summary>
    public const int Head = 64 * 1024;

    private const int Deepest = 256;

    /// <summary>The kind; null: none that is known.</summary>
    /// <param name="head">The first bytes, at most <see cref="Head"/> are looked at.</param>
    public static FeedKind? Of(ReadOnlySpan<byte> head)
    {
        if (head.Length > Head) head = head[..Head];
        if (head.StartsWith("\uFEFF"u8)) head = head[3..];
        head = head.TrimStart(" \t\r\n"u8);
        if (head.StartsWith("{"u8) || head.StartsWith("["u8)) return OfJson(head);
        var end = head.IndexOf((byte)'\n');
        var line = (end < 0 ? head : head[..end]).TrimEnd((byte)'\r');
        if (line.StartsWith("#model_version:"u8) || line.SequenceEqual("cve,epss,percentile"u8)) return FeedKind.Epss;
        // Columns may be quoted.
        return line.TrimStart((byte)'"').StartsWith("cveID"u8) ? FeedKind.Kev : null;
    }

    /// <summary>Whether several JSON values stand in it, one a line.</summary>
    public static bool IsLines(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("\uFEFF"u8)) head = head[3..];
        if (!head.StartsWith("{"u8)) return false;
        try
        {
            var reader = new Utf8JsonReader(head, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = Deepest, AllowMultipleValues = true }));
            if (!reader.Read() || !reader.TrySkip()) return false;
            // Pretty-printed values, one behind the other, are no lines.
            if (head[..(int)reader.BytesConsumed].Contains((byte)'\n')) return false;
            return reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static FeedKind? OfJson(ReadOnlySpan<byte> head)
    {
        var (name, hasId, hasModified, hasOsv) = ("", false, false, false);
        try
        {
            var reader = new Utf8JsonReader(head, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = Deepest, AllowMultipleValues = true }));
            while (reader.Read())
            {
                if (reader.CurrentDepth == 0 && reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray) break;
                if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    var at = reader.ValueSpan;
                    if ((at.SequenceEqual("cveID"u8) && name == "vulnerabilities" && reader.CurrentDepth == 3) || (reader.CurrentDepth == 1 && at.SequenceEqual("catalogVersion"u8))) return FeedKind.Kev;
                    if (at.SequenceEqual("csaf_version"u8) && name == "document") return FeedKind.Csaf;
                    if (at.SequenceEqual("enisaUuid"u8) || at.SequenceEqual("enisaIdProduct"u8) || at.SequenceEqual("enisaIdVendor"u8)) return FeedKind.Euvd;
                    if (reader.CurrentDepth != 1) continue;
                    name = at.Length < 32 ? System.Text.Encoding.UTF8.GetString(at) : "";
                    hasId |= name == "id";
                    hasModified |= name == "modified";
                    hasOsv |= name is "schema_version" or "affected";
                }
                else if (reader.TokenType == JsonTokenType.String && reader.CurrentDepth is 1 or 2 or 3)
                {
                    var text = reader.ValueSpan;
                    if (name == "@context" && text.StartsWith("https://openvex.dev/ns"u8)) return FeedKind.OpenVex;
                    if ((name is "id" or "items") && text.StartsWith("EUVD-"u8)) return FeedKind.Euvd;
                }
            }
        }
        catch (JsonException)
        {
            // What stands before the fault still tells what the document means to be.
        }

        // Only id and modified are required of a record; a longer text may hide one of them.
        return hasId && (hasModified || hasOsv) ? FeedKind.Osv : hasOsv && hasModified ? FeedKind.Osv : null;
    }
}
