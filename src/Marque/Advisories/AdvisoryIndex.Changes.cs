using System.Text;
using Marque.Advisories.Segments;

namespace Marque.Advisories;

public sealed partial class AdvisoryIndex
{
    /// <summary>
    /// The packages whose matches can differ between this index and one without its last so many segments: what the records there speak of, and what the records they replace or delete spoke of.
    /// As <see cref="PackageKeys"/> names them, in ordinal order.
    /// </summary>
    public IReadOnlyList<string> ChangedPackages(int lastSegments)
    {
        var changed = new SortedSet<string>(StringComparer.Ordinal);
        var first = Math.Max(0, segments.Length - lastSegments);
        for (var at = first; at < segments.Length; at++)
        {
            var segment = segments[at];
            for (var key = 0; key < segment.KeyCount; key++)
            {
                if (!segment.TryKeyName(key, out var ecosystem, out _, out var name)) continue;
                PackageName.IsBinary(ref ecosystem);
                changed.Add(PackageKeys.Text(ecosystem, name));
            }

            for (var record = 0; record < segment.Count; record++)
            {
                if (!segment.TryHead(segment.Record(record), out var head)) continue;
                var id = new BlobReader(head).Text();
                for (var before = 0; before < first; before++)
                {
                    if (Own(segments[before], id) is { } replaced) Packages(segments[before], replaced, changed);
                }
            }
        }

        changed.UnionWith(BinariesOf(changed));
        return [.. changed];
    }

    // What is said of a source package is said of its binary ones, whichever segment knows them.
    private List<string> BinariesOf(SortedSet<string> sources)
    {
        var binaries = new List<string>();
        var known = sources.ToHashSet(StringComparer.Ordinal);
        foreach (var segment in segments)
        {
            for (var key = 0; key < segment.KeyCount; key++)
            {
                if (!segment.TryKeyName(key, out var ecosystem, out var source, out var name) || !PackageName.IsBinary(ref ecosystem)) continue;
                PackageName.Source(source, out _, out _, out var package);
                if (known.Contains(PackageKeys.Text(ecosystem, package))) binaries.Add(PackageKeys.Text(ecosystem, name));
            }
        }

        return binaries;
    }

    private static void Packages(Segment segment, in RecordEntry entry, SortedSet<string> into)
    {
        var part = segment.Part(Layout.Affected);
        var name = new BlobWriter();
        var at = entry.Affected;
        for (var one = 0; one < entry.AffectedCount && BlobReader.TryOpen(part, at, out var payload); one++)
        {
            var view = new AffectedView(payload);
            name.Cut();
            PackageName.Write(PackageName.Base(view.Ecosystem), view.Name, name);
            if (!view.Name.IsEmpty) into.Add(PackageKeys.Text(PackageName.Base(view.Ecosystem), name.Written));
            for (var left = view.RangeCount; left > 0 && !view.Failed; left--)
            {
                var range = view.Range();
                if (range.Type != RangeType.Git) continue;
                name.Cut();
                PackageName.Write(PackageName.Git, range.Repository, name);
                into.Add(PackageKeys.Text(PackageName.Git, name.Written));
            }

            at += (uint)payload.Length + 8;
        }
    }
}
