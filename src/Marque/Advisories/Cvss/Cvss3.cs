namespace Marque.Advisories.Cvss;

/// <summary>The equations of CVSS 3.0 (specification, section 8) and 3.1 (sections 7 and appendix A), which differ in rounding and in the modified impact.</summary>
internal static class Cvss3
{
    private const int Av = 0, Ac = 1, Pr = 2, Ui = 3, S = 4, C = 5, I = 6, A = 7, E = 8, Rl = 9, Rc = 10, Cr = 11, Ir = 12, Ar = 13, Modified = 14, Count = 22;

    private static readonly CvssMetric[] All =
    [
        new("AV", ["N", "A", "L", "P"], true), new("AC", ["L", "H"], true), new("PR", ["N", "L", "H"], true), new("UI", ["N", "R"], true),
        new("S", ["U", "C"], true), new("C", ["H", "L", "N"], true), new("I", ["H", "L", "N"], true), new("A", ["H", "L", "N"], true),
        new("E", ["H", "F", "P", "U", "X"]), new("RL", ["U", "W", "T", "O", "X"]), new("RC", ["C", "R", "U", "X"]),
        new("CR", ["H", "M", "L", "X"]), new("IR", ["H", "M", "L", "X"]), new("AR", ["H", "M", "L", "X"]),
        new("MAV", ["N", "A", "L", "P", "X"]), new("MAC", ["L", "H", "X"]), new("MPR", ["N", "L", "H", "X"]), new("MUI", ["N", "R", "X"]),
        new("MS", ["U", "C", "X"]), new("MC", ["H", "L", "N", "X"]), new("MI", ["H", "L", "N", "X"]), new("MA", ["H", "L", "N", "X"]),
    ];

    public static readonly CvssMetrics Metrics30 = new("CVSS:3.0/", false, All);
    public static readonly CvssMetrics Metrics31 = new("CVSS:3.1/", false, All);

    private static readonly decimal[] AttackVector = [0.85m, 0.62m, 0.55m, 0.2m];
    private static readonly decimal[] AttackComplexity = [0.77m, 0.44m];
    private static readonly decimal[] Privileges = [0.85m, 0.62m, 0.27m];
    private static readonly decimal[] PrivilegesChanged = [0.85m, 0.68m, 0.5m];
    private static readonly decimal[] Interaction = [0.85m, 0.62m];
    private static readonly decimal[] Impact = [0.56m, 0.22m, 0m];
    private static readonly decimal[] Requirement = [1.5m, 1m, 0.5m, 1m];
    private static readonly decimal[] Maturity = [1m, 0.97m, 0.94m, 0.91m, 1m];
    private static readonly decimal[] Remediation = [1m, 0.97m, 0.96m, 0.95m, 1m];
    private static readonly decimal[] Confidence = [1m, 0.96m, 0.92m, 1m];

    public static CvssVector Score(string text, CvssVersion version, ReadOnlySpan<sbyte> v)
    {
        var changed = v[S] == 1;
        var impact = 1 - (1 - Impact[v[C]]) * (1 - Impact[v[I]]) * (1 - Impact[v[A]]);
        var subscore = changed ? 7.52m * (impact - 0.029m) - 3.25m * Power(impact - 0.02m, 15) : 6.42m * impact;
        var score = Combined(version, changed, subscore, Exploitability(changed, v[Av], v[Ac], v[Pr], v[Ui]));
        var decay = Maturity[Or(v, E)] * Remediation[Or(v, Rl)] * Confidence[Or(v, Rc)];
        var temporal = Roundup(version, score * decay);
        var environmental = Environmental(version, v, decay);
        return new(text, version, score, temporal, environmental, Defined(v, Cr, Count - 1) ? environmental : temporal);
    }

    private static decimal Environmental(CvssVersion version, ReadOnlySpan<sbyte> v, decimal decay)
    {
        Span<sbyte> m = stackalloc sbyte[8];
        for (var i = 0; i < m.Length; i++) m[i] = IsDefined(v, Modified + i) ? v[Modified + i] : v[i];
        var changed = m[S] == 1;
        var impact = Math.Min(0.915m, 1 - (1 - Impact[m[C]] * Requirement[Or(v, Cr)]) * (1 - Impact[m[I]] * Requirement[Or(v, Ir)]) * (1 - Impact[m[A]] * Requirement[Or(v, Ar)]));
        var subscore = !changed ? 6.42m * impact
            : version == CvssVersion.V30 ? 7.52m * (impact - 0.029m) - 3.25m * Power(impact - 0.02m, 15)
            : 7.52m * (impact - 0.029m) - 3.25m * Power(impact * 0.9731m - 0.02m, 13);
        return Roundup(version, Combined(version, changed, subscore, Exploitability(changed, m[Av], m[Ac], m[Pr], m[Ui])) * decay);
    }

    private static decimal Exploitability(bool changed, int av, int ac, int pr, int ui) => 8.22m * AttackVector[av] * AttackComplexity[ac] * (changed ? PrivilegesChanged : Privileges)[pr] * Interaction[ui];

    private static decimal Combined(CvssVersion version, bool changed, decimal impact, decimal exploitability) =>
        impact <= 0 ? 0.0m : Roundup(version, Math.Min(10, (changed ? 1.08m : 1m) * (impact + exploitability)));

    // 3.1 rounds to five places first (appendix A), so that a score cannot depend on how a machine counts; 3.0 does not.
    private static decimal Roundup(CvssVersion version, decimal value) =>
        Math.Ceiling((version == CvssVersion.V31 ? Math.Round(value, 5, MidpointRounding.AwayFromZero) : value) * 10) / 10;

    private static decimal Power(decimal value, int exponent)
    {
        var result = 1m;
        for (; exponent > 0; exponent--) result *= value;
        return result;
    }

    private static int Or(ReadOnlySpan<sbyte> values, int metric) => values[metric] == CvssReader.Absent ? All[metric].Values.Length - 1 : values[metric];

    private static bool IsDefined(ReadOnlySpan<sbyte> values, int metric) => values[metric] != CvssReader.Absent && values[metric] != All[metric].Values.Length - 1;

    private static bool Defined(ReadOnlySpan<sbyte> values, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (IsDefined(values, i)) return true;
        }

        return false;
    }
}
