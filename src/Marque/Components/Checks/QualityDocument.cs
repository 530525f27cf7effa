using NodaTime.Text;

namespace Marque.Components.Checks;

/// <summary>Checks of the file as a whole.</summary>
internal static class QualityDocument
{
    /// <summary>Whether the file is JSON or XML of a version not older than the one its family needs.</summary>
    /// <param name="sbom">The file.</param>
    /// <param name="least">As <c>CycloneDX 1.6, SPDX 3.0.1</c>.</param>
    public static QualityFinding FormatAtLeast(Sbom sbom, string least)
    {
        var read = $"{sbom.Format.Family()} {sbom.SpecVersion} ({sbom.Format.Serialisation()})";
        var wanted = least.Split(", ").Select(l => l.Split(' ')).FirstOrDefault(l => l[0] == sbom.Format.Family());
        if (wanted is null) return QualityFinding.NotMet($"{read}; asked for is {least} or later");
        if (!System.Version.TryParse(sbom.SpecVersion, out var version)) return QualityFinding.Unknown($"{read}: which version that is cannot be told");
        if (version < System.Version.Parse(wanted[1])) return QualityFinding.NotMet($"{read}; asked for is {string.Join(' ', wanted)} or later");
        return sbom.Format == SbomFormat.SpdxTagValue ? QualityFinding.NotMet($"{read}; asked for is JSON or XML") : QualityFinding.Met(read);
    }

    public static QualityFinding NoVulnerabilities(Sbom sbom) => sbom.Vulnerabilities.Count == 0
        ? QualityFinding.Met("it speaks of no vulnerability")
        : QualityFinding.NotMet($"it speaks of {sbom.Vulnerabilities.Count} {(sbom.Vulnerabilities.Count == 1 ? "vulnerability" : "vulnerabilities")}");

    /// <summary>Whether who made the file can be reached (BSI TR-03183-2, section 5.2.1, with the mapping of section 8.2).</summary>
    public static QualityFinding Creator(Sbom sbom)
    {
        IEnumerable<Party> mapped = sbom.Format.Family() == "SPDX" ? sbom.Authors : sbom.Manufacturer is { } maker ? [maker] : [];
        if (mapped.FirstOrDefault(QualityFields.Reaches) is { } party) return QualityFinding.Met(NameOf(party));
        if (sbom.Authors.Concat(sbom.Supplier is { } supplier ? [supplier] : []).FirstOrDefault(QualityFields.Reaches) is { } other) return QualityFinding.Unknown($"{NameOf(other)} can be reached, but stands as author or supplier; the guideline maps the creator to metadata.manufacturer");
        return QualityFinding.NotMet(sbom.Authors.Count > 0 || sbom.Manufacturer is not null || sbom.Supplier is not null ? "who made it is named without e-mail address and URL" : "nobody is named");
    }

    /// <summary>Whether a person or an organisation is named as author; a tool is none.</summary>
    public static QualityFinding Author(Sbom sbom)
    {
        if (sbom.Authors.Concat(sbom.Manufacturer is { } maker ? [maker] : []).FirstOrDefault() is { } author) return QualityFinding.Met(NameOf(author));
        if (sbom.Supplier is { } supplier) return QualityFinding.Unknown($"only {NameOf(supplier)} is named, as supplier");
        return QualityFinding.NotMet(sbom.Tools.Count > 0 ? "only a tool is named" : "nobody is named");
    }

    public static QualityFinding Timestamp(Sbom sbom)
    {
        if (sbom.Created.Length == 0) return QualityFinding.NotMet("there is none");
        return OffsetDateTimePattern.Rfc3339.Parse(sbom.Created).Success ? QualityFinding.Met(sbom.Created) : QualityFinding.NotMet($"'{sbom.Created}' is no date and time (RFC 3339)");
    }

    public static QualityFinding Uri(Sbom sbom) => sbom.SerialNumber.Length > 0 ? QualityFinding.Met(sbom.SerialNumber) : QualityFinding.NotMet("there is none");

    public static QualityFinding Version(Sbom sbom)
    {
        if (sbom.Format.Family() == "SPDX") return QualityFinding.Unknown(sbom.SerialNumber.Length > 0 ? "SPDX has a name of the document; published mappings disagree whether that is its version" : "SPDX has no version of a document");
        return (sbom.SerialNumber.Length > 0, sbom.Issue) switch
        {
            (true, { } issue) => QualityFinding.Met($"version {issue} of {sbom.SerialNumber}"),
            (false, _) => QualityFinding.NotMet("there is no serial number, so versions of the file cannot be told apart"),
            _ => QualityFinding.NotMet("there is no version"),
        };
    }

    public static QualityFinding GenerationContext(Sbom sbom)
    {
        if (sbom.Lifecycles.Count > 0) return QualityFinding.Met(string.Join(", ", sbom.Lifecycles));
        return sbom.Format is SbomFormat.SpdxJson or SbomFormat.SpdxTagValue ? QualityFinding.Unknown("SPDX 2 has no field for it; a comment may say it") : QualityFinding.NotMet("it is not said in which phase of life it was made");
    }

    public static QualityFinding Tool(Sbom sbom)
    {
        if (sbom.Tools.Count == 0) return QualityFinding.NotMet("no tool is named");
        // SPDX writes the version behind the name.
        var versioned = sbom.Tools.FirstOrDefault(t => t.Version.Length > 0 || (sbom.Format.Family() == "SPDX" && t.Name.Any(char.IsAsciiDigit)));
        var said = string.Join(", ", sbom.Tools.Take(3).Select(t => $"{t.Name} {t.Version}".Trim()));
        return versioned is null ? QualityFinding.NotMet($"{said}, without a version") : QualityFinding.Met(sbom.Tools.Count > 3 ? $"{said} and {sbom.Tools.Count - 3} more" : said);
    }

    public static QualityFinding Signature(Sbom sbom) => QualityFinding.Unknown(sbom.HasSignature ? "one stands in the file and is not verified here" : "none stands in the file; one beside it is not looked at");

    private static string NameOf(Party party) => party.Name.Length > 0 ? party.Name : party.Contacts.Select(c => c.Email.Length > 0 ? c.Email : c.Name).Concat(party.Urls).FirstOrDefault(t => t.Length > 0) ?? "somebody";
}
