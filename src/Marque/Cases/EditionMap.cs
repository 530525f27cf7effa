using Marque.Text;

namespace Marque.Cases;

/// <summary>What becomes of a requirement from one edition of its catalog to another.</summary>
public enum Fate
{
    /// <summary>It keeps its id.</summary>
    Unchanged,

    /// <summary>One is another one's successor under another id.</summary>
    Renumbered,

    /// <summary>One becomes several.</summary>
    Split,

    /// <summary>Several become one.</summary>
    Merged,

    /// <summary>The new edition does not ask for it.</summary>
    Deleted,

    /// <summary>The old edition did not ask for it.</summary>
    New,
}

/// <summary>Whether a requirement still asks for the same, in the judgement of the map's author. It decides nothing.</summary>
public enum Meaning
{
    /// <summary>Not stated.</summary>
    Unknown,

    /// <summary>It asks for the same.</summary>
    Same,

    /// <summary>It asks for something else, or more, or less.</summary>
    Changed,
}

/// <summary>A catalog in one edition.</summary>
/// <param name="Catalog">The catalog's id.</param>
/// <param name="Edition">The edition, with the amendment after a plus sign: <c>2018</c>, <c>2018+A11</c>.</param>
public readonly record struct EditionName(string Catalog, string Edition)
{
    /// <summary>As it stands before an id: <c>acme@2</c>.</summary>
    public override string ToString() => $"{Catalog}@{Edition}";

    /// <summary>The edition that a mapping states by <c>edition</c> and <c>amendment</c>; null without an edition.</summary>
    internal static string? Read(Fields f)
    {
        var (edition, amendment) = (f.Text("edition"), f.Text("amendment"));
        foreach (var (key, text) in new[] { ("edition", edition), ("amendment", amendment) })
        {
            // An id names it between '@' and ':'.
            if (text is not null && text.AsSpan().IndexOfAny(":@+") >= 0) f.Problem(key, "edition.name", $"an {key} here has none of the characters ':', '@' and '+'", "write it like \"2018\", an amendment in a key of its own: amendment: A11");
        }

        if (amendment is not null && edition is null) f.Missing("edition");
        return edition is null ? null : amendment is null ? edition : $"{edition}+{amendment}";
    }
}

/// <summary>A map of one's own from one edition of a catalog to another. It proposes which statement answers which requirement; it decides nothing.</summary>
/// <param name="Id">Its id in the case.</param>
/// <param name="Version">Its version.</param>
/// <param name="From">The old edition.</param>
/// <param name="To">The new edition.</param>
/// <param name="Author">Who made it, as a role; null: not stated.</param>
/// <param name="IsReviewed">Whether a person with both texts at hand has reviewed it.</param>
/// <param name="Entries">What becomes of the requirements.</param>
/// <param name="Digest">Record digest of the whole map.</param>
/// <param name="Place">Where it stands.</param>
public sealed record EditionMap(string Id, string Version, EditionName From, EditionName To, string? Author, bool IsReviewed, IReadOnlyList<EditionEntry> Entries, Digest Digest, Place Place);

/// <summary>What becomes of one requirement, or of several together.</summary>
/// <param name="Fate">What becomes of them.</param>
/// <param name="From">Ids of the old edition; empty for new ones.</param>
/// <param name="To">Ids of the new edition; empty for deleted ones.</param>
/// <param name="MovedTo">Of deleted ones: ids of the new edition where some of it went. They carry nothing over.</param>
/// <param name="Meaning">Whether it still asks for the same.</param>
/// <param name="Rationale">Why the author says so.</param>
/// <param name="Place">Where it stands.</param>
public sealed record EditionEntry(Fate Fate, IReadOnlyList<(string Id, Place Place)> From, IReadOnlyList<(string Id, Place Place)> To, IReadOnlyList<(string Id, Place Place)> MovedTo, Meaning Meaning, string Rationale, Place Place)
{
    /// <summary>The pairs of an old and a new requirement along which a statement is carried over.</summary>
    public IEnumerable<(string Old, string New)> Links => Fate == Fate.Unchanged ? From.Select(f => (f.Id, f.Id)) : From.SelectMany(f => To.Select(t => (f.Id, t.Id)));
}
