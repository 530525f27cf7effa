using Marque.Assessments;
using Marque.Cases;
using Marque.Legal;
using Marque.Text;
using NodaTime;

namespace Marque.Cli.Deciding;

/// <summary>What a person asked <c>marque decide</c> for, resolved against the case.</summary>
/// <param name="Prepared">The case.</param>
/// <param name="Release">The release that is looked at; null: the newest supported.</param>
internal sealed record Asked(Prepared Prepared, string? Release)
{
    public required string Subject { get; init; }

    public required Judgement? Judgement { get; init; }

    public required IReadOnlyList<string> Facts { get; init; }

    public required IReadOnlyList<string> Parts { get; init; }

    public required ReleaseRange Releases { get; init; }

    public required string? By { get; init; }

    public required string? Role { get; init; }

    public required string? Second { get; init; }

    public required string? SecondRole { get; init; }

    public required LocalDate? Until { get; init; }

    public required string Rationale { get; init; }

    private CaseIndex Index => Prepared.Index;

    /// <summary>The decision on today's digests, not signed and not written; null with problems.</summary>
    /// <param name="signing">The key that will sign, where it is known.</param>
    /// <param name="problems">Receives what is wrong with what was asked.</param>
    public Decision? Draft(Ledger.PublicKey? signing, List<Problem> problems)
    {
        var before = problems.Count;
        var on = BrusselsDay.AsOf(Prepared.At);
        if (Until is { } until && until < on) Add(problems, "--until", "decision.expired", $"{until:uuuu-MM-dd} is past on {on:uuuu-MM-dd}: the decision would be expired at once", "give the last day on which it is to be in force, or leave it out");
        var subject = SubjectOf(problems);
        if (subject is not { } id) return null;
        var judgement = JudgementOf(id, problems);
        var (series, digests) = FactsOf(id, judgement, problems);
        var known = Prepared.Folder.Case.Product?.Parts.Select(p => p.Id).ToList() ?? [];
        foreach (var part in Parts.Where(p => !known.Contains(p, StringComparer.Ordinal))) Add(problems, "--parts", "case.unknown-reference", $"there is no part '{part}'", Near(part, known));
        var versions = Prepared.Folder.Case.Releases.Select(r => r.Version).ToList();
        foreach (var version in Releases.Only.Concat(new[] { Releases.From }.OfType<string>()).Where(v => !versions.Contains(v, StringComparer.Ordinal))) Add(problems, "--release", "release.unknown", $"the case has no release '{version}'", Near(version, versions));
        var decision = new Decision
        {
            Subject = new RequirementRef(id, default),
            Judgement = judgement,
            Parts = Parts,
            Facts = [.. series.Select(s => (s, default(Place)))],
            FactDigests = digests,
            By = "",
            Role = "",
            On = on,
            Until = Until,
            Rationale = Rationale,
            Releases = Releases,
            SignedBytes = default,
            Digest = default,
            Place = default,
        };
        decision = new Deciders(Prepared.Folder.Case.People, problems).Name(decision, (By, Role), (Second, SecondRole), signing);
        return problems.Count > before ? null : decision with { StoodOn = StandsOn.Of(Index, decision, Release ?? Index.NewestSupported(Prepared.At)) };
    }

    private RequirementId? SubjectOf(List<Problem> problems)
    {
        var id = RequirementId.Of(Subject);
        if (id.Catalog is null && id.Item is "risk-assessment" or "classification") return id;
        if (id.Catalog == "bridge")
        {
            var known = Index.Law.Bridges.Concat(Index.Case.Bridges).Select(b => b.Id).ToList();
            if (known.Contains(id.Item, StringComparer.Ordinal)) return id;
            Add(problems, Subject, "case.unknown-bridge", $"there is no bridge '{id.Item}'", Near(id.Item, known));
            return null;
        }

        if (id.Catalog == "instrument")
        {
            var known = Index.Case.Instruments.Select(i => i.Reference).ToList();
            if (known.Contains(id.Item, StringComparer.Ordinal)) return id;
            Add(problems, Subject, "case.unknown-standard", $"marque.yaml applies no instrument '{id.Item}'", Near(id.Item, known));
            return null;
        }

        if (Index.Resolve(Subject) is not { } found)
        {
            var near = Index.Suggest(Subject) ?? Nearest.To(Subject, ["risk-assessment", "classification"]);
            Add(problems, Subject, "requirement.unknown", "no requirement of this case's catalogs has this id", Index.OfOldEdition(Subject) is { } old ? old : near is null ? "ids are those of the catalogs, such as I.2.e, SM-9, CR 3.4 RE(2), 13(19); or risk-assessment, classification, bridge:ID, instrument:REFERENCE" : $"did you mean '{near}'?");
            return null;
        }

        var catalogs = Index.CatalogsOf(found.Id);
        if (catalogs.Count == 1) return new RequirementId(null, found.Id);
        if (id.Catalog is not null) return new RequirementId(found.Catalog, found.Id);
        Add(problems, Subject, "case.ambiguous-requirement", $"'{found.Id}' stands in several catalogs", $"write {string.Join(" or ", catalogs.Select(c => $"'{c}:{found.Id}'"))}");
        return null;
    }

