using Marque.Assessments;
using Marque.Cases;
using Marque.Legal;
using Marque.Text;
using NodaTime;

namespace Marque.Comparisons;

/// <summary>What a person assumes of a standard that is not cited: from when, and what it would cover. It is never law: only <see cref="Under"/> uses it, and what comes of it is told as assumed.</summary>
/// <param name="Standard">The standard as the registry has it.</param>
/// <param name="From">The first day of the assumed citation.</param>
/// <param name="Horizontal">Whether it is taken to be for products of every category.</param>
/// <param name="Categories">The categories it is taken to be for.</param>
/// <param name="Coverage">What it is taken to cover; a point that is not listed stays unknown.</param>
/// <param name="Digest">Digest of the file that says so.</param>
public sealed record Assumption(Standard Standard, LocalDate From, bool Horizontal, IReadOnlyList<string> Categories, IReadOnlyList<Coverage> Coverage, Digest Digest)
{
    /// <summary>The act that an assumed citation names.</summary>
    public const string Act = "ASSUMED citation";

    /// <summary>Reads a file of assumed coverage.</summary>
    /// <param name="file">The name used in problems.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="law">The legal set.</param>
    /// <param name="standard">The standard.</param>
    /// <param name="from">The first day.</param>
    public static Read<Assumption> Read(string file, ReadOnlyMemory<byte> bytes, LegalSet law, Standard standard, LocalDate from)
    {
        var yaml = YamlReader.Read(file, bytes.Span);
        if (yaml.Value is not YamlMap map) return new(null, yaml.Problems.Count > 0 ? yaml.Problems : [new Problem(yaml.Value?.Place ?? new Place(file), "yaml.wrong-type", "the file is not a mapping", "write 'covers:' with a list of points")]);
        var problems = new List<Problem>(yaml.Problems);
        var f = new Fields(map, problems);
        if (f.Text("standard") is { } named && named != standard.Reference) f.Problem("standard", "assumption.other-standard", $"the file is about '{named}'", $"name a file about '{standard.Reference}', or correct the reference");
        var coverage = new List<Coverage>();
        foreach (var c in f.Each("covers"))
        {
            var point = RequirementId.Of(c.Required("point")).Item;
            if (c.Has("point") && law.Points.All(p => p.Id != point)) c.Problem("point", "case.unknown-point", $"'{point}' is no point of Annex I", "write it like I.2.e or II.1");
            if (coverage.Exists(x => x.Point == point)) c.Problem("point", "assumption.twice", $"'{point}' stands twice", "keep one");
            if (!c.Has("extent")) c.Missing("extent");
            var extent = c.OneOf("extent", "full", "partial", "none", "unknown") switch { "full" => Extent.Full, "partial" => Extent.Partial, "none" => Extent.None, _ => Extent.Unknown };
            var leaves = c.Texts("leaves");
            foreach (var (leaf, place) in leaves.Where(l => law.Remainder.All(r => r.Id != l.Value))) problems.Add(new Problem(place, "case.unknown-requirement", $"there is no remainder item '{leaf}'", Nearest.To(leaf, law.Remainder.Select(r => r.Id)) is { } near ? $"did you mean '{near}'?" : "see 'marque assess --format json', remainder"));
            coverage.Add(new Coverage(point, extent, c.Text("because") ?? "assumed", [.. leaves.Select(l => l.Value)], [.. c.Texts("clauses").Select(l => l.Value)]));
            c.Done();
        }

        if (coverage.Count == 0 && !f.Has("covers")) f.Missing("covers");
        var categories = f.Texts("categories");
        foreach (var (category, place) in categories.Where(x => law.Categories.All(k => k.Id != x.Value))) problems.Add(new Problem(place, "case.unknown-category", $"there is no category '{category}' in Annexes III and IV", "write it like III-I-12"));
        var horizontal = f.Flag("horizontal") ?? (categories.Count == 0 && standard.Horizontal);
        f.Done();
        return new(problems.Count > 0 ? null : new Assumption(standard, from, horizontal, categories.Count > 0 ? [.. categories.Select(c => c.Value)] : standard.Categories, coverage, Digest.Of(bytes.Span)), problems);
    }

