using System.Text.Json;
using Marque.Text.Reading;

namespace Marque.Components.Reading;

/// <summary>SPDX 3.0 JSON-LD in its canonical form: one list of elements, or one element; each may stand in the place of a reference to it. Names are as the context shortens them.</summary>
internal static partial class Spdx3Json
{
    /// <summary>Reads a field of the document; false when it is none of SPDX 3.0.</summary>
    public static bool Field(ref JsonInput json, Spdx3 spdx)
    {
        var name = json.Name();
        if (name.SequenceEqual("@context"u8)) Context(ref json, spdx);
        else if (name.SequenceEqual("@graph"u8)) Graph(ref json, spdx);
        else
        {
            // Without a list of elements the document is one itself.
            spdx.BeginRoot(json.Scan.Offset, json.Scan.Line);
            return ElementField(ref json, spdx, spdx.Root!);
        }

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
        while (json.Scan.Field())
        {
            if (!ElementField(ref json, spdx, element)) json.Scan.Skip();
        }

        spdx.End();
    }

    // False: no field that is read, and nothing of it is taken.
    private static bool ElementField(ref JsonInput json, Spdx3 spdx, Spdx3Element element)
    {
        var into = json.Builder;
        var name = Local(json.Name());
        if (name.SequenceEqual("spdxId"u8) || name.SequenceEqual("@id"u8)) json.Keep(element.Id);
        else if (name.SequenceEqual("type"u8) || name.SequenceEqual("@type"u8)) Type(ref json, element);
        else if (name.SequenceEqual("name"u8)) json.Keep(element.Name);
        else if (name.SequenceEqual("packageVersion"u8)) { if (json.Text(out var text)) element.Version = into.Once(text); }
        else if (name.SequenceEqual("packageUrl"u8)) { if (json.Text(out var text)) element.Purl = into.Text(text); }
        else if (name.SequenceEqual("primaryPurpose"u8)) { if (json.Text(out var text)) First(into, element, text); }
        else if (name.SequenceEqual("additionalPurpose"u8)) Purposes(ref json, element);
        else if (name.SequenceEqual("downloadLocation"u8)) Address(ref json, element, "distribution"u8);
        else if (name.SequenceEqual("homePage"u8)) Address(ref json, element, "website"u8);
        else if (name.SequenceEqual("copyrightText"u8)) { if (json.Text(out var text) && !Spdx2.IsNothing(text)) element.Copyright = into.Once(text); }
        else if (name.SequenceEqual("verifiedUsing"u8)) Each(ref json, element, Integrity);
        else if (name.SequenceEqual("externalIdentifier"u8)) Each(ref json, element, Identifier);
        else if (name.SequenceEqual("externalRef"u8)) Each(ref json, element, Reference);
        else if (name.SequenceEqual("suppliedBy"u8)) Refs(ref json, spdx, element.SuppliedBy);
        else if (name.SequenceEqual("originatedBy"u8)) Refs(ref json, spdx, element.OriginatedBy);
        else if (name.SequenceEqual("rootElement"u8)) Refs(ref json, spdx, element.Roots);
        else if (name.SequenceEqual("from"u8)) Refs(ref json, spdx, element.From);
        else if (name.SequenceEqual("to"u8)) Refs(ref json, spdx, element.To);
        else if (name.SequenceEqual("relationshipType"u8)) json.Keep(element.RelationshipType);
        else if (name.SequenceEqual("completeness"u8)) element.Completeness = json.String();
        else if (name.SequenceEqual("licenseExpression"u8)) json.Keep(element.Licence);
        else if (name.SequenceEqual("dataLicense"u8)) Refs(ref json, spdx, element.DataLicence);
        else if (name.SequenceEqual("sbomType"u8)) element.Lifecycles.AddRange(json.Strings());
        else if (name.SequenceEqual("created"u8)) element.Created = json.String();
        else if (name.SequenceEqual("createdBy"u8)) Refs(ref json, spdx, element.CreatedBy);
        else if (name.SequenceEqual("createdUsing"u8)) Refs(ref json, spdx, element.CreatedUsing);
        else if (name.SequenceEqual("specVersion"u8)) element.SpecVersion = json.String();
        else if (name.SequenceEqual("import"u8)) Each(ref json, element, Import);
        else if (name.SequenceEqual("element"u8) || name.SequenceEqual("creationInfo"u8) || name.SequenceEqual("subject"u8) || name.SequenceEqual("snippetFromFile"u8) || name.SequenceEqual("assessedElement"u8)) Refs(ref json, spdx, null);
        else if (name.SequenceEqual("member"u8) || name.SequenceEqual("subjectLicense"u8) || name.SequenceEqual("subjectAddition"u8)) Refs(ref json, spdx, element.Members);
        else if (name.SequenceEqual("subjectExtendableLicense"u8)) Refs(ref json, spdx, element.Extended);
        else if (name.SequenceEqual("contentIdentifier"u8)) Each(ref json, element, Integrity);
        else return PartField(ref json, element, name) || VulnerabilityField(ref json, element, name);
        return true;
    }

