using System.Text.Json;
using Marque.Text.Reading;

namespace Marque.Facts;

/// <summary>JSON as OWASP pytm writes it (<c>tm.py --json</c>): elements and findings. A finding is treated by its response.</summary>
internal static class Pytm
{
    public static Check Run(Stream content, Expectation expect)
    {
        using var document = Whole.Json(Whole.Bytes(content, ThreatDragon.MaxBytes));
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || root.Text("name") is not { } name || !Lists(root)) throw new Refusal("pytm.shape", "pytm output is a JSON object with a name and lists of elements, flows or findings", 1);
        var tally = new ThreatTally(FactKind.Pytm, expect);
        var parts = Parts(root).ToList();
        tally.Elements = parts.Count;
        var top = root.List("findings").ToList();
        // The model repeats the findings of its elements; without that list they count where they stand.
        foreach (var finding in top.Count > 0 ? top : parts.SelectMany(p => p.List("findings")))
        {
            if (finding.ValueKind != JsonValueKind.Object) continue;
            var response = finding.Text("response");
            tally.Threat(IsTreated(response), $"{finding.Text("threat_id") ?? finding.Text("id")} {finding.Text("description")} at {finding.Text("target")}", string.IsNullOrWhiteSpace(response) ? "without response" : response);
        }

        return tally.Done(name);
    }

    private static bool Lists(JsonElement root) => new[] { "elements", "flows", "dataflows", "findings" }.Any(list => root.TryGet(list, JsonValueKind.Array, out _));

    private static IEnumerable<JsonElement> Parts(JsonElement root)
    {
        var elements = root.TryGet("elements", JsonValueKind.Array, out var all) ? all.EnumerateArray() : root.List("actors").Concat(root.List("assets")).Concat(root.List("boundaries"));
        return elements.Concat(root.List("flows")).Concat(root.List("dataflows")).Where(p => p.ValueKind is JsonValueKind.Object or JsonValueKind.String);
    }

    // pytm, Finding.response: "mitigated", "transferred", "avoided" or "accepted", as text of the modeller's own; acceptance needs its reason.
    private static bool IsTreated(string? response)
    {
        var text = (response ?? "").Trim();
        if (text.StartsWith("accepted", StringComparison.OrdinalIgnoreCase)) return text.AsSpan(8).Trim(" :.,;-\n\r\t").Length > 0;
        return text.StartsWith("mitigated", StringComparison.OrdinalIgnoreCase) || text.StartsWith("transferred", StringComparison.OrdinalIgnoreCase) || text.StartsWith("avoided", StringComparison.OrdinalIgnoreCase);
    }
}
