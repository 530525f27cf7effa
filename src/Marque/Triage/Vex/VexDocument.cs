using Marque.Advisories.Cvss;
using Marque.Cases.Declared;
using Marque.Components.Purls;
using NodaTime;

namespace Marque.Triage.Vex;

/// <summary>What a manufacturer, or a supplier, states of vulnerabilities in releases of products: what OpenVEX, CycloneDX and CSAF have in common.</summary>
/// <param name="Id">The document's id.</param>
/// <param name="Author">Who states it.</param>
/// <param name="At">When.</param>
/// <param name="Statements">What is stated.</param>
public sealed record VexDocument(string Id, VexAuthor Author, Instant At, IReadOnlyList<VexStatement> Statements)
{
    /// <summary>The number of its issue, from 1.</summary>
    public int Version { get; init; } = 1;

    /// <summary>When its first issue was released; null: with this one.</summary>
    public Instant? First { get; init; }

    /// <summary>A line about it.</summary>
    public string Title { get; init; } = "";
}

/// <summary>Who states something.</summary>
/// <param name="Name">Name.</param>
/// <param name="Namespace">An address under its control (CSAF, <c>publisher.namespace</c>); null: none is known.</param>
/// <param name="Contact">How it is reached; null: not stated.</param>
public sealed record VexAuthor(string Name, string? Namespace, string? Contact);

/// <summary>A release of a product, as other documents name it too.</summary>
/// <param name="Product">The product's name.</param>
/// <param name="Version">The release.</param>
/// <param name="Purl">Its package URL, with the version.</param>
public sealed record VexProduct(string Product, string Version, Purl Purl);

/// <summary>The status of one vulnerability in one release, of the product itself or of one component of it.</summary>
/// <param name="Ids">Every id of the vulnerability, the one it goes by first.</param>
/// <param name="Product">The release.</param>
/// <param name="Component">The component; null: the product's own code, or all of it.</param>
/// <param name="Status">The status.</param>
public sealed record VexStatement(IReadOnlyList<string> Ids, VexProduct Product, Purl? Component, TriageStatus Status)
{
    /// <summary>What the vulnerability is, in a line; null: not known.</summary>
    public string? Summary { get; init; }

    /// <summary>How severe it is, as a CVSS vector; null: not known.</summary>
    public CvssVector? Vector { get; init; }

    /// <summary>Why it is not affected; null: the impact says it in words.</summary>
    public Justification? Justification { get; init; }

    /// <summary>What the vulnerability means for the product; null: nothing is said.</summary>
    public string? Impact { get; init; }

    /// <summary>What users shall do; null: nothing.</summary>
    public string? Action { get; init; }

    /// <summary>What the manufacturer does.</summary>
    public IReadOnlyList<TriageResponse> Responses { get; init; } = [];

    /// <summary>When it was stated; null: with the document.</summary>
    public Instant? At { get; init; }
}

/// <summary>A document in one dialect, and what of the statements it cannot say.</summary>
/// <param name="Bytes">The document.</param>
/// <param name="Losses">What is said less exactly, or not at all, each once with how often.</param>
public sealed record VexWriting(ReadOnlyMemory<byte> Bytes, IReadOnlyList<VexLoss> Losses);

/// <summary>Something that a dialect cannot say.</summary>
/// <param name="What">What, and how it is said instead.</param>
/// <param name="Statements">How many statements it concerns.</param>
public sealed record VexLoss(string What, int Statements);
