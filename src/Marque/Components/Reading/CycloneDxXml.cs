using Marque.Text.Reading;

namespace Marque.Components.Reading;

/// <summary>CycloneDX XML, 1.0 to 1.7 (ECMA-424).</summary>
internal static partial class CycloneDxXml
{
    private const string Namespace = "http://cyclonedx.org/schema/bom/";

    public static Sbom Read(Stream content, string fileName)
    {
        var into = new SbomBuilder(SbomFormat.CycloneDxXml, fileName);
        var xml = new XmlInput(content, into);
        var address = xml.Root();
        var version = address.StartsWith(Namespace, StringComparison.Ordinal) ? address[Namespace.Length..] : "";
        if (version.Length == 0 || !xml.Is("bom"u8)) throw new Refusal("sbom.unknown-kind", "this XML is no CycloneDX: its root is not <bom> of a namespace http://cyclonedx.org/schema/bom/...", xml.Scan.TagLine);
        if (version is not ("1.0" or "1.1" or "1.2" or "1.3" or "1.4" or "1.5" or "1.6" or "1.7")) throw new Refusal("cyclonedx.version", $"the version '{SbomBuilder.Shown(System.Text.Encoding.UTF8.GetBytes(version))}' is not known; XML is read from 1.0 to 1.7", xml.Scan.TagLine);
        into.Sbom.SerialNumber = into.String(xml.Attribute("serialNumber"u8));
        into.Sbom.Issue = xml.Scan.Number("version"u8);
        Document(xml);
        while (xml.Scan.Read() != XmlNode.None)
        {
        }

        return into.Done(version);
    }

    private static void Document(XmlInput xml)
    {
        var depth = xml.Scan.Depth;
        while (xml.Child(depth))
        {
            if (xml.Is("metadata"u8)) Metadata(xml);
            else if (xml.Is("components"u8)) Components(xml, -1);
            else if (xml.Is("services"u8)) Services(xml, -1);
            else if (xml.Is("dependencies"u8)) Dependencies(xml);
            else if (xml.Is("compositions"u8)) Compositions(xml);
            else if (xml.Is("vulnerabilities"u8)) Vulnerabilities(xml);
            else if (xml.Is("annotations"u8))
            {
                var inside = xml.Scan.Depth;
                while (xml.Child(inside))
                {
                    xml.Builder.Sbom.Annotations++;
                    Others(xml);
                }
            }
            else Others(xml);
        }
    }

    private static void Components(XmlInput xml, int parent)
    {
        var depth = xml.Scan.Depth;
        while (xml.Child(depth))
        {
            if (xml.Is("component"u8)) Component(xml, parent);
            else xml.Scan.Skip();
        }
    }

    private static int Component(XmlInput xml, int parent)
    {
        var into = xml.Builder;
        var component = into.Begin(parent, xml.Scan.TagOffset, xml.Scan.TagLine);
        into[component].Kind = Kinds.CycloneDx(xml.Attribute("type"u8));
        if (xml.Attribute("bom-ref"u8) is { IsEmpty: false } reference) into.Name(component, reference);
        var seen = 0;
        var depth = xml.Scan.Depth;
        while (xml.Child(depth))
        {
            var field = ComponentFields.Of(xml.Scan.Name);
            if (field != ComponentField.Unknown)
            {
                if ((seen & (1 << (int)field)) != 0) xml.Twice();
                seen |= 1 << (int)field;
            }

            switch (field)
            {
                case ComponentField.Name: into[component].Name = into.Text(xml.Text()); break;
                case ComponentField.Version: into[component].Version = into.Once(xml.Text()); break;
                case ComponentField.Group: into[component].Group = into.Once(xml.Text()); break;
                case ComponentField.Purl: into.Purl(component, xml.Text()); break;
                case ComponentField.Scope: into[component].Scope = Kinds.Scope(xml.Text()); break;
                case ComponentField.Cpe: into.DetailText(component, DetailKind.Cpe, xml.Text()); break;
                case ComponentField.Publisher: into.DetailText(component, DetailKind.Publisher, xml.Text()); break;
                case ComponentField.Copyright: into.DetailText(component, DetailKind.Copyright, xml.Text()); break;
                case ComponentField.Author: Author(into, component, xml.Text()); break;
                case ComponentField.Authors: Authors(xml, component); break;
                case ComponentField.Supplier: Party(xml, component, DetailKind.Supplier); break;
                case ComponentField.Manufacturer: Party(xml, component, DetailKind.Manufacturer); break;
                case ComponentField.Hashes: Hashes(xml, component); break;
                case ComponentField.Licenses: Licences(xml, component); break;
                case ComponentField.ExternalReferences: References(xml, component); break;
                case ComponentField.Properties: Properties(xml, component); break;
                case ComponentField.Swid: Swid(xml, component); break;
                case ComponentField.Pedigree: Pedigree(xml, component); break;
                case ComponentField.Components: Components(xml, component); break;
                default: xml.Scan.Skip(); break;
            }
        }

        return component;
    }

    // Passes over the element just started, but remembers the references in it.
    private static void Others(XmlInput xml)
    {
        var depth = xml.Scan.Depth;
        Other(xml);
        for (; ; )
        {
            var node = xml.Scan.Read();
            if (node == XmlNode.End && xml.Scan.Depth == depth) return;
            if (node == XmlNode.Start) Other(xml);
        }
    }

    private static void Other(XmlInput xml)
    {
        if (xml.Attribute("bom-ref"u8) is not { IsEmpty: false } reference) return;
        xml.Builder.Line = xml.Scan.TagLine;
        xml.Builder.Name(reference, new Element(ElementKind.Other, 0));
    }
}
