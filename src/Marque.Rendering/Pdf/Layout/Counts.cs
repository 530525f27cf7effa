using Marque.Documents;
using Marque.Documents.Blocks;
using Marque.Rendering.Pdf.Objects;
using Marque.Rendering.Pdf.Text;

namespace Marque.Rendering.Pdf.Layout;

/// <summary>How many there are of each verdict: large numbers above their marks.</summary>
internal static class Counts
{
    private const double Least = 12, Most = 34;

    public static void Write(Composer to, Tally tally, Place place)
    {
        var mark = Scale.Plain(Scale.Table);
        var marks = tally.Counts.Select(c => Line.Whole(to.Setter.Of([new VerdictMark(c.Verdict)], mark))).ToList();
        var outer = to.Structure.Add(place.Parent, "L", $"/T {Syntax.Text(Visible.Text(tally.What))}");
        for (var from = 0; from < marks.Count;)
        {
            // As many as fit beside each other, at even distances.
            var (count, used) = (1, marks[from].Width);
            while (from + count < marks.Count && used + (count * Least) + marks[from + count].Width <= place.Width) used += marks[from + count++].Width;
            var between = count == 1 ? 0 : Math.Min(Most, (place.Width - used) / (count - 1));
            var (numbers, names, x) = (new List<Cell>(), new List<Cell>(), place.X);
            foreach (var (of, name) in tally.Counts.Zip(marks).Skip(from).Take(count))
            {
                var item = to.Structure.Add(to.Structure.Add(outer, "LI"), "LBody");
                var look = of.Count == 0 ? Scale.Plain(Scale.Count).Soft : Scale.Plain(Scale.Count).Bold;
                numbers.Add(new Cell([to.Setter.Line(Syntax.Number(of.Count), look)], x, look, item));
                names.Add(new Cell([name], x, mark, item));
                x += name.Width + between;
            }

            to.Put(new RowStrip(numbers, place.X, place.Width, 0) { Before = to.Gap(14), KeepsWithNext = true, Frame = place.Frame });
            to.Put(new RowStrip(names, place.X, place.Width, 0) { Frame = place.Frame });
            from += count;
        }

        to.Leave(16);
    }
}
