namespace Marque.Versions;

/// <summary>How the versions of an ecosystem are written and ordered.</summary>
public enum VersionScheme
{
    /// <summary>Not known: nothing compares, and what needs an order stays unmatched.</summary>
    Unknown,

    /// <summary>Semantic Versioning 2.0.0.</summary>
    SemVer,
}
