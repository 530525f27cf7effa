using System.Globalization;
using System.Xml;

namespace Marque.Rendering.Office;

/// <summary>Writes elements of one namespace. With a prefix, attributes bear it too, as WordprocessingML wants; without, they bear none, as SpreadsheetML does.</summary>
internal sealed class Elements(XmlWriter xml, string prefix, string space)
{
    private readonly string? attributes = prefix.Length == 0 ? null : space;

    /// <summary>A number as it is read everywhere.</summary>
    public static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Opens an element. An attribute without a value is left out.</summary>
    public Elements Open(string name, params ReadOnlySpan<(string Name, string? Value)> with)
    {
        xml.WriteStartElement(prefix, name, space);
        foreach (var (attribute, value) in with)
        {
            if (value is not null) xml.WriteAttributeString(attributes is null ? null : prefix, attribute, attributes, value);
        }

        return this;
    }

    /// <summary>The id of a relationship as an attribute of the element just opened.</summary>
    public Elements Related(string id)
    {
        xml.WriteAttributeString("r", "id", Package.Relations, id);
        return this;
    }

    public Elements Close()
    {
        xml.WriteEndElement();
        return this;
    }

    /// <summary>An element without content.</summary>
    public Elements Empty(string name, params ReadOnlySpan<(string Name, string? Value)> with) => Open(name, with).Close();

    /// <summary>An element that is a value.</summary>
    public Elements Value(string name, string value) => Empty(name, ("val", value));

    /// <summary>An element of text of the program's own.</summary>
    public Elements Simple(string name, string text, params ReadOnlySpan<(string Name, string? Value)> with)
    {
        Open(name, with);
        xml.WriteString(text);
        return Close();
    }

    /// <summary>An element of text, blanks kept.</summary>
    public Elements Text(string name, string text)
    {
        Open(name);
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(text);
        return Close();
    }
}
