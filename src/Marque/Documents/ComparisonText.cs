using Marque.Assessments;
using Marque.Comparisons;
using Marque.Text;

namespace Marque.Documents;

/// <summary>The words of a comparison, the same in every format.</summary>
public static class ComparisonText
{
    // A changed text may be a page long; what it begins with tells which one it is.
    private const int MostOfValue = 120;

    /// <summary>What became of a record: <c>statement CR 1.1 (gateway) changed</c>.</summary>
    public static string Of(InputChange change) => $"{KindOf(change)} {change.Change.Word()}";

    /// <summary>The record by kind and name.</summary>
    public static string KindOf(InputChange change)
    {
        var kind = change.Kind.Replace('-', ' ');
        var name = change.Id == change.Kind || change.Id == kind ? kind : $"{kind} {change.Id}";
        return change.Process is null ? name : $"{name}, of {change.Process}";
    }

    /// <summary>The fields that differ, each with both values.</summary>
    public static IEnumerable<string> FieldsOf(InputChange change) => change.Fields.Select(f => $"{f.Name}: {Value(f.Before)} -> {Value(f.After)}");

    /// <summary>What made an entry turn, in words.</summary>
    public static string Of(Reason reason, Comparison c) => reason.Kind switch
    {
        ReasonKind.Input => Of(c.Changes[reason.Input]),
        ReasonKind.Time => "time passed",
        ReasonKind.Release => "another release",
        ReasonKind.LegalSet => "another legal set",
        ReasonKind.Follows => $"follows {reason.Id}",
        _ => "the differences together; none of them alone can be told",
    };

    /// <summary>The word of a reason in data.</summary>
    public static string Word(this ReasonKind kind) => kind switch
    {
        ReasonKind.Input => "input",
        ReasonKind.Time => "time",
        ReasonKind.Release => "release",
        ReasonKind.LegalSet => "legal-set",
        ReasonKind.Follows => "follows",
        _ => "together",
    };

    /// <summary><c>added</c>, <c>removed</c>, <c>changed</c>, <c>counts now</c>, <c>counts no longer</c>.</summary>
    public static string Word(this Change change) => change switch
    {
        Change.Added => "added",
        Change.Removed => "removed",
        Change.CountsNow => "counts now",
        Change.CountsNoLonger => "counts no longer",
        _ => "changed",
    };

    /// <summary><c>worse</c>, <c>better</c>, <c>other</c>.</summary>
    public static string Word(this Direction direction) => direction switch
    {
        Direction.Worse => "worse",
        Direction.Better => "better",
        _ => "other",
    };

    /// <summary>A verdict's word; <c>absent</c> where there is none.</summary>
    public static string Words(Verdict? verdict) => verdict?.Words() ?? "absent";

    /// <summary>An entry that turned, by name and part.</summary>
    public static string NameOf(Turn turn) => turn.Parts.Count == 0 ? turn.What : $"{turn.What} ({string.Join(", ", turn.Parts)})";

    /// <summary>The sentences of grounds that say something of their own.</summary>
    public static IReadOnlyList<string> Sentences(IReadOnlyList<Ground> grounds)
    {
        List<string> telling = [.. grounds.Where(g => g.Rule is not ("weakest" or "weakest-part" or "best-route" or "best-instrument")).Select(GroundText.Of).Distinct(StringComparer.Ordinal)];
        return telling.Count > 0 ? telling : [.. grounds.Select(GroundText.Of).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>What was compared, in a line: name, commit, release, instant.</summary>
    public static string Of(Side side)
    {
        var commit = side.Commit is { } id ? $"{side.Name}, commit {id[..12]}" : side.Name;
        return side.Assessment.Release is { } release ? $"{commit}; release {release}" : commit;
    }

    /// <summary>How many verdicts moved which way: <c>2 worse, 1 better</c>.</summary>
    public static string Count(IReadOnlyCollection<MovedVerdict> moved)
    {
        if (moved.Count == 0) return "none moved";
        var ways = new[] { Direction.Worse, Direction.Better, Direction.Other }.Select(d => (Way: d, Count: moved.Count(m => m.Direction == d))).Where(w => w.Count > 0);
        return string.Join(", ", ways.Select(w => w.Way == Direction.Other ? $"{w.Count} otherwise" : $"{w.Count} {w.Way.Word()}"));
    }

    internal static string Value(string? value) => value is null ? "absent" : Cut(value);

    internal static string Cut(string text) => text.Length <= MostOfValue ? text : $"{text[..(char.IsHighSurrogate(text[MostOfValue - 1]) ? MostOfValue - 1 : MostOfValue)]}...";
}
