using Marque.Advisories.Segments;
using NodaTime;

namespace Marque.Advisories;

/// <summary>What became of reading one record.</summary>
/// <param name="Advisory">The record; null when it is refused.</param>
/// <param name="Id">Its id, as far as it could be read.</param>
/// <param name="Reason">Why it is refused; empty when it is not.</param>
public sealed record OsvReading(Advisory? Advisory, string Id, string Reason);

/// <summary>The reader of records of the Open Source Vulnerability format: strict about what identifies a record, tolerant of fields it does not know.</summary>
public static class Osv
{
    /// <summary>The largest record, in bytes.</summary>
    public const int MaxRecord = 64 * 1024 * 1024;

    /// <summary>Reads one record.</summary>
    /// <param name="record">Its JSON, UTF-8.</param>
    public static OsvReading Read(ReadOnlySpan<byte> record)
    {
        var scan = new OsvScan(full: true);
        return scan.Read(record) is { } reason ? new(null, System.Text.Encoding.UTF8.GetString(scan.Id), reason) : new(From(scan), System.Text.Encoding.UTF8.GetString(scan.Id), "");
    }

    /// <summary>A time of a segment as an instant.</summary>
    internal static Instant Time(long ticks) => Instant.FromUnixTimeTicks(ticks - DateTime.UnixEpoch.Ticks);

    private static Advisory From(OsvScan scan)
    {
        var reader = new BlobReader(scan.Head.Written[8..]);
        var head = HeadView.Read(ref reader);
        var related = reader.Strings();
        var references = new Reference[reader.Count()];
        for (var at = 0; at < references.Length; at++) references[at] = new Reference(reader.String(), reader.String());
        var notes = head.Notes.ToList();
        var affected = new AffectedPackage[scan.Starts.Count];
        for (var at = 0; at < affected.Length; at++) affected[at] = Package(scan.Affected.Written[(scan.Starts[at] + 8)..], at, scan.Lists, notes);
        return new Advisory(head.Id, Time(scan.Modified))
        {
            Published = head.Published == 0 ? null : Time(head.Published),
            Withdrawn = head.Withdrawn == 0 ? null : Time(head.Withdrawn),
            Aliases = head.Aliases,
            Upstream = head.Upstream,
            Related = related,
            Summary = head.Summary,
            Severities = head.Severities,
            DatabaseSeverity = head.Word,
            Affected = affected,
            References = references,
            NotApplied = notes,
        };
    }

    private static AffectedPackage Package(ReadOnlySpan<byte> payload, int number, BinaryLists lists, List<string> notes)
    {
        var view = new AffectedView(payload);
        var (ecosystem, name) = (System.Text.Encoding.UTF8.GetString(view.Ecosystem), System.Text.Encoding.UTF8.GetString(view.Name));
        var noted = new BlobReader(view.Notes);
        for (var at = 0; at < view.NoteCount; at++) notes.Add($"affected[{number}]: {noted.String()}");
        var ranges = new AffectedRange[view.RangeCount];
        for (var at = 0; at < ranges.Length; at++)
        {
            var range = view.Range();
            var events = new RangeEvent[range.Count];
            var row = range.Events;
            for (var one = 0; one < events.Length; one++) events[one] = new RangeEvent((RangeEventKind)row.Byte(), row.String());
            ranges[at] = new AffectedRange(range.Type, events, System.Text.Encoding.UTF8.GetString(range.Repository));
        }

        var listed = view.Versions();
        var versions = new string[listed.Count];
        var texts = listed.Texts;
        for (var at = 0; at < versions.Length; at++) versions[at] = texts.String();
        var (purl, severities, word, lastKnown) = view.Rest();
        return new AffectedPackage(ecosystem, name, purl) { Binaries = Binaries(view.Binaries, lists), Ranges = ranges, Versions = versions, Severities = severities, DatabaseSeverity = word, LastKnown = lastKnown };
    }

    private static BinaryPackage[] Binaries(ReadOnlySpan<byte> id, BinaryLists lists)
    {
        if (id.IsEmpty) return [];
        var view = new BinaryListView(BlobReader.Payload(lists.Kept[System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(id)].Span, 0));
        var list = new BinaryPackage[view.Count];
        for (var at = 0; at < list.Length; at++)
        {
            view.At(at, out var name, out var version);
            list[at] = new BinaryPackage(System.Text.Encoding.UTF8.GetString(name), System.Text.Encoding.UTF8.GetString(version));
        }

        return list;
    }
}
