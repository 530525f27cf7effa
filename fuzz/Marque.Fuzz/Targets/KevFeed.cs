using Marque.Advisories;
using Marque.Advisories.Feeds;

namespace Marque.Fuzz.Targets;

/// <summary>The catalogue of known exploited vulnerabilities, JSON and CSV: every record is told or refused, and counted.</summary>
internal static class KevFeed
{
    public static IEnumerable<string> Seeds =>
    [
        """{"title":"t","catalogVersion":"2026.01.02","dateReleased":"2026-01-02T03:04:05.678Z","count":1,"vulnerabilities":[{"cveID":"CVE-2026-0001","vendorProject":"a","product":"b","vulnerabilityName":"c","dateAdded":"2026-01-01","shortDescription":"d","requiredAction":"e","dueDate":"2026-01-22","knownRansomwareCampaignUse":"Known","notes":"n","cwes":["CWE-79","CWE-80"]}]}""",
        "cveID,vendorProject,product,vulnerabilityName,dateAdded,shortDescription,requiredAction,dueDate,knownRansomwareCampaignUse,notes,cwes\r\nCVE-2026-0001,a,\"b \"\"q\"\"\",c,2026-01-01,\"d\nd\",e,2026-01-22,Unknown,,\"CWE-79, CWE-80\"\r\n",
    ];

    public static void Run(ReadOnlySpan<byte> bytes)
    {
        var (taken, refused) = (0, 0);
        var reading = Kev.Read(new MemoryStream(bytes.ToArray()), _ => taken++, r => refused += r.Reason.Length > 0 ? 1 : throw new InvalidOperationException("refused without a reason"));
        if (reading.Records != taken || reading.Refused != refused) throw new InvalidOperationException($"told {taken} and {refused}, counted {reading}");
    }
}
