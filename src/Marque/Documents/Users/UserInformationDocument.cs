using Marque.Cases.Declared;
using Marque.Documents.Blocks;
using Marque.Documents.Report;

namespace Marque.Documents.Users;

/// <summary>Information and instructions to the user, in the order of Annex II: for users, so without verdicts and words of the program.</summary>
internal static class UserInformationDocument
{
    public static Document Of(Subject subject, UserInformation information)
    {
        var (t, scope) = (subject.T, subject.Scope);
        var product = scope.Index.Case.Product;
        var missing = UserItems.Lacking(scope, information).ToList();
        List<Block> opening = [new Paragraph(t.Words("users.opening", ("annex", [new Cite("Annex II")])))];
        if (missing.Count > 0) opening.Add(new Callout(t["users.draft"], new ItemList([.. missing.Select(m => (IReadOnlyList<Block>)[Missing.Of(t, m.Lack, m.Provision)])])));
        List<Block> body =
        [
            .. Section(subject, 1, Pairs(t["users.manufacturer"], product?.Manufacturer, t["users.address"], product?.Address, t["users.email"], product?.Email, t["users.website"], product?.Website)),
            .. Section(subject, 2, Pairs(t["users.contact"], product?.Contact?.ToString(), t["users.reports"], UserItems.Reports(scope), t["users.policy"], scope.Index.Case.Vulnerabilities?.Policy?.Address)),
            .. Section(subject, 3, Pairs(t["users.name"], scope.A.Product.Name, t["users.type"], product?.Type, t["users.release"], scope.A.Release)),
            .. Section(subject, 4, [.. Text(information.IntendedPurpose ?? product?.IntendedPurpose), .. Part("environment", t["users.environment"], information.SecurityEnvironment), .. Part("functionalities", t["users.functionalities"], information.EssentialFunctionalities), .. Part("properties", t["users.properties"], information.SecurityProperties)]),
            .. Section(subject, 5, Listed(information.RiskCircumstances)),
            // Where applicable, Annex II(6).
            .. information.DeclarationAddress is { } declaration ? Section(subject, 6, Text(declaration)) : [],
            .. Section(subject, 7, Support(subject, information)),
            .. Instructions(subject, information),
            .. information.Sbom is { } sbom ? Section(subject, 9, Text(sbom)) : [],
        ];
        return subject.Document("user-information", opening, body) with { Closing = [new Paragraph(t.Of("users.closing", ("day", Wording.Text(Legal.BrusselsDay.AsOf(scope.A.AsOf)))))] };
    }

    // An item of which nothing is known has no heading: what is missing stands at the beginning.
    private static IReadOnlyList<Block> Section(Subject subject, int number, IReadOnlyList<Block> blocks) =>
        blocks.Count == 0 ? [] : [new Heading(2, $"annex-ii-{Wording.Number(number)}", $"{Wording.Number(number)}. {subject.T[$"users.{Wording.Number(number)}"]}"), .. blocks];

    private static IReadOnlyList<Block> Support(Subject subject, UserInformation information)
    {
        var t = subject.T;
        var kinds = information.Support.Count > 0 ? information.Support : subject.Scope.Index.Case.Support?.Kind is { } kind ? [kind] : [];
        return [.. Listed(kinds), .. UserItems.End(subject.Scope) is { } end ? [new Paragraph([new Run(t["users.end"], Setting.Strong), " ", UserMonth.Of(t, end)])] : Array.Empty<Block>()];
    }

    private static IReadOnlyList<Block> Instructions(Subject subject, UserInformation information)
    {
        List<Block> blocks = [];
        foreach (var letter in "abcdef")
        {
            var steps = UserItems.Instructions(information, letter);
            if (steps.Count == 0) continue;
            blocks.Add(new Heading(3, $"annex-ii-8{letter}", $"({letter}) {subject.T[$"users.8{letter}"]}"));
            if (steps is [var only]) blocks.Add(new Paragraph(only));
            else blocks.Add(new ItemList([.. steps.Select(s => (IReadOnlyList<Block>)[new Paragraph(s)])], IsNumbered: true));
        }

        return Section(subject, 8, blocks);
    }

    private static IReadOnlyList<Block> Pairs(params ReadOnlySpan<string?> pairs)
    {
        var found = new List<(string, IReadOnlyList<Inline>)>();
        for (var i = 0; i < pairs.Length; i += 2)
        {
            if (pairs[i + 1] is { Length: > 0 } value) found.Add((pairs[i]!, [value]));
        }

        return found.Count == 0 ? [] : [new Terms(found)];
    }

    private static IReadOnlyList<Block> Text(string? text) => text is null ? [] : [new Paragraph(text)];

    private static IReadOnlyList<Block> Part(string id, string title, IReadOnlyList<string> texts) => texts.Count == 0 ? [] : [new Heading(3, $"annex-ii-4-{id}", title), .. Listed(texts)];

    private static IReadOnlyList<Block> Listed(IReadOnlyList<string> texts) => texts switch
    {
        [] => [],
        [var only] => [new Paragraph(only)],
        _ => [new ItemList([.. texts.Select(x => (IReadOnlyList<Block>)[new Paragraph(x)])])],
    };
}
