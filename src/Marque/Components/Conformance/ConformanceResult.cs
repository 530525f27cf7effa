namespace Marque.Components.Conformance;

/// <summary>Whether a bill of materials is what its format demands: a statement of its own, apart from whether Marque understands it.</summary>
/// <param name="Format"><c>CycloneDX</c>, <c>SPDX</c>, or empty when the file says no known format.</param>
/// <param name="Version">The version of the format's specification, such as <c>1.6</c>; empty when the file names none.</param>
/// <param name="Serialization"><c>JSON</c>, <c>XML</c>, <c>JSON-LD</c> or <c>tag-value</c>; empty when unknown.</param>
/// <param name="Conforms">Whether the file was checked to its end and no problem counts against it; notes do not count.</param>
/// <param name="Problems">The first problems in the order of the file, at most <see cref="ConformanceCheck.MostProblems"/>.</param>
/// <param name="Further">How many more there are.</param>
public sealed record ConformanceResult(string Format, string Version, string Serialization, bool Conforms, IReadOnlyList<ConformanceProblem> Problems, long Further);

/// <summary>What kind of demand a problem offends against.</summary>
public enum Demand
{
    /// <summary>JSON, XML or tag-value itself: the file cannot be read to its end, or reads differently in different programs.</summary>
    Syntax,

    /// <summary>The schema published with the specification, or the specification's own cardinalities and value ranges where there is none.</summary>
    Schema,

    /// <summary>A rule that the specification states in words, such as that references resolve.</summary>
    Rule,

    /// <summary>Worth knowing, but the specification allows it; does not count against the file.</summary>
    Note,
}

/// <summary>One problem of conformance.</summary>
/// <param name="Line">The line, from 1; 0: the file as a whole.</param>
/// <param name="Location">Where in the document: a JSON pointer (RFC 6901), a path of XML elements, or a tag; empty: the whole.</param>
/// <param name="Demand">What kind of demand.</param>
/// <param name="Rule">A stable name for scripts: a keyword of the schema such as <c>required</c>, or a rule such as <c>bom-ref-unique</c>.</param>
/// <param name="Message">What is wrong, one line.</param>
/// <param name="Remedy">What would be right, one line; empty when the message says it.</param>
public sealed record ConformanceProblem(int Line, string Location, Demand Demand, string Rule, string Message, string Remedy = "");
