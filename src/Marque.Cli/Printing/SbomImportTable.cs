using Marque.Advisories;
using Marque.Cli.Live;
using Marque.Cli.Terminal;
using Marque.Components;

namespace Marque.Cli.Printing;

/// <summary>Imported bills of materials, for people.</summary>
internal static class SbomImportTable
{
    private const int MostOfEach = 3;

    public static void Print(Screen screen, IReadOnlyList<SbomOutcome> outcomes, int matched, bool isDry)
    {
        var isFirst = true;
        foreach (var outcome in outcomes)
        {
            if (!isFirst) screen.Line();
            isFirst = false;
            One(screen, outcome, isDry);
        }

        if (matched > 0) screen.Line($"{FeedsTable.Count(matched)} component versions matched with the advisories of the store");
        if (isDry) screen.Line(new Bit("dry run: nothing was kept", Tone.Dim));
    }

    private static void One(Screen screen, SbomOutcome outcome, bool isDry)
    {
        var sbom = outcome.Read.Sbom;
        screen.Line(new Bit(outcome.Shown, Tone.Head), $"  {sbom.Format.Family()} {sbom.SpecVersion}, {FeedsTable.Count(outcome.Components.Count)} components, sha256 {outcome.Read.Sha256.Short}");
        if (outcome.WasKnown) screen.Line("  imported before: the same bytes are kept once");
        foreach (var release in outcome.Linked) screen.Line($"  {(isDry ? "would belong" : "belongs")} to {release.Product} {release.Version}");
        if (sbom.FindingCount > 0) screen.Line($"  {FeedsTable.Count(sbom.FindingCount)} places were not understood; the first: {sbom.Findings[0]}");
        List<SoughtComponent> unmatched = [.. outcome.Components.Where(c => c.Unmatched is not null)];
        screen.Line($"  {FeedsTable.Count(outcome.Components.Count - unmatched.Count)} can be matched with advisories, {FeedsTable.Count(unmatched.Count)} cannot");
        Groups(screen, unmatched.GroupBy(c => c.Unmatched!.Value.Words(), StringComparer.Ordinal), c => c.Component.ToString());
        List<SoughtComponent> normalised = [.. outcome.Components.Where(c => c.Changes.Count > 0)];
        if (normalised.Count == 0) return;
        screen.Line($"  {FeedsTable.Count(normalised.Count)} are read otherwise than they are written, such as");
        foreach (var one in normalised.Take(MostOfEach)) screen.Paragraph("    ", $"{one.Component.Purl} read as {one.Purl}: {string.Join("; ", one.Changes)}");
    }

    /// <summary>Each reason with how many, and the first of them, or all.</summary>
    public static void Groups<T>(Screen screen, IEnumerable<IGrouping<string, T>> groups, Func<T, string> name, int most = MostOfEach)
    {
        foreach (var group in groups.OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal))
        {
            var rest = group.Count() - most;
            screen.Paragraph("    ", $"{FeedsTable.Count(group.Count())}: {group.Key}: {string.Join(", ", group.Take(most).Select(name))}{(rest > 0 ? $" and {FeedsTable.Count(rest)} more" : "")}");
        }
    }
}
