using System.Text.Json;

namespace Marque.Csaf;

/// <summary>The lists that CSAF refers to, as they travel with the program (<c>checks/csaf/</c>).</summary>
internal static class CsafData
{
    public static JsonDocument Read(string name)
    {
        using var stream = typeof(CsafData).Assembly.GetManifestResourceStream($"checks/csaf/{name}.json") ?? throw new InvalidOperationException($"the program lacks its resource checks/csaf/{name}.json");
        return JsonDocument.Parse(stream);
    }
}
