using Marque.Text.Reading;

namespace Marque.Advisories.Feeds;

/// <summary>CISA's catalogue of known exploited vulnerabilities, JSON or CSV (https://www.cisa.gov/known-exploited-vulnerabilities-catalog).</summary>
public static class Kev
{
    /// <summary>Reads the catalogue, JSON or CSV by its first character, and tells each entry. The CSV states neither version nor date.</summary>
    /// <param name="content">The content, from its start to its end.</param>
    /// <param name="entry">Takes an entry.</param>
    /// <param name="refused">Takes an entry that is none, with why.</param>
    public static FeedReading Read(Stream content, Action<KevEntry> entry, Action<RefusedRecord> refused)
    {
        var feed = new FeedScan(refused);
        return feed.Run(content, inflow =>
        {
            var head = new byte[64];
            var length = inflow.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
            var all = new Prefixed(head.AsMemory(0, length), inflow);
            var text = head.AsSpan(0, length);
            if (text.StartsWith("\uFEFF"u8)) text = text[3..];
            if (text.TrimStart(" \t\r\n"u8) is [(byte)'{', ..] or [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) KevJson.Read(all, feed, entry);
            else KevCsv.Read(all, feed, entry);
        });
    }

    /// <summary>Makes an entry of its texts; which is wrong, in words, or null.</summary>
    internal static string? Check(KevFields fields, out KevEntry? entry)
    {
        entry = null;
        if (fields.Cve is null || !FeedScan.IsCve(fields.Cve)) return "the cveID is no CVE";
        if (FeedScan.Day(fields.Added) is not { } added) return "dateAdded is no day";
        if (!string.IsNullOrEmpty(fields.Due) && FeedScan.Day(fields.Due) is null) return "dueDate is no day";
        if (fields.Ransomware is not (null or "" or "Known" or "Unknown")) return "knownRansomwareCampaignUse is neither Known nor Unknown";
        entry = new(fields.Cve, fields.Vendor ?? "", fields.Product ?? "", fields.Name ?? "", added, FeedScan.Day(fields.Due), fields.Ransomware == "Known", fields.Action ?? "", fields.Description ?? "", fields.Notes ?? "", [.. fields.Cwes]);
        return null;
    }
}

/// <summary>The texts of an entry, before they are looked at.</summary>
internal sealed class KevFields
{
    /// <summary>The fields that are texts, as the JSON and the columns of the CSV are called.</summary>
    public static readonly string[] Names = ["cveID", "vendorProject", "product", "vulnerabilityName", "dateAdded", "shortDescription", "requiredAction", "dueDate", "knownRansomwareCampaignUse", "notes"];

    private readonly string?[] texts = new string?[Names.Length];

    public string? this[int field]
    {
        get => texts[field];
        set => texts[field] = value;
    }

    public string? Cve => texts[0];

    public string? Vendor => texts[1];

    public string? Product => texts[2];

    public string? Name => texts[3];

    public string? Added => texts[4];

    public string? Description => texts[5];

    public string? Action => texts[6];

    public string? Due => texts[7];

    public string? Ransomware => texts[8];

    public string? Notes => texts[9];

    public List<string> Cwes { get; } = [];
}
