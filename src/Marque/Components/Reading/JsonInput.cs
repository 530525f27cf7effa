using System.Text.Json;
using Marque.Text.Reading;

namespace Marque.Components.Reading;

/// <summary>A JSON file and what becomes of it.</summary>
internal ref struct JsonInput
{
    public JsonInput(Stream content, SbomBuilder builder)
    {
        Scan = new JsonScan(content);
        Builder = builder;
    }

    /// <summary>The file.</summary>
    public JsonScan Scan;

    /// <summary>What it becomes.</summary>
    public SbomBuilder Builder { get; }

    /// <summary>A text kept until its neighbour is known.</summary>
    public Kept First { get; } = new();

    /// <summary>Another text kept until its neighbour is known.</summary>
    public Kept Second { get; } = new();

    /// <summary>Behind a field's name: keeps its text.</summary>
    public void Keep(Kept kept)
    {
        if (Text(out var text)) kept.Keep(text);
    }

    /// <summary>The name of the current field.</summary>
    public ReadOnlySpan<byte> Name() => Scan.Bytes();

    /// <summary>Behind a field's name: its text, until the next token. A value that is no text is passed over; null is nothing, and anything else a finding.</summary>
    public bool Text(out ReadOnlySpan<byte> text)
    {
        Scan.Read();
        if (Scan.Token == JsonTokenType.String)
        {
            text = Scan.Bytes();
            return true;
        }

        text = default;
        Wrong("a text");
        Scan.Leave();
        return false;
    }

    /// <summary>Behind a field's name: its text as a string; empty when it has none.</summary>
    public string String() => Text(out var text) ? Builder.String(text) : "";

    /// <summary>Behind a field's name: its whole number; null when it is none.</summary>
    public long? Number()
    {
        Scan.Read();
        if (Scan.Token == JsonTokenType.Number) return Scan.WholeNumber;
        Wrong("a number");
        Scan.Leave();
        return null;
    }

    /// <summary>Behind a field's name: whether its value is a list, and steps into it.</summary>
    public bool List(string field) => Enter(JsonTokenType.StartArray, "a list", field);

    /// <summary>Behind a field's name: whether its value is an object, and steps into it.</summary>
    public bool Object(string field) => Enter(JsonTokenType.StartObject, "an object", field);

    /// <summary>In a list: the next text, passing over other items; false at the list's end.</summary>
    public bool NextText(out ReadOnlySpan<byte> text)
    {
        while (Scan.Read() && Scan.Token != JsonTokenType.EndArray)
        {
            if (Scan.Token == JsonTokenType.String)
            {
                text = Scan.Bytes();
                return true;
            }

            Wrong("a text");
            Scan.Leave();
        }

        text = default;
        return false;
    }

    /// <summary>The texts of a list, or of one text that stands where a list is meant.</summary>
    public List<string> Strings()
    {
        var found = new List<string>();
        Scan.Read();
        if (Scan.Token == JsonTokenType.String) found.Add(Builder.String(Scan.Bytes()));
        else if (Scan.Token == JsonTokenType.StartArray) while (NextText(out var text)) found.Add(Builder.String(text));
        else
        {
            Wrong("a list");
            Scan.Leave();
        }

        return found;
    }

    /// <summary>A finding: the current field stands twice in its object.</summary>
    public void Twice()
    {
        At().Find("sbom.duplicate-field", $"the field '{SbomBuilder.Shown(Name())}' stands twice in one object", "of texts the last is taken, of lists all items");
    }

    /// <summary>The builder, for a finding at the current token.</summary>
    public SbomBuilder At()
    {
        (Builder.Line, Builder.Column) = (Scan.Line, Scan.Column);
        return Builder;
    }

    private bool Enter(JsonTokenType kind, string what, string field)
    {
        Scan.Read();
        if (Scan.Token == kind) return true;
        Wrong(what, field);
        Scan.Leave();
        return false;
    }

    private void Wrong(string wanted, string field = "")
    {
        if (Scan.Token == JsonTokenType.Null) return;
        At().Find("sbom.wrong-kind", field.Length == 0 ? $"{wanted} is meant here; what stands here is not read" : $"'{field}' is not {wanted}; it is not read");
    }
}
