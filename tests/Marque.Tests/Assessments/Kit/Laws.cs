using System.Collections.Immutable;
using Marque.Legal;
using Marque.Tests.Legal;
using NodaTime;

namespace Marque.Tests.Assessments.Kit;

/// <summary>Legal sets for tests: the shipped one, and variants that no Official Journal has published.</summary>
internal static class Laws
{
    /// <summary>The set in <c>legal/</c>.</summary>
    public static LegalSet Shipped => LegalFolder.Set;

    /// <summary>The reference of the invented standard.</summary>
    public const string Invented = "EN 99999-1:2027";

    /// <summary>The set with an invented harmonised standard for every category, cited since 2026, that covers the points in full.</summary>
    public static LegalSet Citing(params IReadOnlyList<string> points) => Shipped.With(Standard(points));

    /// <summary>The invented standard.</summary>
    public static Standard Standard(params IReadOnlyList<string> points) => new()
    {
        Reference = Invented,
        Title = "Invented for tests",
        Kind = InstrumentKind.HarmonisedStandard,
        Status = "invented",
        AsOf = new LocalDate(2026, 10, 7),
        Confidence = "high",
        Horizontal = true,
        Citations = [new Citation("Implementing Decision (EU) 2026/1", new LocalDate(2026, 6, 1), null, [])],
        Coverage = [.. points.Select(p => new Coverage(p, Extent.Full, "as its annex states", [], []))],
    };

    /// <summary>The set with more standards.</summary>
    public static LegalSet With(this LegalSet law, params ImmutableArray<Standard> standards) => law with { Standards = [.. law.Standards, .. standards] };

    /// <summary>The set with its invented standard changed.</summary>
    public static LegalSet Changing(this LegalSet law, Func<Standard, Standard> change) => law with { Standards = [.. law.Standards.Select(s => s.Reference == Invented ? change(s) : s)] };
}
