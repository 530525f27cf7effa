using System.Diagnostics;
using Marque.Assessments;
using Marque.Documents;
using Marque.Documents.Blocks;
using Marque.Language;

namespace Marque.Rendering.Office;

/// <summary>Words without their setting.</summary>
internal static class Plain
{
    public static string Of(IReadOnlyList<Inline> words, Texts texts) => string.Concat(words.Select(w => Of(w, texts)));

    public static string Of(Inline inline, Texts texts) => inline switch
    {
        Run run => Visible.Text(run.Text),
        VerdictMark mark => Mark(mark, texts),
        TagMark tag => texts[$"tag.{tag.Tag.Word().ToLowerInvariant()}"],
        Link link => Visible.Text(link.Text),
        Cite cite => Visible.Text(cite.Citation),
        FileLink file => Visible.Text(file.Text),
        LineBreak => "\n",
        _ => throw new UnreachableException($"No office document has {inline.GetType().Name}."),
    };

    /// <summary>Shape and word, which stay together.</summary>
    public static string Mark(VerdictMark mark, Texts texts) => $"{mark.Verdict.Shape()}\u00a0{(mark.Word is { } word ? Visible.Text(word) : texts[$"verdict.{mark.Verdict.Word()}"])}";

    /// <summary>The address of a file beside the document: relative, each segment escaped, so that a name with ':' or '#' leads to that file and nowhere else.</summary>
    public static string Address(FileLink file) => "./" + string.Join('/', file.Path.Split('/').Select(Uri.EscapeDataString));
}
