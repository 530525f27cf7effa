using System.Text;
using Marque.Advisories.Segments;
using Marque.Versions;

namespace Marque.Advisories.Matching;

/// <summary>An affected package of a record that hit something, with what findings tell of it: made once, shared by all findings.</summary>
internal sealed class AffectedFacts
{
    // So many events of a range of commits are told.
    private const int MostEvents = 8;

    private readonly (RangeType Type, RangeEvent[] Events)[] ranges;
    private Dictionary<Interval, Finding>? single;
    private (Interval Where, Hit Hit)? told;
    private readonly string package;

    public AffectedFacts(HeadView head, string source, AliasGroup group, ReadOnlySpan<byte> payload, bool repository)
    {
        (Head, Source, Group) = (head, source, group);
        var view = new AffectedView(payload);
        package = repository ? "" : $"{Encoding.UTF8.GetString(view.Ecosystem)} {Encoding.UTF8.GetString(view.Name)}";
        Scheme = repository ? VersionScheme.Unknown : Ecosystem.Parse(Encoding.UTF8.GetString(view.Ecosystem)).Scheme;
        ranges = new (RangeType, RangeEvent[])[view.RangeCount];
        List<string>? fixes = null;
        for (var at = 0; at < ranges.Length; at++)
        {
            var range = view.Range();
            ranges[at] = (range.Type, Events(range));
            if ((range.Type == RangeType.Git) != repository) continue;
            foreach (var change in ranges[at].Events)
            {
                if (change.Kind == RangeEventKind.Fixed) (fixes ??= []).Add(change.Version);
            }
        }

        view.Versions();
        (_, Severities, Word, LastKnown) = view.Rest();
        Fixed = fixes is null ? [] : fixes.Count == 1 ? [fixes[0]] : [.. fixes.Distinct(StringComparer.Ordinal)];
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

    /// <summary>How it hit: by a part of a range, or by a version listed.</summary>
    public Hit HitBy(Interval where, string version, string repository)
    {
        if (where.Range < 0 || repository.Length > 0) return Told(where.Range < 0 ? $"version {version} is listed" : Words(where)) with { Package = repository.Length > 0 ? $"GIT {repository}" : package };
        if (told is not { } last || last.Where != where) told = last = (where, Told(Words(where)));
        return last.Hit;
    }

    /// <summary>How it hit, in words.</summary>
    public Hit HitAs(string because) => new(Source, Head.Id, package, because);

    /// <summary>The finding of this alone by that part of a range; null as long as none was made.</summary>
    public Finding? Single(Interval where) => single?.GetValueOrDefault(where);

    /// <summary>Keeps the finding of this alone by that part of a range.</summary>
    public void Keep(Interval where, Finding finding)
    {
        if (where.Range >= 0) (single ??= [])[where] = finding;
    }

    private Hit Told(string because) => new(Source, Head.Id, package, LastKnown.Length == 0 ? because : $"{because}; last known affected: {LastKnown}");

    private string Words(Interval where)
    {
        var (type, events) = ranges[where.Range];
        var kind = type switch { RangeType.SemVer => "SEMVER", RangeType.Git => "GIT", _ => "ECOSYSTEM" };
        List<RangeEvent> shown = where.Start < 0 && where.End < 0 ? [.. events.Take(MostEvents)] : [];
        if (where.Start >= 0) shown.Add(events[where.Start]);
        if (where.End >= 0) shown.Add(events[where.End]);
        var more = where.Start < 0 && where.End < 0 && events.Length > MostEvents ? $", and {events.Length - MostEvents} more events" : "";
        return shown.Count == 0 ? kind : $"{kind}: {string.Join(", ", shown)}{more}";
    }

    private static RangeEvent[] Events(in RangeView range)
    {
        var read = new RangeEvent[range.Count];
        var events = range.Events;
        for (var at = 0; at < read.Length; at++) read[at] = new((RangeEventKind)events.Byte(), events.String());
        return read;
    }
}

/// <summary>The part of a range that hit.</summary>
/// <param name="Range">The number of the range; below 0: a version listed hit.</param>
/// <param name="Start">The number of the event that it begins with; below 0: the whole range is meant.</param>
/// <param name="End">The number of the event that ends it; below 0: nothing does.</param>
internal readonly record struct Interval(int Range, int Start, int End)
{
    /// <summary>A version listed.</summary>
    public static Interval Listed => new(-1, -1, -1);
}

/// <summary>An affected package that hits a component.</summary>
/// <param name="Facts">It.</param>
/// <param name="Where">The part of a range that hit, or a version listed.</param>
/// <param name="Target">What was looked up.</param>
/// <param name="Binary">For a binary package that was found by a list: how, in words; else empty.</param>
/// <param name="BinaryFix">The version that fixes that binary package; empty: those of its source do.</param>
internal readonly record struct RecordHit(AffectedFacts Facts, Interval Where, PackageTarget Target, string Binary = "", string BinaryFix = "")
{
    /// <summary>Whether every component that is hit by this range is hit in the same way.</summary>
    public bool IsPlain => !Target.IsRepository && Binary.Length == 0;

    /// <summary>What fixes it.</summary>
    public IReadOnlyList<string> Fixed => BinaryFix.Length > 0 ? [BinaryFix] : Facts.Fixed;

    /// <summary>The record's id.</summary>
    public string Id => Facts.Head.Id;

    /// <summary>How it hit.</summary>
    public Hit Told => Binary.Length == 0 ? Facts.HitBy(Where, Target.Version, Target.IsRepository ? Target.Name : "") : Facts.HitAs(BinaryFix.Length > 0 ? Binary : $"{Facts.HitBy(Where, Target.Version, "").Because}; {Binary}");
}
