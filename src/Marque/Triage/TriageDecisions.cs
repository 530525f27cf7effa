using System.Globalization;
using Marque.Cases;
using Marque.Cases.Declared;
using Marque.Components.Purls;
using Marque.Legal;
using NodaTime;

namespace Marque.Triage;

/// <summary>The triage decisions of a product, to be asked about vulnerabilities.</summary>
public sealed class TriageDecisions
{
    private readonly Dictionary<string, List<Known>> byVulnerability = new(StringComparer.Ordinal);
    private readonly List<Known> all = [];
    private readonly ReleaseHistory history;
    private readonly LocalDate day;

    /// <summary>Looks at decisions as of an instant.</summary>
    /// <param name="decisions">The decisions; those of a later day do not count.</param>
    /// <param name="history">The releases.</param>
    /// <param name="at">The instant.</param>
    /// <param name="whyNot">Why a decision is not attested; null: it is.</param>
    public TriageDecisions(IEnumerable<TriageDecision> decisions, ReleaseHistory history, Instant at, Func<TriageDecision, string?> whyNot)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        ArgumentNullException.ThrowIfNull(whyNot);
        this.history = history;
        day = BrusselsDay.AsOf(at);
        foreach (var decision in decisions)
        {
            if (decision.On > day) continue;
            var known = new Known(decision, whyNot(decision));
            all.Add(known);
            if (decision.Component is null) continue;
            foreach (var id in decision.Ids.Distinct(StringComparer.Ordinal))
            {
                if (!byVulnerability.TryGetValue(id, out var list)) byVulnerability.Add(id, list = []);
                list.Add(known);
            }
        }
    }

    /// <summary>What stands of a vulnerability. Takes as long as there are decisions on it, however many there are on others.</summary>
    public TriageAnswer Of(TriageSubject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        if (subject.Parts.Count < 2 || !IsByPart(subject)) return OfOne(subject);
        // Some decision speaks of some parts: each part has its own answer, and the weakest stands for all.
        List<(string Part, TriageAnswer Answer)> byPart = [.. subject.Parts.Select(p => (p, OfOne(subject with { Parts = [p] })))];
        var (part, weakest) = byPart.OrderBy(p => p.Answer.IsSettled).ThenBy(p => p.Answer.State).First();
        return weakest with { Reasons = [.. weakest.Reasons, new("part", $"this is so for part {part}; others have answers of their own")], ByPart = byPart };
    }

    private bool IsByPart(TriageSubject subject) => subject.Ids.Any(id => byVulnerability.TryGetValue(id, out var list) && list.Exists(k => k.Decision.Parts.Count > 0 && Concerns(k.Decision, subject)));

    private TriageAnswer OfOne(TriageSubject subject)
    {
        List<Known>? found = null;
        foreach (var id in subject.Ids)
        {
            foreach (var known in byVulnerability.GetValueOrDefault(id) ?? [])
            {
                if (found?.Contains(known) != true && Concerns(known.Decision, subject)) (found ??= []).Add(known);
            }
        }

        if (found is null) return TriageAnswer.None;
        // One for this version answers before one for another, an attested one before one that is not, a later one before an earlier one.
        // Of two on one day the one that clears less stands: the enumeration has them in that order.
        var replaced = found.FindAll(k => found.Exists(o => o != k && (o.Unattested is null || k.Unattested is not null) && o.Decision.Supersedes.Contains(k.Decision.Digest)));
        // Two that name each other replace neither.
        if (replaced.Count < found.Count) found.RemoveAll(replaced.Contains);
        else replaced.Clear();
        found.Sort((a, b) => Order(a, b, subject));
        replaced.Sort((a, b) => Order(a, b, subject));
        var first = found[0];
        var reasons = new List<TriageReason>();
        var state = State(first, subject, reasons);
        if (found.Skip(1).FirstOrDefault(o => o.Decision.On == first.Decision.On && o.Unattested is null == first.Unattested is null && IsFor(o.Decision, subject) == IsFor(first.Decision, subject) && o.Decision.Status != first.Decision.Status) is { } other)
        {
            reasons.Add(new("contradicted", $"another decision of the same day says {other.Decision.Status.Word()} ({other.Decision.Place}); the one that clears less stands"));
        }

        return new(state, first.Decision, reasons) { Superseded = [.. found.Skip(1).Concat(replaced).Select(k => k.Decision)] };
    }

    /// <summary>Decisions in force for a release of which no finding speaks: on the product's own code, or on what no record names any more.</summary>
    /// <param name="release">The release.</param>
    /// <param name="spoken">Decisions that answered a finding, or were superseded by one that did.</param>
    public IReadOnlyList<TriageDecision> InForceBesides(string release, IReadOnlySet<TriageDecision> spoken)
    {
        ArgumentNullException.ThrowIfNull(spoken);
        var standing = all.FindAll(k => k.Unattested is null && k.Decision.Releases.Hold(history, release));
        var replaced = standing.SelectMany(k => k.Decision.Supersedes).ToHashSet();
        // Of several on one vulnerability and component the last one stands.
        return
        [
            .. standing.Where(k => !replaced.Contains(k.Decision.Digest))
                .GroupBy(k => (k.Decision.Vulnerability, k.Decision.Component, string.Join(',', k.Decision.Parts.Order(StringComparer.Ordinal))))
                .Select(g => g.OrderByDescending(k => k.Decision.On).ThenBy(k => k.Decision.Status).ThenBy(k => k.Decision.Digest).First().Decision)
                .Where(d => !(d.Until < day) && !spoken.Contains(d)),
        ];
    }

    private static int Order(Known a, Known b, TriageSubject subject)
    {
        var order = IsFor(b.Decision, subject).CompareTo(IsFor(a.Decision, subject));
        if (order == 0) order = (b.Unattested is null).CompareTo(a.Unattested is null);
        if (order == 0) order = b.Decision.On.CompareTo(a.Decision.On);
        if (order == 0) order = a.Decision.Status.CompareTo(b.Decision.Status);
        if (order == 0) order = a.Decision.Clears.CompareTo(b.Decision.Clears);
        return order == 0 ? a.Decision.Digest.CompareTo(b.Decision.Digest) : order;
    }

    private bool Concerns(TriageDecision d, TriageSubject subject) =>
        IsOf(d.Component!, subject.Component)
        && (d.Parts.Count == 0 || d.Parts.Intersect(subject.Parts, StringComparer.Ordinal).Any())
        && (subject.Release is null || d.Releases.Hold(history, subject.Release));

    // What the decision names beyond the package must be so too; what it does not name is left open.
    private static bool IsOf(Purl decided, Purl found) =>
        decided.Type == found.Type && decided.Namespace == found.Namespace && decided.Name == found.Name
        && (decided.Subpath.Length == 0 || decided.Subpath == found.Subpath)
        && decided.Qualifiers.All(q => found.Qualifier(q.Key) == q.Value);

    private static bool IsFor(TriageDecision d, TriageSubject subject) => d.Component!.Version.Length == 0 || d.Component.Version == subject.Component.Version;

    private TriageState State(Known known, TriageSubject subject, List<TriageReason> reasons)
    {
        var d = known.Decision;
        Reopening(d, subject, reasons);
        var isReopened = reasons.Count > 0;
        var isExpired = d.Until is { } until && until < day;
        if (isExpired) reasons.Add(new("expired", $"it was in force until {d.Until:uuuu-MM-dd}"));
        if (known.Unattested is { } why) reasons.Add(new("unattested", why));
        if (subject.Release is { } release && d.Releases.IsCarriedTo(release)) reasons.Add(new("carried", $"carried to {release} by its release set: {d.Releases}"));
        if (d.Seen is null) reasons.Add(new("not-recorded", "what was known when it was decided is not recorded: a new range cannot be told"));
        return isReopened ? TriageState.Reopened : isExpired ? TriageState.Expired : known.Unattested is null ? TriageState.InForce : TriageState.Proposed;
    }

    private static void Reopening(TriageDecision d, TriageSubject subject, List<TriageReason> reasons)
    {
        if (!IsFor(d, subject)) reasons.Add(new("version", $"it was decided for version {d.Component!.Version}, and here is {(subject.Component.Version.Length == 0 ? "none stated" : subject.Component.Version)}"));
        // What was not recorded counts as it was least: an entry that was there already is decided on anew once, one that is new is never passed over.
        if (subject.Exploited && d.Seen is not { Exploited: true }) reasons.Add(new("exploited", "it is known to be exploited, which it was not when it was decided"));
        if (d.Seen is { } seen && subject.Ranges.FirstOrDefault(r => !seen.Ranges.Contains(r, StringComparer.Ordinal)) is { } range) reasons.Add(new("range", $"it is found by what was not known when it was decided: {range}"));
        if (subject.Epss is not { } score) return;
        // In decimals, as the scores are published: 0.02 + 0.1 is 0.12 there.
        var now = (decimal)score;
        var limit = (decimal?)d.ReviewAtEpss ?? (d.Seen is { } then ? (decimal)(then.Epss ?? 0) + TriageSight.EpssRise : null);
        if (limit is { } at && now >= at) reasons.Add(new("epss", string.Create(CultureInfo.InvariantCulture, $"its probability of exploitation (EPSS) is {now:0.###}, and it is to be decided anew from {at:0.###} on")));
    }

    private sealed record Known(TriageDecision Decision, string? Unattested);
}
