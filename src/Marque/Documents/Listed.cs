using Marque.Assessments;

namespace Marque.Documents;

/// <summary>The verdicts of catalog items beside the items: their title and catalog, which an id alone may not name.</summary>
internal static class Listed
{
    /// <summary>The pairs in order. An assessment may list some of the items only, in their order.</summary>
    /// <param name="items">All items of the kind, in the order of the index.</param>
    /// <param name="verdicts">The derivations listed.</param>
    public static IEnumerable<(Item Item, Derivation Why)> Of(IReadOnlyList<Item> items, IReadOnlyList<Derivation> verdicts)
    {
        var at = 0;
        foreach (var why in verdicts)
        {
            while (at < items.Count && items[at].Id != why.What) at++;
            if (at == items.Count) yield break;
            yield return (items[at++], why);
        }
    }
}
