using Marque.Cases;
using Marque.Legal;

namespace Marque.Assessments;

/// <summary>The obligations beyond Annex I, by the case's role: each the weakest of what feeds it, its LAW remainder items and its own statements.</summary>
internal sealed class Obligations(Judging judging, Points points, Procedures procedures, Bindings bindings)
{
    private readonly CaseIndex index = judging.Index;
    private readonly Dictionary<string, Derivation> memo = new(StringComparer.Ordinal);

    public List<ObligationResult> All()
    {
        var results = new List<ObligationResult>();
        foreach (var o in index.Law.Obligations)
        {
            if (!o.Roles.Contains(index.Case.Role)) continue;
            var why = Of(o);
            results.Add(new ObligationResult(o, why.Verdict, bindings.Of(o.AppliesFrom, o.Basis), why));
        }

        return results;
    }

    private Derivation Of(Obligation o)
    {
        if (memo.TryGetValue(o.Id, out var known)) return known;
        // The legal set has no cycles (a test holds it); this keeps a wrong unofficial set from looping.
        memo[o.Id] = new Derivation(o.Id, "obligation", null, Verdict.Open, [new Ground("no-statement", $"requirement:{o.Id}")], []);
        return memo[o.Id] = Judge(o);
    }

    private Derivation Judge(Obligation o)
    {
        if (o.Event is { } trigger && !Happened(o, trigger)) return new Derivation(o.Id, "obligation", null, Verdict.NotTriggered, [new Ground("not-triggered", $"event:{trigger}")], []) { Tag = o.Tag };
        if (Mechanical(o) is { } settled) return settled;
        var item = index.Find("cra", o.Id)!;
        var own = judging.OverParts(item);
        if (own.Verdict == Verdict.NotApplicable) return own with { Kind = "obligation" };
        // A permission binds only whoever uses it; nothing recorded means it is not used.
        if (o.IsPermission && own.Verdict == Verdict.Open) return new Derivation(o.Id, "obligation", null, Verdict.NotTriggered, [new Ground("permission-not-used", $"requirement:{o.Id}")], []) { Tag = o.Tag };
        var from = new List<Derivation>();
        foreach (var feed in o.Feeds) from.Add(Feed(feed));
        foreach (var (remaining, tag) in index.RemainderOf(o.Id)) from.Add(judging.OverParts(remaining) with { Kind = "remainder", IsShownOnly = tag != Tag.Law });
        if (own.Verdict != Verdict.Open || from.TrueForAll(d => d.IsShownOnly)) from.Add(own with { Kind = "statement" });
        var (verdict, cause) = Weakest.Of(from);
        return verdict is null
            ? new Derivation(o.Id, "obligation", null, from.Exists(d => d.Verdict == Verdict.NotTriggered) ? Verdict.NotTriggered : Verdict.NotApplicable, [new Ground("nothing-applies")], from) { Tag = o.Tag }
            // Beyond Annex I nothing is presumed; what rests on presumed points is demonstrated.
            : new Derivation(o.Id, "obligation", null, verdict == Verdict.Presumed ? Verdict.Demonstrated : verdict.Value, [new Ground("weakest", $"what:{cause!.What}"), .. cause.Grounds.Take(1)], from) { Tag = o.Tag };
    }

    // "reportable" is either of the two triggers of Article 14 (rules R-1, R-2).
    private bool Happened(Obligation o, string trigger) => index.Case.Events.Any(e => e.On <= judging.Day && (e.Event == trigger || (trigger == "reportable" && e.Event is "actively-exploited-vulnerability" or "severe-incident")));

    /// <summary>What the declared class and the chosen procedure settle: some obligations are for their class, those of Annex VIII for their module.</summary>
    private Derivation? Mechanical(Obligation o)
    {
        var product = index.Case.Product;
        var otherModule = o.Module is { } module && product?.Procedure is { } chosen && !chosen.Split('+').Contains(module, StringComparer.Ordinal);
        var otherClass = o.Classes.Count > 0 && procedures.Class is { } declared && !o.Classes.Contains(declared);
        if (!otherModule && !otherClass) return null;
        var decided = otherModule || procedures.Classification.Verdict == Verdict.Demonstrated;
        return new Derivation(o.Id, "obligation", null, decided ? Verdict.NotApplicable : Verdict.Claimed, [new Ground(decided ? "other-procedure" : "other-class-undecided", $"class:{procedures.Class?.ToString() ?? "none"}", $"procedure:{product?.Procedure ?? "none"}")], []) { Tag = o.Tag };
    }

    private Derivation Feed(string feed) => feed switch
    {
        "annex-i-part-i" => Part("I.", "Annex I Part I"),
        "annex-i-part-ii" => Part("II.", "Annex I Part II"),
        "risk-assessment" => judging.RiskAssessment() with { From = [] },
        "classification" => procedures.Classification,
        "procedure" => Procedure(),
        "declaration" => judging.OverParts(index.Find("cra", "28(1)")!) with { What = "declaration", Kind = "check" },
        "support-period" => SupportPeriod(),
        _ => index.Obligation(feed) is { } obligation ? Of(obligation) with { From = [] } : points.Of(index.Find("cra", feed)!) with { From = [] },
    };

    private Derivation Part(string prefix, string name)
    {
        List<Derivation> from = [.. index.Points.Where(p => p.Id.StartsWith(prefix, StringComparison.Ordinal)).Select(p => points.Of(p) with { From = [] })];
        var (verdict, cause) = Weakest.Of(from);
        return new Derivation(name, "check", null, verdict ?? Verdict.NotApplicable, [cause is null ? new Ground("all-parts-not-applicable") : new Ground("weakest", $"what:{cause.What}")], from);
    }

    private Derivation Procedure()
    {
        if (index.Case.Product?.Procedure is not { } chosen) return new Derivation("procedure", "check", null, Verdict.Open, [new Ground("no-procedure", "law:32(1)")], []);
        var module = procedures.Modules.First(m => m.Name == chosen);
        if (!module.Open) return new Derivation("procedure", "check", null, Verdict.Gap, [new Ground("procedure-closed", $"procedure:{chosen}", $"because:{module.Because}", $"basis:{module.Basis}")], []);
        var completed = judging.OverParts(index.Find("cra", "32(1)")!);
        return completed.Verdict == Verdict.Open ? new Derivation("procedure", "check", null, Verdict.Claimed, [new Ground("procedure-not-completed", $"procedure:{chosen}")], []) : completed with { What = "procedure", Kind = "check" };
    }

    private Derivation SupportPeriod()
    {
        List<Derivation> from = [.. index.Law.Remainder.Where(r => r.Target == "13(8)" && r.Workstream == "support" && r.Tag == Tag.Law).Select(r => judging.OverParts(index.Find("remainder", r.Id)!) with { Kind = "remainder" })];
        var (verdict, cause) = Weakest.Of(from);
        return new Derivation("support period", "check", null, verdict ?? Verdict.Open, [cause is null ? new Ground("nothing-recorded") : new Ground("weakest", $"what:{cause.What}")], from);
    }
}
