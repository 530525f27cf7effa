using System.Text;
using Marque.Cases;
using Marque.Cases.Declared;
using Marque.Components.Purls;
using Marque.Text;
using Marque.Triage;
using NodaTime;
using NodaTime.Text;

namespace Marque.Tests.Triage;

/// <summary>Releases of a product and decisions on them, as their files say.</summary>
internal static class Decided
{
    public static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 12, 0);

    /// <summary>2.3.0, 2.4.0, 2.4.1, 2.5.0 on the line 2.x, and 3.0.0 on a line of its own: each follows the one before.</summary>
    public static readonly ReleaseHistory History = new([Release("2.3.0", null), Release("2.4.0", "2.3.0"), Release("2.4.1", "2.4.0"), Release("2.5.0", "2.4.1"), Release("3.0.0", "2.5.0", "3.x")]);

    public static readonly string[] Versions = ["2.3.0", "2.4.0", "2.4.1", "2.5.0", "3.0.0"];

    public const string Head = "by: lead\nrole: security\non: 2026-11-20\nrationale: Tested.\n";

    public const string NotAffected = "vulnerability: CVE-2026-1\ncomponent: pkg:npm/left@1.0.0\nstatus: not_affected\njustification: code_not_reachable\nsecond: { by: head, role: security }\nseen: { ranges: [\"npm left: <2\"], exploited: false, epss: 0.02 }\n";

    public static TriageDecision Of(string yaml)
    {
        var problems = new List<Problem>();
        var decision = Assert.Single(TriageFile.Read(new Fields((YamlMap)YamlReader.Read("triage/x.yaml", Encoding.UTF8.GetBytes(yaml)).Value!, problems)));
        Assert.Empty(problems);
        return decision;
    }

    public static IReadOnlyList<Problem> Problems(string yaml)
    {
        var problems = new List<Problem>();
        TriageFile.Read(new Fields((YamlMap)YamlReader.Read("triage/x.yaml", Encoding.UTF8.GetBytes(yaml)).Value!, problems));
        return problems;
    }

    public static Instant At(string instant) => InstantPattern.ExtendedIso.Parse(instant).Value;

    public static TriageDecisions With(params TriageDecision[] decisions) => new(decisions, History, Now, _ => null);

    public static TriageSubject Subject(string release, string component = "pkg:npm/left@1.0.0") => new(release, ["firmware"], Purl.Read(component).Purl!, ["GHSA-1", "CVE-2026-1"]) { Ranges = ["npm left: <2"], Epss = 0.02 };

    private static Release Release(string version, string? predecessor, string line = "2.x") => new() { Version = version, Line = line, Predecessor = predecessor, Place = default };
}
