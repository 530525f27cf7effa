using System.Text.Json;
using Marque.Text.Reading;

namespace Marque.Components.Reading;

/// <content>What stands around the components.</content>
internal static partial class CycloneDxJson
{
    /// <summary>Reads a field of the document; false when CycloneDX does not define it.</summary>
    public static bool Field(ref JsonInput json, CycloneDxHead head)
    {
        var scan = json.Name();
        var sbom = json.Builder.Sbom;
        if (scan.SequenceEqual("bomFormat"u8)) head.Format = json.String();
        else if (scan.SequenceEqual("specVersion"u8)) head.SpecVersion = json.String();
        else if (scan.SequenceEqual("serialNumber"u8)) sbom.SerialNumber = json.String();
        else if (scan.SequenceEqual("version"u8)) sbom.Issue = json.Number();
        else if (scan.SequenceEqual("metadata"u8)) Metadata(ref json);
        else if (scan.SequenceEqual("components"u8)) Components(ref json, -1);
        else if (scan.SequenceEqual("services"u8)) Services(ref json, -1);
        else if (scan.SequenceEqual("dependencies"u8)) Dependencies(ref json);
        else if (scan.SequenceEqual("compositions"u8)) Compositions(ref json);
        else if (scan.SequenceEqual("vulnerabilities"u8)) Vulnerabilities(ref json);
        else if (scan.SequenceEqual("annotations"u8)) Annotations(ref json);
        else if (scan.SequenceEqual("signature"u8))
        {
            sbom.HasSignature = true;
            Others(ref json);
        }
        else if (scan.SequenceEqual("formulation"u8) || scan.SequenceEqual("declarations"u8) || scan.SequenceEqual("definitions"u8)) Others(ref json);
        else if (scan.SequenceEqual("externalReferences"u8) || scan.SequenceEqual("properties"u8) || scan.SequenceEqual("citations"u8)) Others(ref json);
        else return false;
        return true;
    }

    /// <summary>Behind a field's name: passes over its value, but remembers the references in it, so that they are not taken for lost.</summary>
    public static void Others(ref JsonInput json)
    {
        json.Scan.Read();
        if (json.Scan.Token is not (JsonTokenType.StartObject or JsonTokenType.StartArray)) return;
        var depth = json.Scan.Depth;
        while (json.Scan.Read() && json.Scan.Depth > depth)
        {
            if (json.Scan.Token == JsonTokenType.PropertyName && json.Scan.Is("bom-ref"u8)) Parties.Other(ref json);
        }
    }

    private static void Metadata(ref JsonInput json)
    {
        if (!json.Object("metadata")) return;
        var sbom = json.Builder.Sbom;
        while (json.Scan.Field())
        {
            var field = json.Name();
            if (field.SequenceEqual("timestamp"u8)) sbom.Created = json.String();
            else if (field.SequenceEqual("component"u8)) Subject(ref json);
            else if (field.SequenceEqual("tools"u8)) sbom.Tools = [.. sbom.Tools, .. Tools(ref json)];
            else if (field.SequenceEqual("authors"u8)) sbom.Authors = [.. sbom.Authors, .. People(ref json)];
            else if (field.SequenceEqual("supplier"u8)) sbom.Supplier = One(ref json) ?? sbom.Supplier;
            else if (field.SequenceEqual("manufacturer"u8)) sbom.Manufacturer = One(ref json) ?? sbom.Manufacturer;
            else if (field.SequenceEqual("manufacture"u8)) sbom.Manufacturer ??= One(ref json);
            else if (field.SequenceEqual("lifecycles"u8)) sbom.Lifecycles = Lifecycles(ref json);
            else if (field.SequenceEqual("licenses"u8)) sbom.DataLicence = DataLicence(ref json);
            else Others(ref json);
        }
    }

    private static void Subject(ref JsonInput json)
    {
        if (!json.Object("metadata.component")) return;
        if (json.Builder.Sbom.SubjectIndexes.Count > 0) throw new Refusal("sbom.two-subjects", "the subject (metadata.component) stands twice", json.Scan.Line);
        json.Builder.Subject(Component(ref json, -1));
    }

    private static Party? One(ref JsonInput json) => Parties.Organisation(ref json) is var party and >= 0 ? json.Builder.Sbom.Parties[party] : null;

    private static List<Party> People(ref JsonInput json)
    {
        var found = new List<Party>();
        if (!json.List("authors")) return found;
        while (json.Scan.Item())
        {
            if (Parties.Contact(ref json) is var party and >= 0) found.Add(json.Builder.Sbom.Parties[party]);
        }

        return found;
    }

    private static List<string> Lifecycles(ref JsonInput json)
    {
        var found = new List<string>();
        if (!json.List("lifecycles")) return found;
        while (json.Scan.Item())
        {
            while (json.Scan.Field())
            {
                if (json.Scan.Is("phase"u8) || json.Scan.Is("name"u8)) found.Add(json.String());
                else json.Scan.Skip();
            }
        }

        return found;
    }

    private static string DataLicence(ref JsonInput json)
    {
        var found = new List<string>();
        if (!json.List("licenses")) return "";
        while (json.Scan.Item())
        {
            var licence = default(LicenceRead);
            while (json.Scan.Field())
            {
                if (!json.Scan.Is("license"u8)) LicenceField(ref json, ref licence);
                else if (json.Object("license")) while (json.Scan.Field()) LicenceField(ref json, ref licence);
            }

            if (licence.Text != 0) found.Add(json.Builder.Sbom.Texts.Text(licence.Text));
        }

        return string.Join(" AND ", found);
    }

    // Until 1.4 a list of vendor, name, version; since 1.5 components and services.
    private static List<Tool> Tools(ref JsonInput json)
    {
        var found = new List<Tool>();
        json.Scan.Read();
        if (json.Scan.Token == JsonTokenType.StartArray) while (json.Scan.Item()) found.Add(Tool(ref json));
        else if (json.Scan.Token == JsonTokenType.StartObject)
        {
            while (json.Scan.Field())
            {
                if (!json.Scan.Is("components"u8) && !json.Scan.Is("services"u8)) json.Scan.Skip();
                else if (json.List("tools")) while (json.Scan.Item()) found.Add(Tool(ref json));
            }
        }
        else json.Scan.Leave();

        return found;
    }

    private static Tool Tool(ref JsonInput json)
    {
        var tool = new Tool("", "", "");
        while (json.Scan.Field())
        {
            if (json.Scan.Is("name"u8)) tool = tool with { Name = json.String() };
            else if (json.Scan.Is("version"u8)) tool = tool with { Version = json.String() };
            else if (json.Scan.Is("vendor"u8) || json.Scan.Is("publisher"u8) || json.Scan.Is("author"u8) || (tool.Vendor.Length == 0 && json.Scan.Is("group"u8))) tool = tool with { Vendor = json.String() };
            else if (json.Scan.Is("supplier"u8) || json.Scan.Is("manufacturer"u8) || json.Scan.Is("provider"u8)) tool = One(ref json) is { Name.Length: > 0 } party ? tool with { Vendor = party.Name } : tool;
            else if (json.Scan.Is("bom-ref"u8)) Parties.Other(ref json);
            else Others(ref json);
        }

        return tool;
    }

    private static void Annotations(ref JsonInput json)
    {
        if (!json.List("annotations")) return;
        while (json.Scan.Item())
        {
            json.Builder.Sbom.Annotations++;
            while (json.Scan.Field())
            {
                if (json.Scan.Is("bom-ref"u8)) Parties.Other(ref json);
                else Others(ref json);
            }
        }
    }
}
