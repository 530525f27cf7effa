using Marque.Documents.Blocks;
using Marque.Language;

namespace Marque.Rendering.Html;

/// <summary>By what a page can be filtered: the values that occur in it, and the controls, which stand hidden until the script is there to heed them.</summary>
internal sealed class FacetValues
{
    private readonly List<string> states = [];
    private readonly List<string> tags = [];
    private readonly List<string> parts = [];
    private readonly HashSet<(List<string>, string)> known = [];

    /// <summary>Whether there is anything to filter.</summary>
    public bool Any { get; private set; }

    public static FacetValues Of(IReadOnlyList<Block> blocks)
    {
        var values = new FacetValues();
        values.Gather(blocks);
        return values;
    }

    public void Write(Markup html, Texts texts)
    {
        if (!Any) return;
        html.Raw("<div class=\"filter\" role=\"search\"").Attribute("aria-label", texts["filter.name"]).Attribute("data-shown", texts["filter.shown"]).Raw(" id=\"filter\" hidden>\n")
            .Raw("<label class=\"find\">").Text(texts["filter.search"]).Raw(" <input type=\"search\" id=\"find\" autocomplete=\"off\" spellcheck=\"false\"></label>\n");
        Choice(html, texts, "state", "by-v", states);
        Choice(html, texts, "tag", "by-t", tags);
        Choice(html, texts, "part", "by-p", parts);
        html.Raw("<button type=\"button\" id=\"all\">").Text(texts["filter.all"]).Raw("</button>\n<p role=\"status\" id=\"shown\"></p>\n</div>\n");
    }

    private static void Choice(Markup html, Texts texts, string what, string id, List<string> values)
    {
        if (values.Count < 2) return;
        html.Raw("<label>").Text(texts[$"filter.{what}"]).Raw(" <select").Attribute("id", id).Raw("><option value=\"\">").Text(texts["filter.any"]).Raw("</option>");
        foreach (var value in values) html.Raw("<option").Attribute("value", value).Raw(">").Text(Word(texts, what, value)).Raw("</option>");
        html.Raw("</select></label>\n");
    }

    // Verdicts and tags by their words in the language; states of facts and decisions are words of it already, and parts are names.
    private static string Word(Texts texts, string what, string value)
    {
        var id = what == "state" ? $"verdict.{value}" : $"{what}.{value.ToLowerInvariant()}";
        return texts.Knows(id) ? texts[id] : value;
    }

    private void Gather(IReadOnlyList<Block> blocks)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case Entry entry:
                    Add(entry.Facets);
                    Gather(entry.Blocks);
                    break;
                case Table table:
                    foreach (var row in table.Rows) Add(row.Facets);
                    break;
                case Fold fold: Gather(fold.Blocks); break;
                case Callout callout: Gather(callout.Blocks); break;
            }
        }
    }

    private void Add(Facets facets)
    {
        Any |= facets.Any;
        if (facets.State is { } state) Add(states, state);
        if (facets.Tag is { } tag) Add(tags, tag);
        foreach (var part in facets.Parts) Add(parts, part);
    }

    private void Add(List<string> values, string value)
    {
        if (known.Add((values, value))) values.Add(value);
    }
}
