using Marque.Cases;
using Marque.Cli.Terminal;
using Marque.Documents;
using Marque.Facts;
using Marque.Outside;
using NodaTime.Text;

namespace Marque.Cli.Printing;

/// <summary>The result of a re-check, for people and as <c>marque/evidence-check/v1</c>.</summary>
internal static class EvidenceCheck
{
    public static void Print(Screen screen, Case c, Seen seen, IReadOnlyList<FactState> states)
    {
        screen.Line(new Bit(c.Name, Tone.Head));
        if (states.Count == 0)
        {
            screen.Line("no fact is registered");
            return;
        }

        var table = new Table(new Column("Series"), new Column("State"), new Column("Kind"), new Column("Artefact", Wraps: true), new Column("Found", Wraps: true));
        for (var i = 0; i < states.Count; i++)
        {
            var fact = seen.Facts[i];
            table.Row(fact.Series.Id, Mark(screen, states[i]), (fact.Observation.Check?.Kind ?? fact.Series.Kind)?.Word() ?? "", fact.Path, FactStates.Because(fact, states[i]));
        }

        table.Print(screen);
        screen.Line();
        screen.Line(string.Join("   ", Totals(states).Select(t => $"{t.Count} {t.State.Word()}")));
    }

    public static byte[] Json(Case c, Seen seen, IReadOnlyList<FactState> states) => JsonOutput.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", "marque/evidence-check/v1");
        json.WriteStartObject("case");
        json.WriteString("id", c.Id);
        json.WriteString("name", c.Name);
        json.WriteString("sha256", c.Digest.ToString());
        json.WriteEndObject();
        json.WriteStartArray("facts");
        for (var i = 0; i < states.Count; i++)
        {
            var (fact, observation) = (seen.Facts[i], seen.Facts[i].Observation);
            json.WriteStartObject();
            json.WriteString("series", fact.Series.Id);
            json.WriteString("path", fact.Path);
            json.WriteString("kind", (observation.Check?.Kind ?? fact.Series.Kind)?.Word());
            json.WriteString("state", states[i].Word());
            json.WriteString("because", FactStates.Because(fact, states[i]));
            json.WriteStartObject("registered");
            json.WriteString("sha256", fact.Fact.Sha256.ToString());
            json.WriteString("observedAt", InstantPattern.ExtendedIso.Format(fact.Fact.ObservedAt));
            json.WriteString("outcome", Word(fact.Fact.Found));
            json.WriteString("place", fact.Fact.Place.ToString());
            json.WriteEndObject();
            json.WriteStartObject("found");
            json.WriteString("sha256", observation.Sha256?.ToString());
            json.WriteString("outcome", Word(observation.Check?.Outcome));
            json.WriteStartObject("counts");
            foreach (var (name, value) in observation.Check?.Counts ?? []) json.WriteNumber(name, value);
            json.WriteEndObject();
            json.WriteStartArray("findings");
            foreach (var finding in observation.Check?.Findings ?? [])
            {
                json.WriteStartObject();
                json.WriteString("code", finding.Code);
                json.WriteString("text", finding.Text);
                if (finding.Line > 0) json.WriteNumber("line", finding.Line);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("counts");
        foreach (var (state, count) in Totals(states, zeros: true)) json.WriteNumber(state.Word(), count);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static IEnumerable<(FactState State, int Count)> Totals(IReadOnlyList<FactState> states, bool zeros = false) =>
        Enum.GetValues<FactState>().Select(s => (s, states.Count(x => x == s))).Where(t => zeros || t.Item2 > 0);

    private static string? Word(Outcome? outcome) => outcome switch
    {
        Outcome.Supports => "supports",
        Outcome.Vacuous => "vacuous",
        Outcome.Unreadable => "unreadable",
        Outcome.Contradicts => "contradicts",
        _ => null,
    };

    private static Bit Mark(Screen screen, FactState state)
    {
        var (shape, ascii, tone) = state switch
        {
            FactState.Intact => ('■', '+', Tone.Good),
            FactState.Replaced => ('–', '-', Tone.Dim),
            FactState.Vacuous => ('□', 'o', Tone.Blank),
            _ => ('✗', 'x', Tone.Bad),
        };
        return new Bit($"{(screen.Unicode ? shape : ascii)} {state.Word()}", tone);
    }
}
