using System.Text.Json;
using Marque.Assessments;

namespace Marque.Documents;

/// <summary>An explanation as JSON: <c>marque/explanation/v1</c>.</summary>
public static class ExplanationJson
{
    /// <summary>The document.</summary>
    /// <param name="assessment">The assessment that holds the derivation.</param>
    /// <param name="explanation">What is explained.</param>
    /// <param name="index">The case it was computed from.</param>
    public static byte[] Of(Assessment assessment, Explanation explanation, CaseIndex index) => JsonOutput.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", "marque/explanation/v1");
        AssessmentJson.Head(json, assessment);
        json.WriteStartObject("requirement");
        json.WriteString("id", explanation.Id);
        json.WriteString("title", explanation.Title);
        json.WriteString("verdict", explanation.Why.Verdict.Word());
        if (explanation.Binding is { } binding) json.Binding(binding);
        json.WriteEndObject();
        json.WritePropertyName("derivation");
        Tree(json, explanation.Why, index);
        json.Steps("next", explanation.Next);
        json.Texts("notices", assessment.Notices);
        json.WriteEndObject();
    });

    // As deep as the engine nests: points, parts, routes, pairs, requirements, clauses; never as deep as input nests.
    private static void Tree(Utf8JsonWriter json, Derivation d, CaseIndex index)
    {
        json.WriteStartObject();
        json.WriteString("what", d.What);
        json.WriteString("kind", d.Kind);
        if (d.Part is not null) json.WriteString("part", d.Part);
        json.WriteString("verdict", d.Verdict.Word());
        if (d.Tag is { } tag) json.WriteString("tag", tag.Word());
        if (d.IsShownOnly) json.WriteBoolean("scored", value: false);
        json.WriteStartArray("because");
        foreach (var ground in d.Grounds)
        {
            json.WriteStartObject();
            json.WriteString("rule", ground.Rule);
            json.WriteString("text", GroundText.Of(ground));
            json.Texts("refs", ground.Refs);
            json.Texts("places", References.PlacesOf(index, ground).Select(p => p.ToString()));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("from");
        foreach (var from in d.From) Tree(json, from, index);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
