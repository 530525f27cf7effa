using Marque.Advisories.Feeds;
using Marque.Components;
using Marque.Components.Purls;
using NodaTime;

namespace Marque.Advisories.Suppliers;

/// <summary>What a supplier states about a vulnerability in some of its products (CSAF, OpenVEX, CycloneDX).</summary>
/// <param name="Vulnerabilities">Every id of the vulnerability, the one it goes by first.</param>
/// <param name="Status">The status.</param>
/// <param name="Products">The products it is stated for.</param>
/// <param name="Source">The document it stands in.</param>
public sealed record SupplierStatement(IReadOnlyList<string> Vulnerabilities, SupplierStatus Status, IReadOnlyList<SupplierProduct> Products, SupplierDocument Source)
{
    /// <summary>The status as the document has it, where that is none of the four words: <c>false_positive</c>, <c>resolved_with_pedigree</c> (CycloneDX); else empty.</summary>
    public string StatedAs { get; init; } = "";

    /// <summary>What the supplier does, in the words of CycloneDX (<c>update</c>); other formats state none.</summary>
    public IReadOnlyList<string> Responses { get; init; } = [];

    /// <summary>Why it is not affected, by the label that CSAF and OpenVEX have (<c>vulnerable_code_not_present</c>), or that of CycloneDX; empty when not stated.</summary>
    public string Justification { get; init; } = "";

    /// <summary>The impact in the supplier's words; empty when not stated.</summary>
    public string Impact { get; init; } = "";

    /// <summary>What to do in the supplier's words, with its category (<c>vendor_fix: update to 4.2</c>); empty when not stated.</summary>
    public string Action { get; init; } = "";

    /// <summary>When it was stated; null when neither the statement nor the document says.</summary>
    public Instant? At { get; init; }
}

/// <summary>What is stated of a product.</summary>
public enum SupplierStatus
{
    /// <summary>Not affected.</summary>
    NotAffected,

    /// <summary>Affected.</summary>
    Affected,

    /// <summary>The product holds the fix.</summary>
    Fixed,

    /// <summary>Not known yet.</summary>
    UnderInvestigation,
}

/// <summary>A product of a statement: everything that identifies it. Any purl or CPE suffices; name, version and range are for those without.</summary>
/// <param name="Name">Its name; empty when only identifiers are stated.</param>
public sealed record SupplierProduct(string Name)
{
    /// <summary>The vendor; empty when not stated.</summary>
    public string Vendor { get; init; } = "";

    /// <summary>The one version it speaks of; empty when it speaks of a range or of all.</summary>
    public string Version { get; init; } = "";

    /// <summary>The versions it speaks of, a <c>vers:</c> range or the supplier's own words; empty when it speaks of one or of all.</summary>
    public string Range { get; init; } = "";

    /// <summary>Its package URLs; one without version speaks of <see cref="Version"/>, <see cref="Range"/>, or of all.</summary>
    public IReadOnlyList<Purl> Purls { get; init; } = [];

    /// <summary>Its CPE names, as stated.</summary>
    public IReadOnlyList<string> Cpes { get; init; } = [];

    /// <summary>Other identifiers: <c>algorithm:hex</c> of files, addresses, serial and model numbers with their kind in front; and what was no identifier.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>The components inside the product the status is about; empty: the product itself.</summary>
    public IReadOnlyList<SupplierProduct> Subcomponents { get; init; } = [];
}

/// <summary>The document of statements.</summary>
/// <param name="Format"><c>csaf</c>, <c>openvex</c> or <c>cyclonedx</c>.</param>
/// <param name="Id">Its id: <c>tracking.id</c>, <c>@id</c>, <c>serialNumber</c>.</param>
public sealed record SupplierDocument(string Format, string Id)
{
    /// <summary>The version of the document.</summary>
    public string Version { get; init; } = "";

    /// <summary>Who published it.</summary>
    public string Publisher { get; init; } = "";

    /// <summary>The publisher's namespace (CSAF): with the id it names the document among all.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>The title.</summary>
    public string Title { get; init; } = "";

    /// <summary>The state of the document: <c>draft</c>, <c>interim</c>, <c>final</c> (CSAF); empty otherwise.</summary>
    public string State { get; init; } = "";

    /// <summary>When this version was released; null when not stated.</summary>
    public Instant? Released { get; init; }
}

/// <summary>What reading a document of statements came to.</summary>
/// <param name="Document">The document; null when it is refused.</param>
/// <param name="Statements">What it states.</param>
/// <param name="Refused">What was not taken, each with why.</param>
/// <param name="Problem">Why the document is refused, in words; empty when it is not.</param>
public sealed record SupplierReading(SupplierDocument? Document, IReadOnlyList<SupplierStatement> Statements, IReadOnlyList<RefusedRecord> Refused, string Problem);
