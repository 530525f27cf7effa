using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Json.Schema;
using Marque.Components.Conformance;
using Marque.Tests.Legal;

namespace Marque.Tests.Components.Conformance;

/// <summary>Documents changed at random are judged as by JsonSchema.Net, which holds the document in memory and knows all of JSON Schema.</summary>
public class SchemaOracleTests
{
    private static readonly string[] Values = ["null", "true", "0", "-1", "1", "1.5", "\"\"", "\"x\"", "\"MIT\"", "\"a\"", "[]", "{}", "[1]", "{\"x\":1}", "[\"a\",\"a\"]", "{\"ref\":\"a\"}", "[{\"expression\":\"MIT\"}]", "{\"license\":{\"id\":\"MIT\"}}"];

    // Package changes to the schemas: what they loosen is not compared.
    private static readonly string[] Left = ["version", "$schema", "specVersion", "bomFormat", "@context", "@graph", "spdxVersion"];

    private static readonly Gen<(int Place, int Change, int Value)[]> Changes = Gen.Select(Gen.Int[0, 100_000], Gen.Int[0, 5], Gen.Int[0, Values.Length - 1]).Array[1, 3];

    [Theory]
    [InlineData("1.4")]
    [InlineData("1.5")]
    [InlineData("1.6")]
    [InlineData("1.7")]
    public void Of_CycloneDX(string version)
    {
        var (schema, options) = Schema($"published/cyclonedx/bom-{version}.SNAPSHOT.schema.json", "published/cyclonedx/spdx.SNAPSHOT.schema.json", "published/cyclonedx/jsf-0.82.SNAPSHOT.schema.json", "published/cyclonedx/cryptography-defs.SNAPSHOT.schema.json");
        Agree(Rich(version), schema, options);
    }

    [Fact]
    public void Of_SPDX_3()
    {
        var (schema, options) = Schema("published/spdx-3.0/spdx-3.0.1.schema.json");
        Agree("""
            {"@context":"https://spdx.org/rdf/3.0.1/spdx-context.jsonld","@graph":[
            {"type":"CreationInfo","@id":"_:made","specVersion":"3.0.1","created":"2026-11-25T01:41:41Z","createdBy":["https://example.com/us"]},
            {"type":"Person","spdxId":"https://example.com/us","creationInfo":"_:made","name":"us"},
            {"type":"SpdxDocument","spdxId":"https://example.com/d","creationInfo":"_:made","rootElement":["https://example.com/a"],"profileConformance":["core","software"]},
            {"type":"software_Package","spdxId":"https://example.com/a","creationInfo":"_:made","name":"a","software_packageVersion":"1","software_primaryPurpose":"library","verifiedUsing":[{"type":"Hash","algorithm":"sha256","hashValue":"00"}]},
            {"type":"Relationship","spdxId":"https://example.com/r","creationInfo":"_:made","from":"https://example.com/a","to":["https://example.com/us"],"relationshipType":"dependsOn","completeness":"complete"},
            {"type":"security_CvssV3VulnAssessmentRelationship","spdxId":"https://example.com/v","creationInfo":"_:made","from":"https://example.com/a","to":["https://example.com/us"],"relationshipType":"hasAssessmentFor","security_score":7.5,"security_severity":"high","security_vectorString":"x"}]}
            """, schema, options);
    }

    // What came later is left out.
    private static string Rich(string version)
    {
        var bom = JsonNode.Parse(Checked.Rich)!.AsObject();
        (bom["specVersion"], bom["$schema"]) = (version, $"http://cyclonedx.org/schema/bom-{version}.schema.json");
        var first = bom["components"]![0]!.AsObject();
        if (version == "1.5") first["evidence"]!["identity"] = first["evidence"]!["identity"]![0]!.DeepClone();
        if (version == "1.5") first["evidence"]!["occurrences"]![0]!.AsObject().Remove("line");
        if (version != "1.4") return bom.ToJsonString();
        bom["metadata"]!.AsObject().Remove("lifecycles");
        bom["metadata"]!["tools"] = new JsonArray(new JsonObject { ["name"] = "maker" });
        first["evidence"] = new JsonObject { ["copyright"] = new JsonArray(new JsonObject { ["text"] = "c" }) };
        bom.Remove("annotations");
        return bom.ToJsonString();
    }

