using System.Text;
using Marque.Advisories.Segments;
using Marque.Components;
using Marque.Components.Purls;
using Marque.Versions;

namespace Marque.Advisories.Matching;

/// <summary>Matches components one after the other. Holds buffers: one for each thread.</summary>
internal sealed class Matcher(AdvisoryIndex index)
{
    private readonly RangeJudge judge = new();
    private readonly Vectors vectors = new();
    private readonly BlobWriter name = new(), version = new(), schemed = new(), binary = new();
    private VersionScheme scheme;
    private readonly List<Candidate> candidates = [];
    private readonly List<RecordHit> hits = [];
    private readonly List<NotJudged> notJudged = [], withdrawn = [];
    private readonly Dictionary<string, AliasGroup> groups = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Segment, uint Affected, bool Repository), AffectedFacts?> met = [];
    private readonly Dictionary<string, byte[]> ecosystems = new(StringComparer.Ordinal);

    /// <summary>Matches one component.</summary>
    /// <param name="purl">It.</param>
    /// <param name="instead">The version to judge instead of its own; empty: its own.</param>
    public ComponentMatch Match(Purl purl, string instead = "") =>
        PackageTargets.Of(purl, out var reason) is { Length: > 0 } targets ? Match(purl, targets, instead) : new(purl, "", reason, [], [], []);

    /// <summary>Matches one component by its packages, of which there is at least one.</summary>
    public ComponentMatch Match(Purl purl, PackageTarget[] targets, string instead = "")
    {
        var reason = "";
        hits.Clear();
        notJudged.Clear();
        withdrawn.Clear();
        var package = "";
        for (var at = 0; at < targets.Length; at++)
        {
            var target = instead.Length == 0 ? targets[at] : targets[at] with { Version = instead };
            // A package inside a Go module belongs to the longest path that is known.
            if (at > 0 && target.Ecosystem == "Go" && candidates.Count > 0) break;
            if (target.Version.Length == 0)
            {
                reason = "no version";
                if (package.Length == 0) package = $"{target.Ecosystem} {target.Name}";
                continue;
            }

            Find(target);
            if (package.Length == 0 || candidates.Count > 0) package = $"{target.Ecosystem} {target.Name}";
            if (Released(target) is { Length: > 0 } unreleased) reason = unreleased;
            foreach (var candidate in candidates) Judge(candidate, target, null);
            if (target.Binary.Length > 0) Listed(target, ref package, ref reason);
        }

        if (hits.Count + notJudged.Count + withdrawn.Count == 0) return new(purl, package, reason, [], [], []);
        return new(purl, package, reason, hits.Count == 0 ? [] : Folding.Fold(index, vectors, hits), [.. notJudged], [.. withdrawn]);
    }

    // Advisories name the source package, the component is one of its binary ones: which, records list.
    private void Listed(PackageTarget target, ref string package, ref string reason)
    {
        var (found, sources) = (candidates.Count > 0, BinarySource.Of(index, target, name.Written, number => notJudged.Add(new("", "", $"segment {number} is damaged where {target.Ecosystem} {target.Name} may stand"))));
        foreach (var source in sources)
        {
            if (source.Name == target.Name) continue;
            var of = target with { Name = source.Name };
            Find(of);
            if (!found && candidates.Count > 0) (found, package) = (true, $"{of.Ecosystem} {of.Name}");
            if (Released(of) is { Length: > 0 } unreleased) reason = unreleased;
            foreach (var candidate in candidates) Judge(candidate, of, source);
        }
    }

    private void Find(PackageTarget target)
    {
        candidates.Clear();
        if (!ecosystems.TryGetValue(target.Ecosystem, out var ecosystem)) ecosystems.Add(target.Ecosystem, ecosystem = Encoding.UTF8.GetBytes(target.Ecosystem));
        name.Cut();
        version.Cut();
        var text = version.Take(Encoding.UTF8.GetMaxByteCount(target.Name.Length));
        var length = Encoding.UTF8.GetBytes(target.Name, text);
        PackageName.Write(ecosystem, text[..length], name);
        version.Cut();
        version.Cut(Encoding.UTF8.GetBytes(target.Version, version.Take(Encoding.UTF8.GetMaxByteCount(target.Version.Length))));
        var hash = Layout.KeyHash(ecosystem, name.Written);
        for (var number = 0; number < index.SegmentCount; number++)
        {
            var segment = index.SegmentAt(number);
            for (var key = segment.FirstKey(hash, ecosystem, name.Written); key < segment.KeyCount && segment.Key(key).Hash == hash; key++)
            {
                if (!segment.TryKeyName(key, out var inIt, out var release, out var named)) notJudged.Add(new("", "", $"segment {number} is damaged where {target.Ecosystem} {target.Name} may stand"));
                else if (named.SequenceEqual(name.Written) && inIt.SequenceEqual(ecosystem)) candidates.Add(new(number, key, release.IsEmpty ? "" : Encoding.UTF8.GetString(release)));
                else break;
            }
        }
    }

    // Keeps what is said for the component's release, or for any; without a release, what is said where only one is spoken of.
    private string? Released(PackageTarget target)
    {
        var of = candidates.FindIndex(c => c.Release.Length > 0);
        if (of < 0) return null;
        if (target.Release.Length > 0)
        {
            candidates.RemoveAll(c => c.Release.Length > 0 && !Releases.Match(target.Ecosystem, target.Release, Encoding.UTF8.GetBytes(c.Release)));
            return null;
        }

        var one = candidates[of].Release;
        var several = candidates.Where(c => c.Release.Length > 0).Select(c => c.Release).Distinct(StringComparer.Ordinal).Count();
        if (several == 1) return null;
        candidates.RemoveAll(c => c.Release.Length > 0);
        var what = new Ecosystem(target.Ecosystem, one).Name is "Maven" or "Packagist" or "VSCode" ? "the package repository" : $"the release of {target.Ecosystem}";
        return candidates.Count > 0 && what.StartsWith("the package", StringComparison.Ordinal) ? null : $"{what} is not stated, and advisories speak of {several}";
    }

    private void Judge(Candidate candidate, PackageTarget target, BinarySource? source)
    {
        var segment = index.SegmentAt(candidate.Segment);
        var (_, _, first, count) = segment.Key(candidate.Key);
        for (var number = first; number < first + count; number++)
        {
            var (record, offset) = segment.Posting(number);
            if (!BlobReader.TryOpen(segment.Part(Layout.Affected), offset, out var payload))
            {
                Tell(notJudged, candidate, record, "the record is damaged");
                continue;
            }

            var (how, fix) = ("", "");
            var verdict = target.Binary.Length == 0 ? Affected(payload, target, out var where, out var because) : Binary(segment, payload, target, source, out where, out because, out how, out fix);
            if (verdict == Judgement.No) continue;
            if (segment.Record(record).Flags.HasFlag(RecordFlags.Withdrawn))
            {
                if (verdict == Judgement.Yes) Tell(withdrawn, candidate, record, "it was withdrawn");
            }
            else if (verdict == Judgement.Unknown) Tell(notJudged, candidate, record, because);
            else if (Met(candidate.Segment, record, offset, payload, target.IsRepository, out var damaged) is { } facts) hits.Add(new(facts, where, target, how, fix));
            else if (damaged) Tell(notJudged, candidate, record, "the record is damaged");
        }
    }

    // What hit once hits many versions: the record and its aliases are read the first time.
    private AffectedFacts? Met(int number, int record, uint offset, ReadOnlySpan<byte> payload, bool repository, out bool damaged)
    {
        damaged = false;
        if (met.TryGetValue((number, offset, repository), out var facts)) return facts;
        var segment = index.SegmentAt(number);
        var entry = segment.Record(record);
        if (segment.Head(entry) is not { } head)
        {
            damaged = true;
            return null;
        }

        if (index.Counts(number, record, Encoding.UTF8.GetBytes(head.Id)))
        {
            if (!groups.TryGetValue(head.Id, out var group) && (group = Full(head)) is null)
            {
                group = AliasGroup.Of(index, new(number, record), head);
                foreach (var id in group.Ids) groups.TryAdd(id, group);
            }

            facts = new(head, segment.Source(entry), group, payload, repository);
        }

        met.Add((number, offset, repository), facts);
        return facts;
    }

    // A record beyond the bound of its group belongs to it all the same: were each to gather as many ids anew, a feed could make that last.
    private AliasGroup? Full(HeadView head)
    {
        foreach (var alias in head.Aliases)
        {
            if (groups.TryGetValue(alias, out var group) && group.IsFull) return group;
        }

        return null;
    }

    private void Tell(List<NotJudged> list, Candidate candidate, int record, string reason)
    {
        var segment = index.SegmentAt(candidate.Segment);
        var entry = segment.Record(record);
        if (!segment.TryHead(entry, out var head))
        {
            list.Add(new(segment.Source(entry), "", reason));
            return;
        }

        var id = new BlobReader(head).Text();
        if (index.Counts(candidate.Segment, record, id)) list.Add(new(segment.Source(entry), Encoding.UTF8.GetString(id), reason));
    }

    // A binary package: by the range of its source where it has its versions, by its own fix where the record lists that.
    private Judgement Binary(Segment segment, ReadOnlySpan<byte> payload, in PackageTarget target, BinarySource? source, out Interval where, out string because, out string how, out string fix)
    {
        (where, because, how, fix) = (Interval.Listed, "", "", "");
        var view = new AffectedView(payload);
        if (view.Binaries.IsEmpty && source is null) return Affected(payload, target, out where, out because);
        ReadOnlySpan<byte> list = default;
        if (!view.Binaries.IsEmpty && !segment.TryList(view.Binaries, out list))
        {
            because = "the record's list of binary packages is damaged";
            return Judgement.Unknown;
        }

        var order = SchemeOf(view.Ecosystem);
        binary.Cut();
        binary.Cut(Encoding.UTF8.GetBytes(target.Binary, binary.Take(Encoding.UTF8.GetMaxByteCount(target.Binary.Length))));
        var entry = BinaryEntry.Of(payload, list, binary.Written, order, judge);
        var listed = entry.Standing != BinaryStanding.NotListed;
        if (entry.Standing == BinaryStanding.FixedByItself && entry.FromStart)
        {
            fix = Encoding.UTF8.GetString(entry.Fixed);
            how = $"binary package {target.Binary} below {fix}, by the record's list of binary packages";
            var verdict = judge.Below(order, version.Written, entry.Fixed);
            if (verdict == Judgement.Unknown) because = judge.Reason;
            return verdict;
        }

        // SUSE lists the binary packages of an update in a product: not of this source alone, so another record's list tells nothing of this one.
        if (!listed && source is not null && target.Ecosystem is "SUSE" or "openSUSE") return Judgement.No;
        if (source is not null) how = $"{target.Binary} is a binary package of {target.Name}, by {(listed ? "the record's list" : "the list of another record")}";
        if (entry.Standing == BinaryStanding.OfSource || (!listed && (source is null || source.Value.IsSame))) return Affected(payload, target, out where, out because);
        if (entry.Always) return Affected(payload, target, out where, out because);
        because = $"the binary package {target.Binary} has versions of its own, and the record does not say which are affected";
        return Judgement.Unknown;
    }

    // OSV schema, "Evaluation": one of the versions listed, or in one of the ranges.
    private Judgement Affected(ReadOnlySpan<byte> payload, in PackageTarget target, out Interval where, out string because)
    {
        (where, because) = (Interval.Listed, "");
        var view = new AffectedView(payload);
        var order = target.IsRepository ? VersionScheme.Unknown : SchemeOf(view.Ecosystem);
        var (ordered, commits) = (false, false);
        for (var at = 0; at < view.RangeCount; at++)
        {
            var range = view.Range();
            var git = range.Type == RangeType.Git;
            commits |= git;
            if (git != target.IsRepository) continue;
            ordered |= !git;
            var inRange = git ? order : Scheme(range.Type, order);
            var verdict = git ? judge.Commits(range, version.Written) : judge.Versions(range, inRange, version.Written);
            if (verdict == Judgement.Unknown) because = judge.Reason;
            if (verdict != Judgement.Yes) continue;
            where = git ? new(at, -1, -1) : judge.Around(at, range, inRange, version.Written);
            return Judgement.Yes;
        }

        var versions = view.Versions();
        if (view.Failed) because = "the record is damaged";
        else if (versions.Count > 0)
        {
            if (versions.Contains(version.Written) || (target.IsRepository ? Tag(versions, version.Written) : !ordered && judge.Equal(versions, order, version.Written))) return Judgement.Yes;
            // Beside a range of commits the tags in it are listed, where anything is.
            if (target.IsRepository && !Commit(version.Written)) because = "";
        }
        else if (!ordered && because.Length == 0) because = commits ? "only ranges of commits are stated, which cannot be judged for a version" : "the record states no versions";

        if (view.NoteCount > 0) because = $"part of the record is not understood: {new BlobReader(view.Notes).String()}";
        return because.Length == 0 ? Judgement.No : Judgement.Unknown;
    }

    // Records repeat their ecosystem; most are the one before.
    private VersionScheme SchemeOf(ReadOnlySpan<byte> ecosystem)
    {
        if (!ecosystem.SequenceEqual(schemed.Written))
        {
            schemed.Cut();
            schemed.Raw(ecosystem);
            scheme = Ecosystem.Parse(Encoding.UTF8.GetString(ecosystem)).Scheme;
        }

        return scheme;
    }

    private static VersionScheme Scheme(RangeType type, VersionScheme scheme) =>
        type == RangeType.SemVer && scheme is not (VersionScheme.SemVer or VersionScheme.Go or VersionScheme.SemVerWithBuild) ? VersionScheme.SemVer : scheme;

    // Tags are listed with or without a leading v.
    private static bool Tag(VersionsView versions, ReadOnlySpan<byte> version)
    {
        if (version is [(byte)'v', .. var bare]) return versions.Contains(bare);
        Span<byte> tag = stackalloc byte[128];
        if (version.Length >= tag.Length) return false;
        tag[0] = (byte)'v';
        version.CopyTo(tag[1..]);
        return versions.Contains(tag[..(version.Length + 1)]);
    }

    private static bool Commit(ReadOnlySpan<byte> version) => version.Length is 40 or 64 && !version.ContainsAnyExcept("0123456789abcdef"u8);

    private readonly record struct Candidate(int Segment, int Key, string Release);
}
