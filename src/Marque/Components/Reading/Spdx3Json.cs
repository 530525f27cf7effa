using System.Text.Json;
using Marque.Text.Reading;

namespace Marque.Components.Reading;

/// <summary>SPDX 3.0 JSON-LD in its canonical form: one list of elements, names as the context shortens them.</summary>
internal static partial class Spdx3Json
{
    /// <summary>Reads a field of the document; false when it is none of SPDX 3.0.</summary>
    public static bool Field(ref JsonInput json, Spdx3 spdx)
    {
        var name = json.Name();
        if (name.SequenceEqual("@context"u8)) Context(ref json, spdx);
        else if (name.SequenceEqual("@graph"u8)) Graph(ref json, spdx);
        else return false;
        return true;
    }

    private static void Context(ref JsonInput json, Spdx3 spdx)
    {
        json.Scan.Read();
        if (json.Scan.Token == JsonTokenType.String) spdx.Context(json.Builder.String(json.Name()));
        else if (json.Scan.Token == JsonTokenType.StartArray)
        {
            while (json.Scan.Read() && json.Scan.Token != JsonTokenType.EndArray)
            {
                if (json.Scan.Token == JsonTokenType.String) spdx.Context(json.Builder.String(json.Name()));
                json.Scan.Leave();
            }
        }
        else json.Scan.Leave();
    }

    private static void Graph(ref JsonInput json, Spdx3 spdx)
    {
        json.Scan.Read();
        if (json.Scan.Token == JsonTokenType.StartObject) Element(ref json, spdx);
        else if (json.Scan.Token == JsonTokenType.StartArray) while (json.Scan.Item()) Element(ref json, spdx);
        else json.Scan.Leave();
    }

    private static void Element(ref JsonInput json, Spdx3 spdx)
    {
        var element = spdx.Begin(json.Scan.Offset, json.Scan.Line);
        while (json.Scan.Field()) ElementField(ref json, element);
        spdx.End();
    }

    private static void ElementField(ref JsonInput json, Spdx3Element element)
    {
        var into = json.Builder;
        var name = Local(json.Name());
        if (name.SequenceEqual("spdxId"u8) || name.SequenceEqual("@id"u8)) json.Keep(element.Id);
        else if (name.SequenceEqual("type"u8) || name.SequenceEqual("@type"u8)) Type(ref json, element);
        else if (name.SequenceEqual("name"u8)) json.Keep(element.Name);
        else if (name.SequenceEqual("packageVersion"u8)) { if (json.Text(out var text)) element.Version = into.Once(text); }
        else if (name.SequenceEqual("packageUrl"u8)) { if (json.Text(out var text)) element.Purl = into.Text(text); }
        else if (name.SequenceEqual("primaryPurpose"u8)) { if (json.Text(out var text)) element.Kind = Kinds.Spdx(text); }
        else if (name.SequenceEqual("downloadLocation"u8)) Address(ref json, element, "distribution"u8);
        else if (name.SequenceEqual("homePage"u8)) Address(ref json, element, "website"u8);
        else if (name.SequenceEqual("copyrightText"u8)) { if (json.Text(out var text) && !Spdx2.IsNothing(text)) element.Copyright = into.Once(text); }
        else if (name.SequenceEqual("verifiedUsing"u8)) Each(ref json, element, Integrity);
        else if (name.SequenceEqual("externalIdentifier"u8)) Each(ref json, element, Identifier);
        else if (name.SequenceEqual("externalRef"u8)) Each(ref json, element, Reference);
        else if (name.SequenceEqual("suppliedBy"u8)) Refs(ref json, element.SuppliedBy);
        else if (name.SequenceEqual("originatedBy"u8)) Refs(ref json, element.OriginatedBy);
        else if (name.SequenceEqual("rootElement"u8)) Refs(ref json, element.Roots);
        else if (name.SequenceEqual("from"u8)) Refs(ref json, element.From);
        else if (name.SequenceEqual("to"u8)) Refs(ref json, element.To);
        else if (name.SequenceEqual("relationshipType"u8)) json.Keep(element.RelationshipType);
        else if (name.SequenceEqual("completeness"u8)) element.Completeness = json.String();
        else if (name.SequenceEqual("licenseExpression"u8)) json.Keep(element.Licence);
        else if (name.SequenceEqual("dataLicense"u8)) Refs(ref json, element.DataLicence);
        else if (name.SequenceEqual("sbomType"u8)) element.Lifecycles.AddRange(json.Strings());
        else if (name.SequenceEqual("created"u8)) element.Created = json.String();
        else if (name.SequenceEqual("createdBy"u8)) Refs(ref json, element.CreatedBy);
        else if (name.SequenceEqual("createdUsing"u8)) Refs(ref json, element.CreatedUsing);
        else if (name.SequenceEqual("specVersion"u8)) element.SpecVersion = json.String();
        else if (name.SequenceEqual("import"u8)) Each(ref json, element, Import);
        else if (!VulnerabilityField(ref json, element, name)) json.Scan.Skip();
    }

