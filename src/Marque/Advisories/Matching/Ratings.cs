using Marque.Advisories.Cvss;

namespace Marque.Advisories.Matching;

/// <summary>How severe a vulnerability is: the highest CVSS score stated, of the newest version of CVSS; without vectors the highest word.</summary>
internal static class Ratings
{
    public static Rating Of(AdvisoryIndex index, AliasGroup group, List<RecordHit> hits)
    {
        // What is said of this package first, then by the records that hit, then by others about the same vulnerability, then about what a distributor's record is about.
        var stated = new List<(string Record, Severity Severity)>();
        foreach (var hit in hits) stated.AddRange(hit.Severities.Select(s => (hit.Head.Id, s)));
        if (Highest(stated) is { } ofPackage) return ofPackage;
        foreach (var hit in hits) stated.AddRange(hit.Head.Severities.Select(s => (hit.Head.Id, s)));
        if (Highest(stated) is { } ofRecord) return ofRecord;
        foreach (var head in group.Heads) stated.AddRange(head.Severities.Select(s => (head.Id, s)));
        if (Highest(stated) is { } ofAlias) return ofAlias;
        foreach (var upstream in hits.SelectMany(h => h.Head.Upstream).Distinct(StringComparer.Ordinal).Take(100))
        {
            foreach (var at in index.ById(upstream))
            {
                if (index.HeadAt(at) is { Withdrawn: 0 } head) stated.AddRange(head.Severities.Select(s => (head.Id, s)));
            }
        }

        if (Highest(stated) is { } ofUpstream) return ofUpstream;
        var words = hits.Select(h => (h.Head.Id, h.Word)).Concat(hits.Select(h => (h.Head.Id, h.Head.Word))).Concat(group.Heads.Select(h => (h.Id, h.Word)))
            .Concat(stated.Where(s => !s.Severity.Type.StartsWith("CVSS", StringComparison.Ordinal)).Select(s => (s.Record, s.Severity.Score)));
        var best = words.Select(w => (w.Item1, w.Item2, Level: Level(w.Item2))).Where(w => w.Level != "unknown").OrderByDescending(w => Rank(w.Level)).FirstOrDefault();
        if (best.Level is not null) return new(best.Level, null, $"'{best.Item2}' by {best.Item1}");
        // Malicious packages carry no score; nothing worse can be in a product.
        return hits.Find(h => h.Head.Id.StartsWith("MAL-", StringComparison.Ordinal)) is { } malicious ? new("critical", null, $"malicious package ({malicious.Head.Id})") : new("unknown", null, "");
    }

    /// <summary>Levels in order, for sorting.</summary>
    public static int Rank(string level) => level switch { "critical" => 4, "high" => 3, "medium" => 2, "low" => 1, "none" => 0, _ => -1 };

    private static Rating? Highest(List<(string Record, Severity Severity)> stated)
    {
        (CvssVersion Version, decimal Score, Rating Rating)? best = null;
        foreach (var (record, severity) in stated)
        {
            if (!CvssVector.TryParse(severity.Score, out var vector, out _)) continue;
            if (best is { } sofar && (vector.Version, vector.Score).CompareTo((sofar.Version, sofar.Score)) <= 0) continue;
            best = (vector.Version, vector.Score, new(vector.Severity.ToString().ToLowerInvariant(), (double)vector.Score, $"{vector.Text} by {record}"));
        }

        return best?.Rating;
    }

    // Words of GitHub, Ubuntu, Debian, Red Hat and SUSE.
    private static string Level(string word) => word.ToLowerInvariant() switch
    {
        "critical" => "critical",
        "high" or "important" => "high",
        "medium" or "moderate" => "medium",
        "low" or "negligible" or "unimportant" => "low",
        "none" => "none",
        _ => "unknown",
    };
}
