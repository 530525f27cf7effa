namespace Marque.Cases.Declared;

/// <summary>The releases a triage decision holds for. There is no "all": what is not named here is decided on its own.</summary>
/// <param name="From">This release and those that follow it along its line; null: no such limit.</param>
/// <param name="Until">The last of them; null: no end.</param>
/// <param name="Only">Exactly these; <c>2.4.*</c> stands for every release whose version starts with <c>2.4.</c></param>
/// <param name="Lines">The release lines; with <paramref name="From"/>, these in place of its own.</param>
public sealed record TriageReleases(string? From, string? Until, IReadOnlyList<string> Only, IReadOnlyList<string> Lines)
{
    /// <summary>Whether it holds for a release of the case.</summary>
    public bool Hold(ReleaseHistory history, string version)
    {
        if (Only.Count > 0 && !Only.Any(o => Names(o, version))) return false;
        var line = history.Find(version)?.Line;
        if (Lines.Count > 0 && (line is null || !Lines.Contains(line, StringComparer.Ordinal))) return false;
        if (From is { } from)
        {
            if (!history.IsOrDescendsFrom(version, from)) return false;
            if (Lines.Count == 0 && version != from && history.Find(from)?.Line != line) return false;
        }

        return Until is not { } until || until == version || !history.IsOrDescendsFrom(version, until);
    }

    /// <summary>Whether it reached the release by following a line, and not by being named.</summary>
    public bool IsCarriedTo(string version) => Only.Count == 0 && version != From;

    /// <summary>In words: <c>2.4.0, 2.4.1</c>, <c>from 2.4.0 until 2.4.9</c>, <c>line 2.x</c>.</summary>
    public override string ToString() => string.Join(", ", new[]
    {
        Only.Count > 0 ? string.Join(", ", Only) : null,
        From is not null ? $"from {From}{(Until is null ? "" : $" until {Until}")}" : Until is not null ? $"until {Until}" : null,
        Lines.Count > 0 ? $"line {string.Join(", ", Lines)}" : null,
    }.OfType<string>());

    /// <summary>Whether an entry of <see cref="Only"/> stands for several releases.</summary>
    public static bool IsPattern(string entry) => entry.EndsWith(".*", StringComparison.Ordinal);

    private static bool Names(string entry, string version) => IsPattern(entry) ? version.StartsWith(entry[..^1], StringComparison.Ordinal) : entry == version;
}
