using Marque.Cases;
using Marque.Facts;
using Marque.Ledger;
using Marque.Legal;
using Marque.Text;

namespace Marque.Assessments;

/// <summary>A legal set and a case, resolved against each other once: what an assessment of any release at any instant starts from.</summary>
public sealed class CaseIndex
{
    private readonly Dictionary<(string Catalog, string Id), Item> byName;
    private readonly HashSet<string> processes;
    private readonly Dictionary<string, List<(Item Item, Tag Tag)>> remainder;
    private readonly Dictionary<string, Obligation> obligations;
    private readonly Attesting attesting;

    internal CaseIndex(LegalSet law, Case @case, Attesting attesting, IReadOnlyList<Item> items, IReadOnlyList<IndexedSeries> series, IReadOnlyList<IndexedDecision> decisions, int statements)
    {
        (Law, Case, Trust, Trusts, Items, Series, Decisions, StatementCount) = (law, @case, attesting.Trust, attesting.Trusts, items, series, decisions, statements);
        this.attesting = attesting;
        byName = items.ToDictionary(i => (i.Catalog, i.Id));
        processes = items.Where(i => i.IsProcess).Select(i => i.Id).ToHashSet(StringComparer.Ordinal);
        remainder = law.Remainder.GroupBy(r => r.Target, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(r => (byName[("remainder", r.Id)], r.Tag)).ToList(), StringComparer.Ordinal);
        obligations = law.Obligations.ToDictionary(o => o.Id, StringComparer.Ordinal);
        CatalogItems = [.. items.Where(i => i.Kind == ItemKind.Catalog)];
        RemainderItems = [.. items.Where(i => i.Kind == ItemKind.Remainder)];
        Parts = @case.Product?.Parts ?? [];
        History = new ReleaseHistory(@case.Releases);
        Points = [.. law.Points.Select(p => byName[("cra", p.Id)])];
        Bridges = [.. law.Bridges.Select(b => (b, true)), .. @case.Bridges.Select(b => (b, false))];
        SeriesById = series.ToDictionary(s => s.Series.Id, StringComparer.Ordinal);
        Altered = @case.Uses.Where(u => @case.Processes.Any(p => p.Use == u.Id && p.Process.Digest != u.Digest)).Select(u => u.Id).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The legal set.</summary>
    public LegalSet Law { get; }

    /// <summary>The case.</summary>
    public Case Case { get; }

    /// <summary>How the root key was found.</summary>
    public RootOfTrust Trust { get; }

    internal IReadOnlyList<(string Use, RootOfTrust Trust)> Trusts { get; }

    /// <summary>The root keys given from outside.</summary>
    internal IReadOnlyList<PublicKey> Roots { get; init; } = [];

    internal IReadOnlyList<Part> Parts { get; }

    internal ReleaseHistory History { get; }

    internal IReadOnlyList<Item> Items { get; }

    internal IReadOnlyList<Item> Points { get; }

    internal IReadOnlyList<IndexedSeries> Series { get; }

    internal IReadOnlyDictionary<string, IndexedSeries> SeriesById { get; }

    internal IReadOnlyList<IndexedDecision> Decisions { get; }

    internal int StatementCount { get; }

    internal IReadOnlyList<(Bridge Bridge, bool IsLegal)> Bridges { get; }

    /// <summary>Uses of process cases whose digest is no longer the one taken up.</summary>
    internal IReadOnlySet<string> Altered { get; }

    /// <summary>What the edition maps lead from.</summary>
    internal Editions Editions { get; init; } = Editions.None;

    internal bool IsProcess(string id) => processes.Contains(id);

    internal IReadOnlyList<Item> CatalogItems { get; }

    internal IReadOnlyList<Item> RemainderItems { get; }

    internal IReadOnlyList<(Item Item, Tag Tag)> RemainderOf(string target) => remainder.TryGetValue(target, out var found) ? found : [];

    internal Obligation? Obligation(string id) => obligations.GetValueOrDefault(id);

    internal Item? Find(string catalog, string id) => byName.GetValueOrDefault((catalog, id));

    /// <summary>Resolves the case against the legal set, and checks who attested what.</summary>
    /// <param name="law">The legal set.</param>
    /// <param name="case">The case as read, without problems.</param>
    /// <param name="trustedRoots">Root keys given from outside; empty: the one that the case names.</param>
    /// <returns>The index, or a problem for each id that neither knows, or that may not be used so.</returns>
    public static Read<CaseIndex> Build(LegalSet law, Case @case, IReadOnlyList<PublicKey> trustedRoots) => new IndexBuilder(law, @case, trustedRoots).Build();

    /// <summary>The same, as if one decision were signed already by those it names.</summary>
    internal static Read<CaseIndex> Build(LegalSet law, Case @case, IReadOnlyList<PublicKey> trustedRoots, Digest assumed) => new IndexBuilder(law, @case, trustedRoots, assumed).Build();

    /// <summary>The item that a case's id names; null: none, or several.</summary>
    internal Item? Find(RequirementId id) => Items.Where(i => i.Is(id)).Take(2).ToList() is [var only] ? only : null;

    /// <summary>Null when the persons whom the decision names may decide so, whether or not they have signed; else the reason why not.</summary>
    public string? WhyNotAllowed(Decision decision) => attesting.WhyNotAllowed(decision);

    /// <summary>Null when the decision is attested; else the reason why not.</summary>
    public string? WhyNotAttested(Decision decision) => attesting.WhyNot(decision);

    /// <summary>The requirement a person names, by any usual spelling; null with the nearest known id when there is none.</summary>
    /// <param name="text">Such as <c>I.2.e</c>, <c>CR 3.4 RE(2)</c>, <c>13(19)</c>, <c>updates.opt-out</c>.</param>
    public (string Catalog, string Id, string Title)? Resolve(string text)
    {
        var id = RequirementId.Of(text);
        var found = Items.FirstOrDefault(i => i.Is(id))
            ?? (id.Edition is null ? Items.FirstOrDefault(i => string.Equals(i.Id, id.Item, StringComparison.OrdinalIgnoreCase)) : null);
        return found is null ? null : (found.Catalog, found.Id, found.Title);
    }

    /// <summary>What to say of an id of an edition that an edition map leads from: that it is not the pinned one, and what became of it; null for any other.</summary>
    /// <param name="text">The id, in any usual spelling.</param>
    public string? OfOldEdition(string text)
    {
        var id = RequirementId.Of(text);
        if (Editions.Items.FirstOrDefault(i => i.Is(id)) is not { } old) return null;
        var now = Items.Where(i => i.Origins?.Exists(o => o.Old == old) ?? false).Select(i => $"{i.Catalog}:{i.Id}").ToList();
        return $"{old.FullId} is of an edition that the case does not pin{(now.Count > 0 ? $"; it became {string.Join(", ", now)}" : "")}";
    }

    /// <summary>The catalogs that hold an item of that id: with several, a case names the catalog before it.</summary>
    public IReadOnlyList<string> CatalogsOf(string id) => [.. Items.Where(i => i.Id == id).Select(i => i.Catalog)];

    /// <summary>The known id nearest to a mistyped one, or null.</summary>
    public string? Suggest(string text) => Nearest.To(RequirementId.Of(text).Item, Items.Select(i => i.Id));

    /// <summary>The release that is assessed when none is asked for: the newest supported that was there at the instant, as far as the case tells; null without releases.</summary>
    /// <param name="at">The instant.</param>
    public string? NewestSupported(NodaTime.Instant at) => History.NewestSupported(Case.Lines, BrusselsDay.AsOf(at)).Chosen?.Version;
}