    /// <summary>The legal set and the case as they would be: the standard cited, and applied by the case with the clause catalog that says it is for it.</summary>
    /// <param name="index">The case and the legal set as they are.</param>
    /// <returns>The index under the assumption, or its problems.</returns>
    public Read<CaseIndex> Under(CaseIndex index)
    {
        var law = index.Law;
        var cited = Standard with
        {
            Kind = Standard.Kind == InstrumentKind.Other ? InstrumentKind.HarmonisedStandard : Standard.Kind,
            Citations = [new Citation(Act, From, null, [])],
            Coverage = Coverage,
            Horizontal = Horizontal,
            Categories = Categories,
        };
        var assumed = law with
        {
            Version = $"{law.Version}+ASSUMED",
            Digest = Digest.Of(System.Text.Encoding.UTF8.GetBytes($"{law.Digest}\n{Standard.Reference}\n{From:uuuu-MM-dd}\n{Digest}")),
            Standards = [.. law.Standards.Select(s => s.Reference == Standard.Reference ? cited : s)],
        };
        var c = index.Case;
        var clauses = ClausesIn(c)?.Id;
        List<AppliedInstrument> applied = [.. c.Instruments.Select(i => i.Reference == Standard.Reference && i.Clauses is null ? i with { Clauses = clauses } : i)];
        if (!applied.Exists(i => i.Reference == Standard.Reference)) applied.Add(new AppliedInstrument(Standard.Reference, clauses, [], null, null, c.Place));
        return CaseIndex.Build(assumed, c with { Instruments = applied }, index.Roots);
    }

    /// <summary>The clause catalog that the case supplies for the standard; null: none.</summary>
    public OwnCatalog? ClausesIn(Case c) => c.Instruments.FirstOrDefault(i => i.Reference == Standard.Reference)?.Clauses is { } named ? Pinned(c).FirstOrDefault(x => x.Id == named) : Pinned(c).FirstOrDefault(x => x.For == Standard.Reference);

    // Of a catalog in several editions the pinned one.
    private static IEnumerable<OwnCatalog> Pinned(Case c) => c.Catalogs.Where(x => !c.Pins.TryGetValue(x.Id, out var pin) || pin.Edition == x.Edition);
}

/// <summary>What an assumed citation would change.</summary>
/// <param name="Assumed">The assumption.</param>
/// <param name="Against">Today against the day of the assumption: every verdict on the second side is assumed.</param>
/// <param name="Clauses">The clauses of the catalog supplied that are not demonstrated and not validly excluded; null: no clause catalog is supplied.</param>
public sealed record Simulation(Assumption Assumed, Comparison Against, IReadOnlyList<Derivation>? Clauses)
{
    /// <summary>Compares today with the assumption; it holds from its first day, so a later day is taken as the instant.</summary>
    /// <param name="assumed">The assumption.</param>
    /// <param name="today">The side as it is.</param>
    /// <returns>The simulation, or the problems of the case under the assumption.</returns>
    public static Read<Simulation> Of(Assumption assumed, Side today)
    {
        var under = assumed.Under(today.Index);
        if (under.Value is not { } index) return new(null, under.Problems);
        var first = BrusselsDay.EndOf(assumed.From);
        var at = first > today.Assessment.AsOf ? first : today.Assessment.AsOf;
        var then = Side.Of("ASSUMED", today.Source, index, today.Seen, today.Assessment.Release, at);
        var clauses = assumed.ClausesIn(today.Index.Case) is { } catalog
            ? index.CatalogItems.Zip(then.Assessment.Catalogs).Where(p => p.First.Catalog == catalog.Id && p.Second.Verdict.FallsShort()).Select(p => p.Second).ToList()
            : null;
        return new(new Simulation(assumed, Comparison.Of(today, then), clauses), []);
    }
}