    private static void Address(ref JsonInput json, Spdx3Element element, ReadOnlySpan<byte> type)
    {
        if (json.Text(out var text) && !Spdx2.IsNothing(text)) element.References.Add((json.Builder.Once(type), json.Builder.Text(text)));
    }

    private static void Type(ref JsonInput json, Spdx3Element element)
    {
        json.Scan.Read();
        if (json.Scan.Token == JsonTokenType.String) element.Type = json.Builder.String(Local(json.Name()));
        else if (json.Scan.Token == JsonTokenType.StartArray) while (json.NextText(out var text)) element.Type = json.Builder.String(Local(text));
        else json.Scan.Leave();
    }

    // One reference or a list of them; an element that stands in the place of its reference is read for its id.
    private static void Refs(ref JsonInput json, List<int> into)
    {
        json.Scan.Read();
        if (json.Scan.Token == JsonTokenType.StartArray)
        {
            while (json.Scan.Read() && json.Scan.Token != JsonTokenType.EndArray) Ref(ref json, into);
        }
        else Ref(ref json, into);
    }

    private static void Ref(ref JsonInput json, List<int> into)
    {
        if (json.Scan.Token == JsonTokenType.String)
        {
            if (json.Builder.Ref(json.Name()) is var number and >= 0) into.Add(number);
        }
        else if (json.Scan.Token == JsonTokenType.StartObject)
        {
            while (json.Scan.Field())
            {
                if (!json.Scan.Is("@id"u8) && !json.Scan.Is("spdxId"u8)) json.Scan.Skip();
                else if (json.Text(out var text) && json.Builder.Ref(text) is var number and >= 0) into.Add(number);
            }
        }
        else json.Scan.Leave();
    }

    private delegate void Reader(ref JsonInput json, Spdx3Element element);

    private static void Each(ref JsonInput json, Spdx3Element element, Reader read)
    {
        json.Scan.Read();
        if (json.Scan.Token == JsonTokenType.StartObject) read(ref json, element);
        else if (json.Scan.Token == JsonTokenType.StartArray) while (json.Scan.Item()) read(ref json, element);
        else json.Scan.Leave();
    }

    private static void Integrity(ref JsonInput json, Spdx3Element element)
    {
        var algorithm = 0;
        json.First.Keep(default);
        while (json.Scan.Field())
        {
            var name = Local(json.Name());
            if (name.SequenceEqual("algorithm"u8)) { if (json.Text(out var text)) algorithm = json.Builder.Algorithm(text); }
            else if (name.SequenceEqual("hashValue"u8)) json.Keep(json.First);
            else json.Scan.Skip();
        }

        if (!json.First.IsEmpty) element.Hashes.Add((algorithm, json.Builder.Text(json.First.Bytes)));
    }

    private static void Identifier(ref JsonInput json, Spdx3Element element)
    {
        json.First.Keep(default);
        json.Second.Keep(default);
        while (json.Scan.Field())
        {
            var name = Local(json.Name());
            if (name.SequenceEqual("externalIdentifierType"u8)) json.Keep(json.First);
            else if (name.SequenceEqual("identifier"u8)) json.Keep(json.Second);
            else json.Scan.Skip();
        }

        element.Identifiers.Add((json.Builder.Once(json.First.Bytes), json.Builder.Text(json.Second.Bytes)));
    }

    private static void Reference(ref JsonInput json, Spdx3Element element)
    {
        var type = 0;
        var locators = new List<string>();
        while (json.Scan.Field())
        {
            var name = Local(json.Name());
            if (name.SequenceEqual("externalRefType"u8)) { if (json.Text(out var text)) type = json.Builder.Once(text); }
            else if (name.SequenceEqual("locator"u8)) locators = json.Strings();
            else json.Scan.Skip();
        }

        foreach (var locator in locators) element.References.Add((type, json.Builder.Text(System.Text.Encoding.UTF8.GetBytes(locator))));
    }

    // Elements of other documents (ExternalMap): references to them are not lost.
    private static void Import(ref JsonInput json, Spdx3Element element)
    {
        while (json.Scan.Field())
        {
            if (!Local(json.Name()).SequenceEqual("externalSpdxId"u8)) json.Scan.Skip();
            else if (json.Text(out var text)) json.Builder.Name(text, new Element(ElementKind.Other, 0));
        }
    }

    // "software_packageVersion", "spdx:Software/packageVersion" and the full address mean the same.
    private static ReadOnlySpan<byte> Local(ReadOnlySpan<byte> name)
    {
        if (name.StartsWith("@"u8)) return name;
        return name.LastIndexOfAny("_/:"u8) is var at and >= 0 ? name[(at + 1)..] : name;
    }
}
