using Marque.Assessments;
using Marque.Cli.Terminal;
using Marque.Documents;
using Marque.Legal;

namespace Marque.Cli.Printing;

/// <summary>An assessment for a person at a terminal: the matrix of points, then only what falls short.</summary>
internal static class AssessmentTable
{
    // Room for a second look at the reasons.
    private const int WideFrom = 120;
    private const int Steps = 8;

    public static void Print(Screen screen, Assessment a, CaseIndex index)
    {
        Head(screen, a);
        Matrix(screen, a);
        Obligations(screen, a);
        Procedures(screen, a.Procedures);
        Items(screen, a, index);
        Next(screen, a.Next, Steps);
    }

    public static void Head(Screen screen, Assessment a)
    {
        screen.Paragraph("", new Bit(a.Release is null ? a.Product.Name : $"{a.Product.Name}, release {a.Release}", Tone.Head));
        screen.Paragraph("", new Bit($"as of {AsOf.Words(a.AsOf)}; legal set {a.LegalSet.Version}; rules {Assess.Rules}; inputs {a.Inputs.Short}", Tone.Dim));
        foreach (var notice in a.Notices) screen.Paragraph("note: ", notice);
    }

    /// <summary>The steps that would help most.</summary>
    public static void Next(Screen screen, IReadOnlyList<NextStep> steps, int most)
    {
        if (steps.Count == 0) return;
        screen.Heading("Next steps, the most useful first");
        var at = 0;
        foreach (var step in steps.Take(most))
        {
            var number = $"{++at,2}. ";
            screen.Paragraph(number, step.Action);
            if (step.Settles.Count > 0) screen.Paragraph(new Bit("    settles ", Tone.Dim), new Bit(string.Join(", ", step.Settles), Tone.Dim), "            ");
            else if (step.Unblocks.Count > 0) screen.Paragraph(new Bit("    needed for ", Tone.Dim), new Bit(string.Join(", ", step.Unblocks), Tone.Dim), "               ");
        }

        if (steps.Count > most) screen.Line(new Bit($"    and {steps.Count - most} more (--format json)", Tone.Dim));
    }

    /// <summary>The points of Annex I, and how many have each verdict.</summary>
    public static void Matrix(Screen screen, Assessment a)
    {
        Points(screen, a);
        Counts(screen, a);
    }

    private static void Points(Screen screen, Assessment a)
    {
        if (a.Requirements.Count == 0) return;
        screen.Heading("Essential cybersecurity requirements, Annex I");
        var wide = screen.Width >= WideFrom;
        Column[] columns = [new("Point"), new("", Wraps: true), new("Verdict"), new("Route"), new("Weakest", Wraps: true)];
        var table = new Table(wide ? [.. columns, new("Because", Wraps: true)] : columns);
        foreach (var r in a.Requirements)
        {
            Bit[] cells = [r.Point.Id, r.Point.Title, screen.Mark(r.Verdict), RouteOf(r), r.Weakest ?? ""];
            table.Row(wide ? [.. cells, new Bit(r.Verdict.FallsShort() ? Causes.InShort(r.Why)[0] : "", Tone.Dim)] : cells);
        }

        table.Print(screen);
    }

    // The route that carries the verdict; the others are in "explain".
    private static string RouteOf(RequirementResult r)
    {
        var best = Causes.Of(r.Why).FirstOrDefault(g => g.Rule == "best-route")?["route"];
        if (best is { Length: > 0 }) return best;
        // Capped by a contradiction, or not applicable.
        return r.Routes.FirstOrDefault(route => route.Verdict == r.Verdict)?.Route ?? "";
    }

    private static void Counts(Screen screen, Assessment a)
    {
        if (a.Requirements.Count == 0) return;
        screen.Line();
        screen.Paragraph("", string.Join(", ", a.Counts.Select(c => $"{c.Count} {c.Verdict.Words()}")));
        var binding = a.Requirements.Select(r => r.Binding.Sentence()).Distinct(StringComparer.Ordinal).ToList();
        if (binding.Count == 1 && !a.Requirements[0].Binding.Now) screen.Paragraph("", new Bit($"{binding[0]} ({a.Requirements[0].Binding.Basis})", Tone.Dim));
    }

