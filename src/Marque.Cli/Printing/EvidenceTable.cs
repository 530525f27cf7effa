using Marque.Assessments;
using Marque.Cases;
using Marque.Cli.Terminal;
using Marque.Facts;
using NodaTime;

namespace Marque.Cli.Printing;

/// <summary>All series with their facts, for people.</summary>
internal static class EvidenceTable
{
    // The rest is told of one series alone.
    private const int Most = 6;

    public static void Print(Screen screen, Case c, IReadOnlyList<Series> series, IReadOnlyList<FactLife> lives, Instant at)
    {
        screen.Line(new Bit(c.Name, Tone.Head), $"  as of {AsOf.Words(at)}");
        if (series.Count == 0) screen.Line("no series is declared; 'marque evidence add FILE --series ID' makes one");
        var bySeries = lives.ToLookup(l => l.Series.Id, StringComparer.Ordinal);
        foreach (var s in series)
        {
            var facts = bySeries[s.Id].ToList();
            screen.Line();
            screen.Paragraph(new Bit($"{s.Id}  ", Tone.Head), Words(c, s, facts), "  ");
            if (facts.Count == 0)
            {
                screen.Line(new Bit("  no fact is registered", Tone.Blank));
                continue;
            }

            var table = new Table(new Column("State"), new Column("Observed"), new Column("Age"), new Column("Good until"), new Column("Release", Wraps: true), new Column("SHA-256"), new Column("Artefact", Wraps: true));
            foreach (var life in facts)
            {
                table.Row(
                    EvidenceWords.Mark(screen, life.State),
                    EvidenceWords.Day(life.Fact.ObservedAt),
                    EvidenceWords.Age(life.Fact.ObservedAt, at),
                    life.GoodUntil is { } until ? EvidenceWords.LastDay(until) : "no end",
                    EvidenceWords.Releases(life.Fact.Releases),
                    life.Fact.Sha256.ToString()[..8],
                    life.Fact.Path ?? s.Path ?? "");
            }

            table.Print(screen, "  ");
        }

        screen.Line();
        screen.Line(string.Join("   ", lives.GroupBy(l => l.State, StringComparer.Ordinal).OrderByDescending(g => g.Key == "sound").ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Count()} {g.Key}")));
        if (lives.Count > 0) screen.Line(new Bit("the life of a fact: marque evidence list --series ID, or --fact SHA-256", Tone.Dim));
    }

    private static string Words(Case c, Series s, List<FactLife> facts)
    {
        var words = new List<string>();
        if ((s.Kind ?? facts.Select(f => f.Kind).FirstOrDefault(k => k is not null)) is { } kind) words.Add(kind.Word());
        if (s.Method is { } method) words.Add(method);
        if (s.Role != EvidenceRole.None) words.Add(s.Role.ToString().ToLowerInvariant());
        if (s.EveryDays is { } days) words.Add($"every {days} days");
        if (s.Process is { } process) words.Add($"of process case {process}");
        var shows = EvidenceWords.Requirements(c.Statements.Where(st => st.Evidence.Any(e => e.Series == s.Id)), Most);
        words.Add(shows.Length == 0 ? "no statement names it" : $"shows {shows}");
        return string.Join("; ", words);
    }
}
