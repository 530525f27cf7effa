using Marque.Advisories.Segments;
using Marque.Versions;

namespace Marque.Advisories.Matching;

/// <summary>A record that hits a component.</summary>
internal sealed class RecordHit
{
    public RecordHit(HeadView head, string source, string package, string because, List<string>? fixes, PackageTarget target, ReadOnlySpan<byte> affected)
    {
        (Head, Source, Package, Because, Fixes, Version) = (head, source, package, because, fixes, target.Version);
        var view = new AffectedView(affected);
        Scheme = target.IsRepository ? VersionScheme.Unknown : Ecosystem.Parse(System.Text.Encoding.UTF8.GetString(view.Ecosystem)).Scheme;
        for (var left = view.RangeCount; left > 0; left--) view.Range();
        view.Versions();
        (_, Severities, Word, LastKnown) = view.Rest();
    }

    public HeadView Head { get; }

    public string Source { get; }

    public string Package { get; }

    public string Because { get; }

    public List<string>? Fixes { get; }

    public string Version { get; }

    public VersionScheme Scheme { get; }

    /// <summary>Severities of the package alone.</summary>
    public Severity[] Severities { get; }

    /// <summary>The ecosystem's or database's word on the package.</summary>
    public string Word { get; }

    /// <summary>The database's last known affected range, which no event states.</summary>
    public string LastKnown { get; }
}
