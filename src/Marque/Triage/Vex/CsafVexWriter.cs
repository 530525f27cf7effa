using System.Text.Json;
using Marque.Advisories.Cvss;
using Marque.Cases.Declared;
using Marque.Components.Purls;
using NodaTime.Text;

namespace Marque.Triage.Vex;

/// <summary>Writes CSAF 2.0 of the VEX profile (section 4.5): releases as branches, a component in a release as a relationship of its own.</summary>
public static class CsafVexWriter
{
    private static readonly (string List, TriageStatus[] Statuses)[] Lists =
    [
        ("fixed", [TriageStatus.Fixed]), ("known_affected", [TriageStatus.Affected]),
        ("known_not_affected", [TriageStatus.NotAffected, TriageStatus.FalsePositive]), ("under_investigation", [TriageStatus.UnderInvestigation]),
    ];

    /// <summary>Writes the document.</summary>
    /// <param name="document">The document; its author has a namespace.</param>
    /// <param name="tool">The program's name.</param>
    /// <param name="toolVersion">Its version.</param>
    public static VexWriting Write(VexDocument document, string tool, string toolVersion)
    {
        ArgumentNullException.ThrowIfNull(document);
        var losses = new Losses();
        var bytes = VexJson.Of(json =>
        {
            json.WriteStartObject();
            Head(json, document, tool, toolVersion);
            Tree(json, document);
            json.WriteStartArray("vulnerabilities");
            foreach (var vulnerability in document.Statements.GroupBy(s => string.Join('\n', s.Ids), StringComparer.Ordinal)) Vulnerability(json, [.. vulnerability], losses);
            json.WriteEndArray();
            json.WriteEndObject();
        });
        return new(bytes, losses.All);
    }

