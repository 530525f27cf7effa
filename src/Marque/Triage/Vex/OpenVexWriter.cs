using System.Text.Json;
using Marque.Cases.Declared;
using NodaTime.Text;

namespace Marque.Triage.Vex;

/// <summary>Writes OpenVEX 0.2.0. Of what OpenVEX joins in one statement, the releases are joined: everything else is the same for them.</summary>
public static class OpenVexWriter
{
    /// <summary>Writes the document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="tool">The program, with its version.</param>
    public static VexWriting Write(VexDocument document, string tool)
    {
        ArgumentNullException.ThrowIfNull(document);
        var losses = new Losses();
        var bytes = VexJson.Of(json =>
        {
            json.WriteStartObject();
            json.WriteString("@context", "https://openvex.dev/ns/v0.2.0");
            json.WriteString("@id", document.Id);
            json.WriteString("author", document.Author.Name);
            json.WriteString("timestamp", InstantPattern.General.Format(document.First ?? document.At));
            if (document.First is not null) json.WriteString("last_updated", InstantPattern.General.Format(document.At));
            json.WriteNumber("version", document.Version);
            json.WriteString("tooling", tool);
            json.WriteStartArray("statements");
            foreach (var group in document.Statements.GroupBy(s => new Same(string.Join('\n', s.Ids), s.Component?.ToString(), s.Status, s.Justification, s.Impact, s.Action, string.Join(',', s.Responses), s.At))) Statement(json, [.. group], losses);
            json.WriteEndArray();
            json.WriteEndObject();
        });
        return new(bytes, losses.All);
    }

    private static void Statement(Utf8JsonWriter json, List<VexStatement> same, Losses losses)
    {
        var s = same[0];
        json.WriteStartObject();
        json.WriteStartObject("vulnerability");
        json.WriteString("name", s.Ids[0]);
        if (s.Ids.Count > 1)
        {
            json.WriteStartArray("aliases");
            foreach (var alias in s.Ids.Skip(1)) json.WriteStringValue(alias);
            json.WriteEndArray();
        }

        json.WriteEndObject();
        if (s.At is { } at) json.WriteString("timestamp", InstantPattern.General.Format(at));
        json.WriteStartArray("products");
        foreach (var product in same.Select(m => m.Product))
        {
            json.WriteStartObject();
            Identified(json, product.Purl.ToString());
            if (s.Component is { } component)
            {
                json.WriteStartArray("subcomponents");
                json.WriteStartObject();
                Identified(json, component.ToString());
                json.WriteEndObject();
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("status", VexWords.Status(s.Status));
        var (justification, impact) = VexWords.NotAffected(s, losses, same.Count);
        if (justification is not null) json.WriteString("justification", justification);
        if (impact is not null) json.WriteString("impact_statement", impact);
        if (s.Action is { } action) json.WriteString("action_statement", action);
        else if (s.Status == TriageStatus.Affected) json.WriteString("action_statement", VexWords.NoAction);
        if (s.Responses.Count > 0) losses.Add("responses: OpenVEX has no field for what the manufacturer does", same.Count);
        json.WriteEndObject();
    }

    private static void Identified(Utf8JsonWriter json, string purl)
    {
        json.WriteString("@id", purl);
        json.WriteStartObject("identifiers");
        json.WriteString("purl", purl);
        json.WriteEndObject();
    }

    private sealed record Same(string Ids, string? Component, TriageStatus Status, Justification? Justification, string? Impact, string? Action, string Responses, NodaTime.Instant? At);
}