    // The fields of what may stand as an element of its own beside what it belongs to.
    private static bool PartField(ref JsonInput json, Spdx3Element element, ReadOnlySpan<byte> name)
    {
        if (name.SequenceEqual("algorithm"u8)) { if (json.Text(out var text)) element.PartType = json.Builder.Algorithm(text); }
        else if (name.SequenceEqual("externalIdentifierType"u8) || name.SequenceEqual("contentIdentifierType"u8) || name.SequenceEqual("externalRefType"u8)) { if (json.Text(out var text)) element.PartType = json.Builder.Once(text); }
        else if (name.SequenceEqual("hashValue"u8) || name.SequenceEqual("identifier"u8) || name.SequenceEqual("contentIdentifierValue"u8) || name.SequenceEqual("externalSpdxId"u8)) { if (json.Text(out var text)) element.PartValue = json.Builder.Text(text); }
        else if (name.SequenceEqual("locator"u8))
        {
            foreach (var locator in json.Strings()) element.References.Add((0, json.Builder.Text(System.Text.Encoding.UTF8.GetBytes(locator))));
        }
        else return false;
        return true;
    }

    // The primary purpose says what an element is, else the first of the others, whichever of them is read first.
    private static void First(SbomBuilder into, Spdx3Element element, ReadOnlySpan<byte> purpose)
    {
        element.Kind = Kinds.Spdx(purpose);
        if (element.HasPrimary) element.Purposes[0] = into.Once(purpose);
        else element.Purposes.Insert(0, into.Once(purpose));
        element.HasPrimary = true;
    }

