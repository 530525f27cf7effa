using System.Text.Json;

namespace Marque.Advisories.Segments;

/// <summary>Reads one range of an OSV record.</summary>
internal sealed class RangeScan
{
    private readonly BlobWriter type = new(16), repository = new(64), events = new(256), scratch = new();
    private int count;
    private bool introduced;

    /// <summary>Reads a range; the reader stands on its opening brace.</summary>
    /// <returns>Why it is not applied; null when it is, and then it is written.</returns>
    public string? Read(ref Utf8JsonReader reader, BlobWriter into)
    {
        type.Cut();
        repository.Cut();
        events.Cut();
        (count, introduced) = (0, false);
        string? fault = null;
        var stated = 0ul;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = OsvToken.Field(ref reader);
            var bit = 1ul << (int)field;
            if (field != OsvField.Other && (stated & bit) != 0) fault ??= "a field is stated twice";
            stated |= bit;
            reader.Read();
            if (field == OsvField.Type) OsvToken.Text(ref reader, type);
            else if (field == OsvField.Repo) OsvToken.Text(ref reader, repository);
            else if (field == OsvField.Events && reader.TokenType == JsonTokenType.StartArray) fault = Events(ref reader) ?? fault;
            else reader.Skip();
        }

        RangeType? kind = type.Written.SequenceEqual("SEMVER"u8) ? RangeType.SemVer : type.Written.SequenceEqual("ECOSYSTEM"u8) ? RangeType.Ecosystem : type.Written.SequenceEqual("GIT"u8) ? RangeType.Git : null;
        if (fault is not null) return fault;
        if (kind is null) return $"its type {OsvToken.Quoted(type.Written)} is not known";
        if (!introduced) return "no event says where it begins";
        into.Byte((byte)kind);
        into.Text(repository.Written);
        into.Counted(count, events);
        return null;
    }

    private string? Events(ref Utf8JsonReader reader)
    {
        string? fault = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
                fault = "an event is not an object";
                continue;
            }

            var before = count;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var kind = OsvToken.Field(ref reader) switch
                {
                    OsvField.Introduced => RangeEventKind.Introduced,
                    OsvField.Fixed => RangeEventKind.Fixed,
                    OsvField.LastAffected => RangeEventKind.LastAffected,
                    OsvField.Limit => RangeEventKind.Limit,
                    _ => (RangeEventKind?)null,
                };
                reader.Read();
                if (kind is null) reader.Skip();
                else if (!Event(ref reader, kind.Value)) fault = "the version of an event is not a text";
            }

            // OSV schema, affected[].ranges[].events: each event states one thing.
            if (count != before + 1) fault ??= count == before ? "an event says nothing that is known" : "an event states several things";
        }

        return fault;
    }

    private bool Event(ref Utf8JsonReader reader, RangeEventKind kind)
    {
        // Nothing stated beside what is: some databases write all fields of an event and leave those empty that do not apply.
        if (reader.TokenType == JsonTokenType.Null || (reader.TokenType == JsonTokenType.String && reader.ValueSpan.IsEmpty)) return true;
        var start = events.Length;
        events.Byte((byte)kind);
        if (!OsvToken.Sized(ref reader, events, scratch))
        {
            events.Cut(start);
            return false;
        }

        count++;
        introduced |= kind == RangeEventKind.Introduced;
        return true;
    }
}
