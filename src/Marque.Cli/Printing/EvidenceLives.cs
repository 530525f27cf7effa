using Marque.Assessments;
using Marque.Cases;
using Marque.Cli.Terminal;
using Marque.Facts;
using NodaTime;
using NodaTime.Text;

namespace Marque.Cli.Printing;

/// <summary>The life of each fact, for people: what it is, when it came, what it said then and says now, what stands on it.</summary>
internal static class EvidenceLives
{
    public static void Print(Screen screen, IReadOnlyList<FactLife> lives, Instant at)
    {
        if (lives.Count == 0) screen.Line("no fact is registered in this series");
        for (var i = 0; i < lives.Count; i++)
        {
            if (i > 0) screen.Line();
            Print(screen, lives[i], at);
        }
    }

    private static void Print(Screen screen, FactLife life, Instant at)
    {
        var fact = life.Fact;
        screen.Line(EvidenceWords.Mark(screen, life.State), "  ", new Bit(fact.Path ?? life.Series.Path ?? "", Tone.Head));
        Row("series", life.Kind is { } kind ? $"{life.Series.Id}, {kind.Word()}" : life.Series.Id);
        Row("sha256", fact.Sha256.ToString());
        Row("observed", $"{EvidenceWords.Text(fact.ObservedAt)}, {EvidenceWords.Age(fact.ObservedAt, at)} before {AsOf.Argument(at)}");
        Row("received", EvidenceWords.Text(fact.ReceivedAt));
        Row("releases", EvidenceWords.Releases(fact.Releases));
        Row("found", fact.Found is { } found ? $"{found.Word()}, at registration" : "not recorded at registration: if the file said no and went, nobody would know");
        Row("now", life.Why is { } why ? GroundText.Of(why) : "sound: the registered bytes, and their content supports");
        Row("good until", life.GoodUntil is { } until ? $"{EvidenceWords.Text(until)}, {Because(life)}" : "no end is set");
        if (life.CurrentFor.Count > 0) Row("current for", EvidenceWords.Named(life.CurrentFor));
        if (life.ContradictsFor.Count > 0) Row("contradicts", $"{EvidenceWords.Named(life.ContradictsFor)}: no later sound result has lifted it");
        Row("registered", fact.Place.ToString());
        Row("shows", life.Statements.Count == 0 ? "no statement names its series" : EvidenceWords.Requirements(life.Statements));
        foreach (var (decision, whyNot) in life.Decisions) Row("decided", Words(decision, whyNot, at));

        void Row(string name, string text) => screen.Paragraph($"  {name,-12}", text);
    }

    private static string Words(Decision d, string? whyNot, Instant at)
    {
        var until = d.Until is { } end ? $", until {LocalDatePattern.Iso.Format(end)}{(Legal.BrusselsDay.EndOf(end) <= at ? " (expired)" : "")}" : "";
        return $"{d.Subject.Id} {d.Judgement.Word()}, by {d.By} on {LocalDatePattern.Iso.Format(d.On)}{until}{(whyNot is null ? "" : $"; not attested: {whyNot}")} ({d.Place})";
    }

    private static string Because(FactLife life) => life.GoodBecause switch
    {
        "validUntil" => "as registered",
        "everyDays" => $"due every {life.Series.EveryDays} days",
        _ => "by the policy for its kind",
    };
}
