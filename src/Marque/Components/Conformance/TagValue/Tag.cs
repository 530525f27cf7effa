namespace Marque.Components.Conformance.TagValue;

/// <summary>What a tag describes.</summary>
internal enum Section
{
    Document,
    Package,
    File,
    Snippet,
    License,
    Relationship,
    Annotation,
    Review,
}

/// <summary>The form of a tag's value.</summary>
internal enum ValueForm
{
    Text,
    Line,
    Version,
    DataLicense,
    Identifier,
    Reference,
    Agent,
    Supplier,
    Instant,
    Checksum,
    Flag,
    Uri,
    LicenseId,
    ExternalDocument,
    ExternalReference,
    Relationship,
    FileType,
    Purpose,
    AnnotationType,
    Range,
    VerificationCode,
}

/// <summary>One tag of SPDX 2.x: clause and cardinalities of ISO/IEC 5962:2021 (SPDX 2.2.1), and of SPDX 2.3 where they differ.</summary>
/// <param name="Name">The tag.</param>
/// <param name="Section">What it describes.</param>
/// <param name="Clause">The clause of the specification.</param>
/// <param name="Least">How often it must stand at least.</param>
/// <param name="Once">Whether it may stand once only.</param>
/// <param name="Form">The form of its value.</param>
/// <param name="Starts">Whether it starts a new one of its section.</param>
internal sealed record Tag(string Name, Section Section, string Clause, int Least, bool Once, ValueForm Form, bool Starts = false)
{
    /// <summary>How often it must stand at least in SPDX 2.3.</summary>
    public int LeastIn23 { get; init; } = Least;

    /// <summary>Whether it came with SPDX 2.3.</summary>
    public bool New { get; init; }
}
