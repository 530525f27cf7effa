using System.Text;
using Marque.Advisories.Segments;
using Marque.Components;
using Marque.Versions;

namespace Marque.Advisories.Matching;

/// <summary>Matches components one after the other. Holds buffers: one for each thread.</summary>
internal sealed class Matcher(AdvisoryIndex index)
{
    private readonly RangeJudge judge = new();
    private readonly BlobWriter name = new(), version = new();
    private readonly List<Candidate> candidates = [];
    private readonly List<RecordHit> hits = [];
    private readonly List<NotJudged> notJudged = [], withdrawn = [];
    private readonly Folding folding = new(index);
    private readonly Dictionary<string, byte[]> ecosystems = new(StringComparer.Ordinal);

    /// <summary>Matches one component.</summary>
    public ComponentMatch Match(Purl purl)
    {
        var targets = PackageTargets.Of(purl, out var reason);
        if (targets.Length == 0) return new(purl, "", reason, [], [], []);
        hits.Clear();
        notJudged.Clear();
        withdrawn.Clear();
        var package = "";
        for (var at = 0; at < targets.Length; at++)
        {
            var target = targets[at];
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
            foreach (var candidate in candidates) Judge(candidate, target);
        }

        if (hits.Count + notJudged.Count + withdrawn.Count == 0) return new(purl, package, reason, [], [], []);
        return new(purl, package, reason, hits.Count == 0 ? [] : folding.Fold(hits), [.. notJudged], [.. withdrawn]);
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

    private void Judge(Candidate candidate, PackageTarget target)
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

            var verdict = Affected(payload, target, out var because, out var fixes);
            if (verdict == Judgement.No) continue;
            var entry = segment.Record(record);
            if (verdict == Judgement.Unknown)
            {
                if (!entry.Flags.HasFlag(RecordFlags.Withdrawn)) Tell(notJudged, candidate, record, because);
            }
            else if (entry.Flags.HasFlag(RecordFlags.Withdrawn)) Tell(withdrawn, candidate, record, because);
            else if (segment.Head(entry) is not { } head) Tell(notJudged, candidate, record, "the record is damaged");
            else if (index.Counts(candidate.Segment, record, Encoding.UTF8.GetBytes(head.Id))) hits.Add(new(head, segment.Source(entry), $"{target.Ecosystem}{(candidate.Release.Length == 0 ? "" : ":")}{candidate.Release} {target.Name}", because, fixes, target, payload));
        }
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

    // OSV schema, "Evaluation": one of the versions listed, or in one of the ranges.
    private Judgement Affected(ReadOnlySpan<byte> payload, PackageTarget target, out string because, out List<string>? fixes)
    {
        (because, fixes) = ("", null);
        var view = new AffectedView(payload);
        var scheme = target.IsRepository ? VersionScheme.Unknown : Ecosystem.Parse(Encoding.UTF8.GetString(view.Ecosystem)).Scheme;
        var (unknown, ordered) = (view.NoteCount > 0 ? "part of the record is not understood" : "", false);
        string? hit = null;
        var commits = 0;
        for (var left = view.RangeCount; left > 0; left--)
        {
            var range = view.Range();
            var git = range.Type == RangeType.Git;
            if (git) commits++;
            if (git != target.IsRepository) continue;
            ordered |= !git;
            var verdict = git ? judge.Commits(range, version.Written) : judge.Versions(range, Scheme(range.Type, scheme), target.Version);
            if (verdict == Judgement.Unknown) unknown = judge.Reason;
            if (verdict != Judgement.Yes) continue;
            hit ??= Events(range);
            Fixes(range, ref fixes);
        }

        var versions = view.Versions();
        if (view.Failed) return Judgement.Unknown;
        if (hit is null && versions.Count > 0)
        {
            if (versions.Contains(version.Written) || (target.IsRepository && Tag(versions, version.Written))) hit = $"version {target.Version} is listed";
            else if (!ordered && !target.IsRepository && judge.Equal(versions, scheme, target.Version)) hit = $"a version equal to {target.Version} is listed";
            else if (!ordered && commits > 0 && unknown.Length > 0 && target.IsRepository && !Commit(version.Written)) unknown = "";
        }

        if (hit is not null)
        {
            because = hit;
            return Judgement.Yes;
        }

        if (unknown.Length == 0 && !ordered && versions.Count == 0) unknown = commits > 0 ? "only ranges of commits are stated, which cannot be judged for a version" : "the record states no versions";
        because = unknown;
        return unknown.Length == 0 ? Judgement.No : Judgement.Unknown;
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

    private static void Fixes(in RangeView range, ref List<string>? fixes)
    {
        var events = range.Events;
        for (var left = range.Count; left > 0; left--)
        {
            var kind = (RangeEventKind)events.Byte();
            var text = events.Text();
            if (kind == RangeEventKind.Fixed) (fixes ??= []).Add(Encoding.UTF8.GetString(text));
        }
    }

    private readonly record struct Candidate(int Segment, int Key, string Release);
}
