using System.Text;
using System.Text.Json;
using Marque.Text.Reading;

namespace Marque.Components.Conformance.Json;

/// <summary>What a bill of materials in JSON says it is: the first look, which ends as soon as that is known.</summary>
internal static class JsonForms
{
    /// <summary>Format and version as the document names them; empty where it does not. <c>graph</c>: whether an SPDX 3 document holds a list of elements.</summary>
    /// <exception cref="JsonException">Not well-formed before it was known.</exception>
    /// <exception cref="Refusal">No object, or beyond a bound.</exception>
    public static Form Read(Stream file, out bool graph)
    {
        var scan = new JsonScan(file);
        scan.Root();
        string? cycloneDx = null, version = null, context = null;
        graph = false;
        while (scan.Field())
        {
            if (scan.Is("specVersion"u8)) version = scan.Text();
            else if (scan.Is("bomFormat"u8)) cycloneDx = scan.Text();
            else if (scan.Is("spdxVersion"u8)) return new Form("SPDX", Trimmed(scan.Text()), "JSON");
            else if (scan.Is("@context"u8)) context = Context(ref scan);
            else
            {
                graph |= scan.Is("@graph"u8);
                if (context is not null && graph) break;
                scan.Skip();
            }

            if (version is not null && (cycloneDx is not null || context is null)) return new Form("CycloneDX", version, "JSON");
        }

        if (context is not null) return new Form("SPDX", context, "JSON-LD");
        return cycloneDx is null ? Form.None : new Form("CycloneDX", "", "JSON");
    }

    // "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", alone or among others.
    private static string Context(ref JsonScan scan)
    {
        const string Before = "https://spdx.org/rdf/";
        var found = "";
        scan.Read();
        var depth = scan.Depth;
        do
        {
            if (scan.Token != JsonTokenType.String || scan.CurrentText() is not { } text || !text.StartsWith(Before, StringComparison.Ordinal)) continue;
            var rest = text[Before.Length..];
            found = rest.Contains('/', StringComparison.Ordinal) ? rest[..rest.IndexOf('/', StringComparison.Ordinal)] : rest;
        }
        while (scan.Depth > depth ? scan.Read() : scan.Token == JsonTokenType.StartArray && scan.Read());

        return found;
    }

    private static string Trimmed(string? version) => version is null ? "" : version.StartsWith("SPDX-", StringComparison.Ordinal) ? version[5..] : version;
}
