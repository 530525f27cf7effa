using System.Text;
using Marque.Components;
using Marque.Components.Checks;

namespace Marque.Tests.Components;

/// <summary>Bills of materials written by hand.</summary>
internal static class Boms
{
    /// <summary>A CycloneDX 1.6 file about app 1.0.0, with the rest as given.</summary>
    public static Sbom Cyclone(string components, string rest = "", string metadata = """, "component": { "type": "application", "bom-ref": "app", "name": "app", "version": "1.0.0" }""", string version = "1.6") =>
        Read($$"""{ "bomFormat": "CycloneDX", "specVersion": "{{version}}", "metadata": { "timestamp": "2026-11-30T10:00:00Z"{{metadata}} }, "components": [{{components}}]{{rest}} }""");

    /// <summary>A library of that name, with the rest as given.</summary>
    public static string Library(string name, string version = "1.0.0", string more = "") =>
        $$"""{ "type": "library", "bom-ref": "{{name}}", "name": "{{name}}", "version": "{{version}}", "purl": "pkg:npm/{{name}}@{{version}}"{{more}} }""";

    /// <summary>The dependencies of references: <c>app: a b</c>, <c>a:</c>.</summary>
    public static string Graph(params string[] lines) =>
        $", \"dependencies\": [{string.Join(", ", lines.Select(l => l.Split(':', 2)).Select(l => $"{{ \"ref\": \"{l[0]}\", \"dependsOn\": [{string.Join(", ", l[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(d => $"\"{d}\""))}] }}"))}]";

    /// <summary>An SPDX 2.3 file that describes app 1.0.0 and has packages and relationships: <c>app DEPENDS_ON a</c>.</summary>
    public static Sbom Spdx(string packages, params string[] relationships) => Read($$"""
        { "spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0", "SPDXID": "SPDXRef-DOCUMENT", "name": "doc", "documentNamespace": "https://example.com/doc",
          "creationInfo": { "created": "2026-11-30T10:00:00Z", "creators": ["Tool: maker-1.0", "Organization: Example AB (psirt@example.com)"] },
          "packages": [{ "SPDXID": "SPDXRef-app", "name": "app", "versionInfo": "1.0.0", "downloadLocation": "NOASSERTION" }{{(packages.Length > 0 ? ", " : "")}}{{packages}}],
          "relationships": [{ "spdxElementId": "SPDXRef-DOCUMENT", "relationshipType": "DESCRIBES", "relatedSpdxElement": "SPDXRef-app" }{{string.Concat(relationships.Select(r => r.Split(' ')).Select(r => $", {{ \"spdxElementId\": \"{Id(r[0])}\", \"relationshipType\": \"{r[1]}\", \"relatedSpdxElement\": \"{Id(r[2])}\" }}"))}}] }
        """);

    /// <summary>An SPDX package of that name.</summary>
    public static string Package(string name, string version = "1.0.0", string more = "") =>
        $$"""{ "SPDXID": "SPDXRef-{{name}}", "name": "{{name}}", "versionInfo": "{{version}}", "downloadLocation": "NOASSERTION", "externalRefs": [{ "referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl", "referenceLocator": "pkg:npm/{{name}}@{{version}}" }]{{more}} }""";

    public static Sbom Read(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var read = SbomFile.Read(stream, "bom.json");
        Assert.True(read.Value is not null, string.Join('\n', read.Problems));
        return read.Value;
    }

    /// <summary>The outcome of one check.</summary>
    public static QualityCheck Check(Sbom sbom, string id, string? release = null) =>
        Assert.Single(Quality.Check(sbom, new QualityQuestion("bom.json", release), QualityRules.All), c => c.Rule.Id == id);

    // The marks of SPDX for a reference that is none of the file's own.
    private static string Id(string name) => name is "NOASSERTION" or "NONE" || name.StartsWith("DocumentRef-", StringComparison.Ordinal) ? name : $"SPDXRef-{name}";
}