    private static void Purposes(ref JsonInput json, Spdx3Element element)
    {
        foreach (var purpose in json.Strings())
        {
            var bytes = System.Text.Encoding.UTF8.GetBytes(purpose);
            element.Purposes.Add(json.Builder.Once(bytes));
            if (element.Kind == ComponentKind.Unspecified) element.Kind = Kinds.Spdx(bytes);
        }
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

    // One reference or a list of them; an element may stand in the place of its reference.
    private static void Refs(ref JsonInput json, Spdx3 spdx, List<int>? into)
    {
        json.Scan.Read();
        if (json.Scan.Token == JsonTokenType.StartArray)
        {
            while (json.Scan.Read() && json.Scan.Token != JsonTokenType.EndArray) Ref(ref json, spdx, into);
        }
        else Ref(ref json, spdx, into);
    }

    private static void Ref(ref JsonInput json, Spdx3 spdx, List<int>? into)
    {
        if (json.Scan.Token == JsonTokenType.String)
        {
            if (into is not null && json.Builder.Ref(Spdx3.Usual(json.Name())) is var number and >= 0) into.Add(number);
        }
        else if (json.Scan.Token == JsonTokenType.StartObject)
        {
            var element = spdx.Begin(json.Scan.Offset, json.Scan.Line);
            while (json.Scan.Field())
            {
                if (!ElementField(ref json, spdx, element)) json.Scan.Skip();
            }

            if (element.Id.IsEmpty) element.Id.Keep(System.Text.Encoding.UTF8.GetBytes($"_:at-{element.Offset}"));
            if (into is not null && json.Builder.Ref(element.Id.Bytes) is var number and >= 0) into.Add(number);
            spdx.End();
        }
        else json.Scan.Leave();
    }

    private delegate void Reader(ref JsonInput json, Spdx3Element element);

    private static void Each(ref JsonInput json, Spdx3Element element, Reader read)
    {
        json.Scan.Read();
        if (json.Scan.Token == JsonTokenType.StartObject) read(ref json, element);
        else if (json.Scan.Token == JsonTokenType.String) Apart(ref json, element);
        else if (json.Scan.Token == JsonTokenType.StartArray)
        {
            while (json.Scan.Read() && json.Scan.Token != JsonTokenType.EndArray)
            {
                if (json.Scan.Token == JsonTokenType.StartObject) read(ref json, element);
                else if (json.Scan.Token == JsonTokenType.String) Apart(ref json, element);
                else json.Scan.Leave();
            }
        }
        else json.Scan.Leave();
    }

    // A blank node: what is meant stands elsewhere among the elements.
    private static void Apart(ref JsonInput json, Spdx3Element element)
    {
        if (json.Builder.Ref(json.Name()) is var number and >= 0) element.Apart.Add(number);
    }

    // A hash of the whole, or a content identifier; a verification code is over the files in a package, not over it.
    private static void Integrity(ref JsonInput json, Spdx3Element element)
    {
        var (algorithm, type, isCode) = (0, 0, false);
        json.First.Keep(default);
        while (json.Scan.Field())
        {
            var name = Local(json.Name());
            if (name.SequenceEqual("algorithm"u8)) { if (json.Text(out var text)) algorithm = json.Builder.Algorithm(text); }
            else if (name.SequenceEqual("hashValue"u8) || name.SequenceEqual("contentIdentifierValue"u8)) json.Keep(json.First);
            else if (name.SequenceEqual("contentIdentifierType"u8)) { if (json.Text(out var text)) type = json.Builder.Once(text); }
            else if (name.SequenceEqual("type"u8) || name.SequenceEqual("@type"u8)) { if (json.Text(out var text)) isCode = Local(text).SequenceEqual("PackageVerificationCode"u8); }
            else json.Scan.Skip();
        }

        if (json.First.IsEmpty || isCode) return;
        if (type != 0) element.References.Add((type, json.Builder.Text(json.First.Bytes)));
        else element.Hashes.Add((algorithm, json.Builder.Text(json.First.Bytes)));
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

    // "software_packageVersion", "spdx:Software/packageVersion" and the full address mean the same. A name of another vocabulary stays as it is.
    private static ReadOnlySpan<byte> Local(ReadOnlySpan<byte> name)
    {
        if (name.StartsWith("@"u8)) return name;
        if (name.IndexOf((byte)':') >= 0) return name.StartsWith("spdx:"u8) || name.StartsWith("https://spdx.org/rdf/3."u8) || name.StartsWith("http://spdx.org/rdf/3."u8) ? name[(name.LastIndexOfAny("/:"u8) + 1)..] : name;
        var at = name.IndexOf((byte)'_');
        return at > 0 && IsProfile(name[..at]) ? name[(at + 1)..] : name;
    }

    private static bool IsProfile(ReadOnlySpan<byte> word) =>
        word.SequenceEqual("software"u8) || word.SequenceEqual("security"u8) || word.SequenceEqual("simplelicensing"u8) || word.SequenceEqual("expandedlicensing"u8)
        || word.SequenceEqual("ai"u8) || word.SequenceEqual("dataset"u8) || word.SequenceEqual("build"u8) || word.SequenceEqual("extension"u8) || word.SequenceEqual("core"u8);
}
