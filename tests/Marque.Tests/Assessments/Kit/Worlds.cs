using System.Collections.Immutable;
using CsCheck;
using Marque.Facts;
using NodaTime;

namespace Marque.Tests.Assessments.Kit;

/// <summary>Random worlds: one corner of the law at a time, with everything about it that may be right or wrong.</summary>
internal static class Worlds
{
    /// <summary>A corner: the requirements that decide a verdict.</summary>
    private static readonly ImmutableArray<ImmutableArray<string>> Corners =
    [
        ["CR 4.1", "CR 4.3", "CR 1.5", "privacy.confidentiality-all-data", "I.2.e"],
        ["SD-4", "CR 7.6", "CR 7.7", "CR 1.5", "defaults.shipped-secure", "defaults.reset-to-original"],
        ["privacy.minimisation", "I.2.g", "13(15)", "31(2)", "32(1)", "28(1)"],
        ["SM-9", "DM-1", "SVV-3", "DM-3", "sbom.drawn-up", "sbom.machine-readable", "sbom.top-level", "sbom.relationships"],
        ["DM-1", "DM-5", "cvd.policy", "II.5", "cvd.single-point-of-contact", "Annex II(1)", "Annex II(2)"],
        ["CR 2.8", "CR 2.9", "CR 2.11", "CR 3.9", "CR 6.1", "CR 6.2", "logging.opt-out", "logging.event-scope"],
        ["remote.in-scope", "I.1", "I.2.e", "I.2.g", "risk.basis-of-analysis", "13(2)"],
        ["inv:C-1", "inv:C-2", "CR 4.1", "CR 4.3", "CR 1.5", "privacy.confidentiality-all-data"],
        ["acme@1:A", "acme@1:B", "acme@1:C", "acme@1:D", "acme:CC", "acme:D2"],
    ];

    private static readonly ImmutableArray<SeriesSpec> Pool =
    [
        new("t1"), new("t2", "trx"), new("a1", "sarif") { Role = "practised" }, new("b1", "cyclonedx"), new("d1", "pdf") { Role = "defined" }, new("d2", "markdown") { Role = "practised" },
        new("n1", null) { Role = "defined" }, new("e1") { EveryDays = 90, Role = "practised" },
    ];

    private static readonly ImmutableArray<ImmutableArray<PartSpec>> PartSets =
    [
        [new("app")], [new("app"), new("cloud", null)], [new("low", Level: 1), new("high", "network-device", 3)], [new("cloud", null)], [new("app", Level: 1)],
    ];

    private static readonly ImmutableArray<ReleaseSpec> Releases = [new("1.0"), new("1.1", "1.0"), new("2.0", "1.1")];

    private static readonly Gen<FactSpec> Fact = Gen.Select(
        Gen.Int[-500, 3], Gen.Int[0, 6], Gen.Frequency((14, Gen.Const(Outcome.Supports)), (1, Gen.Const(Outcome.Vacuous)), (1, Gen.Const(Outcome.Unreadable)), (2, Gen.Const(Outcome.Contradicts))),
        Gen.Frequency((14, Gen.Const(Sight.Intact)), (1, Gen.Const(Sight.Missing)), (1, Gen.Const(Sight.Altered)), (1, Gen.Const(Sight.Unchecked)), (1, Gen.Const(Sight.NotLookedFor))),
        Gen.Frequency((8, Gen.Const(0)), (1, Gen.Int[-300, 300])), Gen.Frequency((8, Gen.Const("")), (1, Gen.OneOf("1.0", "1.1", "2.0"))), Gen.Int[0, 19],
        (day, late, content, sight, until, release, kind) => new FactSpec("", Days.Observed + Duration.FromDays(day))
        {
            ReceivedAt = late > 4 ? Days.Observed + Duration.FromDays(day + late) : null, Content = content, Sight = sight,
            ValidUntil = until == 0 ? null : Bare.Of(Days.Decided.PlusDays(until)), Release = release.Length == 0 ? null : release, Kind = kind == 0 ? FactKind.Text : null,
        });

    private static readonly Gen<DecisionSpec> Decision = Gen.Select(
        Gen.Frequency((9, Gen.Const("satisfied")), (1, Gen.Const("not-satisfied"))), Gen.Int[-400, 3], Gen.Frequency((9, Gen.Const(0)), (1, Gen.Int[1, 400])), Gen.Int[0, 11], Gen.Frequency((9, Gen.Const("")), (1, Gen.OneOf("1.0", "1.1", "2.0"))),
        (judgement, day, until, who, from) => new DecisionSpec("", judgement)
        {
            On = Days.Decided.PlusDays(day), Until = until == 0 ? null : Days.Decided.PlusDays(day + until), Releases = from.Length == 0 ? null : new RangeSpec(from),
            By = who == 0 ? "second" : "lead", Role = who switch { 0 => "narrow", 1 => "second", _ => "lead" }, Signers = who switch { 2 => [], 3 => [Signer.Stranger], 0 => [Signer.Second], _ => [Signer.Lead] },
        });

    /// <summary>A random world. What registration recorded of a fact is what its content says.</summary>
    public static Gen<World> Any { get; } = Gen.Select(
        Gen.Int[0, Corners.Length - 1], Gen.OneOf([.. PartSets]), Fact.Array[0, 3].Array[8], Gen.Int[0, 15].Array[8], Gen.Int[0, 255].Array[8], Decision.Array[8], Gen.Int[0, 1023], Make);

