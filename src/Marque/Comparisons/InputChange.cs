using Marque.Text;

namespace Marque.Comparisons;

/// <summary>What became of a record.</summary>
public enum Change
{
    /// <summary>It is there on the second side only.</summary>
    Added,

    /// <summary>It is there on the first side only.</summary>
    Removed,

    /// <summary>It is there on both sides, with other content.</summary>
    Changed,

    /// <summary>It is recorded on both sides, and counts on the second only: for its release, or at its instant.</summary>
    CountsNow,

    /// <summary>It is recorded on both sides, and counts on the first only.</summary>
    CountsNoLonger,
}

/// <summary>A record that is not the same on both sides.</summary>
/// <param name="Kind">product, part, variant, adoption, instrument, process-case, release-line, event, people, person, role, risk-assessment, asset, risk, applicability, update-trigger, statement, series, fact, sbom, decision, release, assessed-release (the one on each side), catalog, catalog-item, bridge, bridge-point, bridge-pair, edition-map, edition-entry, file; observation (of the bytes of a registered fact); legal-set.</param>
/// <param name="Id">Its name.</param>
/// <param name="About">The requirement, series or other id it is about.</param>
/// <param name="Change">What became of it.</param>
/// <param name="Fields">What differs, of a changed one.</param>
/// <param name="Before">Where it stands on the first side; null: it does not.</param>
/// <param name="After">Where it stands on the second side; null: it does not.</param>
/// <param name="Process">The path of the process case it belongs to; null: the case itself.</param>
public sealed record InputChange(string Kind, string Id, string About, Change Change, IReadOnlyList<FieldChange> Fields, Place? Before, Place? After, string? Process);

/// <summary>A field that differs.</summary>
/// <param name="Name">Its name; fields within it after a dot: <c>placing.first</c>.</param>
/// <param name="Before">Its text on the first side; null: absent.</param>
/// <param name="After">Its text on the second side; null: absent.</param>
public sealed record FieldChange(string Name, string? Before, string? After)
{
    /// <summary>The fields in which two mappings differ, in the order of the second.</summary>
    internal static List<FieldChange> Between(YamlMap a, YamlMap b, string prefix = "")
    {
        var changes = new List<FieldChange>();
        foreach (var key in b.Entries.Select(e => e.Key.Value).Concat(a.Entries.Select(e => e.Key.Value)).Distinct(StringComparer.Ordinal))
        {
            var (before, after) = (a[key], b[key]);
            if (Same(before, after)) continue;
            // What a signature says is its being there; its letters are for programs.
            if (key == "signatures") changes.Add(new FieldChange(prefix + key, Count(before), Count(after)));
            else if (before is YamlMap x && after is YamlMap y) changes.AddRange(Between(x, y, $"{prefix}{key}."));
            else changes.Add(new FieldChange(prefix + key, Text(before), Text(after)));
        }

        return changes;
    }

    /// <summary>A value as one text: a list's items with commas between, of a mapping its fields; null when absent.</summary>
    internal static string? Text(YamlNode? node) => node switch
    {
        null or YamlScalar { Type: YamlType.Null } => null,
        YamlScalar scalar => scalar.Value,
        YamlList list => string.Join(", ", list.Items.Select(Text)),
        YamlMap map => string.Join("; ", map.Entries.Select(e => $"{e.Key.Value}: {Text(e.Value)}")),
        _ => "",
    };

    private static bool Same(YamlNode? a, YamlNode? b) => a is null || b is null ? Text(a) is null && Text(b) is null : CanonicalJson.DigestOf(a) == CanonicalJson.DigestOf(b);

    private static string? Count(YamlNode? signatures) => signatures switch
    {
        null => null,
        YamlList list => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{list.Items.Count} given"),
        _ => "1 given",
    };
}
