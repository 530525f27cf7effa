using System.Text;
using Marque.Advisories.Cvss;
using Marque.Csaf.Reading;

namespace Marque.Csaf.Checks;

/// <summary>The properties that tell the metrics of a vector once more (JSON schemas of CVSS 2.0, 3.0, 3.1).</summary>
internal static class CvssProperties
{
    private static readonly Dictionary<string, string> Impact3 = Words("N NONE L LOW H HIGH"), Modified3 = Words("N NONE L LOW H HIGH X NOT_DEFINED"), Required3 = Words("L LOW M MEDIUM H HIGH X NOT_DEFINED");
    private static readonly Dictionary<string, string> Impact2 = Words("N NONE P PARTIAL C COMPLETE"), Required2 = Words("L LOW M MEDIUM H HIGH ND NOT_DEFINED");

    private static readonly (string Metric, string Property, Dictionary<string, string> Values)[] Third =
    [
        ("AV", "attackVector", Words("N NETWORK A ADJACENT_NETWORK L LOCAL P PHYSICAL")), ("AC", "attackComplexity", Words("L LOW H HIGH")),
        ("PR", "privilegesRequired", Impact3), ("UI", "userInteraction", Words("N NONE R REQUIRED")), ("S", "scope", Words("U UNCHANGED C CHANGED")),
        ("C", "confidentialityImpact", Impact3), ("I", "integrityImpact", Impact3), ("A", "availabilityImpact", Impact3),
        ("E", "exploitCodeMaturity", Words("U UNPROVEN P PROOF_OF_CONCEPT F FUNCTIONAL H HIGH X NOT_DEFINED")),
        ("RL", "remediationLevel", Words("O OFFICIAL_FIX T TEMPORARY_FIX W WORKAROUND U UNAVAILABLE X NOT_DEFINED")),
        ("RC", "reportConfidence", Words("U UNKNOWN R REASONABLE C CONFIRMED X NOT_DEFINED")),
        ("CR", "confidentialityRequirement", Required3), ("IR", "integrityRequirement", Required3), ("AR", "availabilityRequirement", Required3),
        ("MAV", "modifiedAttackVector", Words("N NETWORK A ADJACENT_NETWORK L LOCAL P PHYSICAL X NOT_DEFINED")), ("MAC", "modifiedAttackComplexity", Words("L LOW H HIGH X NOT_DEFINED")),
        ("MPR", "modifiedPrivilegesRequired", Modified3), ("MUI", "modifiedUserInteraction", Words("N NONE R REQUIRED X NOT_DEFINED")), ("MS", "modifiedScope", Words("U UNCHANGED C CHANGED X NOT_DEFINED")),
        ("MC", "modifiedConfidentialityImpact", Modified3), ("MI", "modifiedIntegrityImpact", Modified3), ("MA", "modifiedAvailabilityImpact", Modified3),
    ];

    private static readonly (string Metric, string Property, Dictionary<string, string> Values)[] Second =
    [
        ("AV", "accessVector", Words("L LOCAL A ADJACENT_NETWORK N NETWORK")), ("AC", "accessComplexity", Words("H HIGH M MEDIUM L LOW")), ("Au", "authentication", Words("M MULTIPLE S SINGLE N NONE")),
        ("C", "confidentialityImpact", Impact2), ("I", "integrityImpact", Impact2), ("A", "availabilityImpact", Impact2),
        ("E", "exploitability", Words("U UNPROVEN POC PROOF_OF_CONCEPT F FUNCTIONAL H HIGH ND NOT_DEFINED")),
        ("RL", "remediationLevel", Words("OF OFFICIAL_FIX TF TEMPORARY_FIX W WORKAROUND U UNAVAILABLE ND NOT_DEFINED")),
        ("RC", "reportConfidence", Words("UC UNCONFIRMED UR UNCORROBORATED C CONFIRMED ND NOT_DEFINED")),
        ("CDP", "collateralDamagePotential", Words("N NONE L LOW LM LOW_MEDIUM MH MEDIUM_HIGH H HIGH ND NOT_DEFINED")), ("TD", "targetDistribution", Words("N NONE L LOW M MEDIUM H HIGH ND NOT_DEFINED")),
        ("CR", "confidentialityRequirement", Required2), ("IR", "integrityRequirement", Required2), ("AR", "availabilityRequirement", Required2),
    ];

    /// <summary>The vector with what only the properties tell: where both speak, the vector stands (6.1.9). Null when there is no vector that can be read.</summary>
    public static CvssVector? Vector(Node cvss)
    {
        if (cvss["vectorString"].Text is not { } text || !CvssVector.TryParse(text, out var vector, out _)) return null;
        var parts = Parts(text);
        var whole = new StringBuilder(text);
        foreach (var (metric, property, values) in Metrics(vector.Version))
        {
            if (!parts.ContainsKey(metric) && cvss[property].Text is { } said && values.FirstOrDefault(v => v.Value == said).Key is { } value) whole.Append('/').Append(metric).Append(':').Append(value);
        }

        return whole.Length == text.Length || !CvssVector.TryParse(whole.ToString(), out var all, out _) ? vector : all;
    }

    /// <summary>The properties that say something else than the vector.</summary>
    public static IEnumerable<(Node Property, string Said, string Meant)> Differences(Node cvss, CvssVector vector)
    {
        var parts = Parts(vector.Text);
        foreach (var (metric, property, values) in Metrics(vector.Version))
        {
            if (parts.TryGetValue(metric, out var value) && cvss[property] is { Text: { } said } at && values.TryGetValue(value, out var meant) && said != meant) yield return (at, said, meant);
        }
    }

    private static (string Metric, string Property, Dictionary<string, string> Values)[] Metrics(CvssVersion version) => version == CvssVersion.V20 ? Second : Third;

    private static Dictionary<string, string> Parts(string vector) => vector.Split('/').Select(p => p.Split(':')).Where(p => p.Length == 2).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);

    private static Dictionary<string, string> Words(string pairs) => pairs.Split(' ').Chunk(2).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
}
