using System.Text.Json;
using Marque.Text;
using Marque.Text.Reading;
using NodaTime;
using NodaTime.Text;

namespace Marque.Advisories.Feeds;

/// <summary>What every reader of a feed does alike: counts, tells refusals, and turns what ends the reading into words.</summary>
internal sealed class FeedScan(Action<RefusedRecord> refused)
{
    /// <summary>How many records were taken.</summary>
    public long Records { get; set; }

    /// <summary>How many were refused.</summary>
    public long Refusals { get; private set; }

    /// <summary>The version the feed states.</summary>
    public string Version { get; set; } = "";

    /// <summary>The state it shows.</summary>
    public Instant? AsOf { get; set; }

    /// <summary>Runs a reader over the content; what it cannot go on after is the problem of the reading.</summary>
    public FeedReading Run(Stream content, Action<Stream> read)
    {
        try
        {
            read(new Inflow(content));
            return Reading("");
        }
        catch (Refusal end)
        {
            return Reading(end.Line > 0 ? $"line {end.Line}: {end.Message}" : end.Message);
        }
        catch (JsonException end)
        {
            return Reading($"line {(end.LineNumber ?? 0) + 1}: not well-formed JSON, or nested too deep");
        }
    }

    /// <summary>Tells a record that is not taken.</summary>
    public void Refuse(string id, string reason)
    {
        Refusals++;
        refused(new(id, reason));
    }

    /// <summary>An instant as RFC 3339 writes it; null when it is none.</summary>
    public static Instant? Moment(string? text) => text is not null && InstantPattern.ExtendedIso.Parse(text) is { Success: true } utc ? utc.Value
        : text is not null && OffsetDateTimePattern.Rfc3339.Parse(text) is { Success: true } offset ? offset.Value.ToInstant()
        : null;

    /// <summary>A day, <c>2026-01-02</c>; null when it is none.</summary>
    public static LocalDate? Day(string? text) => text is not null && LocalDatePattern.Iso.Parse(text) is { Success: true } day ? day.Value : null;

    /// <summary>Whether a text is a CVE id, <c>CVE-2024-12345</c>: four digits, then four to nineteen.</summary>
    public static bool IsCve(ReadOnlySpan<char> id) =>
        id.Length is >= 13 and <= 28 && id.StartsWith("CVE-") && id[8] == '-' && id[4..8].IndexOfAnyExceptInRange('0', '9') < 0 && id[9..].IndexOfAnyExceptInRange('0', '9') < 0;

    private FeedReading Reading(string problem) => new(Version, AsOf, Records, Refusals, problem);

    /// <summary>A stream whose faults are refusals: a packed feed that is cut off or damaged shows only while it is read.</summary>
    private sealed class Inflow(Stream inner) : ForwardStream
    {
        public override int Read(Span<byte> buffer)
        {
            try
            {
                return inner.Read(buffer);
            }
            catch (Exception fault) when (fault is IOException or InvalidDataException)
            {
                throw new Refusal("feed.content", "the content ends early or is damaged: " + fault.Message);
            }
        }
    }
}
