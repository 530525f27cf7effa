namespace Marque.Components.Reading;

/// <content>Dependencies and compositions.</content>
internal static partial class CycloneDxXml
{
    private static void Dependencies(XmlInput xml)
    {
        var (dependsOn, provides) = (xml.Builder.Once("dependsOn"u8), xml.Builder.Once("provides"u8));
        var depth = xml.Scan.Depth;
        while (xml.Child(depth)) Dependency(xml, dependsOn, provides);
    }

    private static int Dependency(XmlInput xml, int dependsOn, int provides)
    {
        var into = xml.Builder;
        var line = into.Line = xml.Scan.TagLine;
        var from = into.Ref(xml.Attribute("ref"u8));
        if (from < 0) into.Find("sbom.no-reference", "a dependency does not say of what (ref)");
        var (depth, stated) = (xml.Scan.Depth, false);
        while (xml.Child(depth))
        {
            if (xml.Is("dependency"u8))
            {
                into.Relate(from, Dependency(xml, dependsOn, provides), dependsOn, RelationshipRole.DependsOn, line);
                stated = true;
            }
            else
            {
                if (xml.Is("provides"u8)) into.Relate(from, into.Ref(xml.Attribute("ref"u8)), provides, RelationshipRole.Other, line);
                xml.Scan.Skip();
            }
        }

        // At the top an empty one says that there are none; inside another it is only a reference.
        if (from >= 0 && (stated || depth == 3)) into.Sbom.Stated.Add(from);
        return from;
    }

    private static void Compositions(XmlInput xml)
    {
        var found = new List<Composition>(xml.Builder.Sbom.Compositions);
        var depth = xml.Scan.Depth;
        while (xml.Child(depth))
        {
            Other(xml);
            var line = xml.Scan.TagLine;
            var aggregate = "";
            var (assemblies, dependencies) = (new List<int>(), new List<int>());
            var inside = xml.Scan.Depth;
            while (xml.Child(inside))
            {
                if (xml.Is("aggregate"u8)) aggregate = xml.String();
                else if (xml.Is("assemblies"u8)) Numbers(xml, assemblies);
                else if (xml.Is("dependencies"u8)) Numbers(xml, dependencies);
                else xml.Scan.Skip();
            }

            found.Add(new Composition(xml.Builder.Sbom, aggregate, assemblies, dependencies, line));
        }

        xml.Builder.Sbom.Compositions = found;
    }

    private static void Numbers(XmlInput xml, List<int> numbers)
    {
        var depth = xml.Scan.Depth;
        while (xml.Child(depth))
        {
            if (xml.Builder.Ref(xml.Attribute("ref"u8)) is var number and >= 0) numbers.Add(number);
            xml.Scan.Skip();
        }
    }
}
