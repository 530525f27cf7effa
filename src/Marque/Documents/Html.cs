using System.Text;
using Marque.Assessments;

namespace Marque.Documents;

/// <summary>Builds HTML; every text passes <see cref="Escape"/>.</summary>
internal sealed class Html
{
    private readonly StringBuilder text = new(256 * 1024);

    /// <summary>Markup of ours, as it is.</summary>
    public Html Raw(string markup)
    {
        text.Append(markup);
        return this;
    }

    /// <summary>Text of whoever, escaped.</summary>
    public Html Text(string? value)
    {
        if (value is not null) text.Append(Escape(value));
        return this;
    }

    /// <summary>An element around escaped text.</summary>
    public Html Element(string name, string? value, string attributes = "")
    {
        text.Append('<').Append(name).Append(attributes).Append('>');
        return Text(value).Raw($"</{name}>");
    }

    /// <summary>The mark of a verdict: shape and word, coloured by its class.</summary>
    public Html Mark(Verdict verdict) => Mark(verdict, verdict.Words());

    /// <summary>The mark of a verdict with another word, such as a route's name; a reader without eyes hears the verdict too.</summary>
    public Html Mark(Verdict verdict, string word)
    {
        Raw($"<span class=\"v {verdict.Word()}\"><span class=\"s\" aria-hidden=\"true\">{verdict.Shape()}</span>").Text(word);
        return word == verdict.Words() ? Raw("</span>") : Raw($"<span class=\"unseen\">: {verdict.Words()}</span></span>");
    }

    public byte[] Bytes() => Encoding.UTF8.GetBytes(text.ToString());

    /// <summary>Safe as text and within quoted attributes.</summary>
    private static string Escape(string value)
    {
        var visible = Visible.Text(value);
        if (visible.AsSpan().IndexOfAny("<>&\"'") < 0) return visible;
        var escaped = new StringBuilder(visible.Length + 32);
        foreach (var c in visible)
        {
            _ = c switch
            {
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '&' => escaped.Append("&amp;"),
                '"' => escaped.Append("&quot;"),
                '\'' => escaped.Append("&#39;"),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }
}
