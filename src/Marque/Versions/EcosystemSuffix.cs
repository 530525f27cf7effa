namespace Marque.Versions;

/// <summary>What stands behind the colon of an ecosystem.</summary>
public enum EcosystemSuffix
{
    /// <summary>Nothing, or something the OSV schema gives no meaning.</summary>
    None,

    /// <summary>A release of a distribution or one of its products: what an advisory says holds for it alone.</summary>
    Release,

    /// <summary>The address of a repository.</summary>
    Repository,

    /// <summary>Another ecosystem, which is rebuilt or patched here.</summary>
    Inner,
}
