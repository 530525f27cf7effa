using System.Globalization;
using Marque.Cli.Terminal;
using Marque.Csaf;

namespace Marque.Cli.Printing;

/// <summary>Validated CSAF documents for a person: whether each is valid, then what fails, what weighs most first.</summary>
internal static class AdvisoryValidationTable
{
    private const int MostPlaces = 3;
    private const int MostOfATest = 5;

    public static void Print(Screen screen, IReadOnlyList<ValidatedAdvisory> validated, CsafTestKind least)
    {
        foreach (var document in validated)
        {
            if (document != validated[0]) screen.Line();
            Print(screen, document, least);
        }

        if (validated.Count < 2) return;
        var valid = validated.Count(v => v.Report.Valid);
        screen.Line();
        screen.Line(new Bit($"{valid} of {validated.Count} documents are valid", valid == validated.Count ? Tone.Good : Tone.Bad));
    }

    private static void Print(Screen screen, ValidatedAdvisory document, CsafTestKind least)
    {
        var report = document.Report;
        screen.Line(new Bit(document.Named, Tone.Head), "  ", report.Valid ? new Bit("valid CSAF 2.0", Tone.Good) : new Bit("not valid CSAF 2.0", Tone.Bad));
        if (!document.IsNamedRight) screen.Line(new Bit($"by its id the file should be called {report.FileName} (section 5.1)", Tone.Fair));
        var shown = report.Findings.Where(f => f.Test.Kind <= least).ToList();
        var table = new Table(new Column("Test"), new Column("Weight"), new Column("Where", Wraps: true), new Column("What", Wraps: true));
        foreach (var test in shown.GroupBy(f => f.Test))
        {
            // What is said several times of a test stands once, with where.
            var alike = test.GroupBy(f => (f.Message, f.Remedy)).ToList();
            foreach (var one in alike.Take(MostOfATest)) table.Row(test.Key.Id, Weight(test.Key.Kind), Where([.. one.Select(f => f.Line).Where(l => l > 0).Distinct()]), one.Key.Remedy.Length > 0 ? $"{one.Key.Message}; {one.Key.Remedy}" : one.Key.Message);
            if (alike.Count > MostOfATest) table.Row(test.Key.Id, Weight(test.Key.Kind), "", new Bit($"and {alike.Skip(MostOfATest).Sum(o => o.Count())} more (--format json)", Tone.Dim));
        }

        if (shown.Count > 0) table.Print(screen);
        if (report.Further > 0) screen.Line(new Bit($"and {report.Further} more", Tone.Dim));
        if (report.NotRun.Count == CsafTests.All.Count) screen.Line(new Bit($"no test of section 6 was run: {report.NotRun[0].Reason}", Tone.Dim));
        else foreach (var not in report.NotRun.Where(n => n.Test.Kind <= least).GroupBy(n => n.Reason, StringComparer.Ordinal)) screen.Line(new Bit($"not run: {string.Join(", ", not.Select(n => n.Test.Id))}: {not.Key}", Tone.Dim));
    }

    private static string Where(IReadOnlyList<int> lines) =>
        lines.Count == 0 ? "file" : $"line {string.Join(", ", lines.Take(MostPlaces).Select(l => l.ToString(CultureInfo.InvariantCulture)))}{(lines.Count > MostPlaces ? $" and {lines.Count - MostPlaces} more" : "")}";

    private static Bit Weight(CsafTestKind kind) => new(AdvisoryValidationJson.Word(kind), kind switch { CsafTestKind.Schema or CsafTestKind.Mandatory => Tone.Bad, CsafTestKind.Optional => Tone.Fair, _ => Tone.Dim });
}
