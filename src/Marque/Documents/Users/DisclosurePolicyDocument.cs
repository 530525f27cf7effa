using Marque.Cases.Declared;
using Marque.Documents.Blocks;
using Marque.Documents.Report;
using Marque.Legal;

namespace Marque.Documents.Users;

/// <summary>The policy on coordinated vulnerability disclosure as a page, Annex I Part II(5): what the case declares, in an order that readers of such policies know.</summary>
internal static class DisclosurePolicyDocument
{
    public static Document Of(Subject subject, DisclosurePolicy policy)
    {
        var (t, scope) = (subject.T, subject.Scope);
        var contact = UserItems.Contact(scope);
        List<Block> missing = [];
        void Lack(IReadOnlyList<string> texts, string id)
        {
            if (texts.Count == 0) missing.Add(new Paragraph([.. Missing.Words(t), t[id], " ", new TagMark(Tag.Practice)]));
        }

        // The law asks for a policy and an address; what a policy says is good practice.
        if (contact is null) missing.Add(Missing.Of(t, "policy.lack.contact", "Annex I Part II(6)"));
        Lack(policy.Scope, "policy.lack.scope");
        Lack(policy.Report, "policy.lack.report");
        Lack(policy.Handling, "policy.lack.handling");
        Lack(policy.Disclosure, "policy.lack.disclosure");
        List<Block> opening = [new Paragraph(t.Of("policy.opening", ("manufacturer", scope.Index.Case.Product?.Manufacturer ?? scope.A.Product.Name), ("product", scope.A.Product.Name)))];
        if (missing.Count > 0) opening.Add(new Callout(t["policy.draft"], new ItemList([.. missing.Select(m => (IReadOnlyList<Block>)[m])])));
        List<(string, IReadOnlyList<Inline>)> reach = [];
        if (contact is not null) reach.Add((t["policy.contact"], [contact]));
        if (policy.Encryption is { } key) reach.Add((t["policy.encryption"], [key]));
        if (policy.Languages.Count > 0) reach.Add((t["policy.languages"], [string.Join(", ", policy.Languages)]));
        if (policy.AcknowledgedWithinDays is { } days) reach.Add((t["policy.acknowledged"], [Wording.Number(days)]));
        if (policy.Acknowledgments is { } thanks) reach.Add((t["policy.thanks"], [thanks]));
        List<Block> body =
        [
            .. reach.Count > 0 ? [new Heading(2, "report", t["policy.how"]), new Terms(reach)] : Array.Empty<Block>(),
            .. Part("scope", t["policy.scope"], policy.Scope, false),
            .. Part("content", t["policy.report"], policy.Report, false),
            .. Part("handling", t["policy.handling"], policy.Handling, true),
            .. Part("disclosure", t["policy.disclosure"], policy.Disclosure, false),
            .. Part("good-faith", t["policy.good-faith"], policy.GoodFaith, false),
        ];
        return subject.Document("disclosure-policy", opening, body) with { Closing = [] };
    }

    private static IReadOnlyList<Block> Part(string id, string title, IReadOnlyList<string> texts, bool isNumbered) => texts switch
    {
        [] => [],
        [var only] => [new Heading(2, id, title), new Paragraph(only)],
        _ => [new Heading(2, id, title), new ItemList([.. texts.Select(x => (IReadOnlyList<Block>)[new Paragraph(x)])], isNumbered)],
    };
}
