using Marque.Advisories.Segments;
using Marque.Versions;

namespace Marque.Advisories.Matching;

/// <summary>What a record's list says of a binary package.</summary>
internal enum BinaryStanding
{
    /// <summary>It is not listed.</summary>
    NotListed,

    /// <summary>It is listed, with the versions of its source package: the ranges of that hold for it.</summary>
    OfSource,

    /// <summary>It is listed with a version of its own, in which it is fixed.</summary>
    FixedByItself,

    /// <summary>It is listed with a version of its own, and no fix is stated.</summary>
    OfItself,
}

/// <summary>How the list of binary packages of an affected source package concerns one of them.</summary>
/// <param name="standing">What the list says.</param>
/// <param name="fixed">With <see cref="BinaryStanding.FixedByItself"/>: the version that fixes it, the highest where there are several.</param>
/// <param name="fromStart">Whether every range begins before all versions.</param>
/// <param name="always">Whether one range is of all versions.</param>
internal readonly ref struct BinaryEntry(BinaryStanding standing, ReadOnlySpan<byte> @fixed, bool fromStart, bool always)
{
    public BinaryStanding Standing { get; } = standing;

    public ReadOnlySpan<byte> Fixed { get; } = @fixed;

    public bool FromStart { get; } = fromStart;

    public bool Always { get; } = always;

    // A package is listed with one version, or with one for each architecture; of more, only the very version of a fix counts as its.
    private const int MostVersions = 64;

    /// <summary>Looks into an affected package.</summary>
    /// <param name="payload">It.</param>
    /// <param name="list">Its list of binary packages; empty: none.</param>
    /// <param name="name">The binary package.</param>
    /// <param name="scheme">The order of versions.</param>
    /// <param name="judge">Compares.</param>
    public static BinaryEntry Of(ReadOnlySpan<byte> payload, ReadOnlySpan<byte> list, ReadOnlySpan<byte> name, VersionScheme scheme, RangeJudge judge)
    {
        var view = new AffectedView(payload);
        var binaries = list.IsEmpty ? default : new BinaryListView(list);
        var first = binaries.First(name);
        var own = first;
        while (own < binaries.Count && own <= first + MostVersions && Is(binaries, own, name, out _)) own++;
        var isMany = own - first > MostVersions;
        var (listed, same, fixes, fromStart, always) = (false, false, 0, true, false);
        ReadOnlySpan<byte> highest = default;
        for (var left = view.RangeCount; left > 0 && !view.Failed; left--)
        {
            var range = view.Range();
            if (range.Type == RangeType.Git) continue;
            var events = range.Events;
            var (begins, ends) = (false, false);
            for (var number = range.Count; number > 0; number--)
            {
                var kind = (RangeEventKind)events.Byte();
                var text = events.Text();
                if (kind == RangeEventKind.Introduced) begins |= text is [(byte)'0'];
                else ends = true;
                if (kind != RangeEventKind.Fixed) continue;
                fixes++;
                if (isMany) same |= binaries.Has(name, text);
                for (var at = first; !isMany && at < binaries.Count && Is(binaries, at, name, out var version); at++) same |= judge.TryOrder(scheme, version, text, out var order) && order == 0;
            }

            fromStart &= begins;
            always |= begins && !ends;
        }

        var versions = view.Versions();
        for (var at = first; at < binaries.Count && Is(binaries, at, name, out var version); at++)
        {
            listed = true;
            same |= version.IsEmpty || (fixes == 0 && versions.Contains(version));
            if (highest.IsEmpty || (judge.TryOrder(scheme, version, highest, out var order) && order > 0)) highest = version;
        }

        var standing = !listed ? BinaryStanding.NotListed : same ? BinaryStanding.OfSource : fixes > 0 ? BinaryStanding.FixedByItself : BinaryStanding.OfItself;
        return new BinaryEntry(standing, highest, fromStart, always);
    }

    private static bool Is(BinaryListView binaries, int at, ReadOnlySpan<byte> name, out ReadOnlySpan<byte> version)
    {
        binaries.At(at, out var named, out version);
        return named.SequenceEqual(name);
    }
}
