using Marque.Advisories.Suppliers;
using Marque.Cases.Declared;
using Marque.Cli.Terminal;
using Marque.Triage.Vex;

namespace Marque.Cli.Printing;

/// <summary>What a VEX document proposes, before anything is written.</summary>
internal static class VexProposalTable
{
    private const int MostUnplaced = 20;

    public static void Print(Screen screen, SupplierDocument document, IReadOnlyList<TriageDecision> drafts, IReadOnlyList<(VexProposal Proposal, TriageDecision Decision)> decided, IReadOnlyList<(string Id, string Reason)> unplaced)
    {
        screen.Paragraph("", new Bit($"{document.Format} {document.Id}{(document.Publisher.Length > 0 ? $", {document.Publisher}" : "")}", Tone.Head));
        if (drafts.Count == 0) screen.Paragraph("", "It proposes nothing new for the releases of the case.");
        else
        {
            var table = new Table(new Column("Vulnerability"), new Column("Component", Wraps: true), new Column("Releases", Wraps: true), new Column("Proposed", Wraps: true));
            foreach (var d in drafts) table.Row(d.Vulnerability, d.Component?.ToString() ?? "the product's own code", d.Releases.ToString(), $"{TriageTable.Words(d.Status)}{(d.Justification is { } why ? $": {why.Word}" : "")}");
            table.Print(screen);
        }

        foreach (var (proposal, decision) in decided) screen.Paragraph("", $"decided already: {decision.Title}: {TriageTable.Words(decision.Status)} ({decision.Place}); the document says {TriageTable.Words(proposal.Status)}");
        foreach (var (id, reason) in unplaced.Take(MostUnplaced)) screen.Paragraph("", new Bit($"not taken: {id}: {reason}", Tone.Dim));
        if (unplaced.Count > MostUnplaced) screen.Line(new Bit($"... and {FeedsTable.Count(unplaced.Count - MostUnplaced)} more not taken", Tone.Dim));
    }
}