    private Judgement JudgementOf(RequirementId id, List<Problem> problems)
    {
        Judgement[] possible = id switch
        {
            { Catalog: "bridge" } => [Cases.Judgement.Adopts],
            { Item: "classification" } => [Cases.Judgement.Classifies, Cases.Judgement.NotSatisfied],
            { Item: "risk-assessment" } or { Catalog: "instrument" } => [Cases.Judgement.Satisfied, Cases.Judgement.NotSatisfied],
            _ => [Cases.Judgement.Satisfied, Cases.Judgement.NotSatisfied, Cases.Judgement.NotApplicable, Cases.Judgement.Rebuts],
        };
        // What classifies or adopts is the subject's own word for "satisfied".
        var judgement = Judgement is null or Cases.Judgement.Satisfied ? possible[0] : Judgement.Value;
        if (!possible.Contains(judgement)) Add(problems, $"--{judgement.Word()}", "decision.subject", $"{id} cannot be judged so", $"for it: {string.Join(", ", possible.Select(p => p.Word()))}");
        return judgement;
    }

    private (List<string> Series, List<Digest> Digests) FactsOf(RequirementId id, Judgement judgement, List<Problem> problems)
    {
        var series = new List<string>();
        var digests = new List<Digest>();
        var known = Index.Case.Series.Select(s => s.Id).ToList();
        foreach (var fact in Facts)
        {
            if (Digest.TryParse(fact, out var digest)) digests.Add(digest);
            else if (!known.Contains(fact, StringComparer.Ordinal)) Add(problems, "--facts", "case.unknown-series", $"there is no series '{fact}'", Near(fact, known));
            else if (judgement != Cases.Judgement.Rebuts) series.Add(fact);
            else if (Trial.Contradictions(Index, Prepared.Seen.Observations, fact, Release, Prepared.At) is { Count: > 0 } against) digests.AddRange(against);
            else Add(problems, "--facts", "decision.nothing-to-rebut", $"no contradiction stands in the series '{fact}'", "see which ones do: marque explain");
        }

        var plain = id.Catalog is "bridge" or "instrument" || id.Item is "risk-assessment" or "classification";
        if (!plain && series.Count + digests.Count == 0 && Facts.Count == 0 && judgement is Cases.Judgement.Satisfied or Cases.Judgement.Rebuts)
        {
            var stated = Index.Case.Statements.Where(s => s.Requirement.Id.Item == id.Item).SelectMany(s => s.Evidence.Select(e => e.Series)).Distinct(StringComparer.Ordinal).ToList();
            Add(problems, "--facts", "decision.without-facts", "the decision names no facts it rests on", stated.Count > 0 ? $"its statements name: {string.Join(", ", stated)}" : "name the series, or the digests of single facts");
        }

        return ([.. series.Distinct(StringComparer.Ordinal)], [.. digests.Distinct()]);
    }

    private static string Near(string id, List<string> known) =>
        Nearest.To(id, known) is { } near ? $"did you mean '{near}'?" : known.Count == 0 ? "the case declares none" : $"known: {string.Join(", ", known.Order(StringComparer.Ordinal).Take(12))}{(known.Count > 12 ? " ..." : "")}";

    private static void Add(List<Problem> problems, string at, string code, string message, string remedy) => problems.Add(new Problem(new Place(at), code, message, remedy));
}
