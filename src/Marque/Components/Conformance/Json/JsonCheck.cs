using System.Text;
using System.Text.Json;
using Marque.Text.Reading;

namespace Marque.Components.Conformance.Json;

/// <summary>Checks a bill of materials in JSON against the schema of what it says it is.</summary>
internal static class JsonCheck
{
    /// <summary>Checks; syntax that cannot be read on from ends it.</summary>
    public static void Run(Stream file, Form form, bool graph, Findings findings, CancellationToken stop)
    {
        using var schemas = new SchemaReader(Published.Bytes);
        if (Root(schemas, form, graph) is { } root) Run(file, root, Named(form), findings, stop);
    }

    /// <summary>Checks any document against a schema that travels with the program.</summary>
    /// <param name="schema">The name of the schema's file.</param>
    /// <param name="document">The document.</param>
    /// <param name="strict">Whether fields that the schema does not name are problems.</param>
    /// <param name="stop">Ends the check early.</param>
    public static IReadOnlyList<ConformanceProblem> Against(string schema, ReadOnlyMemory<byte> document, bool strict, CancellationToken stop)
    {
        using var schemas = new SchemaReader(Published.Bytes, strict);
        using var file = new MemoryStream(document.ToArray(), writable: false);
        var findings = new Findings();
        Run(file, schemas.Read(schema), null, findings, stop);
        return findings.Problems;
    }

    private static void Run(Stream file, SchemaNode root, Names? names, Findings findings, CancellationToken stop)
    {
        try
        {
            var scan = new JsonScan(file);
            scan.Root();
            new Validation(new Automaton(), findings, names, stop).Run(ref scan, root);
            scan.Read();
            names?.Finish(findings);
        }
        catch (JsonException bad)
        {
            findings.Add((int)Math.Min(int.MaxValue, (bad.LineNumber ?? -1) + 1), "", Demand.Syntax, "json", "not well-formed JSON, or nested more than " + JsonScan.MaxDepth + " levels deep", "one JSON value (RFC 8259)");
        }
        catch (Refusal refusal)
        {
            findings.Add(refusal.Line, "", Demand.Syntax, refusal.Code, refusal.Message);
        }
    }

    /// <summary>Whether there is a schema for it.</summary>
    public static bool Knows(Form form) => (form.Format, form.Version) is ("CycloneDX", "1.2" or "1.3" or "1.4" or "1.5" or "1.6" or "1.7") or ("SPDX", "2.2" or "2.3") or ("SPDX", "3.0.0" or "3.0.1");

    private static SchemaNode? Root(SchemaReader schemas, Form form, bool graph)
    {
        if (!Knows(form)) return null;
        if (form.Format == "CycloneDX") return Restored(schemas.Read($"bom-{form.Version}.SNAPSHOT.schema.json"), form.Version);
        if (form.Serialization == "JSON") return schemas.Read($"spdx-{form.Version}.schema.json");
        var root = schemas.Read("spdx-3.0.1.schema.json");
        // Which of the two forms it has is known by now; so the elements need not wait for the file's end.
        root.All.Add(graph ? root.Then! : root.Else!);
        root.If = null;
        if (form.Version == "3.0.0") root.Properties["@context"u8.ToArray()].Values = Only("https://spdx.org/rdf/3.0.0/spdx-context.jsonld");
        return root;
    }

    // The package that carries the schemas of CycloneDX loosens two things (its README, changes 4 and 5); the published ones ask for them.
    private static SchemaNode Restored(SchemaNode root, string version)
    {
        if (version is "1.2" or "1.3" or "1.4") root.Required = [.. root.Required, "version"u8.ToArray()];
        if (version is "1.4" or "1.5" && root.Properties.TryGetValue("$schema"u8.ToArray(), out var schema)) schema.Values = Only($"http://cyclonedx.org/schema/bom-{version}.schema.json");
        return root;
    }

    private static ValueSet Only(string text)
    {
        using var value = JsonDocument.Parse("\"" + text + "\"");
        return new ValueSet([value.RootElement]);
    }

    private static Names Named(Form form) => form switch
    {
        { Format: "CycloneDX" } => new Names("bom-ref-unique", "bom-ref-resolves", reference => reference.StartsWith("urn:cdx:"u8), CycloneDxRules.IsLenient),
        // Elements of other documents are referred to by their IRI; a blank node can be here only.
        { Serialization: "JSON-LD" } => new Names("spdx-id-unique", "spdx-id-resolves", reference => !reference.StartsWith("_:"u8), _ => false),
        _ => new Names("spdx-id-unique", "spdx-id-resolves", reference => reference.SequenceEqual("NONE"u8) || reference.SequenceEqual("NOASSERTION"u8) || reference.StartsWith("DocumentRef-"u8), _ => false),
    };
}
