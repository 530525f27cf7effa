namespace Marque.Advisories;

/// <summary>FIRST's EPSS scores of a day, CSV (https://www.first.org/epss/data_stats).</summary>
public static class Epss
{
    /// <summary>Reads the scores, unpacked, and tells each.</summary>
    public static FeedReading Read(Stream content, Action<EpssScore> score, Action<RefusedRecord> refused) => new("", null, 0, 0, "not read yet");
}
