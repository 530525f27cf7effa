namespace Marque.Assessments;

/// <summary>The weakest of several verdicts.</summary>
internal static class Weakest
{
    /// <summary>
    /// The weakest of <paramref name="of"/>. Not-applicable ones and those only shown are neutral; open only if all are, otherwise an open one counts as a gap;
    /// null when nothing is left. The cause is the first of the weakest, a gap before an open one.
    /// </summary>
    public static (Verdict? Verdict, Derivation? Cause) Of(IReadOnlyList<Derivation> of)
    {
        var (any, allOpen) = (false, true);
        Derivation? gap = null, open = null, claimed = null, lowest = null;
        foreach (var d in of)
        {
            if (d.IsShownOnly || d.Verdict is Verdict.NotApplicable or Verdict.NotTriggered) continue;
            any = true;
            if (d.Verdict != Verdict.Open) allOpen = false;
            switch (d.Verdict)
            {
                case Verdict.Gap: gap ??= d; break;
                case Verdict.Open: open ??= d; break;
                case Verdict.Claimed: claimed ??= d; break;
                default:
                    if (lowest is null || d.Verdict < lowest.Verdict) lowest = d;
                    break;
            }
        }

        if (!any) return (null, null);
        if (allOpen) return (Verdict.Open, open);
        if (gap is not null || open is not null) return (Verdict.Gap, gap ?? open);
        return claimed is not null ? (Verdict.Claimed, claimed) : (lowest!.Verdict, lowest);
    }
}