    private static void Head(Utf8JsonWriter json, VexDocument document, string tool, string toolVersion)
    {
        var (now, first) = (InstantPattern.General.Format(document.At), InstantPattern.General.Format(document.First ?? document.At));
        json.WriteStartObject("document");
        json.WriteString("category", "csaf_vex");
        json.WriteString("csaf_version", "2.0");
        json.WriteStartObject("distribution");
        json.WriteStartObject("tlp");
        json.WriteString("label", "WHITE");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteString("lang", "en");
        json.WriteStartObject("publisher");
        json.WriteString("category", "vendor");
        if (document.Author.Contact is { } contact) json.WriteString("contact_details", contact);
        json.WriteString("name", document.Author.Name);
        json.WriteString("namespace", document.Author.Namespace);
        json.WriteEndObject();
        json.WriteString("title", document.Title);
        json.WriteStartObject("tracking");
        json.WriteString("current_release_date", now);
        json.WriteStartObject("generator");
        json.WriteStartObject("engine");
        json.WriteString("name", tool);
        json.WriteString("version", toolVersion);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteString("id", document.Id);
        json.WriteString("initial_release_date", first);
        json.WriteStartArray("revision_history");
        // Which issue was when between the first and this one is not known: every number must be there, so the dates of the two bound them.
        for (var number = 1; number <= document.Version; number++)
        {
            json.WriteStartObject();
            json.WriteString("date", number == document.Version ? now : first);
            json.WriteString("number", number.ToString(System.Globalization.CultureInfo.InvariantCulture));
            json.WriteString("summary", number == 1 ? "First issue." : number == document.Version ? "This issue." : "An issue between.");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("status", "final");
        json.WriteString("version", document.Version.ToString(System.Globalization.CultureInfo.InvariantCulture));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Tree(Utf8JsonWriter json, VexDocument document)
    {
        var releases = document.Statements.Select(s => s.Product).Distinct().ToList();
        // A branch holds one product: what is a part of a release stands beside.
        var branched = releases.FindAll(r => r.Purl.Subpath.Length == 0);
        var named = releases.FindAll(r => r.Purl.Subpath.Length > 0);
        var components = document.Statements.Select(s => s.Component).OfType<Purl>().Distinct().ToList();
        json.WriteStartObject("product_tree");
        if (branched.Count > 0) Branches(json, "vendor", document.Author.Name, () =>
        {
            foreach (var product in branched.GroupBy(r => r.Product, StringComparer.Ordinal))
            {
                json.WriteStartObject();
                Branches(json, "product_name", product.Key, () =>
                {
                    foreach (var release in product)
                    {
                        json.WriteStartObject();
                        json.WriteString("category", "product_version");
                        json.WriteString("name", release.Version);
                        json.WritePropertyName("product");
                        Product(json, Named(release), Id(release), release.Purl);
                        json.WriteEndObject();
                    }
                });
                json.WriteEndObject();
            }
        }, outermost: true);
        if (named.Count + components.Count > 0)
        {
            json.WriteStartArray("full_product_names");
            foreach (var part in named) Product(json, Named(part), Id(part), part.Purl);
            foreach (var component in components) Product(json, Named(component), component.ToString(), component);
            json.WriteEndArray();
        }

        if (components.Count > 0)
        {
            json.WriteStartArray("relationships");
            foreach (var (release, component) in document.Statements.Where(s => s.Component is not null).Select(s => (s.Product, s.Component!)).Distinct())
            {
                json.WriteStartObject();
                json.WriteString("category", "default_component_of");
                json.WritePropertyName("full_product_name");
                Product(json, $"{Named(component)} in {Named(release)}", Id(release, component), component);
                json.WriteString("product_reference", component.ToString());
                json.WriteString("relates_to_product_reference", Id(release));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    // What is inside stands first: keys are in alphabetical order (test 6.2.13).
    private static void Branches(Utf8JsonWriter json, string category, string name, Action inside, bool outermost = false)
    {
        if (outermost)
        {
            json.WriteStartArray("branches");
            json.WriteStartObject();
        }

        json.WriteStartArray("branches");
        inside();
        json.WriteEndArray();
        json.WriteString("category", category);
        json.WriteString("name", name);
        if (!outermost) return;
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Product(Utf8JsonWriter json, string name, string id, Purl purl)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("product_id", id);
        json.WriteStartObject("product_identification_helper");
        json.WriteString("purl", purl.ToString());
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Vulnerability(Utf8JsonWriter json, List<VexStatement> statements, Losses losses)
    {
        var ids = statements[0].Ids;
        var cve = ids.FirstOrDefault(CsafText.IsCve);
        json.WriteStartObject();
        if (cve is not null) json.WriteString("cve", cve);
        var flags = new Spoken();
        var impacts = new Spoken();
        foreach (var s in statements)
        {
            var (justification, impact) = VexWords.NotAffected(s, losses, 1);
            if (justification is not null) flags.Add(justification, s);
            if (impact is not null) impacts.Add(impact, s);
        }

        flags.Write(json, "flags", (label, j) => j.WriteString("label", label));
        if (ids.Any(i => i != cve))
        {
            json.WriteStartArray("ids");
            foreach (var id in ids.Where(i => i != cve))
            {
                json.WriteStartObject();
                json.WriteString("system_name", CsafText.SystemOf(id));
                json.WriteString("text", id);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteStartArray("notes");
        json.WriteStartObject();
        json.WriteString("category", "description");
        json.WriteString("text", statements.Select(s => s.Summary).FirstOrDefault(s => s is not null) ?? $"{ids[0]}: described in its record.");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("product_status");
        foreach (var (list, statuses) in Lists)
        {
            var members = statements.FindAll(s => statuses.Contains(s.Status)).Select(s => Id(s)).Distinct(StringComparer.Ordinal).ToList();
            if (members.Count == 0) continue;
            json.WriteStartArray(list);
            foreach (var member in members) json.WriteStringValue(member);
            json.WriteEndArray();
        }

        json.WriteEndObject();
        Remediations(json, statements, losses);
        Scores(json, statements);
        impacts.Write(json, "threats", (details, j) =>
        {
            j.WriteString("category", "impact");
            j.WriteString("details", details);
        });
        json.WriteEndObject();
    }

    private static void Remediations(Utf8JsonWriter json, List<VexStatement> statements, Losses losses)
    {
        var spoken = new Spoken();
        foreach (var s in statements)
        {
            if (s.Status is not (TriageStatus.Affected or TriageStatus.UnderInvestigation))
            {
                if (s.Action is not null) losses.Add("action: CSAF has remediations only of what is, or may be, affected");
                if (s.Responses.Count > 0) losses.Add("responses: CSAF has remediations only of what is, or may be, affected");
                continue;
            }

            foreach (var category in CsafText.Categories(s, losses)) spoken.Add($"{category}\n{s.Action ?? VexWords.NoAction}", s);
        }

        spoken.Write(json, "remediations", (both, j) =>
        {
            var at = both.IndexOf('\n', StringComparison.Ordinal);
            j.WriteString("category", both[..at]);
            j.WriteString("details", both[(at + 1)..]);
        });
    }

    // CSAF 2.0 has no place for CVSS 4.
    private static void Scores(Utf8JsonWriter json, List<VexStatement> statements)
    {
        var spoken = new Spoken();
        foreach (var s in statements)
        {
            if (s.Vector is { Version: CvssVersion.V30 or CvssVersion.V31 } vector) spoken.Add(vector.Text, s);
        }

        spoken.Write(json, "scores", (vector, j) =>
        {
            var cvss = statements.First(s => s.Vector?.Text == vector).Vector!;
            j.WriteStartObject("cvss_v3");
            j.WriteNumber("baseScore", cvss.Base);
            j.WriteString("baseSeverity", CvssVector.Rate(cvss.Version, cvss.Base).ToString().ToUpperInvariant());
            j.WriteString("vectorString", vector);
            j.WriteString("version", vector[5..8]);
            j.WriteEndObject();
        }, "products");
    }

    private static string Id(VexStatement s) => Id(s.Product, s.Component);

    private static string Id(VexProduct release, Purl? component = null) => component is null ? release.Purl.ToString() : $"{release.Purl}/{component}";

    private static string Named(VexProduct release) => $"{release.Product} {release.Version}{(release.Purl.Subpath.Length > 0 ? $", {release.Purl.Subpath}" : "")}";

    private static string Named(Purl component) => $"{(component.Namespace.Length > 0 ? component.Namespace + "/" : "")}{component.Name}{(component.Version.Length > 0 ? " " + component.Version : "")}";

    /// <summary>What is said of products, each said once for all of whom it is said.</summary>
    private sealed class Spoken
    {
        private readonly List<(string What, List<string> Products)> all = [];

        public void Add(string what, VexStatement of)
        {
            var at = all.FindIndex(a => a.What == what);
            if (at < 0) all.Add((what, [Id(of)]));
            else if (!all[at].Products.Contains(Id(of), StringComparer.Ordinal)) all[at].Products.Add(Id(of));
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
}
