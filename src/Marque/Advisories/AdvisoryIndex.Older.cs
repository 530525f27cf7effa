using Marque.Advisories.Segments;
using Marque.Text;

namespace Marque.Advisories;

public sealed partial class AdvisoryIndex
{
    /// <summary>The layout of a segment, by its first eight bytes; 0: it is none.</summary>
    public static int LayoutOf(ReadOnlySpan<byte> head) => head.Length >= Layout.Mark.Length && head[..7].SequenceEqual(Layout.Mark[..7]) ? head[7] : 0;

    /// <summary>Writes a segment of an older layout anew, from the original records that it keeps.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="output">Where to.</param>
    /// <param name="damaged">How many records could not be taken over because they are damaged.</param>
    /// <returns>Why the segment cannot be read; null when it can.</returns>
    public static Problem? Renew(ReadOnlyMemory<byte> segment, Stream output, out int damaged)
    {
        damaged = 0;
        if (Segment.Open(segment, out var old, older: true) is { } reason) return new Problem(new Place("segment"), "index.segment", reason, "import the feeds again");
        AdvisoryIndexBuilder[] builders = [.. old.Sources.DefaultIfEmpty("").Select(s => new AdvisoryIndexBuilder(s))];
        for (var number = 0; number < old.Count; number++)
        {
            var entry = old.Record(number);
            var builder = builders[Math.Min(entry.Source, builders.Length - 1)];
            if (entry.Flags.HasFlag(RecordFlags.Tombstone))
            {
                if (old.TryHead(entry, out var head)) builder.Delete(new BlobReader(head).String());
                else damaged++;
            }
            else if (Original(old, entry) is not { } record) damaged++;
            else builder.AddShared(record, entry.Flags.HasFlag(RecordFlags.Deflated) ? old.Stored(entry) : default);
        }

        AdvisoryIndexBuilder.Write(output, builders);
        return null;
    }
}
