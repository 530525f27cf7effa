using System.Text.Json;
using Marque.Text.Reading;

namespace Marque.Components.Reading;

/// <summary>CycloneDX JSON, 1.2 to 1.7 (ECMA-424).</summary>
internal static partial class CycloneDxJson
{
    /// <summary>Reads the components of a list, and those inside them.</summary>
    public static void Components(ref JsonInput json, int parent)
    {
        if (!json.List("components")) return;
        while (json.Scan.Item()) Component(ref json, parent);
    }

    /// <summary>Reads the component whose object was just entered, and says which it became.</summary>
    public static int Component(ref JsonInput json, int parent)
    {
        var into = json.Builder;
        var line = json.Scan.Line;
        var component = into.Begin(parent, json.Scan.Offset, line);
        var seen = 0;
        while (json.Scan.Field())
        {
            var field = ComponentFields.Of(json.Name());
            if (field != ComponentField.Unknown)
            {
                var bit = 1 << (int)field;
                if ((seen & bit) != 0) json.Twice();
                seen |= bit;
            }

            switch (field)
            {
                case ComponentField.Ref: if (json.Text(out var text)) into.Name(component, text); break;
                case ComponentField.Name: if (json.Text(out text)) into[component].Name = into.Text(text); break;
                case ComponentField.Version: if (json.Text(out text)) into[component].Version = into.Once(text); break;
                case ComponentField.Group: if (json.Text(out text)) into[component].Group = into.Once(text); break;
                case ComponentField.Purl: if (json.Text(out text)) into.Purl(component, text); break;
                case ComponentField.Type: if (json.Text(out text)) into[component].Kind = Kinds.CycloneDx(text); break;
                case ComponentField.Scope: if (json.Text(out text)) into[component].Scope = Kinds.Scope(text); break;
                case ComponentField.Cpe: if (json.Text(out text)) into.Detail(component, DetailKind.Cpe, into.Text(text)); break;
                case ComponentField.Publisher: if (json.Text(out text)) into.Detail(component, DetailKind.Publisher, into.Once(text)); break;
                case ComponentField.Copyright: if (json.Text(out text)) into.Detail(component, DetailKind.Copyright, into.Once(text)); break;
                case ComponentField.Author: if (json.Text(out text)) Author(into, component, text); break;
                case ComponentField.Authors: Authors(ref json, component); break;
                case ComponentField.Supplier: Party(ref json, component, DetailKind.Supplier); break;
                case ComponentField.Manufacturer: Party(ref json, component, DetailKind.Manufacturer); break;
                case ComponentField.Hashes: Hashes(ref json, component); break;
                case ComponentField.Licenses: Licences(ref json, component); break;
                case ComponentField.ExternalReferences: References(ref json, component); break;
                case ComponentField.Properties: Properties(ref json, component); break;
                case ComponentField.Swid: Swid(ref json, component); break;
                case ComponentField.Pedigree: Pedigree(ref json, component); break;
                case ComponentField.Components: Components(ref json, component); break;
                default: json.Scan.Skip(); break;
            }
        }

        return component;
    }

    private static void Author(SbomBuilder into, int component, ReadOnlySpan<byte> name)
    {
        into.BeginParty();
        into.PartyName(name);
        if (into.EndParty() is var party and >= 0) into.Detail(component, DetailKind.Author, party);
    }

    private static void Authors(ref JsonInput json, int component)
    {
        if (!json.List("authors")) return;
        while (json.Scan.Item())
        {
            if (Parties.Contact(ref json) is var party and >= 0) json.Builder.Detail(component, DetailKind.Author, party);
        }
    }

    private static void Party(ref JsonInput json, int component, DetailKind kind)
    {
        if (Parties.Organisation(ref json) is var party and >= 0) json.Builder.Detail(component, kind, party);
    }
}
