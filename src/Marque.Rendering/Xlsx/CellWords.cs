using Marque.Documents.Blocks;
using Marque.Language;
using Marque.Rendering.Office;

namespace Marque.Rendering.Xlsx;

/// <summary>Some words of a cell in one face.</summary>
/// <param name="Text">The words.</param>
/// <param name="Face">The face.</param>
internal readonly record struct Piece(string Text, Face Face);

/// <summary>The words of a cell.</summary>
/// <param name="Pieces">The words, neighbours of one face together, none empty.</param>
/// <param name="To">Where the cell leads, a link or a file; null: nowhere.</param>
internal sealed record CellWords(IReadOnlyList<Piece> Pieces, Inline? To)
{
    // Readers take all words of a cell for the link: more than a line of them is none.
    private const int MostLinked = 80;

    /// <summary>The words of inlines.</summary>
    /// <param name="words">The inlines.</param>
    /// <param name="face">The face of plain words.</param>
    /// <param name="texts">The words of the program.</param>
    /// <param name="isKnown">Whether a link leads anywhere. A cell leads to one place: the first.</param>
    public static CellWords Of(IReadOnlyList<Inline> words, Face face, Texts texts, Func<Inline, bool> isKnown)
    {
        var pieces = new List<Piece>();
        Inline? link = null;
        var isShort = words.Sum(w => Plain.Of(w, texts).Length) <= MostLinked;
        foreach (var word in words)
        {
            var isLink = isShort && link is null && word is (Link or FileLink) && isKnown(word);
            if (isLink) link = word;
            // A blank before it for readers that show a link in one line.
            var text = word is LineBreak && (link is not null || isShort && words.Any(w => w is Link or FileLink)) ? " \n" : Plain.Of(word, texts);
            if (text.Length == 0) continue;
            var its = word switch
            {
                _ when isLink => Face.Link,
                Run run => Faces.Of(run.Setting, face),
                VerdictMark mark => Faces.Of(mark.Verdict),
                TagMark or Cite => Face.Soft,
                _ => face,
            };
            if (pieces.Count > 0 && (pieces[^1].Face == its || word is LineBreak)) pieces[^1] = pieces[^1] with { Text = pieces[^1].Text + text };
            else pieces.Add(new Piece(text, its));
        }

        return new CellWords(pieces, link);
    }

    /// <summary>The words in as many cells as they need, the next below the last; a note says that they go on.</summary>
    public IReadOnlyList<IReadOnlyList<Piece>> Cut(Limits limits, string note)
    {
        if (Pieces.Sum(p => p.Text.Length) <= limits.Text && Pieces.Sum(p => p.Text.AsSpan().Count('\n')) <= limits.Breaks) return [Pieces];
        var cells = new List<IReadOnlyList<Piece>>();
        var cell = new List<Piece>();
        int length = 0, breaks = 0;
        var most = limits.Text - note.Length - 1;
        foreach (var piece in Pieces)
        {
            var from = 0;
            for (var i = 0; i < piece.Text.Length; i++)
            {
                var isPair = char.IsHighSurrogate(piece.Text[i]) && i + 1 < piece.Text.Length;
                if (length + (isPair ? 2 : 1) > most || (piece.Text[i] == '\n' && breaks + 1 >= limits.Breaks))
                {
                    if (i > from) cell.Add(piece with { Text = piece.Text[from..i] });
                    cell.Add(new Piece(" " + note, Face.Soft));
                    cells.Add(cell);
                    (cell, length, breaks, from) = ([], 0, 0, i);
                }

                length += isPair ? 2 : 1;
                if (piece.Text[i] == '\n') breaks++;
                if (isPair) i++;
            }

            if (from < piece.Text.Length) cell.Add(piece with { Text = piece.Text[from..] });
        }

        if (cell.Count > 0) cells.Add(cell);
        return cells;
    }
}
