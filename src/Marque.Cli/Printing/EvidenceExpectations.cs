using Marque.Assessments;
using Marque.Cases;
using Marque.Cli.Terminal;
using Marque.Documents;
using Marque.Facts;
using NodaTime;

namespace Marque.Cli.Printing;

/// <summary>What a build must deliver, for people and as <c>marque/evidence-expect/v1</c>.</summary>
internal static class EvidenceExpectations
{
    private const int Most = 8;

    public static void Print(Screen screen, Case c, string? release, IReadOnlyList<Delivery> deliveries, Instant at)
    {
        screen.Line(new Bit(release is null ? c.Name : $"{c.Name} {release}", Tone.Head), $"  as of {AsOf.Words(at)}");
        if (deliveries.Count == 0)
        {
            screen.Line("no statement in force names a series that a build delivers");
            return;
        }

        foreach (var d in deliveries.Where(d => !d.IsDelivered))
        {
            screen.Line();
            screen.Line(EvidenceWords.Mark(screen, State(d)), "  ", new Bit(d.Series.Id, Tone.Head), d.Kind is { } kind ? $"  {kind.Word()}" : "");
            screen.Paragraph("  because   ", Because(d));
            if (EvidenceWords.Expected(d.Series.Expectation) is { Count: > 0 } expected) screen.Paragraph("  expected  ", string.Join("; ", expected));
            screen.Paragraph("  for       ", EvidenceWords.Requirements(d.Statements, Most));
            screen.Paragraph("  declared  ", d.Series.Place.ToString());
        }

        if (deliveries.Any(d => d.IsDelivered)) screen.Line();
        var table = new Table(new Column("There"), new Column("Kind"), new Column("Observed"), new Column("SHA-256"), new Column("Expected", Wraps: true));
        foreach (var d in deliveries.Where(d => d.IsDelivered))
        {
            table.Row(new Bit(d.Series.Id, Tone.Good), d.Kind?.Word() ?? "", d.Current is { } fact ? EvidenceWords.Day(fact.ObservedAt) : "", d.Current?.Sha256.ToString()[..8] ?? "", string.Join("; ", EvidenceWords.Expected(d.Series.Expectation)));
        }

        table.Print(screen);
        screen.Line();
        var missing = deliveries.Count(d => !d.IsDelivered);
        screen.Line(missing == 0 ? deliveries.Count == 1 ? "it is there" : $"all {deliveries.Count} are there" : $"{deliveries.Count - missing} of {deliveries.Count} are there; {missing} to be delivered, with: marque evidence add FILE --series ID{(release is null ? "" : $" --release {release}")}");
    }

    public static byte[] Json(Case c, string? release, IReadOnlyList<Delivery> deliveries, Instant at) => JsonOutput.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", "marque/evidence-expect/v1");
        EvidenceListJson.Case(json, c);
        json.WriteString("release", release);
        json.WriteString("asOf", EvidenceWords.Text(at));
        json.WriteStartArray("series");
        foreach (var d in deliveries)
        {
            json.WriteStartObject();
            json.WriteString("id", d.Series.Id);
            json.WriteString("kind", d.Kind?.Word());
            json.WriteBoolean("ofBuild", d.IsOfBuild);
            json.WriteBoolean("delivered", d.IsDelivered);
            json.WriteString("state", State(d));
            json.WriteString("because", Because(d));
            json.Texts("expected", EvidenceWords.Expected(d.Series.Expectation));
            json.WriteString("sha256", d.Current?.Sha256.ToString());
            json.WriteString("observedAt", d.Current is { } fact ? EvidenceWords.Text(fact.ObservedAt) : null);
            json.Texts("requirements", d.Statements.Select(s => s.Requirement.Id.ToString()).Distinct(StringComparer.Ordinal));
            json.WriteString("place", d.Series.Place.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("counts");
        json.WriteNumber("expected", deliveries.Count);
        json.WriteNumber("delivered", deliveries.Count(d => d.IsDelivered));
        json.WriteEndObject();
        json.WriteEndObject();
    });

    // A contradiction outlives the result that made it: it is said even where the newest result is of another ill.
    private static string State(Delivery d) => d.Contradictions.Count > 0 ? "contradicting" : d.Why?.Rule switch
    {
        null => "sound",
        "no-facts" or "other-release" or "missing" => "missing",
        "stale-by-policy" => "stale",
        "not-yet-received" => "not yet received",
        "other-kind" => "other kind",
        var rule => rule,
    };

    private static string Because(Delivery d)
    {
        if (d.Why is { } why) return GroundText.Of(why).Replace($"{d.Series.Id}: ", "", StringComparison.Ordinal);
        if (d.Contradictions.Count > 0) return $"a result of {EvidenceWords.Day(d.Contradictions[0].ObservedAt)} says no, and no later sound one has lifted it ({d.Contradictions[0].Place})";
        return d.Current is { } fact ? $"observed {EvidenceWords.Day(fact.ObservedAt)}, {fact.Sha256.ToString()[..8]}" : "";
    }
}
