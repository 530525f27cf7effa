using Marque.Documents.Blocks;
using Marque.Rendering.Pdf.Objects;
using Marque.Rendering.Pdf.Pages;
using Marque.Rendering.Pdf.Tags;
using Marque.Rendering.Pdf.Text;

namespace Marque.Rendering.Pdf.Layout;

/// <summary>Derivations: each node further in than what it derives, beside a line that leads up to it.</summary>
internal static class Trees
{
    // A deep derivation leaves room for its words.
    private const int MostIndents = 8;
    private const double Indent = 13;

    public static void Write(Composer to, Tree tree, Place place)
    {
        var list = to.Structure.Add(place.Parent, "L", $"/T {Syntax.Text(Documents.Visible.Text(tree.Label))}");
        to.Leave(4);
        foreach (var root in tree.Roots) Write(to, root, place with { Look = place.Look.At(Math.Min(place.Look.Size, Scale.Table)) }, list, 0);
        to.Leave(8);
    }

    private static void Write(Composer to, Node node, Place place, Element list, int depth)
    {
        var body = to.Structure.Add(to.Structure.Add(list, "LI"), "LBody");
        var hasMore = node.Lines.Count > 0 || node.Children.Count > 0;
        to.Lines(to.Setter.Of(node.Head, place.Look), place.Look, place, to.Structure.Add(body, "P"), 3, keeps: hasMore);
        var quiet = place.Look.Soft;
        foreach (var line in node.Lines) to.Lines(to.Setter.Of(line, quiet), quiet, place.In(Indent, body), to.Structure.Add(body, "P"), 0);
        if (node.Children.Count == 0) return;
        var below = to.Structure.Add(body, "L");
        var inner = depth >= MostIndents ? place : place.In(Indent, below) with { Frame = new Frame(place.X + 3, 0.6, 0, Inks.Line, 0.6, null, place.Frame) };
        foreach (var child in node.Children) Write(to, child, inner, below, depth + 1);
    }
}
