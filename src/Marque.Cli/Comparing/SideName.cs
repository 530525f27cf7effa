using Marque.Outside.Git;
using Marque.Text;
using NodaTime;

namespace Marque.Cli.Comparing;

/// <summary>One side of a comparison as a person names it: a revision, a release, an instant, or several of them with commas between.</summary>
/// <param name="Text">As written.</param>
/// <param name="Revision">The git revision; null: the case as it stands.</param>
/// <param name="Release">The release; null: the newest supported one that was there.</param>
/// <param name="At">The instant; null: that of <c>--as-of</c>.</param>
internal sealed record SideName(string Text, string? Revision, string? Release, Instant? At)
{
    private static readonly string[] Keys = ["rev", "release", "at"];

    /// <summary>Reads a name. What could be several things is a problem that says how to write each.</summary>
    /// <param name="option">The option, for problems.</param>
    /// <param name="text">Such as <c>2.4.1</c>, <c>2026-11-24</c>, <c>main</c>, <c>rev=main,release=2.4.1,at=2026-11-24</c>, <c>now</c>.</param>
    /// <param name="folder">The case's folder.</param>
    /// <param name="releases">The releases of the case as it stands.</param>
    /// <param name="now">The instant of the run.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static SideName? Parse(string option, string text, string folder, IReadOnlyList<string> releases, Instant now, List<Problem> problems)
    {
        string? revision = null, release = null;
        Instant? at = null;
        var before = problems.Count;
        foreach (var part in text.Split(','))
        {
            var (key, value) = Split(part.Trim());
            if (key is null) (key, value) = Bare(option, value, folder, releases, hasRevision: revision is not null, problems);
            switch (key)
            {
                case "rev" when revision is null && value.Length > 0: revision = value; break;
                case "release" when release is null && value.Length > 0: release = value; break;
                case "at" when at is null:
                    at = value == "now" ? now : AsOf.Parse(value);
                    if (at is null) Add($"'{value}' is neither a date nor an instant", AsOf.Remedy);
                    break;
                case null: break;
                default: Add(value.Length == 0 ? $"'{key}=' names nothing" : $"'{text}' names two {(key == "rev" ? "revisions" : key == "at" ? "instants" : "releases")}", "name each of rev=, release= and at= once at most"); break;
            }
        }

        return problems.Count > before ? null : new SideName(text, revision, release, at);

        void Add(string message, string remedy) => problems.Add(new Problem(new Place(option), "diff.side", message, remedy));
    }

    private static (string? Key, string Value) Split(string part)
    {
        var equals = part.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 && Keys.Contains(part[..equals], StringComparer.Ordinal) ? (part[..equals], part[(equals + 1)..]) : (null, part);
    }

    private static (string? Key, string Value) Bare(string option, string value, string folder, IReadOnlyList<string> releases, bool hasRevision, List<Problem> problems)
    {
        var readings = new List<string>();
        if (value == "now" || AsOf.Parse(value) is not null) readings.Add("at");
        if (releases.Contains(value, StringComparer.Ordinal)) readings.Add("release");
        if (CaseRevision.Exists(folder, value)) readings.Add("rev");
        if (readings.Count == 1) return (readings[0], value);
        // A release that only the revision named before it knows.
        if (readings.Count == 0 && hasRevision) return ("release", value);
        var near = Nearest.To(value, releases);
        problems.Add(readings.Count == 0
            ? new Problem(new Place(option), "diff.side", value.Length == 0 ? "an empty name" : $"'{value}' is no release of the case, no date or instant, and no git revision", near is not null ? $"did you mean '{near}'?" : "name a release, a date such as 2026-11-24, a revision such as main, or several: rev=main,release=2.4.1,at=2026-11-24")
            : new Problem(new Place(option), "diff.side", $"'{value}' could be {string.Join(" and ", readings.Select(Word))}", $"write {string.Join(" or ", readings.Select(r => $"{r}={value}"))}"));
        return (null, value);
    }

    private static string Word(string key) => key switch
    {
        "at" => "an instant",
        "rev" => "a git revision",
        _ => "a release",
    };
}
