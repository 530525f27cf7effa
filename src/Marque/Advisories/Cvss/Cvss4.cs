namespace Marque.Advisories.Cvss;

/// <summary>The scores of CVSS 4.0 (specification, section 8): the score of the macrovector, less the mean of the proportional distances to the macrovectors below.</summary>
internal static class Cvss4
{
    private const int Av = 0, Ac = 1, At = 2, Pr = 3, Ui = 4, Vc = 5, Vi = 6, Va = 7, Sc = 8, Si = 9, Sa = 10, E = 11, Cr = 12, Ir = 13, Ar = 14, Modified = 15;

    // The values of every metric that counts stand from the most severe to the least, so that an index is a severity.
    public static readonly CvssMetrics Metrics = new("CVSS:4.0/", true,
        new("AV", ["N", "A", "L", "P"], true), new("AC", ["L", "H"], true), new("AT", ["N", "P"], true), new("PR", ["N", "L", "H"], true), new("UI", ["N", "P", "A"], true),
        new("VC", ["H", "L", "N"], true), new("VI", ["H", "L", "N"], true), new("VA", ["H", "L", "N"], true),
        new("SC", ["H", "L", "N"], true), new("SI", ["H", "L", "N"], true), new("SA", ["H", "L", "N"], true),
        new("E", ["A", "P", "U", "X"]), new("CR", ["H", "M", "L", "X"]), new("IR", ["H", "M", "L", "X"]), new("AR", ["H", "M", "L", "X"]),
        new("MAV", ["N", "A", "L", "P", "X"]), new("MAC", ["L", "H", "X"]), new("MAT", ["N", "P", "X"]), new("MPR", ["N", "L", "H", "X"]), new("MUI", ["N", "P", "A", "X"]),
        new("MVC", ["H", "L", "N", "X"]), new("MVI", ["H", "L", "N", "X"]), new("MVA", ["H", "L", "N", "X"]),
        new("MSC", ["H", "L", "N", "X"]), new("MSI", ["S", "H", "L", "N", "X"]), new("MSA", ["S", "H", "L", "N", "X"]),
        new("S", ["X", "N", "P"]), new("AU", ["X", "N", "Y"]), new("R", ["X", "A", "U", "I"]), new("V", ["X", "D", "C"]), new("RE", ["X", "L", "M", "H"]), new("U", ["X", "Clear", "Green", "Amber", "Red"]));

    // How many steps deep each level is, from its most severe vector to its least (the calculator of the specification, "max severity").
    private static ReadOnlySpan<byte> Depth1 => [1, 4, 5];

    private static ReadOnlySpan<byte> Depth2 => [1, 2];

    private static ReadOnlySpan<byte> Depth4 => [6, 5, 4];

    // By EQ3, then EQ6.
    private static ReadOnlySpan<byte> Depth36 => [7, 6, 8, 8, 0, 10];

    // The most severe vectors of each level (tables 24 to 30), as severities.
    private static readonly byte[][][] Highest1 = [[[0, 0, 0]], [[1, 0, 0], [0, 1, 0], [0, 0, 1]], [[3, 0, 0], [1, 1, 1]]];
    private static readonly byte[][][] Highest2 = [[[0, 0]], [[1, 0], [0, 1]]];
    private static readonly byte[][][] Highest4 = [[[1, 0, 0]], [[1, 1, 1]], [[2, 2, 2]]];
    private static readonly byte[][][] Highest36 =
    [
        [[0, 0, 0, 0, 0, 0]],
        [[0, 0, 1, 1, 1, 0], [0, 0, 0, 1, 1, 1]],
        [[1, 0, 0, 0, 0, 0], [0, 1, 0, 0, 0, 0]],
        [[1, 0, 1, 0, 1, 0], [1, 0, 0, 0, 1, 1], [0, 1, 0, 1, 0, 1], [0, 1, 1, 1, 0, 0], [1, 1, 0, 0, 0, 1]],
        [],
        [[1, 1, 1, 0, 0, 0]],
    ];

    public static CvssVector Score(string text, ReadOnlySpan<sbyte> v)
    {
        var threat = Given(v, E);
        var environment = false;
        for (var i = Cr; i < Modified + 11; i++) environment |= Given(v, i);
        var basic = Score(v, false, false);
        decimal? withThreat = threat ? Score(v, true, false) : null;
        decimal? withEnvironment = environment ? Score(v, true, true) : null;
        return new(text, CvssVersion.V40, basic, withThreat, withEnvironment, withEnvironment ?? withThreat ?? basic);
    }

