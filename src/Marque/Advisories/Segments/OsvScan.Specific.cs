using System.Text.Json;

namespace Marque.Advisories.Segments;

/// <content>What databases and ecosystems add in fields of their own (OSV schema, <c>database_specific</c> and <c>ecosystem_specific</c>).</content>
internal sealed partial class OsvScan
{
    // What an ecosystem says of a package: its word on severity, and its binary packages.
    private void Specific(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = OsvToken.Field(ref reader);
            reader.Read();
            if (field == OsvField.Binaries) Binaries(ref reader);
            // openEuler: file names by architecture.
            else if (reader.TokenType == JsonTokenType.StartArray) Files(ref reader, told: false);
            else Word(ref reader, field, packageWord);
        }
    }

    // The severity in a database's or an ecosystem's own words: a text directly inside.
    private void Word(ref Utf8JsonReader reader, BlobWriter into)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = OsvToken.Field(ref reader);
            reader.Read();
            Word(ref reader, field, into);
        }
    }

    private void Word(ref Utf8JsonReader reader, OsvField field, BlobWriter into)
    {
        if (field is OsvField.Severity or OsvField.Urgency && reader.TokenType == JsonTokenType.String && into.Length == 0) OsvToken.Text(ref reader, into);
        else if (field == OsvField.LastKnown && reader.TokenType == JsonTokenType.String && lastKnown.Length == 0) OsvToken.Text(ref reader, lastKnown);
        else reader.Skip();
    }
}
