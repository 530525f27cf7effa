using System.Text;
using Marque.Advisories.Segments;
using Marque.Versions;

namespace Marque.Advisories.Matching;

/// <summary>Whether a version is affected.</summary>
internal enum Judgement
{
    /// <summary>It is not.</summary>
    No,

    /// <summary>It is.</summary>
    Yes,

    /// <summary>It cannot be told.</summary>
    Unknown,
}

/// <summary>Judges versions by ranges (OSV schema, "Evaluation"). Holds buffers: one for each thread.</summary>
internal sealed class RangeJudge
{
    private readonly char[] one = new char[VersionOrder.MaxLength], other = new char[VersionOrder.MaxLength];

    /// <summary>Why the last judgement was <see cref="Judgement.Unknown"/>.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Judges a version by a range of versions.</summary>
    public Judgement Versions(in RangeView range, VersionScheme scheme, ReadOnlySpan<byte> version)
    {
        var plain = PlainVersion.Orders(scheme);
        if (!TryCompare(plain, scheme, version, version, out _)) return Unknown(scheme == VersionScheme.Unknown ? "nobody defines an order of the versions of this ecosystem" : "the version does not compare: it is none of its ecosystem");
        // Events sorted, each that holds sets the state: so the last in order that holds decides. Found without sorting; of equals the later stated.
        var state = Judgement.No;
        ReadOnlySpan<byte> decisive = default, unread = default;
        var (limited, within) = (false, false);
        var events = range.Events;
        for (var left = range.Count; left > 0; left--)
        {
            var kind = (RangeEventKind)events.Byte();
            var text = events.Text();
            if (kind == RangeEventKind.Introduced && text is [(byte)'0'])
            {
                // Before every version: whatever else holds comes after it.
                if (decisive.IsEmpty) state = Judgement.Yes;
                continue;
            }

            var comparable = TryCompare(plain, scheme, version, text, out var order);
            if (kind == RangeEventKind.Limit)
            {
                limited = true;
                if (text is [(byte)'*'] || (comparable && order < 0)) within = true;
                else if (!comparable) unread = text;
                continue;
            }

            if (!comparable) return NotComparable(text);
            if (kind == RangeEventKind.LastAffected ? order <= 0 : order < 0) continue;
            if (!decisive.IsEmpty && (!TryCompare(plain, scheme, text, decisive, out var later) || later < 0)) continue;
            state = kind == RangeEventKind.Introduced ? Judgement.Yes : Judgement.No;
            decisive = text;
        }

        if (!limited || within || state == Judgement.No) return state;
        return unread.IsEmpty ? Judgement.No : NotComparable(unread);
    }

    /// <summary>The part of a range that a version is in: from the event that decided to the nearest that ends it.</summary>
    /// <param name="at">The number of the range in its record.</param>
    /// <param name="range">The range, in which the version is.</param>
    /// <param name="scheme">The order of its versions.</param>
    /// <param name="version">The version.</param>
    public Interval Around(int at, in RangeView range, VersionScheme scheme, ReadOnlySpan<byte> version)
    {
        var plain = PlainVersion.Orders(scheme);
        var (start, end, limit) = (-1, -1, -1);
        ReadOnlySpan<byte> begins = default, ends = default, limits = default;
        var events = range.Events;
        for (var number = 0; number < range.Count; number++)
        {
            var kind = (RangeEventKind)events.Byte();
            var text = events.Text();
            if (kind == RangeEventKind.Introduced && text is [(byte)'0'])
            {
                if (start < 0) start = number;
                continue;
            }

            if (!TryCompare(plain, scheme, version, text, out var order)) continue;
            switch (kind)
            {
                case RangeEventKind.Introduced when order >= 0:
                    if (!begins.IsEmpty && (!TryCompare(plain, scheme, text, begins, out var later) || later < 0)) break;
                    start = number;
                    begins = text;
                    break;
                case RangeEventKind.Fixed when order < 0:
                case RangeEventKind.LastAffected when order <= 0:
                    if (end >= 0 && (!TryCompare(plain, scheme, text, ends, out var further) || further >= 0)) break;
                    end = number;
                    ends = text;
                    break;
                case RangeEventKind.Limit when order < 0:
                    if (limit >= 0 && (!TryCompare(plain, scheme, text, limits, out var wider) || wider >= 0)) break;
                    limit = number;
                    limits = text;
                    break;
            }
        }

        return new(at, start, end >= 0 ? end : limit);
    }

    /// <summary>Judges a commit by a range of commits: only those the range names can be told, and all when every commit is affected.</summary>
    public Judgement Commits(in RangeView range, ReadOnlySpan<byte> commit)
    {
        var (named, fromStart, others) = (Judgement.Unknown, false, false);
        var events = range.Events;
        for (var left = range.Count; left > 0; left--)
        {
            var kind = (RangeEventKind)events.Byte();
            var text = events.Text();
            if (kind == RangeEventKind.Introduced && text is [(byte)'0']) fromStart = true;
            else if (kind != RangeEventKind.Introduced) others |= kind != RangeEventKind.Limit || text is not [(byte)'*'];
            if (!text.SequenceEqual(commit)) continue;
            if (kind is RangeEventKind.Fixed or RangeEventKind.Limit) return Judgement.No;
            named = Judgement.Yes;
        }

        if (named == Judgement.Yes || (fromStart && !others)) return Judgement.Yes;
        return Unknown("a range of commits, which cannot be judged without the history of the repository");
    }

    /// <summary>Whether a version equals one of those listed, in the ecosystem's order.</summary>
    public bool Equal(in VersionsView versions, VersionScheme scheme, ReadOnlySpan<byte> version)
    {
        var plain = PlainVersion.Orders(scheme);
        if (!TryCompare(plain, scheme, version, version, out _)) return false;
        var texts = versions.Texts;
        for (var left = versions.Count; left > 0 && !texts.Failed; left--)
        {
            if (TryCompare(plain, scheme, version, texts.Text(), out var order) && order == 0) return true;
        }

        return false;
    }

    /// <summary>The order of two versions; false when one of them is none.</summary>
    public bool TryOrder(VersionScheme scheme, ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, out int order) => TryCompare(PlainVersion.Orders(scheme), scheme, a, b, out order);

    /// <summary>Judges a version that is affected below another.</summary>
    public Judgement Below(VersionScheme scheme, ReadOnlySpan<byte> version, ReadOnlySpan<byte> end) =>
        !TryOrder(scheme, version, end, out var order) ? NotComparable(end) : order < 0 ? Judgement.Yes : Judgement.No;

    private bool TryCompare(bool plain, VersionScheme scheme, ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, out int order)
    {
        if (plain && PlainVersion.TryRead(a, out var x) && PlainVersion.TryRead(b, out var y) && x.Count == y.Count)
        {
            order = x.CompareTo(y);
            return true;
        }

        order = 0;
        if (a.Length > VersionOrder.MaxLength || b.Length > VersionOrder.MaxLength) return false;
        return VersionOrder.TryCompare(scheme, one.AsSpan(0, Encoding.UTF8.GetChars(a, one)), other.AsSpan(0, Encoding.UTF8.GetChars(b, other)), out order);
    }

    private Judgement NotComparable(ReadOnlySpan<byte> text) => Unknown($"the version does not compare with {OsvToken.Quoted(text)} of the record");

    private Judgement Unknown(string reason)
    {
        Reason = reason;
        return Judgement.Unknown;
    }
}
