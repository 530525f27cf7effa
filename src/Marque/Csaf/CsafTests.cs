namespace Marque.Csaf;

/// <summary>The tests of CSAF 2.0 with errata, section 6, in its order.</summary>
public static class CsafTests
{
    /// <summary>The JSON schema, with those of CVSS that it refers to.</summary>
    public static CsafTest Schema { get; } = new("schema", "JSON Schema");

    /// <summary>All of section 6.</summary>
    public static IReadOnlyList<CsafTest> All { get; } =
    [
        new("6.1.1", "Missing Definition of Product ID"), new("6.1.2", "Multiple Definition of Product ID"), new("6.1.3", "Circular Definition of Product ID"),
        new("6.1.4", "Missing Definition of Product Group ID"), new("6.1.5", "Multiple Definition of Product Group ID"), new("6.1.6", "Contradicting Product Status"),
        new("6.1.7", "Multiple Scores with same Version per Product"), new("6.1.8", "Invalid CVSS"), new("6.1.9", "Invalid CVSS computation"), new("6.1.10", "Inconsistent CVSS"),
        new("6.1.11", "CWE"), new("6.1.12", "Language"), new("6.1.13", "PURL"), new("6.1.14", "Sorted Revision History"), new("6.1.15", "Translator"),
        new("6.1.16", "Latest Document Version"), new("6.1.17", "Document Status Draft"), new("6.1.18", "Released Revision History"),
        new("6.1.19", "Revision History Entries for Pre-release Versions"), new("6.1.20", "Non-draft Document Version"), new("6.1.21", "Missing Item in Revision History"),
        new("6.1.22", "Multiple Definition in Revision History"), new("6.1.23", "Multiple Use of Same CVE"), new("6.1.24", "Multiple Definition in Involvements"),
        new("6.1.25", "Multiple Use of Same Hash Algorithm"), new("6.1.26", "Prohibited Document Category Name"),
        new("6.1.27.1", "Document Notes"), new("6.1.27.2", "Document References"), new("6.1.27.3", "Vulnerabilities"), new("6.1.27.4", "Product Tree"),
        new("6.1.27.5", "Vulnerability Notes"), new("6.1.27.6", "Product Status"), new("6.1.27.7", "VEX Product Status"), new("6.1.27.8", "Vulnerability ID"),
        new("6.1.27.9", "Impact Statement"), new("6.1.27.10", "Action Statement"), new("6.1.27.11", "Vulnerabilities"),
        new("6.1.28", "Translation"), new("6.1.29", "Remediation without Product Reference"), new("6.1.30", "Mixed Integer and Semantic Versioning"),
        new("6.1.31", "Version Range in Product Version"), new("6.1.32", "Flag without Product Reference"), new("6.1.33", "Multiple Flags with VEX Justification Codes per Product"),
        new("6.2.1", "Unused Definition of Product ID"), new("6.2.2", "Missing Remediation"), new("6.2.3", "Missing Score"), new("6.2.4", "Build Metadata in Revision History"),
        new("6.2.5", "Older Initial Release Date than Revision History"), new("6.2.6", "Older Current Release Date than Revision History"), new("6.2.7", "Missing Date in Involvements"),
        new("6.2.8", "Use of MD5 as the only Hash Algorithm"), new("6.2.9", "Use of SHA-1 as the only Hash Algorithm"), new("6.2.10", "Missing TLP label"),
        new("6.2.11", "Missing Canonical URL"), new("6.2.12", "Missing Document Language"), new("6.2.13", "Sorting"), new("6.2.14", "Use of Private Language"),
        new("6.2.15", "Use of Default Language"), new("6.2.16", "Missing Product Identification Helper"), new("6.2.17", "CVE in field IDs"),
        new("6.2.18", "Product Version Range without vers"), new("6.2.19", "CVSS for Fixed Products"), new("6.2.20", "Additional Properties"),
        new("6.3.1", "Use of CVSS v2 as the only Scoring System"), new("6.3.2", "Use of CVSS v3.0"), new("6.3.3", "Missing CVE"), new("6.3.4", "Missing CWE"),
        new("6.3.5", "Use of Short Hash"), new("6.3.6", "Use of non-self referencing URLs Failing to Resolve"), new("6.3.7", "Use of self referencing URLs Failing to Resolve"),
        new("6.3.8", "Spell check"), new("6.3.9", "Branch Categories"), new("6.3.10", "Usage of Product Version Range"), new("6.3.11", "Usage of V as Version Indicator"),
    ];

    private static readonly Dictionary<string, CsafTest> ById = All.Append(Schema).ToDictionary(t => t.Id, StringComparer.Ordinal);

    /// <summary>The test of a section.</summary>
    /// <exception cref="KeyNotFoundException">There is no such section.</exception>
    public static CsafTest Of(string id) => ById[id];
}
