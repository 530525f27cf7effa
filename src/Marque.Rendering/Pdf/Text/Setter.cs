using System.Diagnostics;
using Marque.Assessments;
using Marque.Documents;
using Marque.Documents.Blocks;
using Marque.Language;
using Marque.Rendering.Pdf.Fonts;

namespace Marque.Rendering.Pdf.Text;

/// <summary>Sets inlines as words.</summary>
/// <param name="fonts">The fonts of the document.</param>
/// <param name="texts">Its language.</param>
/// <param name="targets">The ids that links may lead to.</param>
internal sealed class Setter(FontSet fonts, Texts texts, IReadOnlySet<string> targets)
{
    /// <summary>Words of one look.</summary>
    /// <param name="text">The words.</param>
    /// <param name="look">The look.</param>
    /// <param name="target">The id that they lead to; null: none.</param>
    public Words Of(string text, Look look, string? target = null)
    {
        var words = new Words(fonts);
        words.Add(text, new Span(look) { Target = target });
        return words;
    }

    /// <summary>Words as one line.</summary>
    public Line Line(string text, Look look) => Text.Line.Whole(Of(text, look));

    /// <summary>One line of words, cut with three dots where they do not fit.</summary>
    public Line Fit(string text, Look look, double width)
    {
        var line = Line(text, look);
        if (line.Width <= width) return line;
        var words = line.Words;
        var left = width - Line("…", look).Width;
        var count = 0;
        while (count < words.Glyphs.Count && (left -= words.Advance(words.Glyphs[count])) >= 0) count++;
        return Line(string.Concat(words.Glyphs.Take(count).Select(g => new System.Text.Rune(g.Character).ToString())).TrimEnd() + "…", look);
    }

    /// <summary>The words of inlines.</summary>
    /// <param name="inlines">The inlines.</param>
    /// <param name="look">How plain ones look.</param>
    public Words Of(IReadOnlyList<Inline> inlines, Look look)
    {
        var words = new Words(fonts);
        foreach (var inline in inlines) Add(words, inline, look);
        return words;
    }

    private void Add(Words words, Inline inline, Look look)
    {
        switch (inline)
        {
            case Run run: words.Add(run.Text, new Span(Of(run.Setting, look))); break;
            case VerdictMark mark: Add(words, mark, look); break;
            case TagMark tag: words.Add(texts[$"tag.{tag.Tag.Word().ToLowerInvariant()}"], new Span(look.Soft.At(look.Size * 0.88)) { IsWhole = true }); break;
            case Link link when targets.Contains(link.Target): words.Add(link.Text, new Span(look with { Colour = Inks.Link }) { Target = link.Target }); break;
            case Link link: words.Add(link.Text, new Span(look)); break;
            case Cite cite: words.Add(cite.Citation, new Span(look)); break;
            case FileLink file: words.Add(file.Text, new Span(look with { Colour = Inks.Link }) { Address = Address(file.Path) }); break;
            case LineBreak: words.EndLine(look); break;
            default: throw new UnreachableException($"No PDF for {inline.GetType().Name}.");
        }
    }

    // What the law does not ask for stands back; every other verdict stands out.
    private void Add(Words words, VerdictMark mark, Look look)
    {
        var isQuiet = mark.Verdict is Verdict.NotApplicable or Verdict.NotTriggered;
        var span = new Span(look with { Face = isQuiet ? look.Face : Typeface.Bold, Colour = Inks.Of(mark.Verdict) }) { IsWhole = true };
        words.Add($"{mark.Verdict.Shape()}\u00a0{mark.Word ?? texts[$"verdict.{mark.Verdict.Word()}"]}", span);
    }

    private static Look Of(Setting setting, Look look) => setting switch
    {
        Setting.Strong => look.Bold,
        Setting.Soft => look.Soft with { Face = Typeface.Regular },
        Setting.Code => look with { Face = Typeface.Mono, Size = look.Size * 0.9 },
        _ => look,
    };

    // Relative, each segment escaped: a name with ':' or '#' must lead to that file and nowhere else.
    private static string Address(string path) => "./" + string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
