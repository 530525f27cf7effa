using System.Text.Json;
using Marque.Components.Purls;

namespace Marque.Triage.Vex;

/// <summary>The product tree of a CSAF document (section 3.2.2): releases as branches, components as products, a component in a release as their relationship.</summary>
internal static class CsafVexTree
{
    /// <summary>Writes <c>product_tree</c>.</summary>
    public static void Write(Utf8JsonWriter json, VexDocument document)
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

    /// <summary>The id of what a statement is about.</summary>
    public static string Id(VexStatement s) => Id(s.Product, s.Component);

    private static string Id(VexProduct release, Purl? component = null) => component is null ? release.Purl.ToString() : $"{release.Purl}/{component}";

    private static string Named(VexProduct release) => $"{release.Product} {release.Version}{(release.Purl.Subpath.Length > 0 ? $", {release.Purl.Subpath}" : "")}";

    private static string Named(Purl component) => $"{(component.Namespace.Length > 0 ? component.Namespace + "/" : "")}{component.Name}{(component.Version.Length > 0 ? " " + component.Version : "")}";

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
}
