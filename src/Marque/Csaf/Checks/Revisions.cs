using System.Globalization;
using System.Numerics;
using Marque.Csaf.Reading;
using Marque.Versions;
using NodaTime;
using NodaTime.Text;

namespace Marque.Csaf.Checks;

/// <summary>The document's versions and dates (6.1.14, 6.1.16 to 6.1.22, 6.1.30, 6.2.4 to 6.2.6).</summary>
internal static class Revisions
{
    public static void Run(CsafDocument document, Gathered found)
    {
        var tracking = document.Tracking;
        var status = tracking["status"].Text;
        var released = status is "final" or "interim";
        List<Revision> revisions = [.. tracking["revision_history"].Items.Select(i => new Revision(i))];
        var version = tracking["version"];
        if (version.Text is { } text)
        {
            if ((IsZero(text) || HasPreRelease(text)) && status is not null and not "draft") found.Add("6.1.17", tracking["status"], $"the document version is {text} and the status {status}", "draft, or a version from 1 on without pre-release part");
            if (released && HasPreRelease(text)) found.Add("6.1.20", version, $"the document version {text} has a pre-release part and the status is {status}", "leave the pre-release part out, or make it a draft");
        }

        foreach (var revision in revisions)
        {
            if (revision.Number is not { } number) continue;
            if (released && IsZero(number)) found.Add("6.1.18", revision.At, $"the revision history holds {number} and the status is {status}", "leave out what was before the first release");
            if (HasPreRelease(number)) found.Add("6.1.19", revision.At, $"the revision {number} has a pre-release part", "leave pre-releases out of the revision history");
            if (number.Contains('+', StringComparison.Ordinal)) found.Add("6.2.4", revision.At, $"the revision {number} has build metadata", "leave it out of the revision history");
        }

        Twice(revisions, found);
        Mixed(revisions, version, found);
        // By date; what has the same date is in the order of its numbers, since either order is sorted.
        List<Revision> sorted = [.. revisions.Where(r => r.Number is not null && r.Date is not null)];
        sorted.Sort((a, b) => a.Date!.Value.CompareTo(b.Date!.Value) is var order and not 0 ? order : Order(a.Number!, b.Number!));
        if (sorted.Count == 0) return;
        Sequence(tracking["revision_history"], sorted, found);
        if (version.Text is { } latest && Order(Compared(latest, status), Compared(sorted[^1].Number!, status)) != 0) found.Add("6.1.16", version, $"the document version is {latest} and the last revision by date {sorted[^1].Number}", "both the same");
        Dates(tracking, sorted, found);
    }

    private static void Twice(List<Revision> revisions, Gathered found)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var revision in revisions)
        {
            if (revision.Number is { } number && !seen.Add(number)) found.Add("6.1.22", revision.At, $"the revision {number} stands twice in the history", "one item for each version");
        }
    }

    private static void Mixed(List<Revision> revisions, Node version, Gathered found)
    {
        List<(string Number, Node At)> numbers = [.. revisions.Where(r => r.Number is not null).Select(r => (r.Number!, r.At))];
        if (version.Text is { } text) numbers.Add((text, version));
        foreach (var (number, at) in numbers.Skip(1))
        {
            if (IsInteger(number) != IsInteger(numbers[0].Number)) found.Add("6.1.30", at, $"{number} is {(IsInteger(number) ? "an integer" : "a semantic version")} where {numbers[0].Number} is {(IsInteger(number) ? "a semantic version" : "an integer")}", "one kind of version throughout");
        }
    }

    private static void Sequence(Node history, List<Revision> sorted, Gathered found)
    {
        if (Major(sorted[0].Number!) is { } first && first is not ("0" or "1")) found.Add("6.1.21", sorted[0].At, $"the history begins with {sorted[0].Number}", "begin with version 0 or 1");
        foreach (var (before, next) in sorted.Zip(sorted.Skip(1)))
        {
            if (Order(before.Number!, next.Number!) > 0) found.Add("6.1.14", history, $"by date, the revision {before.Number} comes before {next.Number}", "later dates for later versions");
            if (Major(before.Number!) is { } from && Major(next.Number!) is { } to && Order(Next(from), to) < 0) found.Add("6.1.21", history, $"the history goes from {before.Number} to {next.Number}", "an item for each version between");
        }
    }

    private static void Dates(Node tracking, List<Revision> sorted, Gathered found)
    {
        if (Moment(tracking["initial_release_date"].Text) is { } initial && initial < sorted[0].Date) found.Add("6.2.5", tracking["initial_release_date"], "the initial release date is before the oldest revision");
        if (Moment(tracking["current_release_date"].Text) is { } current && current < sorted[^1].Date) found.Add("6.2.6", tracking["current_release_date"], "the current release date is before the newest revision");
    }

    /// <summary>An instant of RFC 3339; null when it is none.</summary>
    internal static Instant? Moment(string? text) =>
        text is not null && OffsetDateTimePattern.Rfc3339.Parse(text.Replace(' ', 'T').ToUpperInvariant()) is { Success: true } read ? read.Value.ToInstant() : null;

    private static bool IsInteger(string number) => number.All(char.IsAsciiDigit);

    private static bool IsZero(string number) => number == "0" || number.StartsWith("0.", StringComparison.Ordinal);

    private static bool HasPreRelease(string number) => Plain(number).Contains('-', StringComparison.Ordinal);

    // Without build metadata.
    private static string Plain(string number) => number.Split('+')[0];

    private static string Compared(string number, string? status) => status == "draft" ? Plain(number).Split('-')[0] : Plain(number);

    private static string? Major(string number) => number.Split('.', '-', '+')[0] is { Length: > 0 and <= VersionOrder.MaxLength } major && IsInteger(major) ? major : null;

    private static string Next(string major) => (BigInteger.Parse(major, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);

    private static int Order(string a, string b) => VersionOrder.TryCompare(VersionScheme.SemVer, a, b, out var order) ? order : string.CompareOrdinal(a, b);

    private sealed record Revision(Node Item)
    {
        public Node At { get; } = Item["number"];

        public string? Number { get; } = Item["number"].Text;

        public Instant? Date { get; } = Moment(Item["date"].Text);
    }
}
