using System.Globalization;
using System.Text.Json;

namespace Marque.Advisories.Segments;

/// <summary>Reads one OSV record into the bytes a segment holds: a head, and a blob for each affected package. Used again for record after record.</summary>
/// <param name="full">Whether references and related ids are kept too.</param>
internal sealed partial class OsvScan(bool full = false)
{
    /// <summary>The longest id, in bytes.</summary>
    public const int MaxId = 256;

    private const int MaxNotes = 20;
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 64 };

    private readonly BlobWriter id = new(), summary = new(), severities = new(), word = new(), scratch = new(), more = new();
    private readonly TextList aliases = new(), upstream = new(), related = new(), references = new(), notes = new();
    private int severityCount;
    private ulong seen;

    /// <summary>The head of the record just read, as a blob.</summary>
    public BlobWriter Head { get; } = new();

    /// <summary>Its affected packages, as blobs one behind the other.</summary>
    public BlobWriter Affected { get; } = new(4096);

    /// <summary>Where each begins in <see cref="Affected"/>.</summary>
    public List<int> Starts { get; } = [];

    /// <summary>Its id.</summary>
    public ReadOnlySpan<byte> Id => id.Written;

    /// <summary>When it was changed, published and withdrawn, in ticks; 0: not stated.</summary>
    public long Modified { get; private set; }

    /// <inheritdoc cref="Modified"/>
    public long Published { get; private set; }

    /// <inheritdoc cref="Modified"/>
    public long Withdrawn { get; private set; }

    /// <summary>Reads a record.</summary>
    /// <returns>Why it is refused; null when it is not.</returns>
    public string? Read(ReadOnlySpan<byte> json)
    {
        Clear();
        if (json.Length > Osv.MaxRecord) return $"the record is larger than {Osv.MaxRecord / 1024 / 1024} MiB";
        if (json.StartsWith("\uFEFF"u8)) json = json[3..];
        var reader = new Utf8JsonReader(json, Options);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return "the record is not a JSON object";
            if (Root(ref reader) is { } reason) return reason;
            while (reader.Read())
            {
            }
        }
        catch (InvalidOperationException)
        {
            return "a name holds escapes that are no characters";
        }
        catch (JsonException fault)
        {
            return $"not JSON: line {(fault.LineNumber ?? 0) + 1}, byte {(fault.BytePositionInLine ?? 0) + 1}";
        }

        if (id.Length == 0) return "no id";
        if (Modified < 0) return "no time it was modified";
        Close();
        return null;
    }

    private string? Root(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = OsvToken.Field(ref reader);
            if (Twice(field, ref seen)) return $"{Name(field)} is stated twice";
            reader.Read();
            switch (field)
            {
                case OsvField.Id:
                    if (!OsvToken.Text(ref reader, id) || !IsId(id.Written))
                    {
                        id.Cut(Math.Min(id.Length, MaxId));
                        return $"the id {OsvToken.Quoted(id.Written)} is not of the form DB-ENTRY";
                    }

                    break;
                case OsvField.Modified:
                    if (!Time(ref reader, out var modified)) return "the time it was modified is not an RFC 3339 time in UTC";
                    Modified = modified;
                    break;
                case OsvField.Published:
                    if (Time(ref reader, out var published)) Published = published;
                    else Note("published: not an RFC 3339 time in UTC");
                    break;
                case OsvField.Withdrawn:
                    if (reader.TokenType == JsonTokenType.Null) break;
                    if (Time(ref reader, out var withdrawn)) Withdrawn = Math.Max(1, withdrawn);
                    else Note("withdrawn: not an RFC 3339 time in UTC; the record counts as standing");
                    break;
                case OsvField.Aliases:
                    Ids(ref reader, aliases, "aliases");
                    break;
                case OsvField.Upstream:
                    Ids(ref reader, upstream, "upstream");
                    break;
                case OsvField.Related when full:
                    Ids(ref reader, related, "related");
                    break;
                case OsvField.Summary:
                    if (!OsvToken.Text(ref reader, summary)) Note("summary: not a text");
                    break;
                case OsvField.Severity:
                    severityCount += Severities(ref reader, severities, "severity");
                    break;
                case OsvField.DatabaseSpecific:
                    Word(ref reader, word);
                    break;
                case OsvField.References when full:
                    References(ref reader);
                    break;
                case OsvField.Affected:
                    if (reader.TokenType == JsonTokenType.Null) break;
                    if (reader.TokenType != JsonTokenType.StartArray) return "affected is not a list";
                    if (Packages(ref reader) is { } reason) return reason;
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return null;
    }

    /// <summary>Whether a text is an id: a database, a hyphen, an entry, of letters, digits and <c>- _ . : +</c>.</summary>
    public static bool IsId(ReadOnlySpan<byte> text)
    {
        if (text.Length is 0 or > MaxId || text.IndexOf((byte)'-') is var hyphen && (hyphen < 1 || hyphen == text.Length - 1)) return false;
        foreach (var one in text)
        {
            if (!char.IsAsciiLetterOrDigit((char)one) && one is not ((byte)'-' or (byte)'_' or (byte)'.' or (byte)':' or (byte)'+')) return false;
        }

        return true;
    }

    private bool Time(ref Utf8JsonReader reader, out long ticks)
    {
        scratch.Cut();
        ticks = 0;
        return OsvToken.Text(ref reader, scratch) && Timestamp.TryRead(scratch.Written, out ticks);
    }

    private void Ids(ref Utf8JsonReader reader, TextList into, string where)
    {
        if (reader.TokenType == JsonTokenType.Null) return;
        if (!Enter(ref reader, JsonTokenType.StartArray, where)) return;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            scratch.Cut();
            if (OsvToken.Text(ref reader, scratch) && IsName(scratch.Written)) into.Add(scratch.Written);
            else Note($"{where}: an entry is not an id");
        }
    }

    // Aliases are held less strictly than the record's own id: databases name others in their own way.
    private static bool IsName(ReadOnlySpan<byte> text) => text.Length is > 0 and <= MaxId && !text.ContainsAnyInRange((byte)0, (byte)0x20);

    private int Severities(ref Utf8JsonReader reader, BlobWriter into, string where)
    {
        if (reader.TokenType == JsonTokenType.Null || !Enter(ref reader, JsonTokenType.StartArray, where)) return 0;
        var count = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (!Enter(ref reader, JsonTokenType.StartObject, where)) continue;
            count += Pair(ref reader, into, OsvField.Type, OsvField.Score, where) ? 1 : 0;
        }

        return count;
    }

    private void References(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null || !Enter(ref reader, JsonTokenType.StartArray, "references")) return;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (!Enter(ref reader, JsonTokenType.StartObject, "references")) continue;
            if (Pair(ref reader, references.Items, OsvField.Type, OsvField.Url, "references")) references.Count++;
        }
    }

    // Two texts of an object, in this order whatever the order of its fields.
    private bool Pair(ref Utf8JsonReader reader, BlobWriter into, OsvField one, OsvField other, string where)
    {
        var start = into.Length;
        more.Cut();
        bool hasOne = false, hasOther = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = OsvToken.Field(ref reader);
            reader.Read();
            if (field == one && !hasOne) hasOne = OsvToken.Sized(ref reader, into, scratch);
            else if (field == other && !hasOther) hasOther = OsvToken.Sized(ref reader, more, scratch);
            else reader.Skip();
        }

        if (hasOne && hasOther)
        {
            into.Raw(more.Written);
            return true;
        }

        into.Cut(start);
        Note($"{where}: an entry without {Name(one)} or {Name(other)}");
        return false;
    }

    private bool Enter(ref Utf8JsonReader reader, JsonTokenType kind, string where)
    {
        if (reader.TokenType == kind) return true;
        reader.Skip();
        Note($"{where}: not {(kind == JsonTokenType.StartArray ? "a list" : "an object")}");
        return false;
    }

    private void Note(string text)
    {
        if (notes.Count < MaxNotes) notes.Add(text);
        else if (notes.Count == MaxNotes) notes.Add("and more");
    }

    private static bool Twice(OsvField field, ref ulong seen)
    {
        if (field == OsvField.Other) return false;
        var bit = 1ul << (int)field;
        var twice = (seen & bit) != 0;
        seen |= bit;
        return twice;
    }

    private static string Name(OsvField field) => field switch
    {
        OsvField.LastAffected => "last_affected",
        OsvField.DatabaseSpecific => "database_specific",
        OsvField.EcosystemSpecific => "ecosystem_specific",
        _ => field.ToString().ToLower(CultureInfo.InvariantCulture),
    };

    private void Clear()
    {
        foreach (var buffer in (ReadOnlySpan<BlobWriter>)[id, summary, severities, word, Head, Affected, lastKnown]) buffer.Cut();
        foreach (var list in (ReadOnlySpan<TextList>)[aliases, upstream, related, references, notes]) list.Clear();
        Starts.Clear();
        (severityCount, seen, Modified, Published, Withdrawn) = (0, 0, -1, 0, 0);
    }

    private void Close()
    {
        var start = Head.Begin();
        Head.Text(id.Written);
        Head.Number(Published);
        Head.Number(Withdrawn);
        aliases.WriteTo(Head);
        upstream.WriteTo(Head);
        Head.Text(summary.Written);
        Head.Counted(severityCount, severities);
        Head.Text(word.Written);
        notes.WriteTo(Head);
        if (full)
        {
            related.WriteTo(Head);
            references.WriteTo(Head);
        }

        Head.End(start);
    }
}
