using Marque.Legal;
using NodaTime;
using NodaTime.Text;

namespace Marque.Cases;

/// <summary>What an editor shows for each id of a legal set: our title, where it stands, and the law's words where it is law. Of standards never more than titles and our own words.</summary>
internal static class IdTexts
{
    public static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);

    public static IReadOnlyList<(string Id, string Text)> Points(LegalSet law) =>
        [.. law.Points.Select(p => (p.Id, $"{p.Title}.\n{p.Provision}: “{p.Text}”"))];

    public static IReadOnlyList<(string Id, string Text)> Obligations(LegalSet law) =>
        [.. law.Obligations.Select(o => (o.Id, $"{o.Title}.\n{Cited(o.Provision)}; {Words(o.Tag)}; {string.Join(", ", o.Roles.Select(Words))}; applies from {Day(o.AppliesFrom)}.{Event(o)}{Condition(o.Condition)}"))];

    public static IReadOnlyList<(string Id, string Text)> Catalogs(LegalSet law) =>
        [.. law.Catalogs.SelectMany(c => c.Items.Select(i => (i.Id, $"{i.Title}.\n{c.Title}{(i.Clause is { } clause ? $", clause {clause}" : "")}.{Types(i)}{(i.FirstLevel is { } level ? $" From SL {level}." : "")}\nIn our words: {i.Summary}")))];

    public static IReadOnlyList<(string Id, string Text)> Remainder(LegalSet law) =>
        [.. law.Remainder.Select(r => (r.Id, $"{r.Title}.\nFeeds {r.Target}; {Words(r.Tag)}; {r.Basis}.\n{r.Demand}{Condition(r.Condition)}"))];

    public static IReadOnlyList<(string Id, string Text)> Categories(LegalSet law) =>
        [.. law.Categories.Select(c => (c.Id, $"{c.Provision}: “{c.Text}”{string.Concat(c.Description.Select(d => $"\n{d}"))}{(c.Unverified.Count == 0 ? "" : $"\nThe adopted description was not verified for: {string.Join("; ", c.Unverified)}.")}"))];

    public static IReadOnlyList<(string Id, string Text)> Standards(LegalSet law) =>
        [.. law.Standards.Select(s => (s.Reference, $"{s.Title}.\n{s.Status}, as of {Day(s.AsOf)}; {(s.Citations.Count == 0 ? "no citation known" : $"cited from {Day(s.Citations.Min(c => c.From))}")}."))];

    public static IReadOnlyList<(string Id, string Text)> Bridges(LegalSet law) =>
        [.. law.Bridges.Select(b => (b.Id, $"Version {b.Version}, {b.Status}, from {string.Join(" and ", b.From)}."))];

    // Of the events, those that trigger something.
    public static IReadOnlyList<(string Id, string Text)> Events(LegalSet law) =>
        [.. law.Events.Where(e => law.Obligations.Any(o => o.Event == e.Id)).Select(e => (e.Id, $"{e.What}\n{e.Basis}. Triggers {string.Join(", ", law.Obligations.Where(o => o.Event == e.Id).Select(o => o.Id))}."))];

    private static string Cited(string provision) => provision.StartsWith("Annex", StringComparison.Ordinal) ? provision : $"Article {provision}";

    private static string Event(Obligation o) => o.Event is { } e ? $" Triggered by the event {e}." : "";

    private static string Condition(string? condition) => condition is null ? "" : $"\nCondition: “{condition}”";

    private static string Types(CatalogItem item) => item.ComponentTypes.Count == 0 ? "" : $" For {string.Join(", ", item.ComponentTypes)}.";

    private static string Words(Tag tag) => tag.ToString().ToUpperInvariant();

    private static string Words(Role role) => role switch
    {
        Role.AuthorisedRepresentative => "authorised representative",
        Role.Steward => "open-source software steward",
        _ => role.ToString().ToLowerInvariant(),
    };
}
