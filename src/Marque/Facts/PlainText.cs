using Marque.Facts.Reading;
using Marque.Text.Reading;

namespace Marque.Facts;

/// <summary>Plain text, logs and Markdown, of any length. Without a word it proves nothing.</summary>
internal static class PlainText
{
    public static Check Run(Stream content, FactKind kind, Expectation expect)
    {
        var word = kind.Word();
        var search = new TextSearch(expect);
        var input = new TextInput(content, word);
        var (any, open) = (false, false);
        while (input.Next(out var piece))
        {
            if (piece.IsEmpty) continue;
            any = true;
            open = piece[^1] != '\n';
            search.Add(piece);
        }

        var weighing = new Weighing();
        search.Judge(weighing, word);
        if (search.Words == 0) weighing.Vacuous($"{word}.empty", "it holds no word");
        return weighing.Done(kind, ("lines", input.Lines + (any && open ? 1 : 0)), ("words", search.Words));
    }
}
