using Marque.Documents;
using Marque.Documents.Blocks;
using Marque.Language;
using Marque.Rendering.Office;

namespace Marque.Rendering.Docx;

/// <summary>Words as runs of a text document.</summary>
/// <param name="w">Writes them.</param>
/// <param name="texts">The words of the program.</param>
/// <param name="anchors">What links lead to.</param>
/// <param name="files">The files that are linked to.</param>
internal sealed class Runs(Elements w, Texts texts, Anchors anchors, Files files)
{
    /// <summary>Words in a paragraph.</summary>
    /// <param name="words">The words.</param>
    /// <param name="isBold">Whether the paragraph's style is bold. Bold of two styles would cancel out (ISO/IEC 29500-1, 17.7.3), so that a run says outright what it is.</param>
    public void Write(IReadOnlyList<Inline> words, bool isBold = false)
    {
        for (var i = 0; i < words.Count; i++) Write(words[i], isBold);
    }

    /// <summary>Text in a style of its own; null: in that of the paragraph.</summary>
    public void Text(string text, string? style = null, bool? isBold = null, string? language = null)
    {
        w.Open("r");
        if (style is not null || isBold is not null || language is not null)
        {
            w.Open("rPr");
            if (style is not null) w.Value("rStyle", style);
            if (isBold is { } bold) w.Empty("b", ("val", bold ? null : "0"));
            if (language is not null) w.Value("lang", language);
            w.Close();
        }

        w.Text("t", Visible.Text(text)).Close();
    }

    /// <summary>A field with what it shows until an editor computes it.</summary>
    public void Field(string code, string shown)
    {
        Begin(code);
        Text(shown);
        End();
    }

    public void Begin(string code)
    {
        w.Open("r").Empty("fldChar", ("fldCharType", "begin")).Close();
        w.Open("r").Text("instrText", $" {code} ").Close();
        w.Open("r").Empty("fldChar", ("fldCharType", "separate")).Close();
    }

    public void End() => w.Open("r").Empty("fldChar", ("fldCharType", "end")).Close();

    private void Write(Inline inline, bool isBold)
    {
        bool? outright = isBold ? true : null;
        switch (inline)
        {
            case Run { Setting: Setting.Strong } run: Text(run.Text, StyleIds.Strong, outright); break;
            case Run { Setting: Setting.Soft } run: Text(run.Text, StyleIds.SoftText, isBold ? false : null); break;
            case Run { Setting: Setting.Code } run: Text(run.Text, StyleIds.Code); break;
            case VerdictMark mark: Text(Plain.Mark(mark, texts), StyleIds.Of(mark.Verdict), outright); break;
            case TagMark tag: Text(Plain.Of(tag, texts), StyleIds.Tag, isBold ? false : null); break;
            case Cite cite: Text(cite.Citation, StyleIds.SoftText, isBold ? false : null); break;
            case LineBreak: w.Open("r").Empty("br").Close(); break;
            case Link link when anchors.Number(link.Target) is { } number:
                w.Open("hyperlink", ("anchor", Anchors.Name(number)), ("history", "1"));
                Text(link.Text, StyleIds.Link);
                w.Close();
                break;
            case FileLink file:
                w.Open("hyperlink", ("history", "1")).Related(files.IdOf(file));
                Text(file.Text, StyleIds.Link);
                w.Close();
                break;
            default: Text(Plain.Of(inline, texts)); break;
        }
    }
}
