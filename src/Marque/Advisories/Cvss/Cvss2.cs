namespace Marque.Advisories.Cvss;

/// <summary>The equations of CVSS 2.0 (A Complete Guide to CVSS 2.0, sections 2.4 and 3.2).</summary>
internal static class Cvss2
{
    private const int Av = 0, Ac = 1, Au = 2, C = 3, I = 4, A = 5, E = 6, Rl = 7, Rc = 8, Cdp = 9, Td = 10, Cr = 11, Ir = 12, Ar = 13;

    public static readonly CvssMetrics Metrics = new("", false,
        new("AV", ["L", "A", "N"], true), new("AC", ["H", "M", "L"], true), new("Au", ["M", "S", "N"], true),
        new("C", ["N", "P", "C"], true), new("I", ["N", "P", "C"], true), new("A", ["N", "P", "C"], true),
        new("E", ["U", "POC", "F", "H", "ND"]), new("RL", ["OF", "TF", "W", "U", "ND"]), new("RC", ["UC", "UR", "C", "ND"]),
        new("CDP", ["N", "L", "LM", "MH", "H", "ND"]), new("TD", ["N", "L", "M", "H", "ND"]),
        new("CR", ["L", "M", "H", "ND"]), new("IR", ["L", "M", "H", "ND"]), new("AR", ["L", "M", "H", "ND"]));

    // The weights of each metric's values, in the order above; the last, of "not defined", holds for a metric that is absent too.
    private static readonly decimal[][] Weights =
    [
        [0.395m, 0.646m, 1.0m], [0.35m, 0.61m, 0.71m], [0.45m, 0.56m, 0.704m],
        [0m, 0.275m, 0.660m], [0m, 0.275m, 0.660m], [0m, 0.275m, 0.660m],
        [0.85m, 0.9m, 0.95m, 1.0m, 1.0m], [0.87m, 0.90m, 0.95m, 1.0m, 1.0m], [0.90m, 0.95m, 1.0m, 1.0m],
        [0m, 0.1m, 0.3m, 0.4m, 0.5m, 0m], [0m, 0.25m, 0.75m, 1.0m, 1.0m],
        [0.5m, 1.0m, 1.51m, 1.0m], [0.5m, 1.0m, 1.51m, 1.0m], [0.5m, 1.0m, 1.51m, 1.0m],
    ];

    public static CvssVector Score(string text, ReadOnlySpan<sbyte> v)
    {
        var exploitability = 20 * W(v, Av) * W(v, Ac) * W(v, Au);
        var impact = 10.41m * (1 - (1 - W(v, C)) * (1 - W(v, I)) * (1 - W(v, A)));
        var score = Base(impact, exploitability);
        var decay = W(v, E) * W(v, Rl) * W(v, Rc);
        decimal? temporal = Defined(v, E, Rc) ? Round(score * decay) : null;
        decimal? environmental = null;
        if (Defined(v, Cdp, Ar))
        {
            var adjusted = Math.Min(10, 10.41m * (1 - (1 - W(v, C) * W(v, Cr)) * (1 - W(v, I) * W(v, Ir)) * (1 - W(v, A) * W(v, Ar))));
            var adjustedTemporal = Round(Base(adjusted, exploitability) * decay);
            environmental = Round((adjustedTemporal + (10 - adjustedTemporal) * W(v, Cdp)) * W(v, Td));
        }

        // Small adjusted impacts bring the equation below the scale, which begins at 0.
        score = Math.Max(0.0m, score);
        if (environmental is { } e) environmental = Math.Max(0.0m, e);
        return new(text, CvssVersion.V20, score, temporal, environmental, environmental ?? temporal ?? score);
    }

    private static decimal Base(decimal impact, decimal exploitability) => impact == 0 ? 0.0m : Round((0.6m * impact + 0.4m * exploitability - 1.5m) * 1.176m);

    private static decimal Round(decimal value) => Math.Round(value, 1, MidpointRounding.AwayFromZero);

    private static decimal W(ReadOnlySpan<sbyte> values, int metric) => values[metric] == CvssReader.Absent ? Weights[metric][^1] : Weights[metric][values[metric]];

    private static bool Defined(ReadOnlySpan<sbyte> values, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (values[i] != CvssReader.Absent && values[i] != Metrics.All[i].Values.Length - 1) return true;
        }

        return false;
    }
}
