using Marque.Text.Reading;

namespace Marque.Components.Reading;

/// <content>What stands around the components.</content>
internal static partial class CycloneDxXml
{
    private static void Metadata(XmlInput xml)
    {
        var sbom = xml.Builder.Sbom;
        var depth = xml.Scan.Depth;
        while (xml.Child(depth))
        {
            if (xml.Is("timestamp"u8)) sbom.Created = xml.String();
            else if (xml.Is("component"u8))
            {
                if (sbom.SubjectIndexes.Count > 0) throw new Refusal("sbom.two-subjects", "the subject (metadata/component) stands twice", xml.Scan.TagLine);
                xml.Builder.Subject(Component(xml, -1));
            }
            else if (xml.Is("tools"u8)) sbom.Tools = [.. sbom.Tools, .. Tools(xml)];
            else if (xml.Is("authors"u8)) sbom.Authors = [.. sbom.Authors, .. People(xml)];
            else if (xml.Is("supplier"u8)) sbom.Supplier = One(xml) ?? sbom.Supplier;
            else if (xml.Is("manufacturer"u8)) sbom.Manufacturer = One(xml) ?? sbom.Manufacturer;
            else if (xml.Is("manufacture"u8)) sbom.Manufacturer ??= One(xml);
            else if (xml.Is("lifecycles"u8)) sbom.Lifecycles = Lifecycles(xml);
            else if (xml.Is("licenses"u8)) sbom.DataLicence = string.Join(" AND ", LicenceList(xml).Select(l => sbom.Texts.Text(l.Text)));
            else Others(xml);
        }
    }

    private static Party? One(XmlInput xml) => Organisation(xml) is var party and >= 0 ? xml.Builder.Sbom.Parties[party] : null;

    private static List<Party> People(XmlInput xml)
    {
        var found = new List<Party>();
        var depth = xml.Scan.Depth;
        while (xml.Child(depth))
        {
            if (Contact(xml) is var party and >= 0) found.Add(xml.Builder.Sbom.Parties[party]);
        }

        return found;
    }

    private static List<string> Lifecycles(XmlInput xml)
    {
        var found = new List<string>();
        var depth = xml.Scan.Depth;
        while (xml.Child(depth))
        {
            var inside = xml.Scan.Depth;
            while (xml.Child(inside))
            {
                if (xml.Is("phase"u8) || xml.Is("name"u8)) found.Add(xml.String());
                else xml.Scan.Skip();
            }
        }

        return found;
    }

    // Until 1.4 tool elements; since 1.5 components and services.
    private static List<Tool> Tools(XmlInput xml)
    {
        var found = new List<Tool>();
        var depth = xml.Scan.Depth;
        while (xml.Child(depth))
        {
            if (xml.Is("tool"u8)) found.Add(Tool(xml));
            else if (xml.Is("components"u8) || xml.Is("services"u8))
            {
                var inside = xml.Scan.Depth;
                while (xml.Child(inside)) found.Add(Tool(xml));
            }
            else xml.Scan.Skip();
        }

        return found;
    }

    private static Tool Tool(XmlInput xml)
    {
        var tool = new Tool("", "", "");
        Other(xml);
        var depth = xml.Scan.Depth;
        while (xml.Child(depth))
        {
            if (xml.Is("name"u8)) tool = tool with { Name = xml.String() };
            else if (xml.Is("version"u8)) tool = tool with { Version = xml.String() };
            else if (xml.Is("vendor"u8) || xml.Is("publisher"u8) || xml.Is("author"u8) || (tool.Vendor.Length == 0 && xml.Is("group"u8))) tool = tool with { Vendor = xml.String() };
            else if (xml.Is("supplier"u8) || xml.Is("manufacturer"u8) || xml.Is("provider"u8)) tool = One(xml) is { Name.Length: > 0 } party ? tool with { Vendor = party.Name } : tool;
            else Others(xml);
        }

        return tool;
    }

    private static void Services(XmlInput xml, int parent)
    {
        var depth = xml.Scan.Depth;
        while (xml.Child(depth)) Service(xml, parent);
    }

    private static void Service(XmlInput xml, int parent)
    {
        var services = xml.Builder.ServiceList;
        var index = services.Count;
        xml.Builder.Line = xml.Scan.TagLine;
        var reference = xml.Attribute("bom-ref"u8);
        var service = new Service(xml.Builder.String(reference), "", "", "", null, [], parent, xml.Builder.Line);
        if (!reference.IsEmpty) xml.Builder.Name(reference, new Element(ElementKind.Service, index));
        services.Add(service);
        var depth = xml.Scan.Depth;
        while (xml.Child(depth))
        {
            if (xml.Is("name"u8)) service = service with { Name = xml.String() };
            else if (xml.Is("version"u8)) service = service with { Version = xml.String() };
            else if (xml.Is("group"u8)) service = service with { Group = xml.String() };
            else if (xml.Is("provider"u8)) service = service with { Provider = One(xml) };
            else if (xml.Is("endpoints"u8)) service = service with { Endpoints = Strings(xml) };
            else if (xml.Is("services"u8)) Services(xml, index);
            else Others(xml);
        }

        services[index] = service;
    }

    private static List<string> Strings(XmlInput xml)
    {
        var found = new List<string>();
        var depth = xml.Scan.Depth;
        while (xml.Child(depth)) found.Add(xml.String());
        return found;
    }
}
