using System.Text.Json;

namespace Marque.Triage.Vex;

/// <summary>What is said of products, each said once for all of whom it is said.</summary>
internal sealed class CsafSpoken
{
    private readonly List<(string What, List<string> Products)> all = [];

    public void Add(string what, VexStatement of)
    {
        var at = all.FindIndex(a => a.What == what);
        if (at < 0) all.Add((what, [CsafVexTree.Id(of)]));
        else if (!all[at].Products.Contains(CsafVexTree.Id(of), StringComparer.Ordinal)) all[at].Products.Add(CsafVexTree.Id(of));
    }

    public void Write(Utf8JsonWriter json, string name, Action<string, Utf8JsonWriter> write, string members = "product_ids")
    {
        if (all.Count == 0) return;
        json.WriteStartArray(name);
        foreach (var (what, products) in all)
        {
            json.WriteStartObject();
            write(what, json);
            json.WriteStartArray(members);
            foreach (var product in products) json.WriteStringValue(product);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
