using System.Text.Json;
using Marque.Text.Reading;

namespace Marque.Advisories.Suppliers;

/// <summary>What a CSAF vulnerability says besides the status of each product: flags, threats of impact, remediations.</summary>
internal sealed class CsafDetails
{
    private readonly Sayings flags = new();
    private readonly Sayings impacts = new();
    private readonly Sayings actions = new();
    private readonly Dictionary<Said, Said> known = [];
    private Said? allNotAffected;
    private Said? allOthers;

    public CsafDetails(JsonElement vulnerability, CsafProducts products)
    {
        foreach (var flag in vulnerability.List("flags"))
        {
            if (flag.Text("label") is { Length: > 0 } label) flags.Add(products.Named(flag), label);
        }

        foreach (var threat in vulnerability.List("threats"))
        {
            if (threat.Text("category") == "impact" && threat.Text("details") is { Length: > 0 } details) impacts.Add(products.Named(threat), details);
        }

        foreach (var remediation in vulnerability.List("remediations"))
        {
            if (remediation.Text("details") is { Length: > 0 } details) actions.Add(products.Named(remediation), $"{remediation.Text("category") ?? "remediation"}: {details}");
        }
    }

    /// <summary>What concerns a product of that status; the same object for all of whom the same is said.</summary>
    public Said Of(string product, SupplierStatus status)
    {
        var ground = status == SupplierStatus.NotAffected;
        if (actions.Names(product) || (ground && (flags.Names(product) || impacts.Names(product)))) return One(product, ground);
        return ground ? allNotAffected ??= One(product, ground) : allOthers ??= One(product, ground);
    }

    private Said One(string product, bool ground)
    {
        var said = new Said(ground ? flags.First(product) : "", ground ? impacts.Joined(product) : "", actions.Joined(product));
        if (known.TryGetValue(said, out var same)) return same;
        known.Add(said, said);
        return said;
    }

    /// <summary>What is said of a product.</summary>
    internal sealed record Said(string Justification, string Impact, string Action);

    /// <summary>Texts about some products or about all.</summary>
    private sealed class Sayings
    {
        private const int Most = 16;
        private const int Longest = 1000;
        private readonly List<string> all = [];
        private readonly Dictionary<string, List<string>> some = new(StringComparer.Ordinal);

        public void Add(HashSet<string>? products, string text)
        {
            if (text.Length > Longest) text = text[..Longest] + "…";
            if (products is null) Keep(all, text);
            else
            {
                foreach (var product in products)
                {
                    if (!some.TryGetValue(product, out var texts)) some[product] = texts = [];
                    Keep(texts, text);
                }
            }
        }

        public bool Names(string product) => some.ContainsKey(product);

        public string First(string product) => some.TryGetValue(product, out var own) ? own[0] : all.Count > 0 ? all[0] : "";

        public string Joined(string product) => some.TryGetValue(product, out var own) ? Cut(string.Join("; ", own.Concat(all).Distinct(StringComparer.Ordinal))) : Cut(string.Join("; ", all));

        private static void Keep(List<string> texts, string text)
        {
            if (texts.Count < Most) texts.Add(text);
        }

        private static string Cut(string text) => text.Length > 2 * Longest ? text[..(2 * Longest)] + "…" : text;
    }
}