    private static void Agree(string document, JsonSchema schema, EvaluationOptions options)
    {
        Assert.Equal((true, true), Both(document, schema, options));
        Changes.Sample(
            changes =>
            {
                var changed = Changed(document, changes);
                var (theirs, ours) = Both(changed, schema, options);
                Assert.True(theirs == ours, $"JsonSchema.Net: {theirs}, here: {ours}\n{changed}\n{string.Join('\n', Checked.Of(changed).Problems)}");
            },
            iter: Environment.GetEnvironmentVariable("MARQUE_TEST_FULL") == "1" ? 20_000 : 200,
            threads: 1);
    }

    private static (bool Theirs, bool Ours) Both(string document, JsonSchema schema, EvaluationOptions options)
    {
        using var parsed = JsonDocument.Parse(document);
        return (schema.Evaluate(parsed.RootElement, options).IsValid, !Checked.Of(document).Problems.Any(p => p.Demand == Demand.Schema));
    }

    private static string Changed(string document, (int Place, int Change, int Value)[] changes)
    {
        var root = JsonNode.Parse(document)!;
        foreach (var (place, change, value) in changes)
        {
            var places = new List<(JsonNode Parent, string? Name, int Index)>();
            Collect(root, places, top: true);
            if (places.Count == 0) break;
            Change(places[place % places.Count], change, JsonNode.Parse(Values[value]));
        }

        return root.ToJsonString();
    }

    private static void Collect(JsonNode node, List<(JsonNode, string?, int)> places, bool top)
    {
        if (node is JsonObject fields)
        {
            foreach (var (name, value) in fields)
            {
                if (!top || !Left.Contains(name, StringComparer.Ordinal)) places.Add((node, name, 0));
                if (value is not null) Collect(value, places, top: false);
            }
        }
        else if (node is JsonArray items)
        {
            for (var i = 0; i < items.Count; i++)
            {
                places.Add((node, null, i));
                if (items[i] is { } item) Collect(item, places, top: false);
            }
        }
    }

    private static void Change((JsonNode Parent, string? Name, int Index) place, int change, JsonNode? value)
    {
        if (place.Parent is JsonObject fields)
        {
            var old = fields[place.Name!];
            if (change is 0 or 1) fields.Remove(place.Name!);
            if (change == 1) fields[place.Name + "x"] = old?.DeepClone();
            if (change is 2 or 3) fields[place.Name!] = value;
            if (change == 4) fields[place.Name!] = new JsonArray(old?.DeepClone());
            if (change == 5 && old is JsonArray { Count: > 0 } list) fields[place.Name!] = list[0]?.DeepClone();
        }
        else if (place.Parent is JsonArray items)
        {
            var old = items[place.Index];
            if (change is 0 or 1) items.RemoveAt(place.Index);
            if (change is 2 or 3) items[place.Index] = value;
            if (change is 4 or 5) items.Add(old?.DeepClone());
        }
    }

    private static (JsonSchema, EvaluationOptions) Schema(string file, params string[] others)
    {
        var options = new EvaluationOptions { OutputFormat = OutputFormat.Flag, RequireFormatValidation = true };
        var build = new BuildOptions { SchemaRegistry = new SchemaRegistry() };
        foreach (var other in others) build.SchemaRegistry.Register(JsonSchema.FromText(Text(other), build));
        return (JsonSchema.FromText(Text(file), build), options);
    }

    private static string Text(string file) => File.ReadAllText(Path.Combine(LegalFolder.Repository, "schemas", file)).Replace(".SNAPSHOT", "", StringComparison.Ordinal);
}
