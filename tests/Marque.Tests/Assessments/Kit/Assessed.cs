using Marque.Assessments;

namespace Marque.Tests.Assessments.Kit;

/// <summary>An assessment, read by the names that tests use.</summary>
internal sealed record Assessed(Assessment Result)
{
    /// <summary>The verdict of a point, obligation or item.</summary>
    public Verdict this[string id] => Why(id).Verdict;

    /// <summary>The derivation of a point, obligation or item.</summary>
    public Derivation Why(string id) =>
        Result.Requirements.Where(r => r.Point.Id == id).Select(r => r.Why)
            .Concat(Result.Obligations.Where(o => o.Obligation.Id == id).Select(o => o.Why))
            .Concat(Result.Catalogs.Where(c => c.What == id)).Concat(Result.Remainder.Where(r => r.What == id)).First();

    /// <summary>The point's result.</summary>
    public RequirementResult Point(string id) => Result.Requirements.First(r => r.Point.Id == id);

    /// <summary>The verdict of a route of a point; null when it has none.</summary>
    public Verdict? Route(string point, string route) => Point(point).Routes.FirstOrDefault(r => r.Route == route)?.Verdict;

    /// <summary>Every ground in the derivation of a point, obligation or item, as text.</summary>
    public IReadOnlyList<string> Texts(string id) => [.. All(Why(id)).SelectMany(d => d.Grounds).Select(GroundText.Of).Distinct(StringComparer.Ordinal)];

    /// <summary>The rules that fired in the derivation.</summary>
    public IReadOnlySet<string> Rules(string id) => All(Why(id)).SelectMany(d => d.Grounds).Select(g => g.Rule).ToHashSet(StringComparer.Ordinal);

    /// <summary>A conformity assessment procedure.</summary>
    public Module Module(string name) => Result.Procedures.Modules.First(m => m.Name == name);

    /// <summary>A derivation and everything below it.</summary>
    public static IEnumerable<Derivation> All(Derivation d) => d.From.SelectMany(All).Prepend(d);

    /// <summary>Every derivation of the assessment that nothing stands above.</summary>
    public IEnumerable<Derivation> Tops() =>
        [.. Result.Requirements.Select(r => r.Why), .. Result.Obligations.Select(o => o.Why), .. Result.Catalogs, .. Result.Remainder, Result.RiskAssessment, Result.Procedures.Classification];
}
