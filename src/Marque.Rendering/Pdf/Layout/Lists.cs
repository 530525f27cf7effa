using Marque.Documents.Blocks;
using Marque.Rendering.Pdf.Objects;
using Marque.Rendering.Pdf.Pages;
using Marque.Rendering.Pdf.Text;

namespace Marque.Rendering.Pdf.Layout;

/// <summary>Lists, and names with their values.</summary>
internal static class Lists
{
    private const double Least = 16, Space = 6;

    // Of the width, what names take at most.
    private const double MostName = 0.32;

    public static void Write(Composer to, ItemList list, Place place)
    {
        var outer = to.Structure.Add(place.Parent, "L", $"/A <</O /List /ListNumbering {(list.IsNumbered ? "/Decimal" : "/Disc")}>>");
        string Label(int index) => list.IsNumbered ? $"{Syntax.Number(index + 1)}." : "•";
        var indent = Math.Max(Least, to.Setter.Line(Label(list.Items.Count - 1), place.Look).Width + Space);
        to.Leave(4);
        for (var i = 0; i < list.Items.Count; i++)
        {
            var item = to.Structure.Add(outer, "LI");
            var label = to.Setter.Line(Label(i), place.Look);
            var mark = to.Structure.Add(item, "Lbl");
            var body = place.In(indent, to.Structure.Add(item, "LBody"));
            to.Begin(new Marker(label, body.X - Space - label.Width, mark));
            if (list.Items[i] is [] or [not Paragraph, ..]) to.Lines(to.Setter.Of("", place.Look), place.Look, body, body.Parent, 3, keeps: list.Items[i].Count > 0);
            to.Write(list.Items[i], body);
        }

        to.Leave(6);
    }

    public static void Write(Composer to, Terms terms, Place place)
    {
        var look = place.Look.At(Math.Min(place.Look.Size, Scale.Table));
        var names = terms.Pairs.Select(p => to.Setter.Of(p.Name, look.Soft)).ToList();
        var most = place.Width * MostName;
        var left = names.Count == 0 ? 0 : names.Max(n => Math.Min(most, Line.Whole(n).Width + 1));
        var outer = to.Structure.Add(place.Parent, "L");
        to.Leave(6);
        for (var i = 0; i < names.Count; i++)
        {
            var item = to.Structure.Add(outer, "LI");
            var name = new Cell(Lines.Of(names[i], left), place.X, look, to.Structure.Add(item, "Lbl"));
            var value = new Cell(Lines.Of(to.Setter.Of(terms.Pairs[i].Value, look), place.Width - left - 18), place.X + left + 18, look, to.Structure.Add(item, "LBody"));
            to.Put(new RowStrip([name, value], place.X, place.Width, 1.5) { Before = to.Gap(0), Frame = place.Frame });
        }

        to.Leave(8);
    }
}
