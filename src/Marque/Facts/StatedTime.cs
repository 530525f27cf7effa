using System.Text;
using System.Text.Json;
using Marque.Text.Reading;
using NodaTime;
using NodaTime.Text;

namespace Marque.Facts;

/// <summary>When an artefact says it was made: the end of a test run or scan, the time of a bill of materials, of a commit.</summary>
/// <param name="At">The instant; null: the artefact says a time without its zone.</param>
/// <param name="Local">The time without zone; null: the instant is known.</param>
public sealed record StatedTime(Instant? At, LocalDateTime? Local)
{
    // A number beyond this is in milliseconds: as seconds it would lie three thousand years ahead.
    private const long LargestSeconds = 100_000_000_000;

    // As many as any report nests to what is looked for here.
    private const int Levels = 8;

    /// <summary>The latest time that the content names; null: none, or its kind has no place for one.</summary>
    /// <param name="content">The content, from its current position.</param>
    /// <param name="kind">Its kind, of which it was found to be.</param>
    public static StatedTime? Read(Stream content, FactKind kind)
    {
        try
        {
            return kind switch
            {
                FactKind.JUnit => Xml(content, static x => x.Is("testsuite"u8) || x.Is("testsuites"u8) ? x.Attribute("timestamp"u8) : null),
                FactKind.Trx => Xml(content, static x => x.Is("Times"u8) ? x.Attribute("finish"u8) ?? x.Attribute("start"u8) : null),
                FactKind.NUnit => Xml(content, static x => x.Is("test-run"u8) ? x.Attribute("end-time"u8) ?? x.Attribute("start-time"u8) : x.Is("test-results"u8) ? Joined(x, "date"u8, "time"u8) : null),
                FactKind.XUnit => Xml(content, static x => x.Is("assembly"u8) ? x.Attribute("finish-rtf"u8) ?? Joined(x, "run-date"u8, "run-time"u8) : null),
                FactKind.Cobertura => Xml(content, static x => x.Is("coverage"u8) ? x.Attribute("timestamp"u8) : null),
                FactKind.Sarif => Json(content, static (names, depth, name) => depth == 5 && names[1] == "runs" && names[3] == "invocations" && name is "endTimeUtc" or "startTimeUtc"),
                FactKind.CycloneDx => Json(content, static (names, depth, name) => depth == 2 && names[1] == "metadata" && name == "timestamp"),
                FactKind.Spdx => Json(content, static (names, depth, name) => name == "created" && ((depth == 2 && names[1] == "creationInfo") || (depth == 3 && names[1] == "@graph"))),
                FactKind.GitCommit => Git(content, "committer"),
                FactKind.GitTag => Git(content, "tagger"),
                _ => null,
            };
        }
        catch (Exception e) when (e is Refusal or JsonException or DecoderFallbackException)
        {
            // What cannot be read is told by the content check.
            return null;
        }
    }

    private static StatedTime? Xml(Stream content, Func<XmlScan, string?> time)
    {
        var xml = new XmlScan(content);
        StatedTime? latest = null;
        for (var node = xml.Read(); node != XmlNode.None; node = xml.Read())
        {
            if (node == XmlNode.Start) latest = Later(latest, Parse(time(xml)));
        }

        return latest;
    }

    private static string? Joined(XmlScan xml, ReadOnlySpan<byte> date, ReadOnlySpan<byte> time) => xml.Attribute(date) is { } d && xml.Attribute(time) is { } t ? $"{d}T{t}" : null;

    private static StatedTime? Json(Stream content, Func<string[], int, string, bool> isTime)
    {
        var json = new JsonScan(content);
        var names = new string[Levels];
        StatedTime? latest = null;
        while (json.Read())
        {
            if (json.Token != JsonTokenType.PropertyName || json.Depth >= Levels) continue;
            var depth = json.Depth;
            var name = json.CurrentText();
            names[depth] = name;
            if (isTime(names, depth, name)) latest = Later(latest, Parse(json.Text()));
        }

        return latest;
    }

    private static StatedTime? Git(Stream content, string header)
    {
        var value = GitObject.Read(Whole.Bytes(content, GitObjects.MaxBytes), header == "tagger").Header(header);
        // "Name <mail> SECONDS OFFSET" (gitformat-commit: the seconds are UTC).
        return value?.Split(' ') is [.., var seconds, _] && long.TryParse(seconds, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var at) && at < LargestSeconds ? new StatedTime(Instant.FromUnixTimeSeconds(at), null) : null;
    }

    private static StatedTime? Later(StatedTime? a, StatedTime? b)
    {
        if (a is null || b is null) return a ?? b;
        // One time without zone makes the whole run one without: they cannot be compared.
        if (a.Local is { } x) return b.Local is { } y && y > x ? b : a;
        return b.Local is not null || b.At > a.At ? b : a;
    }

    private static StatedTime? Parse(string? text)
    {
        if (text is null) return null;
        text = text.Trim();
        if (long.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)) return new StatedTime(Instant.FromUnixTimeSeconds(Math.Min(number > LargestSeconds ? number / 1000 : number, LargestSeconds)), null);
        if (text.Length > 10 && text[10] == ' ') text = $"{text[..10]}T{text[11..].TrimStart()}";
        if (OffsetDateTimePattern.Rfc3339.Parse(text) is { Success: true, Value: var zoned }) return new StatedTime(ToTheSecond(zoned.ToInstant()), null);
        return LocalDateTimePattern.ExtendedIso.Parse(text) is { Success: true, Value: var local } ? new StatedTime(null, local.With(TimeAdjusters.TruncateToSecond)) : null;
    }

    private static Instant ToTheSecond(Instant at) => Instant.FromUnixTimeSeconds(at.ToUnixTimeSeconds());
}