    private static decimal Score(ReadOnlySpan<sbyte> v, bool threat, bool environment)
    {
        Span<byte> m = stackalloc byte[15];
        for (var i = Av; i <= Sa; i++)
        {
            var modified = Modified + i;
            if (i is Si or Sa) m[i] = environment && Given(v, modified) ? (byte)v[modified] : (byte)(v[i] + 1);
            else m[i] = (byte)((environment && Given(v, modified) ? v[modified] : v[i]) + (i == Sc ? 1 : 0));
        }

        m[E] = threat && Given(v, E) ? (byte)v[E] : (byte)0;
        for (var i = Cr; i <= Ar; i++) m[i] = environment && Given(v, i) ? (byte)v[i] : (byte)0;
        return m[Vc] == 2 && m[Vi] == 2 && m[Va] == 2 && m[Sc] == 3 && m[Si] == 3 && m[Sa] == 3 ? 0.0m : Interpolated(m) / 10m;
    }

    private static int Interpolated(ReadOnlySpan<byte> m)
    {
        var eq1 = m[Av] == 0 && m[Pr] == 0 && m[Ui] == 0 ? 0 : (m[Av] == 0 || m[Pr] == 0 || m[Ui] == 0) && m[Av] != 3 ? 1 : 2;
        var eq2 = m[Ac] == 0 && m[At] == 0 ? 0 : 1;
        var eq3 = m[Vc] == 0 && m[Vi] == 0 ? 0 : m[Vc] == 0 || m[Vi] == 0 || m[Va] == 0 ? 1 : 2;
        var eq4 = m[Si] == 0 || m[Sa] == 0 ? 0 : m[Sc] == 1 || m[Si] == 1 || m[Sa] == 1 ? 1 : 2;
        var eq5 = m[E];
        var eq6 = (m[Cr] == 0 && m[Vc] == 0) || (m[Ir] == 0 && m[Vi] == 0) || (m[Ar] == 0 && m[Va] == 0) ? 0 : 1;
        var score = Cvss4Scores.Of(eq1, eq2, eq3, eq4, eq5, eq6);
        var mean = new Mean(score);
        mean.Add(Cvss4Scores.Of(eq1 + 1, eq2, eq3, eq4, eq5, eq6), Distance([m[Av], m[Pr], m[Ui]], Highest1[eq1]), Depth1[eq1]);
        mean.Add(Cvss4Scores.Of(eq1, eq2 + 1, eq3, eq4, eq5, eq6), Distance([m[Ac], m[At]], Highest2[eq2]), Depth2[eq2]);
        mean.Add(Below36(eq1, eq2, eq3, eq4, eq5, eq6), Distance([m[Vc], m[Vi], m[Va], m[Cr], m[Ir], m[Ar]], Highest36[eq3 * 2 + eq6]), Depth36[eq3 * 2 + eq6]);
        mean.Add(Cvss4Scores.Of(eq1, eq2, eq3, eq4 + 1, eq5, eq6), Distance([m[Sc], m[Si], m[Sa]], Highest4[eq4]), Depth4[eq4]);
        // EQ5 has one metric and each level one vector: no distance, but a macrovector below that counts in the mean.
        mean.Add(Cvss4Scores.Of(eq1, eq2, eq3, eq4, eq5 + 1, eq6), 0, 1);
        return mean.Rounded();
    }

    // EQ3 and EQ6 step together (section 8.2); where two ways lead down, the higher score below counts.
    private static int Below36(int eq1, int eq2, int eq3, int eq4, int eq5, int eq6) => (eq3, eq6) switch
    {
        (0, 0) => Math.Max(Cvss4Scores.Of(eq1, eq2, 0, eq4, eq5, 1), Cvss4Scores.Of(eq1, eq2, 1, eq4, eq5, 0)),
        (0, 1) => Cvss4Scores.Of(eq1, eq2, 1, eq4, eq5, 1),
        (1, 0) => Cvss4Scores.Of(eq1, eq2, 1, eq4, eq5, 1),
        (1, 1) => Cvss4Scores.Of(eq1, eq2, 2, eq4, eq5, 1),
        _ => 0,
    };

    // Steps from the first of the most severe vectors that is nowhere less severe.
    private static int Distance(ReadOnlySpan<byte> severities, byte[][] highest)
    {
        foreach (var top in highest)
        {
            var steps = 0;
            var i = 0;
            for (; i < top.Length && severities[i] >= top[i]; i++) steps += severities[i] - top[i];
            if (i == top.Length) return steps;
        }

        return 0;
    }

    private static bool Given(ReadOnlySpan<sbyte> values, int metric) => values[metric] != CvssReader.Absent && values[metric] != Metrics.All[metric].Values.Length - 1;

    /// <summary>The mean in whole numbers, so that nothing is lost before the one rounding: 840 is a multiple of every depth.</summary>
    private struct Mean(int score)
    {
        private const int Unit = 840;
        private int sum;
        private int count;

        public void Add(int below, int steps, int depth)
        {
            if (below == 0) return;
            sum += (score - below) * steps * (Unit / depth);
            count++;
        }

        public readonly int Rounded()
        {
            if (count == 0) return score;
            var denominator = Unit * count;
            return Math.Clamp((2 * (score * denominator - sum) + denominator) / (2 * denominator), 0, 100);
        }
    }
}
