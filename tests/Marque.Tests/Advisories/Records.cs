using System.Text;
using Marque.Advisories;
using Marque.Components;
using Marque.Components.Purls;

namespace Marque.Tests.Advisories;

/// <summary>OSV records and indexes for tests.</summary>
internal static class Records
{
    /// <summary>A record about one package with one range.</summary>
    public static string Osv(string id, string ecosystem, string name, string events, string type = "ECOSYSTEM", string more = "", string affected = "", string modified = "2026-01-01T00:00:00Z") =>
        $$"""{"id":"{{id}}","modified":"{{modified}}"{{more}},"affected":[{"package":{"ecosystem":"{{ecosystem}}","name":"{{name}}"},"ranges":[{"type":"{{type}}","events":[{{Events(events)}}]}]{{affected}}}]}""";

    /// <summary>A record without affected packages.</summary>
    public static string Bare(string id, string more = "", string modified = "2026-01-01T00:00:00Z") => $$"""{"id":"{{id}}","modified":"{{modified}}"{{more}}}""";

    /// <summary>Events in short: <c>i1.0 f1.2 l1.3 m2.0</c>.</summary>
    public static string Events(string events) =>
        string.Join(',', events.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(e => $$"""{"{{e[0] switch { 'i' => "introduced", 'f' => "fixed", 'l' => "last_affected", _ => "limit" }}}":"{{e[1..]}}"}"""));

    /// <summary>One segment of these records.</summary>
    public static byte[] Segment(params IEnumerable<string> records)
    {
        var builder = new AdvisoryIndexBuilder("osv");
        foreach (var record in records)
        {
            var added = builder.Add(Encoding.UTF8.GetBytes(record));
            Assert.True(added.Kind == Addition.Added, $"{added.Id}: {added.Reason}");
        }

        return Written(builder);
    }

    /// <summary>What a builder writes.</summary>
    public static byte[] Written(AdvisoryIndexBuilder builder)
    {
        var stream = new MemoryStream();
        builder.Write(stream);
        return stream.ToArray();
    }

    /// <summary>An index of segments, oldest first.</summary>
    public static AdvisoryIndex Open(params IReadOnlyList<byte[]> segments)
    {
        var read = AdvisoryIndex.Open([.. segments.Select(s => (ReadOnlyMemory<byte>)s)]);
        Assert.Empty(read.Problems);
        return read.Value!;
    }

    /// <summary>An index of one segment of these records.</summary>
    public static AdvisoryIndex Index(params IEnumerable<string> records) => Open(Segment(records));

    /// <summary>Matches a package URL.</summary>
    public static ComponentMatch Match(this AdvisoryIndex index, string purl)
    {
        var read = Purl.Read(purl);
        Assert.NotNull(read.Purl);
        return Marque.Advisories.Match.Component(index, read.Purl);
    }

    /// <summary>The ids of its findings.</summary>
    public static string Found(this AdvisoryIndex index, string purl) => string.Join(' ', index.Match(purl).Findings.Select(f => f.Vulnerability));
}
