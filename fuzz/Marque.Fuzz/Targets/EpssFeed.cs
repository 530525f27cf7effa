using Marque.Advisories;
using Marque.Advisories.Feeds;

namespace Marque.Fuzz.Targets;

/// <summary>EPSS scores: every one lies from 0 to 1, and every line is told or refused.</summary>
internal static class EpssFeed
{
    public static IEnumerable<string> Seeds => ["#model_version:v2025.03.14,score_date:2026-01-02T12:55:00+0000\ncve,epss,percentile\nCVE-1999-0001,0.01151,0.78142\nCVE-2024-1234567,1,1\n\"CVE-1999-0003\",0,\"0.5\"\r\n"];

    public static void Run(ReadOnlySpan<byte> bytes)
    {
        var (taken, refused) = (0, 0);
        var reading = Epss.Read(new MemoryStream(bytes.ToArray()), s => taken += s is { Score: >= 0 and <= 1, Percentile: >= 0 and <= 1 } ? 1 : throw new InvalidOperationException(s.ToString()), _ => refused++);
        if (reading.Records != taken || reading.Refused != refused) throw new InvalidOperationException($"told {taken} and {refused}, counted {reading}");
    }
}
