using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Marque.Tests.Assessments.Kit;

/// <summary>A YAML mapping in the making: entries without a value and empty lists are left out, as a person would.</summary>
internal sealed class YamlText : List<(string Key, object? Value)>
{
    public void Add(string key, object? value) => Add((key, value));

    public override string ToString()
    {
        var text = new StringBuilder();
        Map(text, this, "");
        return text.ToString();
    }

    private static void Map(StringBuilder text, YamlText map, string indent)
    {
        foreach (var (key, value) in map)
        {
            if (value is null || (value is System.Collections.ICollection { Count: 0 })) continue;
            text.Append(indent).Append(Plain(key) ? key : Quoted(key)).Append(':');
            Value(text, value, indent);
        }
    }

    private static void Value(StringBuilder text, object value, string indent)
    {
        switch (value)
        {
            case YamlText map:
                text.Append('\n');
                Map(text, map, indent + "  ");
                break;
            case IEnumerable<YamlText> list:
                text.Append('\n');
                foreach (var map in list)
                {
                    // The first key stands behind the dash, the others below it.
                    var entry = new StringBuilder();
                    Map(entry, map, indent + "    ");
                    text.Append(indent).Append("  - ").Append(entry.ToString().AsSpan(indent.Length + 4));
                }

                break;
            case IEnumerable<string> texts:
                text.Append(" [").AppendJoin(", ", texts.Select(Quoted)).Append("]\n");
                break;
            case bool flag:
                text.Append(flag ? " true\n" : " false\n");
                break;
            case int whole:
                text.Append(' ').Append(whole.ToString(CultureInfo.InvariantCulture)).Append('\n');
                break;
            case Bare bare:
                text.Append(' ').Append(bare.Text).Append('\n');
                break;
            default:
                text.Append(' ').Append(Quoted((string)value)).Append('\n');
                break;
        }
    }

    private static bool Plain(string key) => key.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-');

    private static string Quoted(string text) => JsonSerializer.Serialize(text);
}

/// <summary>A scalar written without quotes: a date, an instant, a digest.</summary>
internal sealed record Bare(string Text)
{
    public static Bare Of(NodaTime.LocalDate day) => new(NodaTime.Text.LocalDatePattern.Iso.Format(day));

    public static Bare Of(NodaTime.Instant instant) => new(NodaTime.Text.InstantPattern.ExtendedIso.Format(instant));

    public static Bare? OfOrNull(NodaTime.LocalDate? day) => day is { } d ? Of(d) : null;
}
