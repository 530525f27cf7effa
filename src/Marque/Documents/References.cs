using System.Globalization;
using Marque.Assessments;
using Marque.Text;

namespace Marque.Documents;

/// <summary>Finds the line of a case file that a reference of a ground names.</summary>
public static class References
{
    /// <summary>The place, relative to the case; null for what no file of the case holds (law, dates, names).</summary>
    /// <param name="index">The case.</param>
    /// <param name="reference">Such as <c>evidence:tls-test</c> or <c>decision:decisions/CR-4.1.yaml:3:1</c>.</param>
    public static Place? PlaceOf(CaseIndex index, string reference)
    {
        var colon = reference.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0) return null;
        var rest = reference[(colon + 1)..];
        if (reference[..colon] is "evidence")
        {
            foreach (var series in index.Case.Series)
            {
                if (series.Id == rest) return series.Place;
            }

            return null;
        }

        return reference[..colon] is "law" or "date" or "instant" or "sha256" or "found" ? null : Parse(rest);
    }

    /// <summary>The places of a ground's references, in their order.</summary>
    /// <param name="index">The case.</param>
    /// <param name="ground">The ground.</param>
    public static IEnumerable<Place> PlacesOf(CaseIndex index, Ground ground) => ground.Refs.Select(r => PlaceOf(index, r)).OfType<Place>();

    /// <summary>The line of the weakest input: the last place on the way to the first cause; the case's own file when nothing on it has a line.</summary>
    /// <param name="index">The case.</param>
    /// <param name="derivation">The derivation.</param>
    public static Place Weakest(CaseIndex index, Derivation derivation) =>
        Causes.Of(derivation).Reverse().SelectMany(g => PlacesOf(index, g).Take(1)).Cast<Place?>().FirstOrDefault() ?? index.Case.Place;

    // FILE.yaml:LINE:COLUMN, as Place writes it.
    private static Place? Parse(string text)
    {
        var file = text;
        Span<int> numbers = [0, 0];
        for (var i = 1; i >= 0; i--)
        {
            var colon = file.LastIndexOf(':');
            if (colon <= 0 || !int.TryParse(file.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) break;
            numbers[i] = number;
            file = file[..colon];
        }

        // One number alone is the line.
        if (numbers[0] == 0) (numbers[0], numbers[1]) = (numbers[1], 0);
        var isFile = file.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);
        return isFile ? new Place(file, numbers[0], numbers[1]) : null;
    }
}
