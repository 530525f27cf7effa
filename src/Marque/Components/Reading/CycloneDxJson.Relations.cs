using Marque.Text.Reading;

namespace Marque.Components.Reading;

/// <content>Dependencies, compositions and services.</content>
internal static partial class CycloneDxJson
{
    private static void Dependencies(ref JsonInput json)
    {
        if (!json.List("dependencies")) return;
        var into = json.Builder;
        var (dependsOn, provides) = (into.Once("dependsOn"u8), into.Once("provides"u8));
        var (needed, provided) = (new List<int>(), new List<int>());
        while (json.Scan.Item())
        {
            var line = into.Line = json.Scan.Line;
            var from = -1;
            needed.Clear();
            provided.Clear();
            while (json.Scan.Field())
            {
                if (json.Scan.Is("ref"u8))
                {
                    if (json.Text(out var text)) from = into.Ref(text);
                }
                else if (json.Scan.Is("dependsOn"u8))
                {
                    // Nearly every tool says first of what.
                    if (from >= 0) Relate(ref json, from, dependsOn, RelationshipRole.DependsOn, line);
                    else Numbers(ref json, needed);
                }
                else if (json.Scan.Is("provides"u8))
                {
                    if (from >= 0) Relate(ref json, from, provides, RelationshipRole.Other, line);
                    else Numbers(ref json, provided);
                }
                else json.Scan.Skip();
            }

            if (from < 0)
            {
                into.Find("sbom.no-reference", "a dependency does not say of what (ref)");
                continue;
            }

            into.Sbom.Stated.Add(from);
            foreach (var to in needed) into.Relate(from, to, dependsOn, RelationshipRole.DependsOn, line);
            foreach (var to in provided) into.Relate(from, to, provides, RelationshipRole.Other, line);
        }
    }

    private static void Relate(ref JsonInput json, int from, int type, RelationshipRole role, int line)
    {
        if (!json.List("references")) return;
        while (json.NextText(out var text)) json.Builder.Relate(from, text, type, role, line);
    }

    private static void Numbers(ref JsonInput json, List<int> numbers)
    {
        if (!json.List("references")) return;
        while (json.NextText(out var text))
        {
            if (json.Builder.Ref(text) is var number and >= 0) numbers.Add(number);
        }
    }

    private static void Compositions(ref JsonInput json)
    {
        if (!json.List("compositions")) return;
        var found = new List<Composition>(json.Builder.Sbom.Compositions);
        while (json.Scan.Item())
        {
            var line = json.Scan.Line;
            var aggregate = "";
            var (assemblies, dependencies) = (new List<int>(), new List<int>());
            while (json.Scan.Field())
            {
                if (json.Scan.Is("aggregate"u8)) aggregate = json.String();
                else if (json.Scan.Is("assemblies"u8)) Numbers(ref json, assemblies);
                else if (json.Scan.Is("dependencies"u8)) Numbers(ref json, dependencies);
                else if (json.Scan.Is("bom-ref"u8)) Parties.Other(ref json);
                else json.Scan.Skip();
            }

            found.Add(new Composition(json.Builder.Sbom, aggregate, assemblies, dependencies, line));
        }

        json.Builder.Sbom.Compositions = found;
    }

    private static void Services(ref JsonInput json, int parent)
    {
        if (!json.List("services")) return;
        while (json.Scan.Item()) Service(ref json, parent);
    }

    private static void Service(ref JsonInput json, int parent)
    {
        var services = json.Builder.ServiceList;
        var index = services.Count;
        var service = new Service("", "", "", "", null, [], parent, json.Builder.Line = json.Scan.Line);
        services.Add(service);
        while (json.Scan.Field())
        {
            var field = json.Name();
            if (field.SequenceEqual("bom-ref"u8))
            {
                if (!json.Text(out var text)) continue;
                json.Builder.Name(text, new Element(ElementKind.Service, index));
                service = service with { Ref = json.Builder.String(text) };
            }
            else if (field.SequenceEqual("name"u8)) service = service with { Name = json.String() };
            else if (field.SequenceEqual("version"u8)) service = service with { Version = json.String() };
            else if (field.SequenceEqual("group"u8)) service = service with { Group = json.String() };
            else if (field.SequenceEqual("provider"u8)) service = service with { Provider = One(ref json) };
            else if (field.SequenceEqual("endpoints"u8)) service = service with { Endpoints = json.Strings() };
            else if (field.SequenceEqual("services"u8)) Services(ref json, index);
            else Others(ref json);
        }

        services[index] = service;
    }
}
