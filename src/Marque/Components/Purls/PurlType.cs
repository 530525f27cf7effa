namespace Marque.Components.Purls;

/// <summary>A registered type of package URL and its rules (ECMA-427, clause 6).</summary>
/// <param name="Name">The type.</param>
/// <param name="Namespace">Whether it has a namespace.</param>
/// <param name="Lowered">The parts that are not case sensitive, canonical in lower case.</param>
/// <param name="Repository">The default package repository; empty when there is none.</param>
/// <param name="Keys">The qualifiers it defines.</param>
/// <param name="RequiredKey">The qualifier that must be there; empty when none must.</param>
public sealed record PurlType(string Name, NamespaceRule Namespace, PurlParts Lowered = PurlParts.None, string Repository = "", IReadOnlyList<string>? Keys = null, string RequiredKey = "")
{
    /// <summary>The qualifiers it defines; any other may stand there too.</summary>
    public IReadOnlyList<string> Keys { get; } = Keys ?? [];
}

/// <summary>Whether a type of package URL has a namespace.</summary>
public enum NamespaceRule
{
    /// <summary>It may.</summary>
    Optional,

    /// <summary>It must.</summary>
    Required,

    /// <summary>It must not.</summary>
    Prohibited,
}

/// <summary>Parts of a package URL.</summary>
[Flags]
public enum PurlParts
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The namespace.</summary>
    Namespace = 1,

    /// <summary>The name.</summary>
    Name = 2,

    /// <summary>The version.</summary>
    Version = 4,

    /// <summary>The subpath.</summary>
    Subpath = 8,
}
