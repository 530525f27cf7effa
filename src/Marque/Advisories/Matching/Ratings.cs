using Marque.Advisories.Cvss;
using Marque.Advisories.Segments;

namespace Marque.Advisories.Matching;

/// <summary>How severe a vulnerability is: the highest CVSS score stated, of the newest version of CVSS; without vectors the highest word.</summary>
internal static class Ratings
{
    // Records bundle vulnerabilities; so many are asked.
    private const int MostUpstream = 100;

    /// <summary>What is said of the package itself first, then what any record about the vulnerability says, then records about what a distributor's record is about; words last.</summary>
    public static Rating Of(AdvisoryIndex index, Vectors vectors, AliasGroup group, List<RecordHit> hits)
    {
        var ofPackage = new Highest(vectors);
        foreach (var hit in hits) ofPackage.Add(hit.Id, hit.Facts.Severities);
        if (ofPackage.Rating is { } package) return package;
        var ofGroup = group.Rating ??= OfRecords(index, vectors, group);
        if (ofGroup.Score is not null) return ofGroup;
        var words = hits.SelectMany(h => h.Facts.Severities.Select(s => (h.Id, s.Score))).Concat(hits.Select(h => (h.Id, h.Facts.Word)));
        return Worded(words) ?? ofGroup;
    }

    private static Rating OfRecords(AdvisoryIndex index, Vectors vectors, AliasGroup group)
    {
        var own = new Highest(vectors);
        foreach (var head in group.Heads) own.Add(head.Id, head.Severities);
        if (own.Rating is { } rating) return rating;
        var upstream = group.Heads.SelectMany(h => h.Upstream).Distinct(StringComparer.Ordinal).Take(MostUpstream).SelectMany(u => index.ById(u)).Select(index.HeadAt).OfType<HeadView>().Where(h => h.Withdrawn == 0).ToList();
        var above = new Highest(vectors);
        foreach (var head in upstream) above.Add(head.Id, head.Severities);
        if (above.Rating is { } higher) return higher;
        var words = group.Heads.SelectMany(h => h.Severities.Select(s => (h.Id, s.Score))).Concat(group.Heads.Concat(upstream).Select(h => (h.Id, h.Word)));
        if (Worded(words) is { } word) return word;
        // Malicious packages carry no score; nothing worse can be in a product.
        return group.Heads.Find(h => h.Id.StartsWith("MAL-", StringComparison.Ordinal)) is { } malicious ? new(SeverityLevel.Critical, null, $"malicious package ({malicious.Id})") : new(SeverityLevel.Unknown, null, "");
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

    // The highest vector of the newest version of CVSS; of equals the first.
    private struct Highest(Vectors vectors)
    {
        private CvssVector? best;
        private string record = "";

        public readonly Rating? Rating => best is null ? null : new(SeverityLevels.Of(best.Severity), (double)best.Score, $"{best.Text} by {record}") { Vector = best };

        public void Add(string of, Severity[] severities)
        {
            foreach (var severity in severities)
            {
                if (!severity.Type.StartsWith("CVSS", StringComparison.Ordinal) || vectors.Of(severity.Score) is not { } vector) continue;
                if (best is not null && (vector.Version, vector.Score).CompareTo((best.Version, best.Score)) <= 0) continue;
                (best, record) = (vector, of);
            }
        }
    }
}
