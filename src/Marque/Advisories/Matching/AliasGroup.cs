using Marque.Advisories.Segments;

namespace Marque.Advisories.Matching;

/// <summary>Everything that goes by one of the ids of a vulnerability.</summary>
internal sealed class AliasGroup
{
    /// <summary>So many ids of one vulnerability are followed; hostile feeds could chain all into one.</summary>
    public const int Most = 1000;

    private readonly HashSet<RecordAt> records = [];
    private string[]? sorted;

    private AliasGroup()
    {
    }

    /// <summary>Its ids.</summary>
    public HashSet<string> Ids { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether more ids may belong to it than are followed.</summary>
    public bool IsFull => Ids.Count >= Most;

    /// <summary>Its ids, in ordinal order.</summary>
    public string[] Sorted => sorted ??= InOrder();

    /// <summary>Its records that stand.</summary>
    public List<HeadView> Heads { get; } = [];

    /// <summary>One line about it; empty when no record has one.</summary>
    public string Summary => Heads.Find(h => h.Summary.Length > 0)?.Summary ?? "";

    /// <summary>How severe its records call it; null as long as nobody asked.</summary>
    public Rating? Rating { get; set; }

    /// <summary>Follows the aliases of a record that counts, both ways. A withdrawn record joins nothing.</summary>
    public static AliasGroup Of(AdvisoryIndex index, RecordAt record, HeadView head)
    {
        var group = new AliasGroup();
        var open = new Queue<string>();
        group.records.Add(record);
        group.Add(head, open);
        while (open.TryDequeue(out var id) && !group.IsFull)
        {
            foreach (var at in index.ById(id, most: Most))
            {
                if (group.IsFull) break;
                if (group.records.Add(at) && index.HeadAt(at) is { Withdrawn: 0 } other) group.Add(other, open);
            }
        }

        group.Heads.Sort((a, b) => string.CompareOrdinal(a.Id, b.Id));
        return group;
    }

    private string[] InOrder()
    {
        string[] ids = [.. Ids];
        Array.Sort(ids, string.CompareOrdinal);
        return ids;
    }

    private void Add(HeadView head, Queue<string> open)
    {
        Heads.Add(head);
        if (Ids.Add(head.Id)) open.Enqueue(head.Id);
        foreach (var id in head.Aliases)
        {
            if (Ids.Add(id)) open.Enqueue(id);
        }
    }
}
