namespace Marque.Advisories.Segments;

/// <summary>The head of a record: what a finding tells of it.</summary>
internal sealed record HeadView(string Id, long Published, long Withdrawn, string[] Aliases, string[] Upstream, string Summary, Severity[] Severities, string Word, string[] Notes)
{
    /// <summary>Reads the payload of a blob.</summary>
    public static HeadView Read(ReadOnlySpan<byte> payload)
    {
        var reader = new BlobReader(payload);
        return Read(ref reader);
    }

    /// <summary>Reads on.</summary>
    public static HeadView Read(ref BlobReader reader) =>
        new(reader.String(), reader.Number(), reader.Number(), reader.Strings(), reader.Strings(), reader.String(), ReadSeverities(ref reader), reader.String(), reader.Strings());

    /// <summary>A counted list of severities.</summary>
    public static Severity[] ReadSeverities(ref BlobReader reader)
    {
        var count = reader.Count();
        if (count == 0) return [];
        var list = new Severity[count];
        for (var at = 0; at < list.Length; at++) list[at] = new Severity(reader.String(), reader.String());
        return list;
    }
}
