using System.Text.Json;
using Marque.Components;
using Marque.Components.Licences;

namespace Marque.Documents;

/// <summary>What a bill of materials says, as <c>marque/sbom-show/v1</c>.</summary>
public static class SbomShowJson
{
    /// <summary>Writes it.</summary>
    /// <param name="sbom">The bill of materials.</param>
    /// <param name="selected">Components asked for, with what needs them; null: none were asked for.</param>
    /// <param name="withTree">Whether every component's dependencies are listed.</param>
    /// <param name="withUnmatched">Whether what cannot be matched is listed.</param>
    public static byte[] Of(Sbom sbom, IReadOnlyList<Component>? selected, bool withTree, bool withUnmatched) => JsonOutput.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", "marque/sbom-show/v1");
        json.WriteString("format", sbom.Format.Family());
        json.WriteString("version", sbom.SpecVersion);
        json.WriteString("serialization", sbom.Format.Serialisation());
        json.WriteString("serialNumber", sbom.SerialNumber);
        json.WriteString("created", sbom.Created);
        json.Texts("authors", sbom.Authors.Select(a => a.Name));
        json.WriteString("supplier", sbom.Supplier?.Name);
        json.WriteStartArray("tools");
        foreach (var tool in sbom.Tools)
        {
            json.WriteStartObject();
            json.WriteString("name", tool.Name);
            json.WriteString("version", tool.Version);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("subjects");
        foreach (var subject in sbom.Subjects) Component(json, sbom, subject);
        json.WriteEndArray();
        json.WriteNumber("components", sbom.Listed);
        json.WriteNumber("services", sbom.Services.Count);
        json.WriteNumber("vulnerabilities", sbom.Vulnerabilities.Count);
        Graph(json, sbom);
        var counts = SbomCounts.Of(sbom);
        Counted(json, "ecosystems", counts.Ecosystems);
        Counted(json, "licences", counts.Licences);
        Counted(json, "suppliers", counts.Suppliers);
        json.WriteStartArray("licenceProblems");
        foreach (var problem in LicenceProblems.Of(sbom))
        {
            json.WriteStartObject();
            json.WriteString("licence", problem.Licence);
            json.WriteString("because", problem.Because);
            json.WriteNumber("components", problem.Components);
            json.WriteString("first", Name(sbom, problem.First.Index));
            json.WriteNumber("line", problem.First.Line);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (selected is not null) Selected(json, sbom, selected);
        if (withTree) Tree(json, sbom);
        if (withUnmatched) json.SbomUnmatched(sbom);
        json.WriteEndObject();
    });

    private static void Graph(Utf8JsonWriter json, Sbom sbom)
    {
        var graph = sbom.Graph;
        json.WriteStartObject("graph");
        json.WriteNumber("edges", graph.EdgeCount);
        json.Texts("direct", graph.TopLevel.Select(i => Name(sbom, i)));
        json.WriteNumber("unreached", graph.Unreachable.Count);
        json.WriteNumber("deepest", SbomCounts.Deepest(sbom));
        json.WriteStartArray("circles");
        foreach (var circle in graph.Cycles)
        {
            json.WriteStartArray();
            foreach (var member in circle) json.WriteStringValue(Name(sbom, member));
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Counted(Utf8JsonWriter json, string name, IReadOnlyList<(string Name, int Count)> counts)
    {
        json.WriteStartArray(name);
        foreach (var (what, count) in counts)
        {
            json.WriteStartObject();
            json.WriteString("name", what);
            json.WriteNumber("components", count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Selected(Utf8JsonWriter json, Sbom sbom, IReadOnlyList<Component> selected)
    {
        var ways = new SbomWays(sbom);
        json.WriteStartArray("selected");
        foreach (var component in selected)
        {
            json.WriteStartObject();
            Fields(json, sbom, component);
            json.Texts("dependsOn", sbom.Graph.DependenciesOf(component.Index).Select(i => Name(sbom, i)));
            json.Texts("neededBy", ways.NeededBy(component.Index).Select(i => Name(sbom, i)));
            json.Texts("way", ways.To(component.Index).Select(i => Name(sbom, i)));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Tree(Utf8JsonWriter json, Sbom sbom)
    {
        json.WriteStartArray("dependencies");
        for (var i = 0; i < sbom.Components.Count; i++)
        {
            json.WriteStartObject();
            json.WriteString("component", Name(sbom, i));
            json.WriteNumber("line", sbom.Components[i].Line);
            json.WriteNumber("depth", sbom.Graph.DepthOf(i));
            json.WriteBoolean("stated", sbom.Graph.IsStated(i));
            json.Texts("dependsOn", sbom.Graph.DependenciesOf(i).Select(d => Name(sbom, d)));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Component(Utf8JsonWriter json, Sbom sbom, Component component)
    {
        json.WriteStartObject();
        Fields(json, sbom, component);
        json.WriteEndObject();
    }

    private static void Fields(Utf8JsonWriter json, Sbom sbom, Component component)
    {
        json.WriteString("ref", component.Ref);
        json.WriteString("name", component.Group.Length > 0 ? $"{component.Group}/{component.Name}" : component.Name);
        json.WriteString("version", component.Version);
        json.WriteString("type", SbomWords.Of(component.Kind));
        json.WriteString("purl", component.Purl);
        json.Texts("licences", SbomWords.Stated(component));
        json.WriteString("supplier", SbomWords.Supplier(component));
        json.WriteNumber("line", component.Line);
        json.WriteNumber("depth", sbom.Graph.DepthOf(component.Index));
    }

    // What tells a component apart in this file.
    private static string Name(Sbom sbom, int index) => sbom.Components[index] is var component && component.Ref.Length > 0 ? component.Ref : component.ToString();
}
