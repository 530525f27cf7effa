using System.Text;
using Marque.Advisories.Segments;
using Marque.Versions;

namespace Marque.Advisories.Matching;

/// <summary>An affected package of a record that hit something, with what findings tell of it: made once, shared by all findings.</summary>
internal sealed class AffectedFacts
{
    private readonly Hit?[] byRange;
    private readonly Finding?[] single;
    private readonly string package;

    public AffectedFacts(HeadView head, string source, AliasGroup group, ReadOnlySpan<byte> payload, bool repository)
    {
        (Head, Source, Group) = (head, source, group);
        var view = new AffectedView(payload);
        package = repository ? "" : $"{Encoding.UTF8.GetString(view.Ecosystem)} {Encoding.UTF8.GetString(view.Name)}";
        Scheme = repository ? VersionScheme.Unknown : Ecosystem.Parse(Encoding.UTF8.GetString(view.Ecosystem)).Scheme;
        byRange = new Hit?[view.RangeCount];
        single = new Finding?[view.RangeCount];
        var texts = new string[view.RangeCount];
        var fixes = new List<string>();
        for (var at = 0; at < texts.Length; at++)
        {
            var range = view.Range();
            texts[at] = Events(range);
            if ((range.Type == RangeType.Git) == repository) Fixes(range, fixes);
        }

        view.Versions();
        (_, Severities, Word, LastKnown) = view.Rest();
        Fixed = [.. fixes.Distinct(StringComparer.Ordinal)];
        for (var at = 0; at < texts.Length; at++) byRange[at] = Told(texts[at]);
    }

    public HeadView Head { get; }

    public string Source { get; }

    /// <summary>All ids and records of the vulnerability.</summary>
    public AliasGroup Group { get; }

    public VersionScheme Scheme { get; }

    /// <summary>Versions, or commits, that fix it, as stated.</summary>
    public string[] Fixed { get; }

    /// <summary>Severities of the package alone.</summary>
    public Severity[] Severities { get; }

    /// <summary>The ecosystem's or database's word on the package; empty when there is none.</summary>
    public string Word { get; }

    /// <summary>The database's last known affected range, which no event states; empty when there is none.</summary>
    public string LastKnown { get; }

    /// <summary>How it hit: by the range of that number, or by a version listed.</summary>
    public Hit HitBy(int range, string version, string repository) =>
        range >= 0 && repository.Length == 0 ? byRange[range]! : Told(range >= 0 ? byRange[range]!.Because : $"version {version} is listed") with { Package = repository.Length > 0 ? $"GIT {repository}" : package };

    /// <summary>The finding of this alone by that range, but for the order of fixed versions; null as long as none was made.</summary>
    public Finding? Single(int range) => range < 0 ? null : single[range];

    /// <summary>Keeps the finding of this alone by that range.</summary>
    public void Keep(int range, Finding finding)
    {
        if (range >= 0) single[range] = finding;
    }

    private Hit Told(string because) => new(Source, Head.Id, package, LastKnown.Length == 0 ? because : $"{because}; last known affected: {LastKnown}");

    private static string Events(in RangeView range)
    {
        var text = new StringBuilder(range.Type switch { RangeType.SemVer => "SEMVER", RangeType.Git => "GIT", _ => "ECOSYSTEM" });
        var events = range.Events;
        for (var at = 0; at < range.Count; at++)
        {
            if (at == 8)
            {
                text.Append(", and ").Append(range.Count - at).Append(" more events");
                break;
            }

            text.Append(at == 0 ? ": " : ", ").Append(new RangeEvent((RangeEventKind)events.Byte(), events.String()).ToString());
        }

        return text.ToString();
    }

    private static void Fixes(in RangeView range, List<string> fixes)
    {
        var events = range.Events;
        for (var left = range.Count; left > 0; left--)
        {
            var kind = (RangeEventKind)events.Byte();
            var text = events.Text();
            if (kind == RangeEventKind.Fixed) fixes.Add(Encoding.UTF8.GetString(text));
        }
    }
}

/// <summary>An affected package that hits a component.</summary>
/// <param name="Facts">It.</param>
/// <param name="Range">The number of the range that hit; below 0: a version listed.</param>
/// <param name="Target">What was looked up.</param>
internal readonly record struct RecordHit(AffectedFacts Facts, int Range, PackageTarget Target)
{
    /// <summary>The record's id.</summary>
    public string Id => Facts.Head.Id;

    /// <summary>How it hit.</summary>
    public Hit Told => Facts.HitBy(Range, Target.Version, Target.IsRepository ? Target.Name : "");
}
