using Marque.Cases;
using Marque.Ledger;
using Marque.Legal;
using Marque.Text;
using NodaTime;

namespace Marque.Assessments;

/// <summary>A decision tried out by the engine's own rules, before anybody signs or writes it.</summary>
/// <param name="Index">The case with the decision.</param>
/// <param name="Decision">The decision as the case holds it.</param>
/// <param name="AsIs">The assessment with the decision as it stands: signed or not.</param>
/// <param name="AsIfSigned">The assessment as if those whom it names had signed.</param>
/// <param name="Forbidden">Why those whom it names may not decide so; null: they may.</param>
/// <param name="Unattested">Why it is not attested as it stands; null: it is.</param>
/// <param name="Counting">For each part (null: the product) why it would not count even when signed, with what removes that; null: it counts.</param>
public sealed record Trial(CaseIndex Index, Decision Decision, Assessment AsIs, Assessment AsIfSigned, string? Forbidden, string? Unattested, IReadOnlyList<(string? Part, Ground? WhyNot, string? Remedy)> Counting)
{
    /// <summary>Tries a decision.</summary>
    /// <param name="law">The legal set.</param>
    /// <param name="with">The case as read with the decision in it.</param>
    /// <param name="decision">The decision, as that case holds it.</param>
    /// <param name="trustedRoots">Root keys given from outside; empty: the one that the case names.</param>
    /// <param name="seen">What was observed of the registered facts.</param>
    /// <param name="release">The version to judge; null: the newest supported.</param>
    /// <param name="at">The instant.</param>
    /// <returns>The trial, or what the case or the legal set does not know.</returns>
    public static Read<Trial> Of(LegalSet law, Case with, Decision decision, IReadOnlyList<PublicKey> trustedRoots, Observations seen, string? release, Instant at)
    {
        var real = CaseIndex.Build(law, with, trustedRoots);
        var signed = CaseIndex.Build(law, with, trustedRoots, decision.Digest);
        if (real.Value is not { } index || signed.Value is not { } assumed) return new(null, real.Problems);
        release ??= index.NewestSupported(at);
        var judging = new Judging(assumed, seen, release, at);
        var counting = judging.Counting(assumed.Decisions.First(d => d.Decision.Place == decision.Place)).Select(c => Worded(index, decision, c.Part < 0 ? null : index.Parts[c.Part].Id, c.WhyNot));
        return new(new Trial(index, decision, Assess.Run(index, seen, release, at), Assess.Run(assumed, seen, release, at), index.WhyNotAllowed(decision), index.WhyNotAttested(decision), [.. counting]), []);
    }

    /// <summary>The digests of the facts of a series that contradict: what a rebuttal names.</summary>
    /// <param name="index">The case.</param>
    /// <param name="seen">What was observed of the registered facts.</param>
    /// <param name="series">The series.</param>
    /// <param name="release">The version to judge; null: the newest supported.</param>
    /// <param name="at">The instant.</param>
    public static IReadOnlyList<Digest> Contradictions(CaseIndex index, Observations seen, string series, string? release, Instant at)
    {
        var known = index.SeriesById.GetValueOrDefault(series);
        return known is null ? [] : [.. FactStates.Of(index, seen, release ?? index.NewestSupported(at), at)[known.Number].Contradictions.Select(c => c.Fact.Sha256).Distinct()];
    }

    // What marque.yaml has to say before a decision can adopt it.
    private static string? Adopting(CaseIndex index, Ground why) =>
        why.Rule is "not-adopted" or "adopted-other-bridge" && index.Bridges.FirstOrDefault(b => b.Bridge.Id == why["bridge"]).Bridge is { } bridge ? $"write it into 'adopts' of marque.yaml first, with its digest today: {{ bridge: {bridge.Id}, digest: \"v1:{bridge.Digest}\" }}" : null;

    private static (string?, Ground?, string?) Worded(CaseIndex index, Decision decision, string? part, Ground? why) =>
        (part, why, why is null ? null : Adopting(index, why) ?? Remedies.Of(index, new Derivation(decision.Subject.Id.Item, "requirement", part, Verdict.Claimed, [why], []), why)?.Action.Text);
}
