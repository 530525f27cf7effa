using Marque.Advisories.Segments;

namespace Marque.Advisories.Matching;

/// <summary>Everything that goes by one of the ids of a vulnerability.</summary>
/// <param name="Ids">Its ids.</param>
/// <param name="Heads">Its records that stand.</param>
internal sealed record AliasGroup(HashSet<string> Ids, List<HeadView> Heads)
{
    /// <summary>So many ids of one vulnerability are followed; hostile feeds could chain all into one.</summary>
    public const int Most = 1000;

    /// <summary>One line about it; empty when no record has one.</summary>
    public string Summary => Heads.Find(h => h.Summary.Length > 0)?.Summary ?? "";

    /// <summary>Follows the aliases of a record, both ways. A withdrawn record joins nothing.</summary>
    public static AliasGroup Of(AdvisoryIndex index, HeadView head)
    {
        var group = new AliasGroup(new HashSet<string>(StringComparer.Ordinal), []);
        var open = new Queue<string>();
        group.Add(head, open);
        while (open.TryDequeue(out var id) && group.Ids.Count < Most)
        {
            foreach (var at in index.ById(id))
            {
                if (index.HeadAt(at) is { Withdrawn: 0 } other && !group.Heads.Exists(h => h.Id == other.Id)) group.Add(other, open);
            }
        }

        return group;
    }

    private void Add(HeadView head, Queue<string> open)
    {
        Heads.Add(head);
        foreach (var id in (ReadOnlySpan<string>)[head.Id, .. head.Aliases])
        {
            if (Ids.Add(id)) open.Enqueue(id);
        }
    }

    /// <inheritdoc/>
    public bool Equals(AliasGroup? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
