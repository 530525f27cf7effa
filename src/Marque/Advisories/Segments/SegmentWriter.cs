using System.Buffers.Binary;

namespace Marque.Advisories.Segments;

/// <summary>Writes records as one segment. Where several have the same id, the newest stands, and among equals the last; the order given does not show otherwise.</summary>
internal static class SegmentWriter
{
    /// <summary>Writes a segment.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="items">The records.</param>
    /// <param name="sources">Their feeds.</param>
    /// <param name="lists">The lists of binary packages that they name.</param>
    /// <param name="known">Segments whose knowledge of binary packages is taken over.</param>
    public static void Write(Stream output, SegmentItem[] items, IReadOnlyList<string> sources, IReadOnlyDictionary<UInt128, ReadOnlyMemory<byte>> lists, params IReadOnlyList<Segment> known)
    {
        var order = Winners(items);
        var keys = new KeyTable(lists);
        var ids = new IdTable();
        var records = new byte[order.Length * Layout.RecordSize];
        Parallel.Invoke(
            () =>
            {
                long affected = 0;
                for (var number = 0; number < order.Length; affected += items[order[number++]].Affected.Length) keys.Add(number, items[order[number]], (uint)affected);
                foreach (var segment in known) keys.Add(segment);
                keys.Make();
            },
            () =>
            {
                Records(items, order, records);
                for (var number = 0; number < order.Length; number++) ids.Add(number, items[order[number]]);
                ids.Make();
            });
        var target = new PartWriter(output);
        target.Raw(Layout.Mark);
        keys.Write(target);
        target.Part(records);
        ids.Write(target);
        var feeds = new TextList();
        foreach (var source in sources) feeds.Add(source);
        var list = new BlobWriter();
        feeds.WriteTo(list);
        target.Part(list.Written);
        target.Part(Lists(keys));
        target.Part(keys.Names);
        target.Begin();
        foreach (var at in order) target.Raw(items[at].Head.Span);
        target.End(0);
        target.Begin();
        foreach (var at in order) target.Raw(items[at].Affected.Span);
        target.End(0);
        target.Begin();
        foreach (var at in order) target.Raw(items[at].Original.Span);
        target.End(0);
        target.Begin();
        foreach (var (_, blob) in keys.Lists) target.Raw(blob.Span);
        target.End(0);
        target.Footer(order.Length);
    }

    private static byte[] Lists(KeyTable keys)
    {
        var table = new BlobWriter();
        long offset = 0;
        foreach (var (id, blob) in keys.Lists)
        {
            BinaryPrimitives.WriteUInt128BigEndian(table.Take(BinaryListView.IdSize), id);
            table.Fixed((uint)offset);
            offset += blob.Length;
        }

        return table.Written.ToArray();
    }

    private static void Records(SegmentItem[] items, int[] order, byte[] records)
    {
        long head = 0, affected = 0, original = 0;
        for (var number = 0; number < order.Length; number++)
        {
            ref readonly var item = ref items[order[number]];
            new RecordEntry(item.Modified, original, item.Original.Length, item.RawLength, item.RawChecksum, (uint)head, (uint)affected, (uint)item.Affected.Length, item.AffectedCount, item.Flags, item.Source)
                .Write(records.AsSpan(number * Layout.RecordSize));
            head += item.Head.Length;
            affected += item.Affected.Length;
            original += item.Original.Length;
        }
    }

    // In the order of the ids' hashes, so that it does not show which thread read which record.
    private static int[] Winners(SegmentItem[] items)
    {
        var hashes = new ulong[items.Length];
        var order = new int[items.Length];
        for (var at = 0; at < order.Length; at++) (hashes[at], order[at]) = (Layout.IdHash(items[at].Id), at);
        Array.Sort(hashes, order);
        var kept = 0;
        for (int first = 0, next; first < order.Length; first = next)
        {
            for (next = first + 1; next < order.Length && hashes[next] == hashes[first];) next++;
            if (next - first > 1)
            {
                var run = order.AsSpan(first, next - first);
                run.Sort((a, b) => items[a].Id.SequenceCompareTo(items[b].Id) is var byId and not 0 ? byId : Newer(items, a, b));
            }

            for (var at = first; at < next; at++)
            {
                // The newest of an id stands last in its run.
                if (at + 1 < next && items[order[at]].Id.SequenceEqual(items[order[at + 1]].Id)) continue;
                order[kept++] = order[at];
            }
        }

        return order[..kept];
    }

    private static int Newer(SegmentItem[] items, int a, int b)
    {
        // A tombstone beats what came before it, and what comes after it beats the tombstone.
        if ((items[a].Flags | items[b].Flags).HasFlag(RecordFlags.Tombstone)) return a.CompareTo(b);
        return items[a].Modified.CompareTo(items[b].Modified) is var byTime and not 0 ? byTime : a.CompareTo(b);
    }
}
