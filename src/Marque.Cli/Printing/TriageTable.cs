using Marque.Cases;
using Marque.Cases.Declared;
using Marque.Cli.Live;
using Marque.Cli.Terminal;
using Marque.Triage;

namespace Marque.Cli.Printing;

/// <summary>Triage for people.</summary>
internal static class TriageTable
{
    /// <summary>A status in words.</summary>
    public static string Words(TriageStatus status) => status.Word().Replace('_', ' ');

    /// <summary>A state in words.</summary>
    public static string Words(TriageState state) => state switch
    {
        TriageState.InForce => "decided",
        TriageState.Proposed => "not attested",
        TriageState.Reopened => "to be decided anew",
        TriageState.Expired => "expired",
        _ => "undecided",
    };

    /// <summary>What stands of each finding, release by release.</summary>
    public static void Print(Screen screen, IReadOnlyList<TriagedRelease> releases, Func<Triaged, bool> shown, int limit)
    {
        foreach (var release in releases)
        {
            var findings = release.Findings.Where(shown).ToList();
            screen.Heading(release.Version is { } version ? $"Release {version}" : "The product");
            if (findings.Count == 0)
            {
                screen.Paragraph("  ", release.Findings.Count == 0 ? NoneFound(release) : "nothing of what is asked for");
                continue;
            }

            var table = new Table(new Column("Vulnerability", Wraps: true), new Column("Component", Wraps: true), new Column("State"), new Column("Status"), new Column("Decided"));
            foreach (var one in findings.Take(limit)) Row(table, one);
            table.Print(screen, "  ");
            if (findings.Count > limit) screen.Line(new Bit($"  ... and {FeedsTable.Count(findings.Count - limit)} more; --all shows them", Tone.Dim));
            screen.Paragraph("  ", Counts(release));
        }
    }

    /// <summary>What the answer rests on: the feeds, and whose key vouches for the deciders.</summary>
    public static void Bottom(Screen screen, OpenTriage open)
    {
        FeedAges.Print(screen, open.Feeds, open.At);
        if (open.Folder.Case.Triage.Count > 0 && open.Triage.Trust is RootOfTrust.TakenFromCase) screen.Paragraph("note: ", "root key taken from the case; --trust names another");
    }

    /// <summary>What a decision says, for the person who signs it.</summary>
    public static void Head(Screen screen, TriageDecision d)
    {
        screen.Line(new Bit(d.Title, Tone.Head));
        Line(screen, "status", Words(d.Status) + (d.Justification is { } why ? $": {why.Meaning} ({why.Word})" : ""));
        if (d.Impact is { } impact) Line(screen, "impact", impact);
        if (d.Action is { } action) Line(screen, "action", action);
        if (d.Responses.Count > 0) Line(screen, "response", string.Join(", ", d.Responses.Select(r => r.Word().Replace('_', ' '))));
        if (d.NotExploitable is { } reason) Line(screen, "exploitable", $"no: {reason}");
        if (d.AcceptedRisk is { } risk) Line(screen, "accepted", $"{risk} (it stays a gap)");
        if (d.Parts.Count > 0) Line(screen, "parts", string.Join(", ", d.Parts));
        Line(screen, "releases", d.Releases.ToString());
        Line(screen, "by", $"{d.By}, as {d.Role}");
        if (d.Second is { } second) Line(screen, "second", $"{second.By}, as {second.Role}");
        Line(screen, "on", $"{EvidenceWords.Text(d.On)}{(d.Until is { } until ? $", until {EvidenceWords.Text(until)}" : "")}");
        Line(screen, "why", d.Rationale.ReplaceLineEndings(" "));
        if (d.Seen is not { } seen) return;
        Line(screen, "known", $"{(seen.Exploited ? "exploited" : "not known to be exploited")}{(seen.Epss is { } epss ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $", EPSS {epss:0.###}") : "")}; found by {string.Join("; ", seen.Ranges.Take(3))}{(seen.Ranges.Count > 3 ? $" and {seen.Ranges.Count - 3} more" : "")}");
    }

    /// <summary>What it would change, release by release, and where it would change nothing.</summary>
    public static void Effect(Screen screen, IReadOnlyList<(TriagedRelease Before, TriagedRelease After)> releases)
    {
        screen.Heading("What it would change, once signed");
        var table = new Table(new Column("Release"), new Column("Component", Wraps: true), new Column("Now"), new Column("Then"), new Column("", Wraps: true));
        foreach (var (before, after) in releases)
        {
            var pairs = before.Findings.Zip(after.Findings).ToList();
            if (pairs.Count == 0) table.Row(before.Version ?? "", "", "", "", new Bit(before.Scans.Count == 0 ? "not looked at: it has no bill of materials" : "not found there", Tone.Dim));
            foreach (var (was, now) in pairs)
            {
                var isSame = Shown(was.Answer) == Shown(now.Answer);
                table.Row(before.Version ?? "", was.Subject.Component.ToString(), Shown(was.Answer), new Bit(Shown(now.Answer), isSame ? Tone.Dim : Tone.Good), new Bit(isSame ? "stays as it is" : string.Join("; ", now.Answer.Reasons.Select(r => r.Text)), Tone.Dim));
            }
        }

        table.Print(screen, "  ");
    }

    /// <summary>What stands, in two or three words.</summary>
    public static string Shown(TriageAnswer answer) => answer.Decision is { } d ? answer.State == TriageState.InForce ? Words(d.Status) : $"{Words(answer.State)} ({Words(d.Status)})" : Words(answer.State);

    private static string NoneFound(TriagedRelease release) => release.Scans.Count == 0
        ? "not looked at: no bill of materials is registered for it"
        : $"none matched of {FeedsTable.Count(release.Scans.Sum(s => s.Components))} components; {FeedsTable.Count(release.Scans.Sum(s => s.Unmatched.Count))} unmatched";

    private static string Counts(TriagedRelease release)
    {
        var states = release.Findings.GroupBy(f => Shown(f.Answer), StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{FeedsTable.Count(g.Count())} {g.Key}");
        return $"{FeedsTable.Count(release.Findings.Count)} {(release.Findings.Count == 1 ? "finding" : "findings")}: {string.Join(", ", states)}; {FeedsTable.Count(release.Scans.Sum(s => s.Unmatched.Count))} components unmatched";
    }

    private static void Row(Table table, Triaged one)
    {
        var (answer, f) = (one.Answer, one.Found.Finding);
        var tone = answer.IsSettled ? Tone.Good : answer.State is TriageState.Reopened or TriageState.Expired ? Tone.Fair : one.Found.Exploitation.IsExploited ? Tone.Bad : Tone.Plain;
        table.Row(
            string.Join(", ", new[] { f.Vulnerability }.Concat(f.Aliases.Where(a => a.StartsWith("CVE-", StringComparison.Ordinal))).Distinct(StringComparer.Ordinal)) + (one.Found.Exploitation.IsExploited ? " (exploited)" : ""),
            one.Subject.Component.ToString(),
            new Bit(Words(answer.State), tone),
            answer.Decision is { } d ? Words(d.Status) : "",
            answer.Decision is { } by ? $"{EvidenceWords.Text(by.On)} {by.By}" : "");
        if (answer.Reasons.Count > 0) table.Note(new Bit(string.Join("; ", answer.Reasons.Select(r => r.Text)), Tone.Dim));
    }

    private static void Line(Screen screen, string name, string value) => screen.Paragraph(new Bit($"  {name,-12}", Tone.Dim), value, new string(' ', 14));
}
