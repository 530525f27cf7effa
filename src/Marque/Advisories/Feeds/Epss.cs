using System.Buffers.Text;
using System.Text;
using Marque.Text.Reading;

namespace Marque.Advisories.Feeds;

/// <summary>FIRST's EPSS scores of a day, CSV (https://www.first.org/epss/data_stats).</summary>
public static class Epss
{
    /// <summary>Reads the scores, unpacked, and tells each. The first line states the model and the day: <c>#model_version:v2025.03.14,score_date:2026-01-02T12:55:00Z</c>.</summary>
    /// <param name="content">The content, from its start to its end.</param>
    /// <param name="score">Takes a score.</param>
    /// <param name="refused">Takes a line that is none, with why.</param>
    public static FeedReading Read(Stream content, Action<EpssScore> score, Action<RefusedRecord> refused)
    {
        var feed = new FeedScan(refused);
        return feed.Run(content, inflow =>
        {
            var csv = new CsvScan(inflow);
            var columns = Header(csv, feed);
            while (csv.Read())
            {
                if (Score(csv, columns, out var read) is { } reason) feed.Refuse(Id(csv, columns.Cve), reason);
                else
                {
                    feed.Records++;
                    score(read);
                }
            }
        });
    }

    private static (int Cve, int Score, int Percentile) Header(CsvScan csv, FeedScan feed)
    {
        while (csv.Read())
        {
            if (csv[0] is [(byte)'#', ..])
            {
                Comment(csv, feed);
                continue;
            }

            (int Cve, int Score, int Percentile) columns = (-1, -1, -1);
            for (var i = 0; i < csv.Count; i++)
            {
                if (csv[i].SequenceEqual("cve"u8)) columns.Cve = i;
                else if (csv[i].SequenceEqual("epss"u8)) columns.Score = i;
                else if (csv[i].SequenceEqual("percentile"u8)) columns.Percentile = i;
            }

            if (columns is { Cve: >= 0, Score: >= 0, Percentile: >= 0 }) return columns;
            break;
        }

        throw new Refusal("epss.header", "no line names the columns cve, epss and percentile", csv.Line);
    }

    private static void Comment(CsvScan csv, FeedScan feed)
    {
        for (var i = 0; i < csv.Count; i++)
        {
            var part = csv.Text(i).TrimStart('#').Trim();
            var colon = part.IndexOf(':');
            if (colon < 0) continue;
            var value = part[(colon + 1)..].Trim();
            if (part.StartsWith("model_version", StringComparison.Ordinal)) feed.Version = value;
            // Seen with zone, with "+0000", and as a day.
            else if (part.StartsWith("score_date", StringComparison.Ordinal)) feed.AsOf = FeedScan.Moment(value.Replace("+0000", "Z", StringComparison.Ordinal)) ?? FeedScan.Day(value)?.AtMidnight().InUtc().ToInstant();
        }
    }

    private static string? Score(CsvScan csv, (int Cve, int Score, int Percentile) columns, out EpssScore score)
    {
        score = default;
        if (csv.Count <= Math.Max(columns.Cve, Math.Max(columns.Score, columns.Percentile))) return $"line {csv.Line} has {csv.Count} fields";
        Span<char> id = stackalloc char[28];
        if (csv[columns.Cve].Length > id.Length || !Ascii.IsValid(csv[columns.Cve])) return $"line {csv.Line} names no CVE";
        var length = Encoding.ASCII.GetChars(csv[columns.Cve], id);
        if (!FeedScan.IsCve(id[..length])) return $"line {csv.Line} names no CVE";
        if (!Part(csv[columns.Score], out var value)) return "the score is no number from 0 to 1";
        if (!Part(csv[columns.Percentile], out var percentile)) return "the percentile is no number from 0 to 1";
        score = new(id[..length].ToString(), value, percentile);
        return null;
    }

    private static bool Part(ReadOnlySpan<byte> text, out double value) => Utf8Parser.TryParse(text, out value, out var used) && used == text.Length && value is >= 0 and <= 1;

    private static string Id(CsvScan csv, int column) => csv.Count > column && csv[column].Length is > 0 and <= 40 ? csv.Text(column) : $"line {csv.Line}";
}
