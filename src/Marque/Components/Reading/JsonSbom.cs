using System.Text.Json;
using Marque.Text.Reading;

namespace Marque.Components.Reading;

/// <summary>A JSON file that may be CycloneDX, SPDX 2 or SPDX 3: fields that only one of them has decide, so the file is read once, whatever stands first.</summary>
internal static class JsonSbom
{
    public static Sbom Read(Stream content, string fileName)
    {
        var into = new SbomBuilder(SbomFormat.CycloneDxJson, fileName);
        var json = new JsonInput(content, into);
        var document = new JsonDocumentRead(into);
        try
        {
            json.Scan.Root();
            Fields(ref json, document, nested: false);
            while (json.Scan.Read())
            {
            }
        }
        catch (JsonException bad)
        {
            var (line, column) = json.Scan.PlaceOf(bad);
            throw new Refusal("json.syntax", $"not well-formed JSON, or nested more than {JsonScan.MaxDepth} levels deep", line, column);
        }

        return Done(into, document);
    }

    private static void Fields(ref JsonInput json, JsonDocumentRead document, bool nested)
    {
        while (json.Scan.Field())
        {
            document.Format ??= Decides(json.Name());
            json.Builder.Line = json.Scan.Line;
            var known = document.Format switch
            {
                SbomFormat.CycloneDxJson => CycloneDxJson.Field(ref json, document.CycloneDx),
                SbomFormat.SpdxJson => Spdx2Json.Field(ref json, document.Spdx2),
                SbomFormat.Spdx3Json => Spdx3Json.Field(ref json, document.Spdx3),
                _ => Undecided(ref json, document, nested),
            };
            if (!known) Unknown(ref json, document);
        }
    }

    private static SbomFormat? Decides(ReadOnlySpan<byte> name)
    {
        if (name.StartsWith("@"u8) || name.SequenceEqual("spdxId"u8)) return SbomFormat.Spdx3Json;
        return System.Text.Encoding.UTF8.GetString(name) switch
        {
            "bomFormat" or "specVersion" or "serialNumber" or "metadata" or "components" or "services" or "dependencies" or "compositions" or "vulnerabilities" => SbomFormat.CycloneDxJson,
            "spdxVersion" or "SPDXID" or "dataLicense" or "documentNamespace" or "creationInfo" or "packages" or "files" or "snippets" or "relationships" or "documentDescribes" => SbomFormat.SpdxJson,
            _ => null,
        };
    }

    // Fields that both have, before the first that only one has.
    private static bool Undecided(ref JsonInput json, JsonDocumentRead document, bool nested)
    {
        var sbom = json.Builder.Sbom;
        if (json.Scan.Is("name"u8)) sbom.DocumentName = json.String();
        else if (json.Scan.Is("version"u8)) sbom.Issue = json.Number();
        else if (json.Scan.Is("annotations"u8) && json.List("annotations"))
        {
            while (json.Scan.Item())
            {
                sbom.Annotations++;
                json.Scan.Leave();
            }
        }
        else if (!nested && json.Scan.Is("sbom"u8))
        {
            // A forge wraps what it exports.
            if (json.Object("sbom")) Fields(ref json, document, nested: true);
        }
        else return false;
        return true;
    }

    private static void Unknown(ref JsonInput json, JsonDocumentRead document)
    {
        var name = json.Name();
        if (document.Format is not SbomFormat.SpdxJson) document.Foreign ??= Foreign(name);
        if (document.Format is not null && !name.SequenceEqual("$schema"u8)) json.At().Find("sbom.unknown-field", $"the field '{SbomBuilder.Shown(name)}' is not known; what it holds is not read");
        json.Scan.Skip();
    }

    private static string? Foreign(ReadOnlySpan<byte> name) => System.Text.Encoding.UTF8.GetString(name) switch
    {
        "payload" or "payloadType" or "predicate" or "predicateType" or "dsseEnvelope" => "an attestation; take the bill of materials out of its predicate",
        "artifacts" => "Syft's own JSON; write CycloneDX with -o cyclonedx-json",
        "SchemaVersion" or "ArtifactName" => "Trivy's own JSON; write CycloneDX with --format cyclonedx",
        "lockfileVersion" => "a lock file of npm; make a bill of materials from it",
        "document" or "product_tree" => "a CSAF document; 'marque feeds import' takes it",
        "statements" => "an OpenVEX document; 'marque feeds import' takes it",
        "affected" or "schema_version" => "an advisory in the OSV format; 'marque feeds import' takes it",
        "runs" => "a SARIF log",
        _ => null,
    };

    private static Sbom Done(SbomBuilder into, JsonDocumentRead document)
    {
        if (document.Format is not { } format) throw new Refusal("sbom.unknown-kind", document.Foreign is { } foreign ? $"this is {foreign}" : "this JSON is neither CycloneDX nor SPDX: it has no bomFormat, no spdxVersion, and no SPDX @context", 1);
        // Fields that other formats have too may have decided before what makes it a bill of materials was missed.
        if (document.Foreign is { } other && (format == SbomFormat.CycloneDxJson && document.CycloneDx is { Format: null, SpecVersion: null } || format == SbomFormat.Spdx3Json && !document.Spdx3.IsSpdx)) throw new Refusal("sbom.unknown-kind", $"this is {other}", 1);
        into.Sbom.Format = format;
        switch (format)
        {
            case SbomFormat.CycloneDxJson: return into.Done(document.CycloneDx.Version());
            case SbomFormat.SpdxJson: return document.Spdx2.Done();
            default:
                if (!document.Spdx3.IsSpdx) throw new Refusal("spdx.version", "the JSON-LD @context is none of SPDX 3.0 (https://spdx.org/rdf/3.0.1/spdx-context.jsonld)", 1);
                return document.Spdx3.Done();
        }
    }

    private sealed class JsonDocumentRead(SbomBuilder into)
    {
        public SbomFormat? Format { get; set; }

        public CycloneDxHead CycloneDx { get; } = new();

        public Spdx2 Spdx2 { get; } = new(into);

        public Spdx3 Spdx3 { get; } = new(into);

        public string? Foreign { get; set; }
    }
}
