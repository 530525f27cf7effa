using Marque.Assessments;
using Marque.Documents.Report;
using Marque.Facts;

namespace Marque.Documents.Technical;

/// <summary>The software bills of materials among the facts.</summary>
internal static class Sboms
{
    public static IReadOnlyList<IndexedSeries> Of(Scope scope) => [.. scope.Index.Series.Where(s => scope.States[s.Number].Kind is FactKind.CycloneDx or FactKind.Spdx)];
}
