using Marque.Text;
using NodaTime;
using NodaTime.Text;

namespace Marque.Cases.Declared;

/// <summary>Reads <c>support.yaml</c>.</summary>
internal static class SupportFile
{
    public static SupportPeriod Read(Fields f)
    {
        var ends = new List<(string?, YearMonth)>();
        if (Month(f, "until") is { } until) ends.Add((null, until));
        var lines = new List<(string, Place)>();
        foreach (var line in f.Each("lines"))
        {
            var id = line.Required("line");
            lines.Add((id, line.PlaceOf("line")));
            if (Month(line, "until") is { } end) ends.Add((id, end));
            else if (!line.Has("until")) line.Missing("until");
            line.Done();
        }

        var period = new SupportPeriod { ExpectedUse = f.Text("expectedUse"), Kind = f.Text("kind"), Ends = ends, Lines = lines, Considered = [.. f.Each("considered").Select(Factor)], Place = f.Place };
        f.Done();
        return period;
    }

    private static SupportFactor Factor(Fields f)
    {
        var factor = f.OneOf("factor", [.. SupportFactors.Mandatory, .. SupportFactors.Optional]);
        if (factor is null && !f.Has("factor")) f.Missing("factor");
        var result = new SupportFactor(factor ?? "", f.Required("because"));
        f.Done();
        return result;
    }

    // CRA 13(19), rule P-5: at least month and year.
    private static YearMonth? Month(Fields f, string key)
    {
        if (f.Node(key) is not { } node) return null;
        if (node is YamlScalar scalar && YearMonthPattern.Iso.Parse(scalar.Value) is { Success: true } parsed) return parsed.Value;
        f.Problem(key, "yaml.wrong-type", $"'{key}' is not a month", "write it in quotes, as \"2031-12\"");
        return null;
    }
}
