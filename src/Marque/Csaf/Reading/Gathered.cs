namespace Marque.Csaf.Reading;

/// <summary>Gathers what fails: of each test the first places whole, the others as a number.</summary>
internal sealed class Gathered
{
    private const int LongestMessage = 400;

    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);

    /// <summary>The findings, without lines.</summary>
    public List<CsafFinding> Findings { get; } = [];

    /// <summary>How many more there are.</summary>
    public long Further { get; private set; }

    /// <summary>Adds one at a place.</summary>
    public void Add(string test, Node at, string message, string remedy = "")
    {
        var count = counts.GetValueOrDefault(test);
        counts[test] = count + 1;
        if (count >= CsafCheck.MostFindings) Further++;
        else Findings.Add(new CsafFinding(CsafTests.Of(test), at.Pointer, 0, Short(message), Short(remedy)));
    }

    // A document may hold texts of any length.
    private static string Short(string text) => text.Length <= LongestMessage ? text : string.Concat(text.AsSpan(0, LongestMessage), "...");
}
