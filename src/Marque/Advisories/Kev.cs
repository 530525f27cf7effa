namespace Marque.Advisories;

/// <summary>CISA's catalogue of known exploited vulnerabilities, JSON or CSV (https://www.cisa.gov/known-exploited-vulnerabilities-catalog).</summary>
public static class Kev
{
    /// <summary>Reads the catalogue, JSON or CSV by its first character, and tells each entry.</summary>
    public static FeedReading Read(Stream content, Action<KevEntry> entry, Action<RefusedRecord> refused) => new("", null, 0, 0, "not read yet");
}
