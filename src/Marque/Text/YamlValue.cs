using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Marque.Text;

/// <summary>Makes YAML nodes that were not read but are to be written.</summary>
public static class YamlValue
{
    private static readonly Place Nowhere = new("");

    /// <summary>Text, which stays text whatever it looks like.</summary>
    public static YamlScalar Text(string value) => new(Nowhere, value, plain: false);

    /// <summary>Text; null stays null, so that <see cref="Map"/> leaves the key out.</summary>
    public static YamlScalar? Maybe(string? value) => value is null ? null : Text(value);

    /// <summary>A whole number.</summary>
    public static YamlScalar Whole(long value) => new(Nowhere, value.ToString(CultureInfo.InvariantCulture), plain: true);

    /// <summary>A number.</summary>
    public static YamlScalar Number(double value) => new(Nowhere, value.ToString("R", CultureInfo.InvariantCulture), plain: true);

    /// <summary>A flag.</summary>
    public static YamlScalar Flag(bool value) => new(Nowhere, value ? "true" : "false", plain: true);

    /// <summary>A calendar date, <c>2026-11-24</c>.</summary>
    public static YamlScalar Date(LocalDate value) => Text(LocalDatePattern.Iso.Format(value));

    /// <summary>An instant, <c>2026-11-24T10:00:00Z</c>.</summary>
    public static YamlScalar Instant(Instant value) => Text(InstantPattern.ExtendedIso.Format(value));

    /// <summary>A list.</summary>
    public static YamlList List(IEnumerable<YamlNode> items) => new(Nowhere, [.. items]);

    /// <summary>A list of texts; null when there are none, so that <see cref="Map"/> leaves the key out.</summary>
    public static YamlList? Texts(IEnumerable<string> values)
    {
        var list = List(values.Select(Text));
        return list.Items.Count == 0 ? null : list;
    }

    /// <summary>A mapping of the entries that have a value, in this order.</summary>
    public static YamlMap Map(params ReadOnlySpan<(string Key, YamlNode? Value)> entries)
    {
        var kept = new List<(YamlScalar Key, YamlNode Value)>();
        foreach (var (key, value) in entries)
        {
            if (value is not null) kept.Add((Text(key), value));
        }

        return new YamlMap(Nowhere, kept);
    }
}
