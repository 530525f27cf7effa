using Marque.Assessments;
using Marque.Documents.Report;
using Marque.Facts;

namespace Marque.Documents.Technical;

/// <summary>The software bills of materials among the facts: series that have one for the release.</summary>
internal static class Sboms
{
    public static IReadOnlyList<IndexedSeries> Of(Scope scope) => [.. scope.Index.Series.Where(s => scope.States[s.Number] is { Current: not null, Kind: FactKind.CycloneDx or FactKind.Spdx })];
}
