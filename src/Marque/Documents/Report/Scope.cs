using System.Text;
using Marque.Assessments;
using Marque.Cases;
using Marque.Documents.Blocks;
using Marque.Language;
using Marque.Legal;
using Marque.Text;

namespace Marque.Documents.Report;

/// <summary>One assessment as the report tells of it: what can be linked to, and what stands behind a reference of a ground.</summary>
internal sealed class Scope
{
    private readonly Dictionary<string, Item> items = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, Digest), CatalogItem> catalogItems;
    private readonly Dictionary<string, string> anchors = new(StringComparer.Ordinal);
    private readonly HashSet<string> used = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IndexedDecision> decisions;
    private readonly IReadOnlyDictionary<(string Series, Digest Sha256), string>? files;

    public Scope(Assessment a, CaseIndex index, Observations seen, Texts texts, string prefix, IReadOnlyDictionary<(string Series, Digest Sha256), string>? files)
    {
        (A, Index, Seen, T, Prefix, this.files) = (a, index, seen, texts, prefix, files);
        States = FactStates.Of(index, seen, a.Release, a.AsOf);
        Decided = DecisionStates.Of(index, a.Release, a.AsOf);
        decisions = index.Decisions.DistinctBy(d => d.Ref, StringComparer.Ordinal).ToDictionary(d => d.Ref, StringComparer.Ordinal);
        foreach (var item in index.Items) items.TryAdd(item.Id, item);
        catalogItems = index.Law.Catalogs.SelectMany(c => c.Items.Select(i => (Key: (c.Id, i.Digest), Item: i))).DistinctBy(x => x.Key).ToDictionary(x => x.Key, x => x.Item);
        foreach (var r in a.Requirements) Anchor(r.Point.Id, r.Point.Id);
        foreach (var o in a.Obligations) Anchor(o.Obligation.Id, $"obligation-{o.Obligation.Id}");
        foreach (var (item, _) in Listed.Of(index.CatalogItems, a.Catalogs).Concat(Listed.Of(index.RemainderItems, a.Remainder))) Anchor(item.Id, item.Id);
        foreach (var s in index.Series) Anchor(s.Ref, $"fact-{s.Series.Id}");
        foreach (var d in index.Decisions) Anchor(d.Ref, $"decision-{d.Decision.On:uuuu-MM-dd}-{d.Decision.Subject.Id.Slug}");
        Mentions = new Mentions(a, index);
    }

    /// <summary>The same in another language.</summary>
    public Scope In(Texts texts) => new(A, Index, Seen, texts, Prefix, files);

    public Assessment A { get; }

    public CaseIndex Index { get; }

    public Observations Seen { get; }

    /// <summary>The words of the language.</summary>
    public Texts T { get; }

    /// <summary>What stands before every anchor, so that those of several releases differ.</summary>
    public string Prefix { get; }

    public IReadOnlyList<SeriesState> States { get; }

    public IReadOnlyList<(bool Counts, Ground? WhyNot)> Decided { get; }

    public Mentions Mentions { get; }

    /// <summary>The parts, when they are few enough for a column each.</summary>
    public IReadOnlyList<Part> Columns => Index.Parts.Count is > 1 and <= 5 ? Index.Parts : [];

    public Item? Item(string id) => items.GetValueOrDefault(id);

    /// <summary>The short title of an item in the language.</summary>
    public string Title(Item item) => T.Title($"{item.Catalog}:{item.Id}") ?? item.Title;

    /// <summary>The short title of a point in the language.</summary>
    public string Title(AnnexPoint point) => T.Title($"cra:{point.Id}") ?? point.Title;

    /// <summary>The title of a group of a catalog in the language.</summary>
    public string Title(Catalog catalog, string group, string title) => T.Title($"{catalog.Id}:group:{group}") ?? title;

    /// <summary>The language in which the law is quoted, where it is not the document's; null: it is.</summary>
    public string? LawLanguage => T.Language == Texts.English.Language ? null : Texts.English.Language;

    public CatalogItem? Of(Item item) => catalogItems.GetValueOrDefault((item.Catalog, item.Digest));

    public SeriesState? State(string series) => Index.SeriesById.TryGetValue(series, out var s) ? States[s.Number] : null;

    public IndexedDecision? Decision(string reference) => decisions.GetValueOrDefault(reference);

    /// <summary>Where the bytes of a fact lie beside the report; null: they do not.</summary>
    public string? FileOf(string series, Digest sha256) => files?.GetValueOrDefault((series, sha256));

    /// <summary>The anchor of a requirement, or of a reference such as <c>evidence:tls-test</c>; null: the report has none.</summary>
    public string? AnchorOf(string what) => anchors.GetValueOrDefault(what);

    /// <summary>A section's heading.</summary>
    public Heading Section(string id, string title) => new(2, Prefix + id, title);

    /// <summary>The name of something, linked where the report tells more of it.</summary>
    public Inline Named(string what) => AnchorOf(what) is { } anchor ? new Link(anchor, what) : new Run(Spoken.Say(what, T));

    public Inline Series(string id) => AnchorOf($"evidence:{id}") is { } anchor ? new Link(anchor, id) : new Run(id);

    private void Anchor(string what, string name)
    {
        if (anchors.ContainsKey(what)) return;
        var slug = new StringBuilder(Prefix);
        foreach (var c in name) slug.Append(char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '-');
        var free = slug.ToString().TrimEnd('-');
        for (var i = 2; !used.Add(free); i++) free = $"{slug}-{i}";
        anchors[what] = free;
    }
}
