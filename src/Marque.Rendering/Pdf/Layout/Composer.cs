using System.Diagnostics;
using Marque.Documents.Blocks;
using Marque.Rendering.Pdf.Objects;
using Marque.Rendering.Pdf.Pages;
using Marque.Rendering.Pdf.Tags;
using Marque.Rendering.Pdf.Text;

namespace Marque.Rendering.Pdf.Layout;

/// <summary>Blocks as strips, in the order they are read.</summary>
/// <param name="canvas">What pages are drawn with.</param>
/// <param name="flow">Where strips go.</param>
/// <param name="setter">Sets words.</param>
/// <param name="bookmarks">Takes the headings.</param>
/// <param name="accent">The colour of headings; null: that of words.</param>
internal sealed class Composer(Canvas canvas, Flow flow, Setter setter, Bookmarks bookmarks, Colour? accent)
{
    // Of callouts: within the box and around it.
    private const double Padding = 8, Around = 12;

    private Marker? marker;
    private double below;

    public Structure Structure => canvas.Structure;

    public Setter Setter => setter;

    public void Write(IReadOnlyList<Block> blocks, Place place)
    {
        for (var i = 0; i < blocks.Count; i++) Write(blocks[i], place);
    }

    /// <summary>The free space above what comes next: the larger of what it wants and what was wanted before, which is asked for once.</summary>
    public double Gap(double above)
    {
        var gap = Math.Max(above, below);
        below = 0;
        return gap;
    }

    /// <summary>Asks for free space below what was put last.</summary>
    public void Leave(double space) => below = Math.Max(below, space);

    public void Put(Strip strip) => flow.Put(strip);

    /// <summary>Gives the next line a bullet or a number.</summary>
    public void Begin(Marker next) => marker = next;

    /// <summary>Puts words as lines, no single line of them left alone at the foot or head of a page.</summary>
    /// <param name="words">The words.</param>
    /// <param name="look">The look that their height follows.</param>
    /// <param name="place">Where they stand.</param>
    /// <param name="element">What they belong to.</param>
    /// <param name="above">Free above.</param>
    /// <param name="keeps">Whether they stay with what comes next.</param>
    /// <param name="placed">Told where the first line came to stand.</param>
    public void Lines(Words words, Look look, Place place, Element element, double above, bool keeps = false, Action<Page, double>? placed = null)
    {
        var lines = Text.Lines.Of(words, place.Width);
        if (lines.Count == 0 && marker is null) return;
        if (lines.Count == 0) lines.Add(new Line(words, 0, 0));
        for (var i = 0; i < lines.Count; i++)
        {
            Put(new LineStrip(lines[i], place.X, look, element)
            {
                Before = i == 0 ? Gap(above) : 0,
                KeepsWithNext = keeps || (lines.Count > 1 && (i == 0 || i == lines.Count - 2)),
                Frame = place.Frame,
                Marker = i == 0 ? Take() : null,
                Placed = i == 0 ? placed : null,
            });
        }
    }

    private Marker? Take()
    {
        var taken = marker;
        marker = null;
        return taken;
    }

    private void Write(Block block, Place place)
    {
        switch (block)
        {
            case Heading heading: Write(heading, place); break;
            case Paragraph paragraph:
                var look = paragraph.IsSoft ? place.Look.Soft : place.Look;
                Lines(setter.Of(paragraph.Text, look), look, place, Structure.Add(place.Parent, "P"), 5);
                break;
            case Quotation quotation: Write(quotation, place); break;
            case ItemList list: Lists.Write(this, list, place); break;
            case Terms terms: Lists.Write(this, terms, place); break;
            case Tally tally: Counts.Write(this, tally, place); break;
            case Callout callout: Write(callout, place); break;
            case Fold fold:
                var inner = place with { Parent = Structure.Add(place.Parent, "Div"), Look = place.Look.At(Math.Min(place.Look.Size, Scale.Table)) };
                Lines(setter.Of(fold.Summary, inner.Look.Bold), inner.Look.Bold, inner, Structure.Add(inner.Parent, "P"), 9, keeps: true);
                Write(fold.Blocks, inner);
                break;
            case Entry entry:
                var section = place with { Parent = Structure.Add(place.Parent, "Sect") };
                Write(entry.Heading, section);
                Write(entry.Blocks, section);
                break;
            case Table table: Tables.Write(this, canvas, table, place); break;
            case SignatureBlock signature: Signatures.Write(this, signature, place); break;
            case Tree tree: Trees.Write(this, tree, place); break;
            case PageBreak:
                flow.Break();
                below = 0;
                break;
            default: throw new UnreachableException($"No PDF for {block.GetType().Name}.");
        }

        // What cannot carry a bullet has it on a line of its own.
        marker = null;
    }

    private void Write(Heading heading, Place place)
    {
        var look = Scale.Heading(heading.Level, accent);
        var words = setter.Of(heading.Text, look);
        Lines(words, look, place, Structure.Add(place.Parent, $"H{Syntax.Number(heading.Level)}"), Scale.Above(heading.Level), keeps: true, (page, top) =>
        {
            canvas.Mark(heading.Id, page, top - 6);
            bookmarks.Add(heading, page, top - 6);
        });
        Leave(Scale.Below(heading.Level));
    }

    private void Write(Quotation quotation, Place place)
    {
        var language = quotation.Language is { } other ? $"/Lang {Syntax.Text(other)}" : "";
        var quote = Structure.Add(place.Parent, "BlockQuote", language);
        var inner = place.In(12, quote) with { Frame = new Frame(place.X, 2, 0, Inks.Line, 2, null, place.Frame) };
        Lines(setter.Of(quotation.Text, place.Look), place.Look, inner, Structure.Add(quote, "P"), 9, keeps: false);
        var soft = place.Look.Soft.At(Math.Min(place.Look.Size, Scale.Table));
        Lines(setter.Of(quotation.Source, soft), soft, inner, Structure.Add(quote, "P"), 1);
        Leave(9);
    }

    private void Write(Callout callout, Place place)
    {
        var box = Structure.Add(place.Parent, "Div");
        var inner = place.In(14, box) with { Width = place.Width - 28, Frame = new Frame(place.X, place.Width, Padding, Inks.Warn, 2.5, Inks.Faint, place.Frame) };
        // The box reaches beyond its words: what it does so is no free space.
        Leave(Gap(Around) + Padding);
        Lines(setter.Of(callout.Title, place.Look.Bold), place.Look.Bold, inner, Structure.Add(box, "P"), 0, keeps: callout.Blocks.Count > 0);
        Leave(2);
        Write(callout.Blocks, inner);
        Leave(Around + Padding);
    }
}
