using System.Globalization;
using Marque.Assessments;
using Marque.Documents.Blocks;
using Marque.Language;
using Marque.Legal;
using NodaTime;
using NodaTime.Text;

namespace Marque.Documents.Report;

/// <summary>Words and lines that several sections share.</summary>
internal static class Wording
{
    public static string Text(LocalDate date) => LocalDatePattern.Iso.Format(date);

    public static string Text(Instant instant) => InstantPattern.ExtendedIso.Format(instant);

    /// <summary>The instant of an assessment: a day that is meant as a whole is named as one.</summary>
    public static string AsOf(Texts t, Instant instant)
    {
        var day = BrusselsDay.AsOf(instant);
        return BrusselsDay.EndOf(day) == instant ? t.Of("word.end-of-day", ("date", Text(day))) : Text(instant);
    }

    /// <summary><c>yes</c>, <c>no</c>.</summary>
    public static string YesNo(this Texts t, bool isYes) => isYes ? t["word.yes"] : t["word.no"];

    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Capital(string sentence) => sentence.Length == 0 ? sentence : char.ToUpperInvariant(sentence[0]) + sentence[1..];

    /// <summary>Lines with separators between them.</summary>
    public static IReadOnlyList<Inline> Joined(IEnumerable<Inline> words, string separator = ", ")
    {
        var joined = new List<Inline>();
        foreach (var word in words)
        {
            if (joined.Count > 0) joined.Add(separator);
            joined.Add(word);
        }

        return joined;
    }

    /// <summary>Words on lines of their own within a cell.</summary>
    public static IReadOnlyList<Inline> Lines(IEnumerable<IReadOnlyList<Inline>> lines)
    {
        var all = new List<Inline>();
        foreach (var line in lines)
        {
            if (all.Count > 0) all.Add(new LineBreak());
            all.AddRange(line);
        }

        return all;
    }

    /// <summary>Parts as words; all: empty.</summary>
    public static string Parts(Texts t, IReadOnlyList<string> parts) => parts.Count == 0 ? t["word.all"] : string.Join(", ", parts);

    public static Facets Facets(Derivation why, string? tag = null) => new(why.Verdict.Word(), tag, PartsOf(why));

    public static Facets Facets(Derivation why, Tag tag) => Facets(why, tag.Word());

    // The parts it applies to; none named when it is judged for all alike.
    private static List<string> PartsOf(Derivation why)
    {
        if (why.Part is { } own) return [own];
        var parts = why.From.Where(d => d.Part is not null).ToList();
        return [.. parts.Where(d => d.Verdict != Verdict.NotApplicable).Select(d => d.Part!).Distinct(StringComparer.Ordinal)];
    }
}
