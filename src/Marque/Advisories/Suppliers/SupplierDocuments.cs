using System.Text.Json;
using Marque.Text.Reading;

namespace Marque.Advisories.Suppliers;

/// <summary>What readers of suppliers' documents do alike.</summary>
internal static class SupplierDocuments
{
    /// <summary>Reads the content as one JSON object without duplicate fields; whatever is wrong with it is the document's problem.</summary>
    public static SupplierReading Read(Stream content, int most, Func<JsonElement, SupplierReading> document)
    {
        try
        {
            using var json = Whole.Json(Whole.Bytes(content, most));
            return json.RootElement.ValueKind == JsonValueKind.Object ? document(json.RootElement) : Refused("the file is not one JSON object");
        }
        catch (Refusal end)
        {
            return Refused(end.Line > 0 ? $"line {end.Line}: {end.Message}" : end.Message);
        }
        catch (InvalidOperationException)
        {
            return Refused("the name of a field holds escapes that are no characters");
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException)
        {
            return Refused("the content ends early or is damaged: " + fault.Message);
        }
    }

    /// <summary>A document that states nothing.</summary>
    public static SupplierReading Refused(string problem) => new(null, [], [], problem);
}
