using System.Text.Json;

namespace Marque.Facts;

/// <summary>Tells kinds of JSON objects apart by their top-level fields, as far as the first bytes show them.</summary>
internal static class JsonKinds
{
    public static FactKind? Detect(ReadOnlySpan<byte> head)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var hints = new HashSet<FactKind>();
        try
        {
            var reader = new Utf8JsonReader(head, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = 256, AllowMultipleValues = true }));
            var name = "";
            while (reader.Read() && !(reader.CurrentDepth == 0 && reader.TokenType == JsonTokenType.EndObject))
            {
                if (reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName)
                {
                    name = reader.ValueSpan.Length < 64 ? reader.GetString()! : "";
                    names.Add(name);
                }
                else if (reader.CurrentDepth == 2 && reader.TokenType == JsonTokenType.PropertyName && name == "detail" && reader.ValueTextEquals("diagrams"u8))
                {
                    hints.Add(FactKind.ThreatDragon);
                }
                else if (reader.CurrentDepth == 3 && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("SPDXID"u8))
                {
                    // A long list of files or packages stands before the version.
                    hints.Add(FactKind.Spdx);
                }
                else if (reader.TokenType == JsonTokenType.String && reader.ValueSpan.Length < 512 && (reader.CurrentDepth == 1 || (name == "@context" && reader.CurrentDepth == 2)))
                {
                    Hint(hints, name, reader.GetString()!);
                }
            }
        }
        catch (JsonException)
        {
            // What stands before the fault still tells what the file means to be.
        }
        catch (InvalidOperationException)
        {
            // A text that is no characters.
        }

        return Kind(names, hints);
    }

    private static void Hint(HashSet<FactKind> hints, string name, string value)
    {
        if (name == "bomFormat" && value == "CycloneDX") hints.Add(FactKind.CycloneDx);
        if (name == "$schema" && value.Contains("cyclonedx", StringComparison.OrdinalIgnoreCase)) hints.Add(FactKind.CycloneDx);
        if (name == "$schema" && value.Contains("sarif", StringComparison.OrdinalIgnoreCase)) hints.Add(FactKind.Sarif);
        if (name == "$schema" && value.Contains("threat-model", StringComparison.OrdinalIgnoreCase)) hints.Add(FactKind.ThreatDragon);
        if (name == "@context" && value.Contains("spdx.org/rdf", StringComparison.OrdinalIgnoreCase)) hints.Add(FactKind.Spdx);
        if (name == "_type" && value.StartsWith("https://in-toto.io/Statement/", StringComparison.Ordinal)) hints.Add(FactKind.Attestation);
    }

    private static FactKind? Kind(HashSet<string> names, HashSet<FactKind> hints)
    {
        if (hints.Contains(FactKind.CycloneDx) || names.Contains("bomFormat")) return FactKind.CycloneDx;
        if (hints.Contains(FactKind.Spdx) || names.Contains("spdxVersion") || names.Contains("SPDXID")) return FactKind.Spdx;
        if (hints.Contains(FactKind.Attestation) || names.Contains("dsseEnvelope") || (names.Contains("payload") && names.Contains("payloadType")) || (names.Contains("payloadType") && names.Contains("signatures"))) return FactKind.Attestation;
        if (hints.Contains(FactKind.Sarif) || (names.Contains("runs") && names.Contains("version"))) return FactKind.Sarif;
        if (hints.Contains(FactKind.ThreatDragon) || names.Contains("otmVersion") || (names.Contains("summary") && names.Contains("detail")) || (names.Contains("scope") && names.Contains("trust_zones"))) return FactKind.ThreatDragon;
        if (names.Contains("findings") || names.Contains("isOrdered")) return names.Contains("name") || names.Contains("isOrdered") || names.Contains("elements") || names.Contains("flows") || names.Contains("dataflows") ? FactKind.Pytm : null;
        // A value longer than the head hides the fields behind it.
        return names.Count > 1 ? null : names.Contains("payload") ? FactKind.Attestation : names.Contains("runs") ? FactKind.Sarif : null;
    }
}
