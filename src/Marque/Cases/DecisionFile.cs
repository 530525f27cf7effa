using Marque.Text;

namespace Marque.Cases;

/// <summary>Reads <c>decisions/REQUIREMENT/DATE-WHO.yaml</c>: one decision, or a list under <c>decisions</c>.</summary>
internal static class DecisionFile
{
    // What a decision stands on, by name; true where the name goes on with what it is about.
    private static readonly (string Name, bool NeedsSubject)[] Grounds =
    [
        ("requirement", false), ("statement", false), ("pair", true), ("series", true), ("fact", true), ("applicability", false),
        ("risk", true), ("process", true), ("adoption", false), ("classification", false), ("risk-assessment", false),
        ("restriction", true), ("answer", true),
    ];

    public static List<Decision> Read(Fields f, string? process)
    {
        if (!f.Has("decisions")) return [One(f, process)];
        List<Decision> decisions = [.. f.Each("decisions").Select(d => One(d, process))];
        f.Done();
        return decisions;
    }

    private static Decision One(Fields d, string? process)
    {
        var on = d.Date("on");
        if (on is null && !d.Has("on")) d.Missing("on");
        var until = d.Date("until");
        if (on is { } from && until is { } to && to < from) d.Problem("until", "decision.dates", "'until' is before 'on'", "correct one of the two dates");
        var second = d.Nested("second");
        var bytes = CanonicalJson.Of(d.Map, "signatures");
        var decision = new Decision
        {
            Subject = new RequirementRef(RequirementId.Of(d.Required("requirement")), d.PlaceOf("requirement")),
            Parts = [.. d.Texts("parts").Select(p => p.Value)],
            Judgement = d.OneOf("judgement", "satisfied", "not-satisfied", "rebuts", "not-applicable", "adopts", "classifies") switch
            {
                "not-satisfied" => Judgement.NotSatisfied,
                "rebuts" => Judgement.Rebuts,
                "not-applicable" => Judgement.NotApplicable,
                "adopts" => Judgement.Adopts,
                "classifies" => Judgement.Classifies,
                _ => Judgement.Satisfied,
            },
            Facts = d.Texts("facts"),
            FactDigests = d.Digests("factDigests"),
            StoodOn = StoodOn(d),
            By = d.Required("by"),
            Role = d.Required("role"),
            On = on ?? default,
            Until = until,
            Rationale = d.Required("rationale"),
            Second = second is null ? null : (second.Required("by"), second.Required("role")),
            Releases = ReleaseFile.Range(d),
            Signatures = PeopleFile.Signatures(d),
            SignedBytes = bytes,
            Process = process,
            Digest = Digest.Of(bytes),
            Place = d.Place,
        };
        second?.Done();
        d.Done();
        return decision;
    }

    private static List<(string, Digest)> StoodOn(Fields d)
    {
        var stoodOn = new List<(string, Digest)>();
        if (d.Nested("stoodOn") is not { } digests) return stoodOn;
        foreach (var (key, _) in digests.Map.Entries)
        {
            if (!IsGround(key.Value))
            {
                // A misspelt name would silently make the decision suspect for ever.
                d.Problems.Add(new Problem(key.Place, "decision.stood-on", $"'{key.Value}' is nothing a decision stands on", Nearest.To(key.Value.Split(':')[0], Grounds.Select(g => g.Name)) is { } near ? $"did you mean '{near}'?" : $"one of {string.Join(", ", Grounds.Select(g => g.NeedsSubject ? g.Name + ":..." : g.Name))}"));
            }

            if (digests.Digest(key.Value) is { } digest) stoodOn.Add((key.Value, digest));
        }

        return stoodOn;
    }

    private static bool IsGround(string name)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        var head = colon < 0 ? name : name[..colon];
        return Array.Exists(Grounds, g => g.Name == head && (colon < 0 ? !g.NeedsSubject : colon < name.Length - 1));
    }
}
