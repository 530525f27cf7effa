using System.Text.Json;
using Marque.Text.Reading;

namespace Marque.Facts;

/// <summary>OWASP Threat Dragon models, versions 1 and 2, and the two formats that it exchanges: the Open Threat Model (OTM) and the Threat Model Library's.</summary>
internal static class ThreatDragon
{
    /// <summary>The largest model read, in bytes.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    public static Check Run(Stream content, Expectation expect)
    {
        using var document = Whole.Json(Whole.Bytes(content, MaxBytes));
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object) throw new Refusal("threat-dragon.shape", "the file is not one JSON object", 1);
        var tally = new ThreatTally(FactKind.ThreatDragon, expect);
        if (root.Text("otmVersion") is not null) return OpenThreatModel.Run(root, tally);
        if (root.TryGetProperty("scope", out _) && root.TryGetProperty("trust_zones", out _)) return LibraryThreatModel.Run(root, tally);
        if (root.Object("summary").Text("title") is not { } title) throw new Refusal("threat-dragon.shape", "a Threat Dragon model has a summary with a title", 1);
        if (!root.Object("detail").TryGet("diagrams", JsonValueKind.Array, out var diagrams)) throw new Refusal("threat-dragon.shape", "a Threat Dragon model has a detail with a list of diagrams", 1);
        foreach (var diagram in diagrams.EnumerateArray())
        {
            // Version 1 holds the cells one level deeper.
            foreach (var cell in diagram.List("cells").Concat(diagram.Object("diagramJson").List("cells"))) Cell(cell, tally);
        }

        return tally.Done(title);
    }

    private static void Cell(JsonElement cell, ThreatTally tally)
    {
        var data = cell.Object("data");
        if ((data.Text("type") ?? cell.Text("type")) is "tm.Actor" or "tm.Process" or "tm.Store" or "tm.Flow") tally.Elements++;
        foreach (var threat in data.List("threats").Concat(cell.List("threats")))
        {
            if (threat.ValueKind == JsonValueKind.Object) tally.Threat(Treated(threat), threat.Text("title"), threat.Text("status"));
        }
    }

    // Statuses of the version 2 schema, and the spellings of older versions.
    private static bool Treated(JsonElement threat) => threat.Text("status") switch
    {
        "Mitigated" or "NA" or "N/A" or "NotApplicable" or "Not Applicable" or "Transferred" or "Avoided" or "Eliminated" => true,
        "Accepted" => !string.IsNullOrWhiteSpace(threat.Text("mitigation")),
        _ => false,
    };
}

/// <summary>The Open Threat Model, 0.1 and 0.2.</summary>
internal static class OpenThreatModel
{
    public static Check Run(JsonElement root, ThreatTally tally)
    {
        if (root.Object("project").Text("name") is not { } name) throw new Refusal("threat-dragon.shape", "an Open Threat Model has a project with a name", 1);
        var titles = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var threat in root.List("threats"))
        {
            if (threat.Text("id") is { } id) titles.TryAdd(id, threat.Text("name"));
        }

        foreach (var element in root.List("components").Concat(root.List("dataflows")))
        {
            tally.Elements++;
            foreach (var threat in element.List("threats"))
            {
                var state = threat.Text("state");
                tally.Threat(IsTreated(state), threat.Text("threat") is { } id ? titles.GetValueOrDefault(id, id) : null, state);
                titles.Remove(threat.Text("threat") ?? "");
            }
        }

        // A threat that no component carries has no state: nobody has treated it.
        foreach (var title in titles.Values) tally.Threat(treated: false, title, "attached to no component");
        return tally.Done(name);
    }

    private static bool IsTreated(string? state) => state is not null && (state.Equals("mitigated", StringComparison.OrdinalIgnoreCase) || state.Equals("not-applicable", StringComparison.OrdinalIgnoreCase));
}

/// <summary>The OWASP Threat Model Library format, 1.0: a threat is treated when an active control names it.</summary>
internal static class LibraryThreatModel
{
    public static Check Run(JsonElement root, ThreatTally tally)
    {
        if (root.Object("scope").Text("title") is not { } title) throw new Refusal("threat-dragon.shape", "the scope of a threat model has a title", 1);
        foreach (var list in (ReadOnlySpan<string>)["actors", "components", "data_stores", "data_flows"]) tally.Elements += root.List(list).Count();
        var treated = new HashSet<string>(StringComparer.Ordinal);
        foreach (var control in root.List("controls"))
        {
            if (control.Text("status") != "active") continue;
            foreach (var threat in control.List("threats"))
            {
                if (threat.ValueKind == JsonValueKind.String) treated.Add(threat.GetString()!);
            }
        }

        foreach (var threat in root.List("threats"))
        {
            var active = threat.Text("symbolic_name") is { } name && treated.Contains(name);
            tally.Threat(active, threat.Text("title"), "not addressed by an active control");
        }

        return tally.Done(title);
    }
}
