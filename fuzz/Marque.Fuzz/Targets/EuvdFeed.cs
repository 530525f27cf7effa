using Marque.Advisories;
using Marque.Advisories.Feeds;

namespace Marque.Fuzz.Targets;

/// <summary>Records of the European vulnerability database: single, listed and paged.</summary>
internal static class EuvdFeed
{
    private const string Record = """{"id":"EUVD-2026-1","aliases":"CVE-2026-1\nGHSA-aaaa-bbbb-cccc\n","baseScore":9.8,"baseScoreVector":"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H","datePublished":"Apr 15, 2025, 8:30:58 PM","dateUpdated":"2026-01-02T03:04:05Z","epss":12.5,"exploitedSince":"Jul 6, 2026, 12:00:00 AM","references":"https://example.com\n","enisaIdProduct":[{"id":"x","product":{"name":"p","vendor":{"name":"v"}},"product_version":"1"}],"enisaIdVendor":[{"vendor":{"name":"w"}}]}""";

    public static IEnumerable<string> Seeds => [Record, $"[{Record},{Record}]", $$"""{"items":[{{Record}}],"total":1}"""];

    public static void Run(ReadOnlySpan<byte> bytes)
    {
        var (taken, refused) = (0, 0);
        var reading = Euvd.Read(new MemoryStream(bytes.ToArray()), r => taken += r.Epss is null or (>= 0 and <= 1) ? 1 : throw new InvalidOperationException(r.ToString()), _ => refused++);
        if (reading.Records != taken || reading.Refused != refused) throw new InvalidOperationException($"told {taken} and {refused}, counted {reading}");
    }
}
