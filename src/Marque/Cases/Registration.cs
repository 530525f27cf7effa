using Marque.Facts;
using Marque.Legal;
using Marque.Text;
using NodaTime;
using NodaTime.Text;

namespace Marque.Cases;

/// <summary>A fact as it is to be registered, in a file of its own.</summary>
/// <param name="Series">The series it belongs to.</param>
/// <param name="Sha256">Of the artefact's bytes.</param>
/// <param name="Path">Path of the artefact, relative to the case with <c>/</c>.</param>
/// <param name="ObservedAt">When it was observed.</param>
/// <param name="ReceivedAt">When the case received it.</param>
/// <param name="Found">What the content check found; registered whatever it says.</param>
public sealed record Registration(string Series, Digest Sha256, string Path, Instant ObservedAt, Instant ReceivedAt, Check Found)
{
    private const int DigestDigits = 12;

    private static readonly InstantPattern InName = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    /// <summary>The instant or day after which it is stale, as given; null: by the policy for its kind.</summary>
    public YamlNode? ValidUntil { get; init; }

    /// <summary>The releases it was observed on.</summary>
    public ReleaseRange Releases { get; init; } = ReleaseRange.All;

    /// <summary>A note for people.</summary>
    public string? Note { get; init; }

    /// <summary>The path of its file: named by day and digest, so that two people who register different facts write different files.</summary>
    /// <param name="isTaken">Whether a file of that path is there: the same bytes, registered again, get the instant of their receipt into the name.</param>
    public string FileIn(Func<string, bool> isTaken)
    {
        var name = $"evidence/{FileNames.Slug(Series)}/{LocalDatePattern.Iso.Format(BrusselsDay.DayOf(ObservedAt))}-{Sha256.ToString()[..DigestDigits]}";
        return isTaken($"{name}.yaml") ? $"{name}-{InName.Format(ReceivedAt)}.yaml" : $"{name}.yaml";
    }

    /// <summary>The record.</summary>
    public YamlMap ToYaml() => YamlValue.Map(
        (EvidenceFile.FactOfKey, YamlValue.Text(Series)),
        ("release", Releases is { From: null, Until: null, Only: [var one] } ? YamlValue.Text(one) : null),
        ("releases", Releases is { From: null, Until: null, Only.Count: <= 1 } ? null : YamlValue.Map(("from", YamlValue.Maybe(Releases.From)), ("until", YamlValue.Maybe(Releases.Until)), ("only", YamlValue.Texts(Releases.Only)))),
        ("path", YamlValue.Text(Path)),
        ("sha256", YamlValue.Text(Sha256.ToString())),
        ("observedAt", YamlValue.Instant(ObservedAt)),
        ("receivedAt", YamlValue.Instant(ReceivedAt)),
        ("validUntil", ValidUntil),
        ("found", YamlValue.Map([("outcome", YamlValue.Text(Found.Outcome.Word())), .. Found.Counts.Select(c => (c.Name, (YamlNode?)YamlValue.Whole(c.Value))), ("because", Because())])),
        ("note", YamlValue.Maybe(Note)));

    private YamlScalar? Because() => Found.Outcome == Outcome.Supports || Found.Findings.Count == 0 ? null : YamlValue.Text(Found.Findings[0].Text);
}
