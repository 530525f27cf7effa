using Marque.Advisories.Cvss;
using Marque.Csaf.Reading;

namespace Marque.Csaf.Checks;

/// <summary>Scores (6.1.7, 6.1.9, 6.1.10, 6.2.19, 6.3.1, 6.3.2). 6.1.8 is part of the schema, which refers to those of CVSS.</summary>
internal static class Scores
{
    private static readonly string[] Kinds = ["cvss_v2", "cvss_v3"];

    public static void Run(CsafDocument document, Gathered found)
    {
        foreach (var vulnerability in document.Vulnerabilities)
        {
            List<Node> scores = [.. vulnerability["scores"].Items];
            Twice(scores, found);
            Fixed(vulnerability, scores, found);
            var newer = scores.Where(s => s["cvss_v3"].Exists).SelectMany(s => s["products"].Texts).Select(t => t.Text).ToHashSet(StringComparer.Ordinal);
            foreach (var score in scores)
            {
                foreach (var cvss in Kinds.Select(k => score[k]).Where(c => c.Exists)) Values(cvss, found);
                if (score["cvss_v2"].Exists && !score["cvss_v3"].Exists && score["products"].Texts.Any(p => !newer.Contains(p.Text))) found.Add("6.3.1", score, "CVSS 2.0 is the only score", "score with CVSS 3.1 too");
                var third = score["cvss_v3"];
                if (third["version"].Text == "3.0" || third["vectorString"].Text?.StartsWith("CVSS:3.0/", StringComparison.Ordinal) == true) found.Add("6.3.2", third, "CVSS 3.0 is used", "score with CVSS 3.1");
            }
        }
    }

    private static void Twice(List<Node> scores, Gathered found)
    {
        var seen = new HashSet<(string Product, string Version)>();
        foreach (var score in scores)
        {
            foreach (var version in Kinds.Where(k => score[k].Exists).Select(k => Version(score[k])))
            {
                foreach (var (product, at) in score["products"].Texts)
                {
                    if (!seen.Add((product, version))) found.Add("6.1.7", at, $"the product '{product}' has more than one score of CVSS {version}", "leave one for each version");
                }
            }
        }
    }

    // What the object says, or its vector when it does not.
    private static string Version(Node cvss) => cvss["version"].Text ?? cvss["vectorString"].Text switch
    {
        { } vector when vector.StartsWith("CVSS:3.1/", StringComparison.Ordinal) => "3.1",
        { } vector when vector.StartsWith("CVSS:3.0/", StringComparison.Ordinal) => "3.0",
        _ => "2.0",
    };

    private static void Values(Node cvss, Gathered found)
    {
        if (CvssProperties.Vector(cvss) is not { } vector) return;
        Score(cvss, "base", vector.Base, vector.Version, found);
        Score(cvss, "temporal", vector.Temporal ?? vector.Base, vector.Version, found);
        Score(cvss, "environmental", vector.Environmental ?? vector.Temporal ?? vector.Base, vector.Version, found);
        if (cvss["version"].Text is { } version && version != Number(vector.Version)) found.Add("6.1.10", cvss["version"], $"the version is {version} and the vector is of {Number(vector.Version)}", "the version of the vector");
        foreach (var (property, said, meant) in CvssProperties.Differences(cvss, vector)) found.Add("6.1.10", property, $"{property.Pointer[(property.Pointer.LastIndexOf('/') + 1)..]} is {said}, and the vector says {meant}", meant);
    }

    private static void Score(Node cvss, string name, decimal score, CvssVersion version, Gathered found)
    {
        var rating = CvssVector.Rate(version, score).ToString().ToUpperInvariant();
        if (cvss[name + "Score"].Number is { } said && said != score) found.Add("6.1.9", cvss[name + "Score"], FormattableString.Invariant($"{name}Score is {said}, and the vector comes to {score:0.0}"), FormattableString.Invariant($"{score:0.0}"));
        // CVSS 2.0 has no severities of its own.
        if (version != CvssVersion.V20 && cvss[name + "Severity"].Text is { } severity && severity != rating) found.Add("6.1.9", cvss[name + "Severity"], FormattableString.Invariant($"{name}Severity is {severity}, and {score:0.0} is {rating}"), rating);
    }

    private static string Number(CvssVersion version) => version switch { CvssVersion.V20 => "2.0", CvssVersion.V30 => "3.0", CvssVersion.V31 => "3.1", _ => "4.0" };

    private static void Fixed(Node vulnerability, List<Node> scores, Gathered found)
    {
        var scored = new HashSet<string>(StringComparer.Ordinal);
        var harmless = new HashSet<string>(StringComparer.Ordinal);
        foreach (var score in scores)
        {
            var products = score["products"].Texts.Select(t => t.Text).ToList();
            scored.UnionWith(products);
            if (Kinds.Any(k => IsHarmless(score[k]))) harmless.UnionWith(products);
        }

        foreach (var (id, at) in new[] { "first_fixed", "fixed" }.SelectMany(list => vulnerability["product_status"][list].Texts))
        {
            if (scored.Contains(id) && !harmless.Contains(id)) found.Add("6.2.19", at, $"the product '{id}' is fixed, and no score of it has the environmental score 0", "set the modified impacts to none, or leave it out of the scores");
        }
    }

    // The environmental score as stated, or as vector and properties come to.
    private static bool IsHarmless(Node cvss) => cvss["environmentalScore"].Number == 0 || CvssProperties.Vector(cvss) is { Environmental: 0 };
}
