using Marque.Assessments;
using Marque.Cases;
using Marque.Cli.Terminal;
using Marque.Facts;
using Marque.Legal;
using NodaTime;
using NodaTime.Text;

namespace Marque.Cli.Printing;

/// <summary>Facts and series in words.</summary>
internal static class EvidenceWords
{
    public static Bit Mark(Screen screen, string state)
    {
        var (shape, ascii, tone) = state switch
        {
            "sound" => ('■', '+', Tone.Good),
            "replaced" or "not yet received" => ('–', '-', Tone.Dim),
            "vacuous" => ('□', 'o', Tone.Blank),
            "stale" or "overdue" => ('◐', '~', Tone.Fair),
            _ => ('✗', 'x', Tone.Bad),
        };
        return new Bit($"{(screen.Unicode ? shape : ascii)} {state}", tone);
    }

    public static string Age(Instant since, Instant at)
    {
        if (since > at) return "ahead";
        var days = (int)(at - since).TotalDays;
        return days switch { 0 => $"{(int)(at - since).TotalHours} h", < 730 => $"{days} d", _ => $"{days / 365} y" };
    }

    /// <summary>The day, in Brussels, in which the instant falls.</summary>
    public static string Day(Instant at) => LocalDatePattern.Iso.Format(BrusselsDay.DayOf(at));

    /// <summary>The last day, in Brussels, up to the instant: what is valid until the end of a day is so until that day.</summary>
    public static string LastDay(Instant until) => LocalDatePattern.Iso.Format(BrusselsDay.AsOf(until));

    /// <summary>A day as <c>2026-11-24</c>.</summary>
    public static string Text(LocalDate day) => LocalDatePattern.Iso.Format(day);

    public static string Text(Instant at) => InstantPattern.ExtendedIso.Format(at);

    /// <summary>The releases, where not all.</summary>
    public static string Releases(ReleaseRange range) => range switch
    {
        { From: null, Until: null, Only.Count: 0 } => "all",
        { Only.Count: > 0 } => string.Join(", ", range.Only),
        { Until: null } => $"from {range.From}",
        { From: null } => $"up to {range.Until}",
        _ => $"{range.From} to {range.Until}",
    };

    public static string Named(IReadOnlyList<string> releases) => string.Join(", ", releases.Select(r => r.Length == 0 ? "the product" : r));

    /// <summary>What the statements say something about.</summary>
    /// <param name="statements">The statements.</param>
    /// <param name="most">The most ids named; the others are counted.</param>
    public static string Requirements(IEnumerable<Statement> statements, int most = int.MaxValue)
    {
        var ids = statements.Select(s => s.Requirement.Id.ToString()).Distinct(StringComparer.Ordinal).ToList();
        return ids.Count > most ? $"{string.Join(", ", ids.Take(most))} and {ids.Count - most} more" : string.Join(", ", ids);
    }

    /// <summary>What is expected of each artefact; empty: what its kind always asks.</summary>
    public static IReadOnlyList<string> Expected(Expectation e)
    {
        var words = new List<string>();
        void List(string name, IReadOnlyList<string> values)
        {
            if (values.Count > 0) words.Add($"{name}: {string.Join(", ", values)}");
        }

        List("tests", e.Tests);
        if (e.MinTests is { } tests) words.Add($"at least {tests} tests");
        List("rules", e.Rules);
        if (e.Tool is { } tool) words.Add($"tool: {tool}");
        if (e.MaxLevel is { } level) words.Add($"no result above {level}");
        if (e.MinLineRate is { } rate) words.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"line rate of at least {rate}"));
        if (e.MinComponents is { } components) words.Add($"at least {components} components");
        if (e.Subject is { } subject) words.Add($"subject: {subject}");
        if (e.SubjectVersion is { } version) words.Add($"version: {version}");
        if (e.ThreatsTreated) words.Add("every threat treated");
        List("contains", e.Contains);
        List("excludes", e.Excludes);
        if (e.PredicateType is { } predicate) words.Add($"predicate: {predicate}");
        List("subjects", [.. e.SubjectDigests.Select(d => d.Short)]);
        if (e.SignerKeys.Count > 0) words.Add(e.SignerKeys.Count == 1 ? "signed by a named key" : $"signed by one of {e.SignerKeys.Count} keys");
        return words;
    }
}
