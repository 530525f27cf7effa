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
    private char[] current = new char[VersionOrder.MaxLength], decisive = new char[VersionOrder.MaxLength];

    /// <summary>Why the last judgement was <see cref="Judgement.Unknown"/>.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Judges a version by a range of versions.</summary>
    public Judgement Versions(in RangeView range, VersionScheme scheme, ReadOnlySpan<char> version)
    {
        if (!VersionOrder.TryCompare(scheme, version, version, out _)) return Unknown(scheme == VersionScheme.Unknown ? "nobody defines an order of the versions of this ecosystem" : "the version does not compare: it is none of its ecosystem");
        if (Limits(range, scheme, version) is var within && within != Judgement.Yes) return within;
        // Events sorted, each that holds sets the state: so the last in order that holds decides. Found without sorting; of equals the later stated.
        var state = Judgement.No;
        var length = -1;
        var events = range.Events;
        for (var left = range.Count; left > 0; left--)
        {
            var kind = (RangeEventKind)events.Byte();
            var text = events.Text();
            if (kind == RangeEventKind.Limit) continue;
            if (kind == RangeEventKind.Introduced && text.SequenceEqual("0"u8))
            {
                // Before every version: whatever else holds comes after it.
                if (length < 0) state = Judgement.Yes;
                continue;
            }

            if (!TryText(text, out var at) || !VersionOrder.TryCompare(scheme, version, at, out var order)) return NotComparable(text);
            if (kind == RangeEventKind.LastAffected ? order <= 0 : order < 0) continue;
            if (length >= 0 && (!VersionOrder.TryCompare(scheme, at, decisive.AsSpan(0, length), out var later) || later < 0)) continue;
            state = kind == RangeEventKind.Introduced ? Judgement.Yes : Judgement.No;
            length = at.Length;
            (current, decisive) = (decisive, current);
        }

        return state;
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
            if (kind == RangeEventKind.Introduced && text.SequenceEqual("0"u8)) fromStart = true;
            else if (kind != RangeEventKind.Introduced) others |= kind != RangeEventKind.Limit || !text.SequenceEqual("*"u8);
            if (commit.IsEmpty || !text.SequenceEqual(commit)) continue;
            if (kind is RangeEventKind.Fixed or RangeEventKind.Limit) return Judgement.No;
            named = Judgement.Yes;
        }

        if (named == Judgement.Yes || (fromStart && !others)) return Judgement.Yes;
        return Unknown("a range of commits, which cannot be judged without the history of the repository");
    }

    /// <summary>Whether a version equals one of those listed, in the ecosystem's order.</summary>
    public bool Equal(in VersionsView versions, VersionScheme scheme, ReadOnlySpan<char> version)
    {
        if (!VersionOrder.TryCompare(scheme, version, version, out _)) return false;
        var texts = versions.Texts;
        for (var left = versions.Count; left > 0 && !texts.Failed; left--)
        {
            if (TryText(texts.Text(), out var at) && VersionOrder.TryCompare(scheme, version, at, out var order) && order == 0) return true;
        }

        return false;
    }

    private Judgement Limits(in RangeView range, VersionScheme scheme, ReadOnlySpan<char> version)
    {
        var any = false;
        ReadOnlySpan<byte> unread = default;
        var events = range.Events;
        for (var left = range.Count; left > 0; left--)
        {
            var kind = (RangeEventKind)events.Byte();
            var text = events.Text();
            if (kind != RangeEventKind.Limit) continue;
            any = true;
            if (text.SequenceEqual("*"u8)) return Judgement.Yes;
            if (!TryText(text, out var at) || !VersionOrder.TryCompare(scheme, version, at, out var order)) unread = text;
            else if (order < 0) return Judgement.Yes;
        }

        if (!any) return Judgement.Yes;
        return unread.IsEmpty ? Judgement.No : NotComparable(unread);
    }

    private bool TryText(ReadOnlySpan<byte> utf8, out ReadOnlySpan<char> text)
    {
        text = default;
        if (utf8.Length > VersionOrder.MaxLength) return false;
        text = current.AsSpan(0, Encoding.UTF8.GetChars(utf8, current));
        return true;
    }

    private Judgement NotComparable(ReadOnlySpan<byte> text) => Unknown($"the version does not compare with {OsvToken.Quoted(text)} of the record");

    private Judgement Unknown(string reason)
    {
        Reason = reason;
        return Judgement.Unknown;
    }
}
