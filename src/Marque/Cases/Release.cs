using Marque.Text;
using NodaTime;

namespace Marque.Cases;

/// <summary>A release line.</summary>
/// <param name="Id">Its id, such as <c>2.x</c>.</param>
/// <param name="IsSupported">Whether the line is supported.</param>
/// <param name="Place">Where.</param>
public sealed record ReleaseLine(string Id, bool IsSupported, Place Place);

/// <summary>A release of the product.</summary>
public sealed record Release
{
    /// <summary>The version.</summary>
    public required string Version { get; init; }

    /// <summary>The line it belongs to.</summary>
    public required string Line { get; init; }

    /// <summary>The version it follows; null for the first.</summary>
    public string? Predecessor { get; init; }

    /// <summary>The commit it is built from.</summary>
    public string? Commit { get; init; }

    /// <summary>Whether it is supported; default: its line.</summary>
    public bool? IsSupported { get; init; }

    /// <summary>First placing on the market; null: not placed yet.</summary>
    public LocalDate? FirstPlaced { get; init; }

    /// <summary>Last placing on the market; null: ongoing, or not placed.</summary>
    public LocalDate? LastPlaced { get; init; }

    /// <summary>Whether it is a substantial modification of its predecessor, Article 3(30); null: not decided.</summary>
    public bool? IsSubstantialModification { get; init; }

    /// <summary>Why it is one or not.</summary>
    public string? ChangeBecause { get; init; }

    /// <summary>The answers by which that was decided; null: none are recorded.</summary>
    public ModificationRecord? Modification { get; init; }

    /// <summary>Digests of its artefacts by name.</summary>
    public IReadOnlyList<(string Name, Digest Digest)> Artefacts { get; init; } = [];

    /// <summary>Where it is declared.</summary>
    public required Place Place { get; init; }
}

/// <summary>Which releases a statement, fact or decision holds for. Empty: all.</summary>
/// <param name="From">The release that introduced it: it holds for that one and all that descend from it.</param>
/// <param name="Until">The last release it holds for.</param>
/// <param name="Only">Exactly these releases; empty: no such limit.</param>
public sealed record ReleaseRange(string? From, string? Until, IReadOnlyList<string> Only)
{
    /// <summary>All releases.</summary>
    public static ReleaseRange All { get; } = new(null, null, []);
}

/// <summary>The order of releases by predecessor.</summary>
/// <param name="releases">All releases of a case.</param>
public sealed class ReleaseHistory(IReadOnlyList<Release> releases)
{
    private readonly Dictionary<string, Release> byVersion = releases.GroupBy(r => r.Version, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    /// <summary>The release with that version, or null.</summary>
    public Release? Find(string version) => byVersion.GetValueOrDefault(version);

    /// <summary>Whether <paramref name="range"/> holds for <paramref name="version"/>; null stands for a case without releases.</summary>
    public bool Covers(ReleaseRange range, string? version)
    {
        if (version is null) return true;
        if (range.Only.Count > 0 && !range.Only.Contains(version, StringComparer.Ordinal)) return false;
        if (range.From is { } from && !IsOrDescendsFrom(version, from)) return false;
        return range.Until is not { } until || until == version || !IsOrDescendsFrom(version, until);
    }

    /// <summary>Whether <paramref name="version"/> is <paramref name="ancestor"/> or follows it by predecessors.</summary>
    public bool IsOrDescendsFrom(string version, string ancestor)
    {
        // A cycle is a problem of reading; the count only keeps a wrong case from looping.
        var steps = 0;
        for (string? at = version; at is not null && steps++ <= byVersion.Count; at = byVersion.GetValueOrDefault(at)?.Predecessor)
        {
            if (at == ancestor) return true;
        }

        return false;
    }

    /// <summary>The last release up to this one that is a substantial modification of its predecessor; null: none is.</summary>
    public Release? LastModification(string? version)
    {
        var steps = 0;
        for (var at = version is null ? null : byVersion.GetValueOrDefault(version); at?.Predecessor is { } before && steps++ <= byVersion.Count; at = byVersion.GetValueOrDefault(before))
        {
            if (at.IsSubstantialModification == true) return at;
        }

        return null;
    }

    /// <summary>The newest supported release of a day: the highest version among those that the case does not show to be younger than the day.</summary>
    /// <param name="lines">The release lines.</param>
    /// <param name="day">A Brussels day.</param>
    /// <returns>The release (null without releases), and the one that is newer but passed over because it was not there yet; null: none.</returns>
    public (Release? Chosen, Release? PassedOver) NewestSupported(IReadOnlyList<ReleaseLine> lines, LocalDate day)
    {
        var supported = byVersion.Values.Where(r => r.IsSupported ?? lines.FirstOrDefault(l => l.Id == r.Line)?.IsSupported ?? true).ToList();
        if (supported.Count == 0) supported = [.. byVersion.Values];
        List<Release> ordered = [.. supported.OrderByDescending(r => r.Version, VersionText.Order).ThenBy(r => r.Version, StringComparer.Ordinal)];
        var there = ordered.Find(r => FirstShown(r) is not { } first || first <= day);
        return there is null ? (ordered.FirstOrDefault(), null) : (there, there == ordered[0] ? null : ordered[0]);
    }

    /// <summary>The day before which a release cannot have been there: its first placing on the market, or that of the last release before it that has one; null: the case does not tell.</summary>
    public LocalDate? FirstShown(Release release)
    {
        var steps = 0;
        for (var at = release; at is not null && steps++ <= byVersion.Count; at = at.Predecessor is { } before ? byVersion.GetValueOrDefault(before) : null)
        {
            if (at.FirstPlaced is { } placed) return placed;
        }

        return null;
    }
}

/// <summary>The order of a product's own version numbers: numbers by value, then words; a pre-release before its release (Semantic Versioning 2.0.0, section 11, applied leniently).</summary>
internal sealed class VersionText : IComparer<string>
{
    public static VersionText Order { get; } = new();

    public int Compare(string? x, string? y)
    {
        var (a, preA) = Split(x ?? "");
        var (b, preB) = Split(y ?? "");
        var order = Parts(a, b);
        if (order != 0) return order;
        if (preA.Length == 0 || preB.Length == 0) return preB.Length.CompareTo(preA.Length);
        return Parts(preA, preB);
    }

    private static (string Main, string Pre) Split(string version)
    {
        var plus = version.IndexOf('+', StringComparison.Ordinal);
        if (plus >= 0) version = version[..plus];
        var dash = version.IndexOf('-', StringComparison.Ordinal);
        return dash < 0 ? (version.TrimStart('v', 'V'), "") : (version[..dash].TrimStart('v', 'V'), version[(dash + 1)..]);
    }

    private static int Parts(string a, string b)
    {
        var left = a.Split('.');
        var right = b.Split('.');
        for (var i = 0; i < Math.Max(left.Length, right.Length); i++)
        {
            var l = i < left.Length ? left[i] : "0";
            var r = i < right.Length ? right[i] : "0";
            var order = IsNumber(l) && IsNumber(r) ? Numbers(l.TrimStart('0'), r.TrimStart('0')) : IsNumber(l) ? -1 : IsNumber(r) ? 1 : string.CompareOrdinal(l, r);
            if (order != 0) return order;
        }

        return 0;
    }

    private static bool IsNumber(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);

    private static int Numbers(string a, string b) => a.Length != b.Length ? a.Length.CompareTo(b.Length) : string.CompareOrdinal(a, b);
}
