using Marque.Assessments;

namespace Marque.Tests.Assessments.Kit;

/// <summary>The verdicts of two assessments, compared one by one.</summary>
internal static class Compare
{
    /// <summary>Every verdict by what it is about.</summary>
    public static IReadOnlyList<(string What, Verdict Verdict)> Of(Assessed a) =>
    [
        .. a.Result.Requirements.Select(r => (r.Point.Id, r.Verdict)),
        .. a.Result.Requirements.SelectMany(r => r.Routes.Select(route => ($"{r.Point.Id} {route.Route}", route.Verdict))),
        .. a.Result.Obligations.Select(o => (o.Obligation.Id, o.Verdict)),
        .. a.Result.Catalogs.Concat(a.Result.Remainder).Select(d => (d.What, d.Verdict)),
        ("risk assessment", a.Result.RiskAssessment.Verdict), ("classification", a.Result.Procedures.Classification.Verdict),
    ];

    /// <summary>What is lower in <paramref name="b"/> than in <paramref name="a"/>; neutral verdicts must not come or go.</summary>
    public static IReadOnlyList<string> Lowered(Assessed a, Assessed b)
    {
        var before = Of(a).Where(v => !v.What.Contains(' ') || v.What.StartsWith("CR ", StringComparison.Ordinal)).ToList();
        var after = Of(b).ToDictionary(v => v.What, v => v.Verdict, StringComparer.Ordinal);
        return [.. before.Where(v => Lower(v.Verdict, after[v.What])).Select(v => $"{v.What}: {v.Verdict.Word()} -> {after[v.What].Word()}")];
    }

    private static bool Lower(Verdict before, Verdict after) => Neutral(before) || Neutral(after) ? before != after : after < before;

    private static bool Neutral(Verdict v) => v is Verdict.NotApplicable or Verdict.NotTriggered;
}