    // What somebody has begun is shown line by line; what nobody has recorded anything for, by number.
    private static void Obligations(Screen screen, Assessment a)
    {
        if (a.Obligations.Count == 0) return;
        var falling = a.Obligations.Where(o => o.Verdict.FallsShort()).ToList();
        screen.Heading($"Obligations beyond Annex I: {falling.Count} of {a.Obligations.Count} fall short");
        var wide = screen.Width >= WideFrom;
        Column[] columns = [new("Provision"), new("", Wraps: true), new("Verdict"), new("Binds")];
        var table = new Table(wide ? [.. columns, new("Because", Wraps: true)] : columns);
        foreach (var o in falling.Where(o => o.Verdict != Verdict.Open || o.Binding.Now))
        {
            var title = o.Obligation.Tag == Tag.Law ? o.Obligation.Title : $"{o.Obligation.Title} ({o.Obligation.Tag.Word()})";
            Bit[] cells = [o.Obligation.Id, title, screen.Mark(o.Verdict), o.Binding.From()];
            table.Row(wide ? [.. cells, new Bit(Causes.InShort(o.Why)[0], Tone.Dim)] : cells);
        }

        table.Print(screen);
        var open = falling.Where(o => o.Verdict == Verdict.Open && !o.Binding.Now).Select(o => o.Obligation.Id).ToList();
        if (open.Count == 0) return;
        var mark = screen.Mark(Verdict.Open);
        screen.Line();
        screen.Line(mark, $": {open.Count} that do not bind yet, nothing recorded");
        foreach (var (group, items) in Grouped(open)) screen.Paragraph($"  {group,-10}  ", items);
    }

    // "13(9)" and "13(10)" as "Article 13: (9), (10)"; "Annex II(1)" as "Annex II: (1)".
    private static IEnumerable<(string Group, string Items)> Grouped(IReadOnlyList<string> ids) =>
        ids.Select(id => id.IndexOfAny(['(', ' '], id.StartsWith("Annex ", StringComparison.Ordinal) ? 6 : 0) is var at && at < 0 ? (Group: id, Item: "") : (Group: id[..at], Item: id[at..].Trim()))
            .GroupBy(x => char.IsAsciiDigit(x.Group[0]) ? $"Article {x.Group}" : x.Group, StringComparer.Ordinal)
            .Select(g => (g.Key, string.Join(", ", g.Select(x => x.Item).Where(r => r.Length > 0)) is { Length: > 0 } rest ? rest : "as a whole"));

    /// <summary>Which procedures are open, and why.</summary>
    public static void Procedures(Screen screen, Procedures p)
    {
        screen.Heading("Conformity assessment procedures, Article 32");
        var declared = p.Class is { } productClass ? $"{productClass.Sentence()}{(p.Category is null ? "" : $", category {p.Category}")}" : "not declared";
        screen.Paragraph("class: ", $"{declared} ({p.Classification.Verdict.Words()})");
        var table = new Table(new Column("Module"), new Column(""), new Column("Because", Wraps: true), new Column("Basis"));
        foreach (var m in p.Modules) table.Row(m.Name, m.Open ? new Bit("open", Tone.Good) : new Bit("closed", Tone.Dim), m.Because, m.Basis);
        table.Print(screen);
        if (p.ThirdParty.Count > 0) screen.Paragraph("no Article 27 instrument applied in full: ", p.ThirdParty.Count == 22 ? "all 22 points" : string.Join(", ", p.ThirdParty));
        screen.Paragraph("notified bodies known: ", $"{p.NotifiedBodies.Count}, as of {NodaTime.Text.LocalDatePattern.Iso.Format(p.NotifiedBodies.AsOf)}");
    }

    private static void Items(Screen screen, Assessment a, CaseIndex index)
    {
        screen.Heading("Catalogs and facts");
        Totals("IEC 62443 and own catalogs", a.Catalogs);
        Totals("remainder", a.Remainder);
        var unsound = a.Facts.Where(f => !f.Sound).ToList();
        screen.Line($"facts: {a.Facts.Count - unsound.Count} of {a.Facts.Count} series sound");
        var facts = new Table(new Column("Series"), new Column("Because", Wraps: true));
        foreach (var f in unsound) facts.Row(f.Series.Id, f.Grounds.Count > 0 ? GroundText.Of(f.Grounds[0]) : "");
        facts.Print(screen, "  ");

        void Totals(string name, IReadOnlyList<Derivation> items)
        {
            if (items.Count > 0) screen.Paragraph($"{name}: ", string.Join(", ", Order.Select(v => (Verdict: v, Count: items.Count(i => i.Verdict == v))).Where(t => t.Count > 0).Select(t => $"{t.Count} {t.Verdict.Words()}")));
        }
    }

    private static readonly Verdict[] Order = [Verdict.Demonstrated, Verdict.Claimed, Verdict.Gap, Verdict.Open, Verdict.NotApplicable, Verdict.NotTriggered];
}
