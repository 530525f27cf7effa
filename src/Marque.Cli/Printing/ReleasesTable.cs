using Marque.Assessments;
using Marque.Cli.Terminal;
using Marque.Documents;

namespace Marque.Cli.Printing;

/// <summary>The assessments of all releases, one line each.</summary>
internal static class ReleasesTable
{
    public static void Print(Screen screen, IReadOnlyList<Assessment> assessments)
    {
        var first = assessments[0];
        AssessmentTable.Head(screen, first with { Release = null });
        screen.Heading("Points of Annex I by verdict");
        var table = new Table(new Column("Release"), new Column("Points", Wraps: true), new Column("Falls short at", Wraps: true));
        foreach (var a in assessments)
        {
            table.Row(a.Release ?? "", string.Join(", ", a.Counts.Where(c => c.Count > 0).Select(c => $"{c.Count} {c.Verdict.Words()}")), string.Join(", ", a.Requirements.Where(r => r.Verdict.FallsShort()).Select(r => r.Point.Id)));
        }

        table.Print(screen);
    }
}
