using Marque.Assessments;
using Marque.Cases;
using Marque.Cli.Printing;
using Marque.Outside;
using Marque.Text;

namespace Marque.Cli.Deciding;

/// <summary>Tries decisions on a case before they are written or signed.</summary>
internal static class Trials
{
    /// <summary>The case with a change, and what the engine says of the decision in it; null with problems.</summary>
    public static Trial? Try(Shell shell, Prepared prepared, FileChange change, ReleaseRange releases, List<Problem> problems)
    {
        var read = CaseFolder.Read(prepared.Folder.Folder, [change], processToo: true);
        problems.AddRange(read.Problems.Select(p => Prepared.Shown(shell, prepared.Folder.Folder, p)));
        return problems.Count > 0 ? null : Try(shell, prepared, read.Value!, read.Value!.Case.Decisions.First(d => d.Place.File == change.Path), releases, problems);
    }

    /// <summary>What the engine says of a decision of the case as read.</summary>
    public static Trial? Try(Shell shell, Prepared prepared, CaseFolder with, Decision decision, ReleaseRange releases, List<Problem> problems)
    {
        var trial = Trial.Of(prepared.Index.Law, with.Case, decision, prepared.Trusted, prepared.Seen.Observations, ReleaseFor(prepared, releases), prepared.At);
        problems.AddRange(trial.Problems.Select(p => Prepared.Shown(shell, prepared.Folder.Folder, p)));
        return trial.Value;
    }

    /// <summary>The release that is judged: the newest supported where the range holds for it (null), else one of the range.</summary>
    public static string? ReleaseFor(Prepared prepared, ReleaseRange range)
    {
        var history = new ReleaseHistory(prepared.Folder.Case.Releases);
        return history.Covers(range, prepared.Index.NewestSupported(prepared.At)) ? null : new[] { range.Only.Count > 0 ? range.Only[0] : null, range.From, range.Until }.FirstOrDefault(v => v is not null && history.Find(v) is not null);
    }

    /// <summary>Prints what was shown so far, then the problems.</summary>
    /// <returns>The exit code.</returns>
    public static int Refuse(Shell shell, List<Problem> problems)
    {
        shell.Flush();
        Problems.Print(shell, problems);
        return Exit.BadInput;
    }

    /// <summary>Why the decision could not count, however it is signed; empty: it could.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="parts">Whether it names parts: then it must count for each of them, else for one at least.</param>
    public static IEnumerable<Problem> Refusals(Trial trial, bool parts)
    {
        var subject = trial.Decision.Subject.Id.ToString();
        if (trial.Forbidden is { } why) yield return new Problem(new Place("people.yaml"), "decision.forbidden", why, "name somebody who may: marque people list");
        if (!parts && trial.Counting.Any(c => c.WhyNot is null)) yield break;
        foreach (var (part, ground, remedy) in trial.Counting)
        {
            if (ground is not null) yield return new Problem(new Place(part is null ? subject : $"{subject} ({part})"), "decision.would-not-count", $"the decision would not count: {GroundText.Of(ground)}{TrialTable.Places(trial.Index, ground)}", remedy ?? "");
        }
    }

    /// <summary>Why a decision is not attested, read anew from the folder; null: it is.</summary>
    /// <param name="prepared">The case as it was read before.</param>
    /// <param name="path">The file that holds the decision.</param>
    /// <param name="digest">Its digest.</param>
    public static string? WhyNotAttested(Prepared prepared, string path, Digest digest)
    {
        var written = CaseFolder.Read(prepared.Folder.Folder, processToo: true).Value?.Case;
        var decision = written?.AllDecisions.FirstOrDefault(d => d.Place.File == path && d.Digest == digest);
        return written is null || decision is null ? "it cannot be read back" : new Attesting(written, prepared.Trusted).WhyNot(decision);
    }
}
