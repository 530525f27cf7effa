using Marque.Advisories;
using Marque.Cli.Live;
using Marque.Components;
using Marque.Documents;

namespace Marque.Cli.Printing;

/// <summary>Imported bills of materials as <c>marque/sbom-import/v1</c>.</summary>
internal static class SbomImportJson
{
    public static byte[] Of(IReadOnlyList<SbomOutcome> outcomes, bool isDry) => JsonOutput.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", "marque/sbom-import/v1");
        json.WriteBoolean("dryRun", isDry);
        json.WriteStartArray("sboms");
        foreach (var outcome in outcomes)
        {
            var sbom = outcome.Read.Sbom;
            json.WriteStartObject();
            json.WriteString("file", outcome.Shown);
            json.WriteString("sha256", outcome.Read.Sha256.ToString());
            json.WriteString("format", sbom.Format.Family());
            json.WriteString("version", sbom.SpecVersion);
            json.WriteNumber("components", outcome.Components.Count);
            json.WriteBoolean("known", outcome.WasKnown);
            json.WriteStartArray("releases");
            foreach (var release in outcome.Linked)
            {
                json.WriteStartObject();
                json.WriteString("product", release.Product);
                json.WriteString("release", release.Version);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            Unmatched(json, outcome.Components);
            json.WriteStartArray("normalised");
            foreach (var one in outcome.Components.Where(c => c.Changes.Count > 0))
            {
                json.WriteStartObject();
                json.WriteString("component", one.Component.ToString());
                json.WriteString("because", $"{one.Component.Purl} read as {one.Purl}: {string.Join("; ", one.Changes)}");
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>The list of components that cannot be matched.</summary>
    public static void Unmatched(System.Text.Json.Utf8JsonWriter json, IEnumerable<SoughtComponent> components)
    {
        json.WriteStartArray("unmatched");
        foreach (var one in components.Where(c => c.Unmatched is not null))
        {
            json.WriteStartObject();
            json.WriteString("component", one.Component.ToString());
            json.WriteString("reason", one.Because);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
