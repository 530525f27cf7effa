namespace Marque.Csaf;

/// <summary>A test that failed, at one place.</summary>
/// <param name="Test">The test.</param>
/// <param name="Location">Where in the document: a JSON pointer (RFC 6901); empty: the whole.</param>
/// <param name="Line">The line, from 1; 0: unknown.</param>
/// <param name="Message">What is wrong, one line.</param>
/// <param name="Remedy">What would be right, one line; empty when the message says it.</param>
public sealed record CsafFinding(CsafTest Test, string Location, int Line, string Message, string Remedy = "");

/// <summary>A test that was not run, and why.</summary>
/// <param name="Test">The test.</param>
/// <param name="Reason">Why, one line.</param>
public sealed record CsafNotRun(CsafTest Test, string Reason);

/// <summary>What checking a CSAF document came to.</summary>
/// <param name="Findings">The tests that failed: schema first, then by section and place; at most <see cref="CsafCheck.MostFindings"/> of each test.</param>
/// <param name="Further">How many more there are.</param>
/// <param name="NotRun">The tests that were not run.</param>
public sealed record CsafReport(IReadOnlyList<CsafFinding> Findings, long Further, IReadOnlyList<CsafNotRun> NotRun)
{
    /// <summary>The name that the document's file should have by its id (section 5.1); null when it states none.</summary>
    public string? FileName { get; init; }

    /// <summary>Whether the document is valid: the schema and every mandatory test hold (section 9.1.14, CSAF basic validator).</summary>
    public bool Valid => !Findings.Any(f => f.Test.Kind is CsafTestKind.Schema or CsafTestKind.Mandatory);
}