    private static World Make(int corner, ImmutableArray<PartSpec> parts, FactSpec[][] facts, int[] states, int[] links, DecisionSpec[] decisions, int flags)
    {
        // Half of the worlds are right in everything but one place, or verdicts would seldom rise above a gap.
        bool Calm(int at) => (flags & 512) != 0 && at != flags % 16;
        var w = World.Empty with { Parts = parts, Releases = Releases };
        w = w with { Series = [.. Pool.Select((s, i) => s with { Facts = [.. facts[i].Select((f, n) => f with { Bytes = $"{s.Id} {n}", Kind = KindOf(s, f, flags) }), .. Calm(i) ? [Sound(s, flags)] : ImmutableArray<FactSpec>.Empty] })] };
        if (corner == 7) w = Standardised(w, flags);
        if (corner == 8) w = Renumbered(w);
        var requirements = Corners[corner];
        for (var i = 0; i < requirements.Length; i++)
        {
            if (Calm(i)) w = w.State(new StatementSpec(requirements[i]) { Evidence = Fitting(requirements[i], links[i]) });
            else if (states[i] != 0) w = w.State(Stated(requirements[i], states[i], links[i], parts[0].Id));
        }

        if (Calm(8) || (flags & 1) == 0) w = Calm(8) || (flags & 2) == 0 ? w.AssessRisk() : w with { Risk = RiskSpec.Complete };
        if (Calm(9) || (flags & 4) == 0) w = w.Adopt();
        if ((flags & 24) == 24 && w.Risk is not null) w = w.Exclude("I.2.e").Exclude("CR 4.3");
        if ((flags & 32) == 32) w = w.Classify("important-I", "III-I-12");
        for (var i = 0; i < w.Statements.Length; i++) w = Judged(w, w.Statements[i], Calm(i) ? new DecisionSpec("") { On = Days.Decided.PlusDays(-1) } : decisions[i], Calm(i) ? 15 : states[^(i + 1)]);
        // Some decide on the new edition what is carried over from the old.
        if (corner == 8 && (flags & 3) != 3) w = w.Decide(new DecisionSpec("acme:AB") { Facts = [.. w.Statements.Where(s => s.Requirement is "acme@1:A" or "acme@1:B").SelectMany(s => s.Evidence).Distinct()], On = Days.Decided.PlusDays(-2) });
        return w;
    }

    private static World Renumbered(World w) => w with
    {
        Catalogs = [new CatalogSpec("acme", "A", "B", "C", "D") { Edition = "1" }, new CatalogSpec("acme", "AB", "CC", "D1", "D2") { Edition = "2", Title = "a new item" }],
        Pins = [("acme", "2")],
        Maps = [new MapSpec("acme-1-to-2", "acme", "1", "2", ("merged", ["A", "B"], ["AB"]), ("renumbered", ["C"], ["CC"]), ("split", ["D"], ["D1", "D2"]))],
        Bridges = [new BridgeSpec("acme-to-cra", "I.2.e", ("acme:AB", true), ("acme:CC", true), ("acme:D1", true))],
    };

    private static FactSpec Sound(SeriesSpec s, int flags) => new($"{s.Id} sound", Days.Observed + Duration.FromHours(1)) { Kind = KindOf(s, new FactSpec("", Days.Observed), flags) };

    private static ImmutableArray<string> Fitting(string requirement, int link) => requirement switch
    {
        _ when requirement.StartsWith("sbom", StringComparison.Ordinal) => ["b1"],
        "SVV-3" => ["d1", "e1"],
        ['S' or 'D' or 'I', 'M' or 'D' or 'I', '-' or '.', ..] => ["d1", "d2"],
        _ => [Pool[link % 4].Id],
    };

    private static StatementSpec Stated(string requirement, int state, int link, string part)
    {
        var (one, other) = (Pool[link % 8].Id, Pool[link / 8 % 8].Id);
        return new StatementSpec(requirement, state switch { 1 => "partly", 2 => "planned", _ => "implemented" })
        {
            Evidence = state == 3 ? [] : one == other ? [one] : [one, other], Parts = state == 4 ? [part] : [], Releases = state == 5 ? new RangeSpec("1.1") : null,
        };
    }

    private static World Judged(World w, StatementSpec s, DecisionSpec decision, int state)
    {
        if (state == 6) return w;
        w = w.Decide(decision with { Requirement = s.Requirement, Facts = s.Evidence });
        if (state == 7) w = w.ChangeLast(d => d with { StoodOn = d.StoodOn.SetItem(0, (d.StoodOn[0].Name, Marque.Text.Digest.Of([1]))) });
        return state == 8 ? Rebut(w, s) : w;
    }

    // A series that declares no kind holds one all the same: test results, or documents.
    private static FactKind? KindOf(SeriesSpec series, FactSpec fact, int flags) => series.Kind is null ? (flags & 1) == 0 ? FactKind.JUnit : FactKind.Pdf : fact.Kind;

    private static World Standardised(World w, int flags)
    {
        w = w with
        {
            Law = Laws.Citing("I.2.e"), Catalogs = [new CatalogSpec("inv", "C-1", "C-2") { For = Laws.Invented }],
            Instruments = [new InstrumentSpec(Laws.Invented, (flags & 192) != 192 ? "inv" : null)],
        };
        if ((flags & 320) == 256) w = w with { Law = w.Law.Changing(s => s with { Coverage = [new Marque.Legal.Coverage("I.2.e", Marque.Legal.Extent.Partial, "storage", ["privacy.confidentiality-all-data"], [])] }) };
        if ((flags & 320) == 320) w = w with { Law = w.Law with { Official = false } };
        return w;
    }

    private static World Rebut(World w, StatementSpec s)
    {
        var against = w.Series.Where(x => s.Evidence.Contains(x.Id)).SelectMany(x => x.Facts).Where(f => f.Content == Outcome.Contradicts).Select(f => f.Sha256).ToImmutableArray();
        return against.IsEmpty ? w : w.Decide(new DecisionSpec(s.Requirement, "rebuts") { FactDigests = against });
    }
}
