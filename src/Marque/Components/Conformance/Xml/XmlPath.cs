using System.Globalization;
using System.Text;

namespace Marque.Components.Conformance.Xml;

/// <summary>The open elements, as a path of XPath with their numbers among those of the same name.</summary>
internal sealed class XmlPath
{
    private readonly List<(string Name, int Number)> open = [];
    private readonly List<Dictionary<string, int>> counts = [new(StringComparer.Ordinal)];

    public int Depth => open.Count;

    /// <summary>The name of the element so many levels above the innermost.</summary>
    public string Above(int levels) => open.Count > levels ? open[^(levels + 1)].Name : "";

    public void Push(string name)
    {
        var siblings = counts[open.Count];
        siblings[name] = siblings.GetValueOrDefault(name) + 1;
        open.Add((name, siblings[name]));
        if (counts.Count == open.Count) counts.Add(new(StringComparer.Ordinal));
        else counts[open.Count].Clear();
    }

    public void Pop() => open.RemoveAt(open.Count - 1);

    public override string ToString()
    {
        var text = new StringBuilder();
        for (var i = 0; i < open.Count; i++)
        {
            text.Append('/').Append(open[i].Name);
            if (i > 0 && counts[i][open[i].Name] > 1 | open[i].Number > 1) text.Append('[').Append(open[i].Number.ToString(CultureInfo.InvariantCulture)).Append(']');
        }

        return text.ToString();
    }
}
