using System.Text.Json;
using Marque.Text.Reading;
using NodaTime;

namespace Marque.Advisories.Feeds;

/// <summary>A record as it is read, field by field.</summary>
internal sealed class EuvdFields
{
    private const int MostProducts = 10_000;
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly List<string> doubts = [];
    private readonly List<EuvdProduct> products = [];
    private readonly List<string> vendors = [];
    private string? twice;
    private string? aliases, assigner, description, references, vector;
    private double? score, epss;
    private Instant? published, updated, exploited;

    public string? Id { get; private set; }

    /// <summary>On a field's name: reads it, or passes over it.</summary>
    public void Take(ref JsonScan json)
    {
        switch (json.TryCurrentText(out var name) ? name : "")
        {
            case "id" when First("id"): Id = Text(ref json, "id")?.Trim(); break;
            case "aliases" when First("aliases"): aliases = Text(ref json, "aliases"); break;
            case "assigner" when First("assigner"): assigner = Text(ref json, "assigner"); break;
            case "description" when First("description"): description = Text(ref json, "description"); break;
            case "references" when First("references"): references = Text(ref json, "references"); break;
            case "baseScoreVector" when First("baseScoreVector"): vector = Text(ref json, "baseScoreVector"); break;
            case "baseScore" when First("baseScore"): score = Number(ref json, "baseScore"); break;
            case "epss" when First("epss"): epss = Number(ref json, "epss"); break;
            case "datePublished" when First("datePublished"): published = Moment(ref json, "datePublished"); break;
            case "dateUpdated" when First("dateUpdated"): updated = Moment(ref json, "dateUpdated"); break;
            case "exploitedSince" when First("exploitedSince"): exploited = Moment(ref json, "exploitedSince"); break;
            case "enisaIdProduct" when First("enisaIdProduct"): Products(ref json); break;
            case "enisaIdVendor" when First("enisaIdVendor"): Vendors(ref json); break;
            default: json.Skip(); break;
        }
    }

    /// <summary>The record; what is wrong with it, in words, or null.</summary>
    public string? Record(out EuvdRecord? record)
    {
        record = null;
        if (twice is not null) return $"the field {twice} stands twice";
        if (Id is null || !Id.StartsWith("EUVD-", StringComparison.Ordinal) || Id.Length > 40) return "it has no id EUVD-…";
        // The database writes 0 for "no score"; a score of nothing comes without a vector.
        if (score == 0 && string.IsNullOrWhiteSpace(vector)) score = null;
        Within(ref score, 10, "baseScore");
        Within(ref epss, 100, "epss");
        // Where one vendor is named for all, products may leave it out.
        var listed = vendors.Count == 1 ? products.Select(p => p.Vendor.Length == 0 ? p with { Vendor = vendors[0] } : p) : products;
        record = new(Id)
        {
            Aliases = EuvdText.Lines(aliases),
            Description = description ?? "",
            Published = published,
            Updated = updated,
            ExploitedSince = exploited,
            Vector = vector?.Trim() ?? "",
            Score = score,
            Epss = epss / 100,
            Assigner = assigner?.Trim() ?? "",
            References = EuvdText.Lines(references),
            Products = [.. listed],
            NotApplied = doubts,
        };
        return null;
    }

    private bool First(string name)
    {
        if (seen.Add(name)) return true;
        twice ??= name;
        return false;
    }

    private void Within(ref double? value, double most, string name)
    {
        if (value is null || (value >= 0 && value <= most)) return;
        doubts.Add($"{name} {value} is not from 0 to {most}");
        value = null;
    }

    private string? Text(ref JsonScan json, string name)
    {
        var text = json.TextOr(out var wrong);
        if (wrong is not null) doubts.Add($"{name} {wrong}");
        return text;
    }

    private double? Number(ref JsonScan json, string name)
    {
        var number = json.NumberOr(out var wrong);
        if (wrong is not null) doubts.Add($"{name} {wrong}");
        return number;
    }

    private Instant? Moment(ref JsonScan json, string name)
    {
        if (Text(ref json, name) is not { Length: > 0 } text) return null;
        var moment = EuvdText.Moment(text);
        if (moment is null) doubts.Add($"{name} \"{(text.Length > 40 ? text[..40] : text)}\" is no instant");
        return moment;
    }

    private void Products(ref JsonScan json)
    {
        if (!json.Enter(JsonTokenType.StartArray)) return;
        while (json.Item())
        {
            var (vendor, name, version) = ("", "", "");
            while (json.Field())
            {
                if (json.Is("product_version"u8)) version = Text(ref json, "product_version") ?? "";
                else if (json.Is("product"u8) && json.Enter(JsonTokenType.StartObject)) Product(ref json, ref name, ref vendor);
                else if (json.Token == JsonTokenType.PropertyName) json.Skip();
            }

            if (products.Count < MostProducts) products.Add(new(vendor, name, version));
            else if (products.Count == MostProducts) doubts.Add($"more than {MostProducts} products");
        }
    }

    private void Product(ref JsonScan json, ref string name, ref string vendor)
    {
        while (json.Field())
        {
            if (json.Is("name"u8)) name = Text(ref json, "name") ?? "";
            else if (json.Is("vendor"u8) && json.Enter(JsonTokenType.StartObject)) Named(ref json, ref vendor);
            else if (json.Token == JsonTokenType.PropertyName) json.Skip();
        }
    }

    private void Vendors(ref JsonScan json)
    {
        if (!json.Enter(JsonTokenType.StartArray)) return;
        while (json.Item())
        {
            var vendor = "";
            while (json.Field())
            {
                if (json.Is("vendor"u8) && json.Enter(JsonTokenType.StartObject)) Named(ref json, ref vendor);
                else if (json.Token == JsonTokenType.PropertyName) json.Skip();
            }

            if (vendor.Length > 0 && vendors.Count < 2) vendors.Add(vendor);
        }
    }

    private void Named(ref JsonScan json, ref string name)
    {
        while (json.Field())
        {
            if (json.Is("name"u8)) name = Text(ref json, "name") ?? "";
            else json.Skip();
        }
    }
}
