using System.Buffers;
using System.Net;
using System.Text;
using Marque.Text.Reading;

namespace Marque.Facts.Reading;

/// <summary>Takes the visible text out of HTML that arrives in pieces: no comments, scripts, styles or templates; character references resolved; block elements part words.</summary>
internal sealed class HtmlText(TextSearch search)
{
    private const int LongestReference = 40;
    private const int MaxTitle = 300;

    private static readonly SearchValues<char> TextStops = SearchValues.Create("<&");
    private static readonly HashSet<string> Inline = new(["a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"], StringComparer.Ordinal);
    private static readonly HashSet<string> Hidden = new(["script", "style", "template"], StringComparer.Ordinal);

    private readonly StringBuilder tag = new();
    private readonly StringBuilder title = new();
    private readonly StringBuilder reference = new();
    private State state = State.Text;
    private string? hidden;
    private bool inTitle;
    private char quote;

    private enum State
    {
        Text,
        Reference,
        TagOpen,
        Tag,
        Quoted,
        Comment,
    }

    /// <summary>Start tags seen.</summary>
    public long Elements { get; private set; }

    /// <summary>The title, cut after 300 characters.</summary>
    public string Title => title.ToString();

    /// <summary>The next piece.</summary>
    public void Add(ReadOnlySpan<char> piece)
    {
        while (!piece.IsEmpty)
        {
            if (state != State.Text)
            {
                Step(piece[0]);
                piece = piece[1..];
                continue;
            }

            var stop = piece.IndexOfAny(TextStops);
            Emit(stop < 0 ? piece : piece[..stop]);
            if (stop < 0) return;
            state = piece[stop] == '<' ? State.TagOpen : State.Reference;
            tag.Clear();
            reference.Clear();
            piece = piece[(stop + 1)..];
        }
    }

    /// <summary>After the last piece.</summary>
    public void Done()
    {
        if (state == State.Reference) Emit("&" + reference);
        else if (state == State.TagOpen && tag.Length == 0) Emit("<");
    }

    private void Step(char c)
    {
        switch (state)
        {
            case State.Reference: Reference(c); break;
            case State.TagOpen when tag.Length == 0 && !(char.IsAsciiLetter(c) || c is '/' or '!' or '?'):
                // A lone "<" is text.
                Emit("<");
                state = State.Text;
                if (c is not ('<' or '&')) Emit([c]);
                else state = c == '<' ? State.TagOpen : State.Reference;
                break;
            case State.TagOpen or State.Tag:
                if (tag.Length < 64) tag.Append(c);
                state = State.Tag;
                if (hidden is null && tag.Length == 3 && tag is var head && head[0] == '!' && head[1] == '-' && head[2] == '-')
                {
                    state = State.Comment;
                    reference.Clear();
                }
                else if (c == '>')
                {
                    EndTag();
                }
                else if (c is '"' or '\'' && tag[0] is not ('!' or '/') && hidden is null)
                {
                    (state, quote) = (State.Quoted, c);
                }

                break;
            case State.Quoted when c == quote: state = State.Tag; break;
            case State.Comment:
                // Only the last two characters matter: "-->" ends a comment.
                if (c == '>' && reference.Length >= 2 && reference[^1] == '-' && reference[^2] == '-') state = State.Text;
                if (reference.Length == 2) reference.Remove(0, 1);
                reference.Append(c);
                break;
        }
    }

    private void Reference(char c)
    {
        if (char.IsAsciiLetterOrDigit(c) || c == '#')
        {
            reference.Append(c);
            if (reference.Length < LongestReference) return;
            Emit("&" + reference);
            state = State.Text;
            return;
        }

        state = State.Text;
        Emit(WebUtility.HtmlDecode($"&{reference};") is var text && (c == ';' || text[0] != '&') ? text : "&" + reference);
        if (c == ';') return;
        if (c is '<' or '&') (state, _) = (c == '<' ? State.TagOpen : State.Reference, tag.Clear());
        else Emit([c]);
        reference.Clear();
    }

    private void EndTag()
    {
        state = State.Text;
        var text = tag.ToString();
        var close = text.StartsWith('/');
        var name = new string([.. text.AsSpan(close ? 1 : 0).ToString().TakeWhile(char.IsAsciiLetterOrDigit)]).ToLowerInvariant();
        if (hidden is not null)
        {
            if (close && name == hidden) hidden = null;
            return;
        }

        if (name.Length == 0) return;
        if (!close) Elements++;
        inTitle = name == "title" && !close;
        if (!close && Hidden.Contains(name) && !text.EndsWith("/>", StringComparison.Ordinal)) hidden = name;
        if (!Inline.Contains(name)) search.Break();
    }

    private void Emit(ReadOnlySpan<char> text)
    {
        if (hidden is not null || text.IsEmpty) return;
        search.Add(text);
        if (inTitle && title.Length < MaxTitle) title.Append(text[..Math.Min(text.Length, MaxTitle - title.Length)]);
    }
}
