using System.Globalization;
using Marque.Rendering.Pdf.Fonts;
using Marque.Rendering.Pdf.Objects;
using Marque.Rendering.Pdf.Tags;
using Marque.Rendering.Pdf.Text;

namespace Marque.Rendering.Pdf.Pages;

/// <summary>What pages are drawn with, and what links them.</summary>
/// <param name="File">The file that is written.</param>
/// <param name="Fonts">Its fonts.</param>
/// <param name="Structure">Its structure.</param>
/// <param name="Sheet">Its paper.</param>
internal sealed record Canvas(ObjectFile File, FontSet Fonts, Structure Structure, Sheet Sheet)
{
    private readonly Dictionary<Span, Element> links = new(ReferenceEqualityComparer.Instance);
    private readonly SortedDictionary<string, string> destinations = new(StringComparer.Ordinal);

    /// <summary>The element of a link: one, however many lines and pages it reaches.</summary>
    public Element LinkOf(Element parent, Span span)
    {
        if (!links.TryGetValue(span, out var link)) links.Add(span, link = Structure.Add(parent, "Link"));
        return link;
    }

    /// <summary>The part of a link that is on one line (ISO 32000-1, 12.5.6.5), which can be printed, as PDF/A asks for.</summary>
    public int Link(Page page, Element element, Span span, double from, double to, double baseline)
    {
        var key = Structure.NextKey();
        var (low, high) = (page.FromBelow(baseline + (span.Look.Size * 0.25)), page.FromBelow(baseline - (span.Look.Size * 0.85)));
        var leads = span.Target is { } target
            ? $"/Dest {Syntax.Text(target)}"
            : $"/A <</S /URI /URI {Syntax.Ascii(span.Address!)}>>";
        var number = File.Put($"<</Subtype /Link /Rect [{Syntax.Number(from)} {Syntax.Number(low)} {Syntax.Number(to)} {Syntax.Number(high)}] /Border [0 0 0] /F 4 /StructParent {Syntax.Number(key)} /Contents {Syntax.Text(span.Target ?? span.Address!)} {leads}>>");
        element.AddAnnotation(number, page.Number);
        Structure.Own(key, element);
        return number;
    }

    /// <summary>Where links to an id lead; the first place of an id counts.</summary>
    public void Mark(string id, Page page, double fromAbove) =>
        destinations.TryAdd(Syntax.Text(id), Destination(page, fromAbove));

    public static string Destination(Page page, double fromAbove) => $"[{Syntax.Ref(page.Number)} /XYZ null {Syntax.Number(page.FromBelow(fromAbove))} null]";

    /// <summary>Puts the names of destinations (7.9.6), and tells the number of their tree.</summary>
    public int PutDestinations()
    {
        var leaves = new List<int>();
        foreach (var some in destinations.Chunk(64))
        {
            leaves.Add(File.Put(string.Create(CultureInfo.InvariantCulture, $"<</Limits [{some[0].Key} {some[^1].Key}] /Names [{string.Join(' ', some.Select(d => $"{d.Key} {d.Value}"))}]>>")));
        }

        return File.Put($"<</Dests <</Kids {Syntax.Refs(leaves)}>>>>");
    }
}
