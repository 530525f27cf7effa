using System.Diagnostics;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Marque.Assessments;
using Marque.Documents;
using Marque.Documents.Blocks;
using Word = DocumentFormat.OpenXml.Wordprocessing;

namespace Marque.Rendering.Docx;

/// <summary>Words as runs of a text document.</summary>
/// <param name="anchors">What links lead to.</param>
/// <param name="relate">Gives a relationship id to a relative address of a file.</param>
internal sealed class Runs(Anchors anchors, Func<string, string> relate)
{
    public IEnumerable<OpenXmlElement> Of(IReadOnlyList<Inline> words) => words.SelectMany(Of);

    /// <summary>Text in a style of its own; null: in that of the paragraph.</summary>
    public static Word.Run Text(string text, string? style = null)
    {
        var run = new Word.Run();
        if (style is not null) run.Append(new RunProperties(new RunStyle { Val = style }));
        run.Append(new Word.Text(Visible.Text(text)) { Space = SpaceProcessingModeValues.Preserve });
        return run;
    }

    private IEnumerable<OpenXmlElement> Of(Inline inline)
    {
        switch (inline)
        {
            case Documents.Blocks.Run run:
                yield return Text(run.Text, run.Setting switch { Setting.Strong => StyleSheet.Strong, Setting.Soft => StyleSheet.SoftText, Setting.Code => StyleSheet.Code, _ => null });
                break;
            case VerdictMark mark: yield return Text($"{mark.Verdict.Shape()}\u00a0{mark.Word ?? mark.Verdict.Words()}", StyleSheet.Of(mark.Verdict)); break;
            case TagMark tag: yield return Text(tag.Tag.Word(), StyleSheet.Tag); break;
            case Link link when anchors.Number(link.Target) is { } number: yield return new Hyperlink(Text(link.Text, StyleSheet.Link)) { Anchor = Anchors.Name(number), History = true }; break;
            case Link link: yield return Text(link.Text); break;
            case Cite cite: yield return Text(cite.Citation, StyleSheet.SoftText); break;
            case FileLink file: yield return new Hyperlink(Text(file.Text, StyleSheet.Link)) { Id = relate(file.Path), History = true }; break;
            case LineBreak: yield return new Word.Run(new Break()); break;
            default: throw new UnreachableException($"No text document has {inline.GetType().Name}.");
        }
    }
}
