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
        var w = World.Empty with { Parts = parts, Releases = Releases };
        w = w with { Series = [.. Pool.Select((s, i) => s with { Facts = [.. facts[i].Select((f, n) => f with { Bytes = $"{s.Id} {n}", Kind = KindOf(s, f) })] })] };
        if (corner == 7) w = Standardised(w, flags);
        var requirements = Corners[corner];
        for (var i = 0; i < requirements.Length; i++)
        {
            if (states[i] == 0) continue;
            var evidence = Pool[links[i] % 8].Id == Pool[links[i] / 8 % 8].Id ? ImmutableArray.Create(Pool[links[i] % 8].Id) : [Pool[links[i] % 8].Id, Pool[links[i] / 8 % 8].Id];
            w = w.State(new StatementSpec(requirements[i], states[i] switch { 1 => "partly", 2 => "planned", _ => "implemented" })
            {
                Evidence = states[i] == 3 ? [] : evidence, Parts = states[i] == 4 ? [parts[0].Id] : [], Releases = states[i] == 5 ? new RangeSpec("1.1") : null,
            });
        }

        if ((flags & 1) == 0) w = (flags & 2) == 0 ? w.AssessRisk() : w with { Risk = RiskSpec.Complete };
        if ((flags & 4) == 0) w = w.Adopt();
        if ((flags & 24) == 24 && w.Risk is not null) w = w.Exclude("I.2.e").Exclude("CR 4.3");
        if ((flags & 32) == 32) w = w.Classify("important-I", "III-I-12");
        for (var i = 0; i < w.Statements.Length; i++)
        {
            if (states[^(i + 1)] is 6) continue;
            var s = w.Statements[i];
            w = w.Decide(decisions[i] with { Requirement = s.Requirement, Facts = s.Evidence });
            if (states[^(i + 1)] is 7) w = w.ChangeLast(d => d with { StoodOn = d.StoodOn.SetItem(0, (d.StoodOn[0].Name, Digest(i))) });
            if (states[^(i + 1)] is 8) w = Rebut(w, s);
        }

        return w;
    }

    private static FactKind? KindOf(SeriesSpec series, FactSpec fact) => series.Kind is null ? fact.Kind is null ? FactKind.JUnit : FactKind.Pdf : fact.Kind;

    private static Marque.Text.Digest Digest(int i) => Marque.Text.Digest.Of([(byte)i]);

    private static World Standardised(World w, int flags)
    {
        w = w with
        {
            Law = Laws.Citing("I.2.e"), Catalogs = [new CatalogSpec("inv", "C-1", "C-2") { For = Laws.Invented }],
            Instruments = [new InstrumentSpec(Laws.Invented, (flags & 64) == 0 ? "inv" : null)],
        };
        if ((flags & 128) != 0) w = w with { Law = w.Law.Changing(s => s with { Coverage = [new Marque.Legal.Coverage("I.2.e", Marque.Legal.Extent.Partial, "storage", ["privacy.confidentiality-all-data"], [])] }) };
        if ((flags & 256) != 0) w = w with { Law = w.Law with { Official = false } };
        return w;
    }

    private static World Rebut(World w, StatementSpec s)
    {
        var against = w.Series.Where(x => s.Evidence.Contains(x.Id)).SelectMany(x => x.Facts).Where(f => f.Content == Outcome.Contradicts).Select(f => f.Sha256).ToImmutableArray();
        return against.IsEmpty ? w : w.Decide(new DecisionSpec(s.Requirement, "rebuts") { FactDigests = against });
    }
}
