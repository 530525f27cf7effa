using System.Globalization;
using System.Text;
using Marque.Rendering.Pdf.Objects;

namespace Marque.Rendering.Pdf.Tags;

/// <summary>The tree of what the content is, and the way back from content to it (ISO 32000-1, 14.7.4.4).</summary>
internal sealed class Structure
{
    private readonly ObjectFile file;
    private readonly int root;
    private readonly List<Element> elements = [];
    private readonly List<(int Key, string Value)> parents = [];
    private int nextKey;

    public Structure(ObjectFile file)
    {
        this.file = file;
        root = file.Reserve();
        Document = new Element(file.Reserve(), root, "Document", "");
        elements.Add(Document);
    }

    /// <summary>What everything stands in.</summary>
    public Element Document { get; }

    /// <summary>An element after those that its parent has.</summary>
    public Element Add(Element parent, string type, string entries = "")
    {
        var element = new Element(file.Reserve(), parent.Number, type, entries);
        parent.Add(element);
        elements.Add(element);
        return element;
    }

    /// <summary>A key by which a page or an annotation finds its elements.</summary>
    public int NextKey() => nextKey++;

    /// <summary>The elements of a page, by mark.</summary>
    public void Own(int key, IEnumerable<Element> marks) => parents.Add((key, Syntax.Refs(marks.Select(m => m.Number))));

    /// <summary>The element of an annotation.</summary>
    public void Own(int key, Element element) => parents.Add((key, Syntax.Ref(element.Number)));

    /// <summary>Puts everything, and tells the number of the root.</summary>
    public int Put()
    {
        var room = new StringBuilder();
        foreach (var element in elements) element.Put(file, room);
        parents.Sort((a, b) => a.Key.CompareTo(b.Key));
        var leaves = new List<int>();
        foreach (var some in parents.Chunk(64))
        {
            leaves.Add(file.Put(string.Create(CultureInfo.InvariantCulture, $"<</Limits [{some[0].Key} {some[^1].Key}] /Nums [{string.Join(' ', some.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Key} {p.Value}")))}]>>")));
        }

        file.Put(root, string.Create(CultureInfo.InvariantCulture, $"<</Type /StructTreeRoot /K {Document.Number} 0 R /ParentTree <</Kids {Syntax.Refs(leaves)}>> /ParentTreeNextKey {nextKey}>>"));
        return root;
    }
}
