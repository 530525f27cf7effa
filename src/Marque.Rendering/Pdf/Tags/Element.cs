using System.Globalization;
using System.Text;
using Marque.Rendering.Pdf.Objects;

namespace Marque.Rendering.Pdf.Tags;

/// <summary>An element of the logical structure (ISO 32000-1, 14.7): what a part of the content is, for readers who do not see it and for programs.</summary>
/// <param name="number">The number of its object.</param>
/// <param name="parent">That of its parent.</param>
/// <param name="type">One of the standard types (14.8.4), such as <c>P</c>.</param>
/// <param name="entries">Further entries of its dictionary.</param>
internal sealed class Element(int number, int parent, string type, string entries)
{
    private readonly List<(Kind Kind, int Number, int Page)> kids = [];

    private enum Kind
    {
        Element,
        Content,
        Annotation,
    }

    public int Number => number;

    public string Type => type;

    public void Add(Element kid) => kids.Add((Kind.Element, kid.Number, 0));

    /// <summary>Content of a page, by its mark.</summary>
    public void AddContent(int mark, int page) => kids.Add((Kind.Content, mark, page));

    public void AddAnnotation(int annotation, int page) => kids.Add((Kind.Annotation, annotation, page));

    public void Put(ObjectFile file, StringBuilder room)
    {
        room.Clear().Append(CultureInfo.InvariantCulture, $"<</S /{type} /P {parent} 0 R");
        // The page that most of it stands on need not be told with each kid.
        var home = kids.Find(k => k.Kind != Kind.Element).Page;
        if (home > 0) room.Append(CultureInfo.InvariantCulture, $" /Pg {home} 0 R");
        if (entries.Length > 0) room.Append(' ').Append(entries);
        if (kids.Count > 0) room.Append(" /K [");
        foreach (var (kind, kid, page) in kids)
        {
            if (kind == Kind.Element) room.Append(CultureInfo.InvariantCulture, $"{kid} 0 R ");
            else if (kind == Kind.Annotation) room.Append(CultureInfo.InvariantCulture, $"<</Type /OBJR /Obj {kid} 0 R /Pg {page} 0 R>> ");
            else if (page == home) room.Append(CultureInfo.InvariantCulture, $"{kid} ");
            else room.Append(CultureInfo.InvariantCulture, $"<</Type /MCR /Pg {page} 0 R /MCID {kid}>> ");
        }

        if (kids.Count > 0) room.Append(']');
        file.Put(number, room.Append(">>").ToString());
    }
}
