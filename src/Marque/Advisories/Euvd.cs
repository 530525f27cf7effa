namespace Marque.Advisories;

/// <summary>Records of ENISA's European vulnerability database as its API gives them (https://euvd.enisa.europa.eu/apidoc).</summary>
public static class Euvd
{
    /// <summary>Reads one record, a list of them, or a page of a search (<c>items</c>), and tells each.</summary>
    public static FeedReading Read(Stream content, Action<EuvdRecord> record, Action<RefusedRecord> refused) => new("", null, 0, 0, "not read yet");
}
