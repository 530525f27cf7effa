using Marque.Cli.Terminal;
using Marque.Legal;
using NodaTime;
using NodaTime.Text;

namespace Marque.Cli.Printing;

/// <summary>The registry of standards for a person.</summary>
internal static class StandardsTable
{
    public static void List(Screen screen, LegalSet set, LocalDate day)
    {
        Head(screen, set, day);
        var table = new Table(new Column("Reference", Wraps: true), new Column("Title", Wraps: true), new Column("Presumption"), new Column("Status", Wraps: true));
        foreach (var s in set.Standards) table.Row(s.Reference, s.Title, new Bit(Presumption.Short(s, day), s.CitationOn(day) is null ? Tone.Dim : Tone.Good), s.Status);
        screen.Line();
        table.Print(screen);
        screen.Line();
        screen.Line($"{set.Standards.Count(s => s.CitationOn(day) is not null)} of {set.Standards.Count} in effect under Regulation (EU) 2024/2847 on {Iso(day)}");
    }

    public static void Show(Screen screen, LegalSet set, Standard s, LocalDate day)
    {
        Head(screen, set, day);
        screen.Heading(s.Reference);
        screen.Paragraph("", s.Title);
        screen.Line();
        Field("presumption", Presumption.Words(s, day));
        Field("kind", s.Kind.Word().Replace('-', ' '));
        Field("body", s.Body);
        Field("work item", s.WorkItem);
        Field("M/606", s.Request);
        Field("adopt by", s.AdoptBy is { } due ? $"{Iso(due)} (adoption by the body is not citation)" : null);
        Field("status", s.Status);
        Field("planned", s.Planned);
        Field("expectation", s.Expectation);
        Field("categories", s.Horizontal ? "horizontal" : s.Categories.Count == 0 ? "not known" : string.Join(", ", s.Categories));
        foreach (var c in s.Citations) Field("citation", $"{c.Act}, from {Iso(c.From)}{(c.Until is { } until ? $" until {Iso(until)}" : "")}{string.Concat(c.Restrictions.Select(r => $"; restriction {r.Id}: {r.Text}"))}");
        Field("coverage", s.Coverage.Count == 0 ? "not known; unknown coverage never presumes" : string.Join("; ", s.Coverage.Select(c => $"{c.Point} {c.Extent.Word()}")));
        Field("as of", $"{Iso(s.AsOf)}, confidence {s.Confidence}");
        foreach (var source in s.Sources) Field("source", source);

        void Field(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value)) screen.Paragraph($"{name,-12} ", value);
        }
    }

    private static void Head(Screen screen, LegalSet set, LocalDate day)
    {
        screen.Line(new Bit("Registry of standards", Tone.Head), $" as of {Iso(day)}");
        screen.Line(new Bit($"legal set {set.Version}, newest evidence {Iso(set.AsOf)}", Tone.Dim));
        if (!set.Official) screen.Line("note: unofficial legal set");
    }

    private static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
