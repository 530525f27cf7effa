using System.Text;
using Marque.Documents;

namespace Marque.Rendering.Html;

/// <summary>Builds HTML; every text of others passes <see cref="Text"/> or <see cref="Attribute"/>.</summary>
internal sealed class Markup
{
    private readonly StringBuilder text = new(256 * 1024);

    /// <summary>Markup of ours, as it is.</summary>
    public Markup Raw(string markup)
    {
        text.Append(markup);
        return this;
    }

    /// <summary>Text of whoever, escaped.</summary>
    public Markup Text(string value)
    {
        Escape(Visible.Text(value));
        return this;
    }

    /// <summary>An attribute with a blank before it.</summary>
    public Markup Attribute(string name, string value)
    {
        text.Append(' ').Append(name).Append("=\"");
        Escape(Visible.Text(value));
        text.Append('"');
        return this;
    }

    /// <summary>An element around escaped text.</summary>
    public Markup Element(string name, string value) => Raw("<").Raw(name).Raw(">").Text(value).Raw("</").Raw(name).Raw(">");

    public Markup Append(Markup other)
    {
        text.Append(other.text);
        return this;
    }

    public byte[] Bytes() => Encoding.UTF8.GetBytes(text.ToString());

    // Safe as text and within quoted attributes.
    private void Escape(string value)
    {
        var from = 0;
        for (var i = 0; i < value.Length; i++)
        {
            var entity = value[i] switch
            {
                '<' => "&lt;",
                '>' => "&gt;",
                '&' => "&amp;",
                '"' => "&quot;",
                '\'' => "&#39;",
                _ => null,
            };
            if (entity is null) continue;
            text.Append(value, from, i - from).Append(entity);
            from = i + 1;
        }

        text.Append(value, from, value.Length - from);
    }
}
