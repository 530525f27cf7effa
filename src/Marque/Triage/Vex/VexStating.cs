using Marque.Advisories.Cvss;
using Marque.Cases.Declared;
using Marque.Legal;

namespace Marque.Triage.Vex;

/// <summary>A vulnerability of a component in a release, with what stands of it.</summary>
/// <param name="Subject">The vulnerability and the component; of a release.</param>
/// <param name="Answer">What stands.</param>
/// <param name="Summary">One line about it; empty when there is none.</param>
/// <param name="Vector">How severe it is; null: not known.</param>
public sealed record TriagedFinding(TriageSubject Subject, TriageAnswer Answer, string Summary, CvssVector? Vector);

/// <summary>Makes statements of what is decided.</summary>
public static class VexStating
{
    /// <summary>The statements on one release: a decision in force with its status, one that is not with <c>under_investigation</c>.</summary>
    /// <param name="product">The release; with a part of the product's, where that is said.</param>
    /// <param name="findings">Its findings.</param>
    /// <param name="besides">Decisions in force of which no finding speaks.</param>
    /// <param name="undecided">Whether what nobody decided is stated too, as under investigation.</param>
    public static IReadOnlyList<VexStatement> Of(Func<string?, VexProduct> product, IReadOnlyList<TriagedFinding> findings, IReadOnlyList<TriageDecision> besides, bool undecided)
    {
        ArgumentNullException.ThrowIfNull(product);
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(besides);
        var statements = new List<VexStatement>();
        foreach (var finding in findings)
        {
            foreach (var (part, answer) in Answers(finding))
            {
                if (answer.Decision is null && !undecided) continue;
                var ids = Ids(answer.Decision?.Ids ?? [], finding.Subject.Ids);
                var statement = answer.State == TriageState.InForce ? Of(answer.Decision!, product(part), ids) : new VexStatement(ids, product(part), null, TriageStatus.UnderInvestigation);
                statements.Add(statement with { Component = finding.Subject.Component, Summary = finding.Summary.Length > 0 ? finding.Summary : null, Vector = finding.Vector });
            }
        }

        foreach (var decision in besides)
        {
            foreach (var part in PartsOf(decision)) statements.Add(Of(decision, product(part), [.. decision.Ids]));
        }

        // One component may be in a release twice, or be found under several names.
        return [.. statements.Distinct(Same.Instance)];
    }

    // Of the release as a whole, or of each part where they differ.
    private static IEnumerable<(string? Part, TriageAnswer Answer)> Answers(TriagedFinding finding) =>
        finding.Answer.ByPart.Count > 0 ? finding.Answer.ByPart.Select(p => ((string?)p.Part, p.Answer)) : finding.Answer.Decision is { Parts.Count: > 0 } && finding.Subject.Parts is [var only] ? [(only, finding.Answer)] : [(null, finding.Answer)];

    private static IReadOnlyList<string?> PartsOf(TriageDecision decision) => decision.Parts.Count > 0 ? [.. decision.Parts] : [null];

    private static VexStatement Of(TriageDecision d, VexProduct product, IReadOnlyList<string> ids) => new(ids, product, d.Component, d.Status)
    {
        Justification = d.Justification,
        Impact = d.Impact,
        Action = d.Action,
        Responses = d.Responses,
        At = BrusselsDay.StartOf(d.On),
    };

    // A CVE first: that is what others look for.
    private static List<string> Ids(IEnumerable<string> decided, IEnumerable<string> found) => [.. decided.Concat(found).Distinct(StringComparer.Ordinal).OrderByDescending(CsafText.IsCve)];

    private sealed class Same : IEqualityComparer<VexStatement>
    {
        public static Same Instance { get; } = new();

        public bool Equals(VexStatement? x, VexStatement? y) => x?.Ids[0] == y?.Ids[0] && x?.Product == y?.Product && Equals(x?.Component, y?.Component);

        public int GetHashCode(VexStatement s) => HashCode.Combine(s.Ids[0], s.Product, s.Component);
    }
}
