using System.Text.Json;
using Marque.Text.Reading;

namespace Marque.Facts;

/// <summary>The elements of an SPDX 3.0 document.</summary>
internal static class SpdxGraph
{
    /// <summary>Reads <c>@graph</c>, a list of elements or one.</summary>
    public static void Read(ref JsonScan json, SpdxRead read)
    {
        json.Read();
        if (json.Token == JsonTokenType.StartObject) Element(ref json, read);
        else if (json.Token == JsonTokenType.StartArray) while (json.Item()) Element(ref json, read);
    }

    private static void Element(ref JsonScan json, SpdxRead read)
    {
        var type = "";
        List<string> roots = [];
        read.Begin();
        while (json.Field())
        {
            if (json.Is("type"u8) || json.Is("@type"u8)) type = json.Text() ?? type;
            else if (json.Is("spdxId"u8) || json.Is("@id"u8)) json.Text(read.Id);
            else if (json.Is("name"u8)) json.Text(read.Name);
            else if (json.Is("software_packageVersion"u8) || json.Is("packageVersion"u8)) json.Text(read.ElementVersion);
            else if (json.Is("rootElement"u8)) Texts(ref json, roots);
            else json.Skip();
        }

        switch (Local(type))
        {
            // AIPackage and DatasetPackage are packages (SPDX 3.0, class hierarchy).
            case "Package" or "AIPackage" or "DatasetPackage":
                read.Packages++;
                read.Keep();
                break;
            case "File": read.Files++; break;
            case "Relationship" or "LifecycleScopedRelationship": read.Relationships++; break;
            case "Sbom" or "Bom" or "Bundle": read.Collection(roots); break;
            case "SpdxDocument":
                read.DocumentName = read.Name.Text();
                read.Namespace = read.Id.Text();
                foreach (var root in roots) read.Root(root);
                break;
        }
    }

    private static void Texts(ref JsonScan json, List<string> texts)
    {
        json.Read();
        if (json.Token == JsonTokenType.String) texts.Add(json.CurrentText());
        if (json.Token != JsonTokenType.StartArray)
        {
            json.Leave();
            return;
        }

        while (json.Read() && json.Token != JsonTokenType.EndArray)
        {
            if (json.Token == JsonTokenType.String && texts.Count < 1000) texts.Add(json.CurrentText());
            json.Leave();
        }
    }

    // "software_Package", "spdx:Software/Package" and the full address mean the same.
    private static string Local(string type) => type[(type.LastIndexOfAny(['_', '/', ':']) + 1)..];
}
