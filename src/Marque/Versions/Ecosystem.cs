namespace Marque.Versions;

/// <summary>An ecosystem of the OSV schema, with the release where it has releases (<c>Debian:12</c>).</summary>
/// <param name="Name">Its name, as the OSV schema writes it.</param>
/// <param name="Release">What stands behind the first colon; empty when nothing does.</param>
public readonly record struct Ecosystem(string Name, string Release = "")
{
    /// <summary>Reads <c>Name</c> or <c>Name:Release</c>; a name that is not known is kept.</summary>
    public static Ecosystem Parse(string text) =>
        text.IndexOf(':') is var colon and > 0 ? new(text[..colon], text[(colon + 1)..]) : new(text);

    /// <summary>Whether the OSV schema defines the name. Names are compared as they are written.</summary>
    public bool IsKnown => EcosystemTable.Find(Name) is not null;

    /// <summary>How its versions are ordered; <see cref="VersionScheme.Unknown"/> where nobody defines an order.</summary>
    public VersionScheme Scheme => EcosystemTable.Find(Name) switch
    {
        (_, EcosystemSuffix.Inner) => Inner?.Scheme ?? VersionScheme.Unknown,
        var (scheme, _) => scheme,
        null => VersionScheme.Unknown,
    };

    /// <summary>What its suffix means.</summary>
    public EcosystemSuffix Suffix => Release.Length == 0 ? EcosystemSuffix.None : EcosystemTable.Find(Name)?.Suffix ?? EcosystemSuffix.None;

    /// <summary>Whether an advisory for it holds for one release of a distribution only: <c>Debian:12</c>, not <c>Debian</c> or <c>Maven:https://...</c>.</summary>
    public bool IsDistributionRelease => Suffix is EcosystemSuffix.Release || (Suffix is EcosystemSuffix.Inner && Inner is { IsDistributionRelease: true });

    /// <summary>The ecosystem that is rebuilt or patched here (<c>Root:Debian:12</c> is about <c>Debian:12</c>); null where there is none.</summary>
    public Ecosystem? Inner =>
        Suffix is EcosystemSuffix.Inner && Parse(Release) is { IsKnown: true } inner && EcosystemTable.Find(inner.Name) is not (_, EcosystemSuffix.Inner) ? inner : null;

    /// <inheritdoc/>
    public override string ToString() => Release.Length == 0 ? Name : $"{Name}:{Release}";
}
