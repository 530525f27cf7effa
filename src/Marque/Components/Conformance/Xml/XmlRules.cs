using System.Text;
using System.Xml;
using Marque.Components.Conformance.Json;

namespace Marque.Components.Conformance.Xml;

/// <summary>Rules of CycloneDX that its XML Schema cannot say.</summary>
internal sealed class XmlRules(XmlReader reader, XmlPath path, Names names, Findings findings)
{
    private readonly IXmlLineInfo? lines = reader as IXmlLineInfo;
    private readonly Stack<(int Depth, bool External)> components = new();

    /// <summary>The current line.</summary>
    public int Line => lines?.LineNumber ?? 0;

    /// <summary>At a start tag, which is on the path by now.</summary>
    public void Start()
    {
        while (components.Count > 0 && components.Peek().Depth >= path.Depth) components.Pop();
        switch (reader.LocalName)
        {
            case "component":
                components.Push((path.Depth, reader.GetAttribute("isExternal") is { } external && external.Trim() is "true" or "1"));
                break;
            // CycloneDX 1.7, component.versionRange: only for a component that is external.
            case "versionRange" when components.Count > 0 && components.Peek() is { External: false } owner && owner.Depth == path.Depth - 1:
                findings.Add(Line, path.ToString(), Demand.Rule, "version-range-external", "a component that is not external has a version range", "isExternal=\"true\" on the component, or a version");
                break;
            case "dependency" when reader.GetAttribute("ref") is { } reference:
                names.Met(Role.Reference, Encoding.UTF8.GetBytes(reference), path, Line, findings);
                break;
            default:
                break;
        }

        if (reader.GetAttribute("bom-ref") is { } name) names.Met(Role.Name, Encoding.UTF8.GetBytes(name), path, Line, findings);
    }
}
