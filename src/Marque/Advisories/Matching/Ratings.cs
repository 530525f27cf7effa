using Marque.Advisories.Cvss;
using Marque.Advisories.Segments;

namespace Marque.Advisories.Matching;

/// <summary>How severe a vulnerability is: the highest CVSS score stated, of the newest version of CVSS; without vectors the highest word.</summary>
internal static class Ratings
{
    // Records bundle vulnerabilities; so many are asked.
    private const int MostUpstream = 100;

    /// <summary>What is said of the package itself first, then what any record about the vulnerability says, then records about what a distributor's record is about; words last.</summary>
    public static Rating Of(AdvisoryIndex index, AliasGroup group, List<RecordHit> hits)
    {
        var ofPackage = new List<(string Record, Severity Severity)>();
        foreach (var hit in hits) ofPackage.AddRange(hit.Facts.Severities.Select(s => (hit.Id, s)));
        if (Highest(ofPackage) is { } package) return package;
        var ofGroup = group.Rating ??= OfRecords(index, group);
        if (ofGroup.Score is not null) return ofGroup;
        var words = ofPackage.Select(s => (s.Record, s.Severity.Score)).Concat(hits.Select(h => (h.Id, h.Facts.Word)));
        return Worded(words) ?? ofGroup;
    }

    private static Rating OfRecords(AdvisoryIndex index, AliasGroup group)
    {
        var stated = Stated(group.Heads);
        if (Highest(stated) is { } own) return own;
        var upstream = group.Heads.SelectMany(h => h.Upstream).Distinct(StringComparer.Ordinal).Take(MostUpstream).SelectMany(u => index.ById(u)).Select(index.HeadAt).OfType<HeadView>().Where(h => h.Withdrawn == 0).ToList();
        if (Highest(Stated(upstream)) is { } above) return above;
        var words = stated.Select(s => (s.Record, s.Severity.Score)).Concat(group.Heads.Concat(upstream).Select(h => (h.Id, h.Word)));
        if (Worded(words) is { } word) return word;
        // Malicious packages carry no score; nothing worse can be in a product.
        return group.Heads.Find(h => h.Id.StartsWith("MAL-", StringComparison.Ordinal)) is { } malicious ? new(SeverityLevel.Critical, null, $"malicious package ({malicious.Id})") : new(SeverityLevel.Unknown, null, "");
    }

    private static List<(string Record, Severity Severity)> Stated(List<HeadView> heads) => [.. heads.SelectMany(h => h.Severities.Select(s => (h.Id, s)))];

    private static Rating? Highest(List<(string Record, Severity Severity)> stated)
    {
        (CvssVersion Version, decimal Score, Rating Rating)? best = null;
        foreach (var (record, severity) in stated)
        {
            if (!severity.Type.StartsWith("CVSS", StringComparison.Ordinal) || !CvssVector.TryParse(severity.Score, out var vector, out _)) continue;
            if (best is { } sofar && (vector.Version, vector.Score).CompareTo((sofar.Version, sofar.Score)) <= 0) continue;
            best = (vector.Version, vector.Score, new(SeverityLevels.Of(vector.Severity), (double)vector.Score, $"{vector.Text} by {record}"));
        }

        return best?.Rating;
    }

    private static Rating? Worded(IEnumerable<(string Record, string Word)> words)
    {
        Rating? best = null;
        foreach (var (record, word) in words)
        {
            if (SeverityLevels.Parse(word) is { } level && (best is null || level > best.Level)) best = new(level, null, $"'{word}' by {record}");
        }

        return best;
    }
}
