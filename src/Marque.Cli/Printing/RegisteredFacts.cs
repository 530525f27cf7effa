using Marque.Cases;
using Marque.Cli.Terminal;
using Marque.Documents;
using Marque.Facts;
using Marque.Outside;
using NodaTime.Text;

namespace Marque.Cli.Printing;

/// <summary>What was registered, for the person who registered it.</summary>
internal static class RegisteredFacts
{
    public static void Print(Screen screen, Case c, Series series, string? newSeries, NewArtefact artefact, Registration fact, string file, bool isGiven)
    {
        var (shape, ascii, tone) = fact.Found.Outcome switch
        {
            Outcome.Supports => ('■', '+', Tone.Good),
            Outcome.Vacuous => ('□', 'o', Tone.Blank),
            _ => ('✗', 'x', Tone.Bad),
        };
        screen.Line(new Bit($"{(screen.Unicode ? shape : ascii)} {fact.Found.Outcome.Word()}", tone), "  ", new Bit(fact.Path, Tone.Head), artefact.InCase is null ? $"  (copied from {artefact.Named})" : "");
        screen.Paragraph("  content   ", $"{fact.Found.Kind.Word()}: {Counts(fact.Found)}");
        foreach (var finding in fact.Found.Outcome == Outcome.Supports ? [] : fact.Found.Findings.Take(3)) screen.Paragraph("            ", finding.Text);
        screen.Paragraph("  series    ", newSeries is null ? series.Id : $"{series.Id}, new");
        screen.Paragraph("  observed  ", $"{InstantPattern.ExtendedIso.Format(fact.ObservedAt)}, {(isGiven ? "as given" : "as its content says")}");
        screen.Paragraph("  sha256    ", fact.Sha256.ToString());
        screen.Paragraph("  written   ", newSeries is null ? file : $"{newSeries}, {file}");
        var statements = c.Statements.Where(s => s.Evidence.Any(e => e.Series == series.Id)).Select(s => s.Requirement.Id.ToString()).Distinct(StringComparer.Ordinal).ToList();
        screen.Paragraph("  shows     ", statements.Count == 0 ? "nothing yet: name the series under 'evidence' of a statement in controls/" : string.Join(", ", statements));
    }

    /// <summary>Says on standard error, where no table hides it, that what was registered does not support.</summary>
    public static void Say(Shell shell, Series series, Registration fact) => shell.Error.WriteLine(Visible.Text(fact.Found.Outcome == Outcome.Contradicts
        ? $"marque: {fact.Path} CONTRADICTS what it is registered for: {fact.Found.Findings[0].Text}. What rests on '{series.Id}' is a gap until a later sound result, or until an attested decision rebuts it; deleting the file does not lift it."
        : $"marque: {fact.Path} proves nothing ({fact.Found.Findings[0].Text}); what rests on '{series.Id}' stays at most claimed."));

    private static string Counts(Check check) => check.Counts.Count == 0 ? "read" : string.Join(", ", check.Counts.Select(n => $"{n.Value} {n.Name}"));
}
