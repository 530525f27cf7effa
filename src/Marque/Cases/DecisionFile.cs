using Marque.Text;

namespace Marque.Cases;

/// <summary>Reads <c>decisions/REQUIREMENT/DATE-WHO.yaml</c>: one decision, or a list under <c>decisions</c>.</summary>
internal static class DecisionFile
{
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
            FactDigests = DigestsOf(d, "factDigests"),
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

    private static List<Digest> DigestsOf(Fields d, string key)
    {
        var digests = new List<Digest>();
        foreach (var (text, place) in d.Texts(key))
        {
            if (Digest.TryParse(text, out var digest)) digests.Add(digest);
            else d.Problems.Add(new Problem(place, "yaml.wrong-type", "not a SHA-256 digest", "64 hexadecimal digits, as sha256sum prints them"));
        }

        return digests;
    }

    private static List<(string, Digest)> StoodOn(Fields d)
    {
        var stoodOn = new List<(string, Digest)>();
        if (d.Nested("stoodOn") is not { } digests) return stoodOn;
        foreach (var (key, _) in digests.Map.Entries)
        {
            if (digests.Digest(key.Value) is { } digest) stoodOn.Add((key.Value, digest));
        }

        return stoodOn;
    }
}
