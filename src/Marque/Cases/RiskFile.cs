using Marque.Text;
using NodaTime;

namespace Marque.Cases;

/// <summary>Reads <c>risk.yaml</c>.</summary>
internal static class RiskFile
{
    // Reasons that say nothing; Article 13(4) asks for a clear justification.
    private static readonly string[] Empty = ["not relevant", "not applicable", "n/a", "na", "none", "irrelevant", "tbd", "todo", "-"];

    public static RiskAssessment Read(Fields f)
    {
        var meets = f.Nested("meets");
        var risk = new RiskAssessment
        {
            Purpose = f.Text("purpose"),
            ForeseeableUse = Values(f, "foreseeableUse"),
            ForeseeableMisuse = Values(f, "foreseeableMisuse"),
            ConditionsOfUse = Values(f, "conditionsOfUse"),
            Assets = [.. f.Each("assets").Select(Asset)],
            TimeInUse = f.Text("timeInUse"),
            Risks = [.. f.Each("risks").Select(Risk)],
            MeetsPartOnePointOne = meets?.Text("I.1"),
            MeetsPartTwo = meets?.Text("II"),
            Applicability = [.. f.Each("applicability").Select(Applicability)],
            Triggers = [.. f.Each("updateTriggers").Select(Trigger)],
            Digest = CanonicalJson.DigestOf(f.Map),
            Place = f.Place,
        };
        meets?.Done();
        f.Done();
        return risk;
    }

    private static List<string> Values(Fields f, string key) => [.. f.Texts(key).Select(t => t.Value)];

    private static Asset Asset(Fields a)
    {
        var asset = new Asset(a.Required("id"), a.Text("name") ?? "", a.Place) { Protect = a.Text("protect"), Parts = Values(a, "parts") };
        a.Done();
        return asset;
    }

    private static Risk Risk(Fields r)
    {
        var risk = new Risk(
            r.Required("id"), r.Required("title"), Values(r, "assets"),
            r.OneOf("rating", "low", "medium", "high", "critical"), r.OneOf("residual", "none", "low", "medium", "high", "critical"),
            [.. r.Texts("treatedBy").Select(t => new RequirementRef(RequirementId.Of(t.Value), t.Place))],
            Reasons(r), r.Flag("needsMeasuresBeyond") ?? false, CanonicalJson.DigestOf(r.Map), r.Place)
        {
            Threat = r.Text("threat"),
            Likelihood = r.Text("likelihood"),
            Impact = r.Text("impact"),
            Because = r.Text("because"),
            Owner = r.Text("owner"),
        };
        r.Texts("parts");
        r.Done();
        return risk;
    }

    private static List<string> Reasons(Fields r)
    {
        string[] known = ["state-of-the-art", "environment", "insignificant", "cost", "appetite"];
        var reasons = new List<string>();
        foreach (var (reason, place) in r.Texts("acceptedBecause"))
        {
            if (known.Contains(reason, StringComparer.Ordinal)) reasons.Add(reason);
            else r.Problems.Add(new Problem(place, "risk.reason", $"'{reason}' is not a reason for accepting a risk", $"one of {string.Join(", ", known)}"));
        }

        return reasons;
    }

    private static Applicability Applicability(Fields a)
    {
        var applies = a.Flag("applies");
        if (applies is null && !a.Has("applies")) a.Missing("applies");
        var requirement = a.Required("requirement");
        var result = new Applicability(
            new RequirementRef(RequirementId.Of(requirement), a.PlaceOf("requirement")), Values(a, "parts"),
            applies ?? true, a.Text("because") ?? "", a.Texts("risks"), CanonicalJson.DigestOf(a.Map), a.Place);
        if (!result.Applies)
        {
            // CRA 13(4), rule F-8: a requirement that is not applicable needs a clear justification that rests on the risk assessment.
            if (result.Because.Trim().Length < 20 || Empty.Contains(result.Because.Trim().TrimEnd('.').ToLowerInvariant(), StringComparer.Ordinal)) a.Problem("because", "applicability.justification", $"'{requirement}' is said not to apply without a clear justification (CRA 13(4))", "say in 'because' which property of the product makes it inapplicable");
            if (result.Risks.Count == 0) a.Problem("risks", "applicability.risks", $"'{requirement}' is said not to apply without a risk it rests on (CRA 13(3), 13(4))", "name the ids of the risks considered in 'risks'");
        }

        a.Done();
        return result;
    }

    private static UpdateTrigger Trigger(Fields t)
    {
        var occurred = new List<(LocalDate, LocalDate?)>();
        foreach (var o in t.Each("occurred"))
        {
            if (o.Date("on") is { } on) occurred.Add((on, o.Date("heeded")));
            else if (!o.Has("on")) o.Missing("on");
            o.Date("heeded");
            o.Text("what");
            o.Done();
        }

        var trigger = new UpdateTrigger(t.Required("id"), t.Required("when"), occurred, t.Place);
        t.Done();
        return trigger;
    }
}
