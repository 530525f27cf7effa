namespace Marque.Components;

/// <summary>What a relationship means for the dependency graph.</summary>
public enum RelationshipRole : byte
{
    /// <summary>Nothing.</summary>
    Other,

    /// <summary>The one depends on the other.</summary>
    DependsOn,

    /// <summary>The other depends on the one.</summary>
    DependencyOf,

    /// <summary>The one contains the other.</summary>
    Contains,

    /// <summary>The other contains the one.</summary>
    ContainedBy,

    /// <summary>The document, or a collection in it, is about the other.</summary>
    Describes,

    /// <summary>The document, or a collection in it, is about the one.</summary>
    DescribedBy,
}

/// <summary>A relationship between two elements of the file (CycloneDX, dependencies; SPDX, relationships).</summary>
/// <param name="From">The reference it starts from.</param>
/// <param name="Type">Its type, as written (<c>DEPENDS_ON</c>); <c>dependsOn</c> and <c>provides</c> in CycloneDX.</param>
/// <param name="To">The reference it leads to.</param>
/// <param name="Role">What it means for the graph.</param>
/// <param name="Line">Where it stands, from 1.</param>
public readonly record struct Relationship(string From, string Type, string To, RelationshipRole Role, int Line);
