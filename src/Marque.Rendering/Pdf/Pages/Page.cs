using System.Text;
using Marque.Documents.Blocks;
using Marque.Rendering.Pdf.Fonts;
using Marque.Rendering.Pdf.Objects;
using Marque.Rendering.Pdf.Tags;
using Marque.Rendering.Pdf.Text;

namespace Marque.Rendering.Pdf.Pages;

/// <summary>A page while it is drawn. Measures from above are points below the upper edge of the paper.</summary>
internal sealed class Page
{
    private readonly Operators under = new();
    private readonly Operators content = new();
    private readonly List<Element> marks = [];
    private readonly List<int> annotations = [];
    private readonly Canvas canvas;
    private readonly int body;
    private readonly int key;
    private Element? open;
    private bool isMarked;
    private Look? look;
    private Typeface face;
    private Colour? ground;
    private long left;
    private long bottom;

    public Page(Canvas canvas, int index)
    {
        this.canvas = canvas;
        Index = index;
        Number = canvas.File.Reserve();
        body = canvas.File.Reserve();
        key = canvas.Structure.NextKey();
    }

    /// <summary>Its place among the pages, from 0.</summary>
    public int Index { get; }

    /// <summary>The number of its object.</summary>
    public int Number { get; }

    /// <summary>The measure from below that PDF wants.</summary>
    public double FromBelow(double fromAbove) => canvas.Sheet.Height - fromAbove;

    /// <summary>Draws a line of words.</summary>
    /// <param name="line">The line.</param>
    /// <param name="x">Points from the left edge.</param>
    /// <param name="baseline">From above.</param>
    /// <param name="element">What it belongs to; null: it is no content, such as what is repeated on each page.</param>
    public void Show(Line line, double x, double baseline, Element? element)
    {
        var glyphs = line.Words.Glyphs;
        for (var i = line.From; i < line.To;)
        {
            var first = glyphs[i];
            var span = line.Words.SpanOf(first);
            var from = x;
            var to = i;
            for (; to < line.To && glyphs[to].Face == first.Face && glyphs[to].Span == first.Span; to++) x += line.Words.Advance(glyphs[to]);
            var isLink = element is not null && (span.Target ?? span.Address) is not null;
            var owner = isLink ? canvas.LinkOf(element!, span) : element;
            Open(owner);
            Set(span.Look, first.Face);
            MoveTo(Operators.InHundredths(from), Operators.InHundredths(FromBelow(baseline)));
            content.Raw("(");
            for (; i < to; i++) content.Code(canvas.Fonts[first.Face].Code(glyphs[i].Character));
            content.Raw(")Tj\n");
            if (isLink) annotations.Add(canvas.Link(this, owner!, span, from, x, baseline));
        }
    }

    /// <summary>Fills a rectangle that lies below the text.</summary>
    public void Fill(double x, double top, double width, double height, Colour colour)
    {
        if (ground != colour) under.Colour(colour, "rg");
        ground = colour;
        under.Number(x).Number(FromBelow(top + height)).Number(width).Number(height).Raw("re f\n");
    }

    /// <summary>Draws a row of dots.</summary>
    public void Dot(double from, double to, double baseline, Colour colour) =>
        under.Colour(colour, "RG").Raw("q 0.6 w 1 J [0 4] 0 d ").Number(from).Number(FromBelow(baseline)).Raw("m ").Number(to).Number(FromBelow(baseline)).Raw("l S Q\n");

    /// <summary>Shows a picture.</summary>
    public void Show(string name, double x, double top, double width, double height, Element element)
    {
        Open(element);
        content.Raw("ET q ").Number(width).Raw("0 0 ").Number(height).Number(x).Number(FromBelow(top + height)).Raw("cm /").Raw(name).Raw(" Do Q BT\n");
        Close();
    }

    /// <summary>Writes what stands on the page; what comes later is kept apart.</summary>
    public void PutBody()
    {
        Close();
        var all = new Operators();
        all.Raw("/Artifact BMC q\n").Append(under).Raw("Q EMC\n").Append(content);
        canvas.File.PutStream(body, "", all.Bytes, all.Length);
        under.Clear();
        content.Clear();
        (look, ground) = (null, null);
    }

    /// <summary>Writes the page.</summary>
    /// <param name="parent">The number of the page tree.</param>
    /// <param name="resources">The number of the resources.</param>
    public void Put(int parent, int resources)
    {
        Close();
        var late = canvas.File.Reserve();
        var all = new Operators();
        all.Raw("/Artifact BMC q\n").Append(under).Raw("Q EMC\n").Append(content);
        canvas.File.PutStream(late, "", all.Bytes, all.Length);
        canvas.Structure.Own(key, marks);
        var links = annotations.Count > 0 ? $" /Annots {Syntax.Refs(annotations)}" : "";
        canvas.File.Put(Number, $"<</Type /Page /Parent {Syntax.Ref(parent)} /Contents [{Syntax.Ref(body)} {Syntax.Ref(late)}] /Resources {Syntax.Ref(resources)} /StructParents {Syntax.Number(key)} /Tabs /S{links}>>");
    }

    // Marked content (14.6) lasts as long as what follows belongs to the same element.
    private void Open(Element? element)
    {
        if (isMarked && ReferenceEquals(open, element)) return;
        Close();
        if (element is null)
        {
            content.Raw("/Artifact <</Type /Pagination>> BDC BT\n");
        }
        else
        {
            content.Raw("/").Raw(element.Type).Raw(" <</MCID ").Number(marks.Count).Raw(">> BDC BT\n");
            element.AddContent(marks.Count, Number);
            marks.Add(element);
        }

        (open, isMarked, left, bottom) = (element, true, 0, 0);
    }

    // From where the text before began; exact, because the numbers are whole.
    private void MoveTo(long x, long y)
    {
        content.Hundredths(x - left).Hundredths(y - bottom).Raw("Td");
        (left, bottom) = (x, y);
    }

    private void Close()
    {
        if (isMarked) content.Raw("ET EMC\n");
        (open, isMarked) = (null, false);
    }

    private void Set(Look wanted, Typeface wantedFace)
    {
        if (look is not { } now || now.Size != wanted.Size || face != wantedFace) content.Raw("/F").Number((int)wantedFace).Number(wanted.Size).Raw("Tf\n");
        if (look is not { } before || before.Colour != wanted.Colour) content.Colour(wanted.Colour, "rg");
        (look, face) = (wanted, wantedFace);
    }
}
