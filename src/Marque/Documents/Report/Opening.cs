using Marque.Assessments;
using Marque.Documents.Blocks;
using Marque.Legal;

namespace Marque.Documents.Report;

/// <summary>The first screen: what it is, the count, and what it does not prove.</summary>
internal static class Opening
{
    public static IEnumerable<Block> Of(Scope scope, string program)
    {
        var a = scope.A;
        yield return new Paragraph("Conformity argument under Regulation (EU) 2024/2847 (Cyber Resilience Act), as of ", new Run(Wording.AsOf(a.AsOf), Setting.Strong), $". Legal set {a.LegalSet.Version}, {(a.LegalSet.Official ? "official" : "unofficial")}.");
        if (a.Requirements.Count > 0) yield return new Tally("Points of Annex I by verdict", a.Counts);
        yield return new Callout("What this report does not prove", new ItemList([.. Limits(scope).Select(l => (IReadOnlyList<Block>)[new Paragraph(l)])]));
        if (a.Notices.Count > 0) yield return new Callout("To know of the inputs", new ItemList([.. a.Notices.Select(n => (IReadOnlyList<Block>)[new Paragraph(n)])]));
        yield return new Terms(
            ("As of", [Wording.Text(a.AsOf)]),
            ("Legal set", [$"{a.LegalSet.Version}, sha256 ", new Run(a.LegalSet.Digest.ToString(), Setting.Code)]),
            ("Inputs", ["sha256 ", new Run(a.Inputs.ToString(), Setting.Code)]),
            ("Computed by", [$"Marque {program}, rules {Assess.Rules}"]),
            ("Root key", [a.Trust switch
            {
                RootOfTrust.Given => "given from outside; it signed people.yaml",
                RootOfTrust.TakenFromCase => "taken from the case",
                RootOfTrust.Refused => "did not sign people.yaml",
                _ => "none: people.yaml is missing or not signed",
            }]));
    }

    private static IEnumerable<IReadOnlyList<Inline>> Limits(Scope scope)
    {
        var a = scope.A;
        var applicable = a.Requirements.Where(r => r.Verdict != Verdict.NotApplicable).ToList();
        var shortfalls = applicable.Where(r => r.Verdict.FallsShort()).ToList();
        if (shortfalls.Count > 0) yield return [$"{Wording.Number(shortfalls.Count)} of the {Wording.Number(applicable.Count)} points of Annex I that apply are not shown: ", .. Wording.Joined(shortfalls.Select(r => scope.Named(r.Point.Id))), "."];
        var obligations = a.Obligations.Count(o => o.Obligation.Tag == Tag.Law && o.Verdict.FallsShort());
        if (obligations > 0) yield return [$"{Wording.Capital(Wording.Count(obligations, "obligation", "obligations"))} beyond Annex I {(obligations == 1 ? "falls" : "fall")} short: see ", new Link(scope.Prefix + "obligations", "obligations"), "."];
        var unsound = scope.States.Count(s => !s.IsSound || s.Contradictions.Count > 0);
        if (unsound > 0) yield return [$"{Wording.Number(unsound)} of {Wording.Count(scope.States.Count, "series", "series")} of facts {(unsound == 1 ? "is" : "are")} not sound or contradict{(unsound == 1 ? "s" : "")}: see ", new Link(scope.Prefix + "facts", "facts"), "."];
        if (a.Requirements.Count > 0 && a.Requirements.All(r => r.Verdict != Verdict.Presumed)) yield return ["Nothing is presumed (", new Cite("Art. 27"), "): no point is covered by a standard, specification or certificate that is cited, applied and in scope on the day."];
        if (a.Requirements.Count > 0 && !a.Requirements[0].Binding.Now) yield return [$"Annex I: {a.Requirements[0].Binding.Sentence()} (", new Cite(a.Requirements[0].Binding.Basis), ")."];
        yield return ["It is neither an EU declaration of conformity (", new Cite("Art. 28"), ") nor a conformity assessment (", new Cite("Art. 32"), "). ", new VerdictMark(Verdict.Demonstrated), " means that named persons or an automatic rule decided so on facts whose bytes and content check hold. Whether a document says enough is the judgement of those persons."];
    }
}
