using Marque.Text;

namespace Marque.Components.Checks;

/// <summary>What a check of an SBOM found. What the file does not say is unknown, and unknown never passes.</summary>
public enum QualityResult
{
    /// <summary>It is there.</summary>
    Met,

    /// <summary>It is missing, for some component or for all.</summary>
    NotMet,

    /// <summary>The file does not tell, or sources of the rule disagree on what it asks.</summary>
    Unknown,
}

/// <summary>Who can mend what a check misses.</summary>
public enum QualityOwner
{
    /// <summary>The tool that wrote the file: format, time, hashes, references.</summary>
    Tool,

    /// <summary>The manufacturer: what only people know, such as creators, licences decided, completeness.</summary>
    Manufacturer,
}

/// <summary>How strongly a source asks.</summary>
public enum QualityLevel
{
    /// <summary>In every SBOM.</summary>
    Required,

    /// <summary>Where it exists, which the file alone does not tell.</summary>
    Additional,

    /// <summary>Where somebody wants it.</summary>
    Optional,
}

/// <summary>A rule of one source.</summary>
/// <param name="Id">Stable id: <c>cra.top-level</c>, <c>bsi.hash</c>.</param>
/// <param name="Test">The predicate that decides it.</param>
/// <param name="Parameter">What the predicate is asked for, such as <c>SHA-512</c>; null: nothing.</param>
/// <param name="Title">What is asked, in our words.</param>
/// <param name="Source">Article, clause or section.</param>
/// <param name="Rules">The rules of the law it applies, such as <c>B-1</c>; empty in practice.</param>
/// <param name="Level">How strongly it is asked.</param>
/// <param name="Owner">Who can mend it.</param>
/// <param name="Remedy">What would be right.</param>
public sealed record QualityRule(string Id, string Test, string? Parameter, string Title, string Source, IReadOnlyList<string> Rules, QualityLevel Level, QualityOwner Owner, string Remedy);

/// <summary>The rules of one source, as dated data (<c>checks/sbom/</c>).</summary>
/// <param name="Id"><c>cra</c>, <c>bsi</c>, <c>ntia</c>, <c>cisa</c>.</param>
/// <param name="Tag">On what they rest: <c>LAW</c> or <c>PRACTICE</c>.</param>
/// <param name="Title">The source.</param>
/// <param name="Version">Its version or edition.</param>
/// <param name="Date">The day of that edition, as <c>2025-08-20</c>.</param>
/// <param name="AsOf">The newest evidence the data rests on.</param>
/// <param name="Url">Where it is published.</param>
/// <param name="ReadFrom">What was read of it, and what was not.</param>
/// <param name="Rules">The rules, in the order of the source.</param>
public sealed record QualityRuleSet(string Id, string Tag, string Title, string Version, string Date, string AsOf, string Url, string ReadFrom, IReadOnlyList<QualityRule> Rules);

/// <summary>A component that misses something, and where it stands.</summary>
/// <param name="Name">Its package URL, else its name and version, else its reference.</param>
/// <param name="Place">Where it stands in the file.</param>
/// <param name="Because">What is wrong with what it has; empty: it has nothing.</param>
public sealed record QualityExample(string Name, Place Place, string Because = "");

/// <summary>The outcome of one rule on one file.</summary>
/// <param name="Set">The rules it belongs to.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Result">What was found.</param>
/// <param name="Because">Why, in one sentence with counts.</param>
public sealed record QualityCheck(QualityRuleSet Set, QualityRule Rule, QualityResult Result, string Because)
{
    /// <summary>How many components were looked at; 0: the check is about the file.</summary>
    public int Of { get; init; }

    /// <summary>How many of them do not pass.</summary>
    public int Failing { get; init; }

    /// <summary>The first of those, in the order of the file.</summary>
    public IReadOnlyList<QualityExample> Examples { get; init; } = [];

    /// <summary>Whether it falls short where the source requires it: not met, or not known.</summary>
    public bool FallsShort => Result != QualityResult.Met && Rule.Level == QualityLevel.Required;
}

/// <summary>The words of the enumerations, as data and outputs have them.</summary>
public static class QualityWords
{
    /// <summary><c>met</c>, <c>not-met</c>, <c>unknown</c>.</summary>
    public static string Word(this QualityResult result) => result switch { QualityResult.Met => "met", QualityResult.NotMet => "not-met", _ => "unknown" };

    /// <summary><c>tool</c>, <c>manufacturer</c>.</summary>
    public static string Word(this QualityOwner owner) => owner == QualityOwner.Tool ? "tool" : "manufacturer";

    /// <summary><c>required</c>, <c>additional</c>, <c>optional</c>.</summary>
    public static string Word(this QualityLevel level) => level switch { QualityLevel.Required => "required", QualityLevel.Additional => "additional", _ => "optional" };
}
