using System.CommandLine;
using Marque.Cases;
using Marque.Facts;
using Marque.Legal;
using Marque.Outside;
using Marque.Text;
using NodaTime;
using NodaTime.Text;

namespace Marque.Cli.Commands;

/// <summary>The options that say of a fact what its content cannot say.</summary>
internal sealed class FactOptions
{
    private readonly Option<string?> observedAt = new("--observed-at") { Description = "When it was observed: an instant, or a date (its start in Brussels). Default: what the content says.", HelpName = "T" };
    private readonly Option<string?> zone = new("--zone") { Description = "Time zone of a content that says a time without one, such as UTC or Europe/Brussels.", HelpName = "ZONE" };
    private readonly Option<string?> validUntil = new("--valid-until") { Description = "A date (its end in Brussels) or an instant after which it is stale. Default: by the policy for its kind.", HelpName = "T" };
    private readonly Option<string[]> release = new("--release") { Description = "Release it was observed on. May stand several times. Default: it holds for all.", HelpName = "V", DefaultValueFactory = _ => [] };
    private readonly Option<string?> from = new("--from-release") { Description = "It holds for this release and those that follow it.", HelpName = "V" };
    private readonly Option<string?> until = new("--until-release") { Description = "It holds up to this release.", HelpName = "V" };
    private readonly Option<string?> note = new("--note") { Description = "A note for people.", HelpName = "TEXT" };
    private readonly Option<bool> again = new("--again") { Description = "Register bytes that the series has already, as a further observation." };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { observedAt, zone, validUntil, release, from, until, note, again }) command.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetValue(observedAt) is { } at && Instants(at) is null) result.AddError($"--observed-at '{at}' is neither a date nor an instant; {AsOf.Remedy}");
            if (result.GetValue(validUntil) is { } end && Instants(end) is null) result.AddError($"--valid-until '{end}' is neither a date nor an instant; {AsOf.Remedy}");
            if (result.GetValue(zone) is { } name && DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) is null) result.AddError($"--zone '{name}' is no time zone; {(Nearest.To(name, DateTimeZoneProviders.Tzdb.Ids) is { } near ? $"did you mean '{near}'?" : "write it as UTC or Europe/Brussels")}");
            if (result.GetValue(release) is { Length: > 0 } && (result.GetValue(from) ?? result.GetValue(until)) is not null) result.AddError("--release excludes --from-release and --until-release");
        });
    }

    /// <summary>The registration of an artefact; null with problems.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="series">The series.</param>
    /// <param name="artefact">The artefact.</param>
    /// <param name="path">Where it lies or will lie in the case.</param>
    /// <param name="now">The instant of receipt.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public Registration? Of(ParseResult parsed, Series series, NewArtefact artefact, string path, Instant now, List<Problem> problems)
    {
        var place = new Place(artefact.Named);
        if (artefact.Check.Outcome == Outcome.Unreadable)
        {
            problems.Add(new Problem(place, "evidence.unreadable", $"the content cannot be read as {artefact.Check.Kind.Word()}: {artefact.Check.Findings[0].Text}", "name the artefact itself, or a series of its kind"));
            return null;
        }

        if (!parsed.GetValue(again) && series.Facts.FirstOrDefault(f => f.Sha256 == artefact.Sha256) is { } same)
        {
            problems.Add(new Problem(place, "evidence.known", $"the same bytes are registered in '{series.Id}' since {InstantPattern.ExtendedIso.Format(same.ReceivedAt)} ({same.Place})", "nothing is to be done; if they were observed once more, add --again"));
            return null;
        }

        if (Observed(parsed, artefact, problems) is not { } observed) return null;
        if (observed > now)
        {
            problems.Add(new Problem(place, "evidence.future", $"observed at {InstantPattern.ExtendedIso.Format(observed)}, which is later than now ({InstantPattern.ExtendedIso.Format(now)})", "correct --observed-at or --zone, or the clock"));
            return null;
        }

        var releases = parsed.GetValue(release) ?? [];
        return new Registration(series.Id, artefact.Sha256, path, observed, now, artefact.Check)
        {
            ValidUntil = YamlValue.Maybe(parsed.GetValue(validUntil)),
            Releases = releases.Length > 0 ? new ReleaseRange(null, null, releases) : new ReleaseRange(parsed.GetValue(from), parsed.GetValue(until), []),
            Note = parsed.GetValue(note),
        };
    }

    /// <summary>Whether the instant was given, and not taken from the content.</summary>
    public bool IsGiven(ParseResult parsed) => parsed.GetValue(observedAt) is not null;

    private Instant? Observed(ParseResult parsed, NewArtefact artefact, List<Problem> problems)
    {
        if (parsed.GetValue(observedAt) is { } given) return Instants(given);
        var place = new Place(artefact.Named);
        switch (artefact.Stated)
        {
            case { At: { } at }:
                return at;
            case { Local: { } local } when parsed.GetValue(zone) is { } name:
                var mapped = DateTimeZoneProviders.Tzdb[name].MapLocal(local);
                if (mapped.Count == 1) return mapped.Single().ToInstant();
                problems.Add(new Problem(place, "evidence.ambiguous-time", mapped.Count == 0 ? $"the content says {local:uuuu-MM-ddTHH:mm:ss}, which did not exist in {name}" : $"the content says {local:uuuu-MM-ddTHH:mm:ss}, which was twice in {name}", $"say which: --observed-at {InstantPattern.ExtendedIso.Format((mapped.Count == 0 ? local.InUtc() : mapped.First()).ToInstant())}"));
                return null;
            case { Local: { } local }:
                problems.Add(new Problem(place, "evidence.no-zone", $"the content says {local:uuuu-MM-ddTHH:mm:ss} without a time zone", $"add --zone UTC if that was its zone, or --observed-at {local:uuuu-MM-ddTHH:mm:ss}Z"));
                return null;
            default:
                problems.Add(new Problem(place, "evidence.no-time", $"this {artefact.Check.Kind.Word()} does not say when it was made, and the time of a file is not believed", "add --observed-at: when the test ran, the document was approved"));
                return null;
        }
    }

    private static Instant? Instants(string text)
    {
        if (LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day }) return AsOf.Parse(text) is null ? null : BrusselsDay.StartOf(day);
        return AsOf.Parse(text);
    }
}
