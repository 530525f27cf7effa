using System.Text.Json;
using Marque.Components;
using Marque.Components.Differences;

namespace Marque.Documents;

/// <summary>What is different between two bills of materials, as <c>marque/sbom-diff/v1</c>.</summary>
public static class SbomDiffJson
{
    /// <summary>Writes it.</summary>
    /// <param name="old">The old file.</param>
    /// <param name="now">The new file.</param>
    /// <param name="difference">What is different.</param>
    public static byte[] Of(Sbom old, Sbom now, Difference difference) => JsonOutput.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", "marque/sbom-diff/v1");
        Side(json, "old", old);
        Side(json, "new", now);
        json.WriteNumber("same", difference.Same);
        List(json, "hashChanged", difference.Hashes, Stated);
        List(json, "added", difference.Added, c => Component(json, c));
        List(json, "removed", difference.Removed, c => Component(json, c));
        List(json, "versionChanged", difference.Versions, v =>
        {
            Component(json, v.Pair.New);
            json.WriteString("from", v.From);
            json.WriteString("to", v.To);
            json.WriteString("move", Word(v.Move));
        });
        List(json, "moved", difference.Moved, m =>
        {
            Component(json, m.Pair.New);
            json.WriteNumber("fromDepth", m.From);
            json.WriteNumber("toDepth", m.To);
        });
        List(json, "licenceChanged", difference.Licences, Stated);
        List(json, "supplierChanged", difference.Suppliers, Stated);
        json.WriteEndObject();

        void Stated(StatedChange change)
        {
            Component(json, change.Pair.New);
            if (change.What.Length > 0) json.WriteString("algorithm", change.What);
            json.WriteString("from", change.From);
            json.WriteString("to", change.To);
        }
    });

    /// <summary><c>up</c>, <c>down</c>, <c>other</c>.</summary>
    public static string Word(VersionMove move) => move.ToString().ToLowerInvariant();

    private static void Side(Utf8JsonWriter json, string name, Sbom sbom)
    {
        json.WriteStartObject(name);
        json.WriteString("format", sbom.Format.Family());
        json.WriteString("version", sbom.SpecVersion);
        json.WriteString("subject", sbom.Subject?.ToString());
        json.WriteNumber("components", sbom.Listed);
        json.WriteEndObject();
    }

    private static void List<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<T> fields)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            fields(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Component(Utf8JsonWriter json, Component component)
    {
        json.WriteString("component", component.Group.Length > 0 ? $"{component.Group}/{component.Name}" : component.Name);
        json.WriteString("version", component.Version);
        json.WriteString("purl", component.Purl);
        json.WriteNumber("line", component.Line);
    }
}
