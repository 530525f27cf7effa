namespace Marque.Components.Conformance;

/// <summary>Gathers problems: the first ones whole, the others as a number.</summary>
internal sealed class Findings(int most = ConformanceCheck.MostProblems)
{
    private readonly List<ConformanceProblem> problems = [];

    /// <summary>The first problems.</summary>
    public IReadOnlyList<ConformanceProblem> Problems => problems;

    /// <summary>How many more there are.</summary>
    public long Further { get; private set; }

    /// <summary>Whether further problems are only counted, so that nothing need be said about them.</summary>
    public bool Full => problems.Count >= most;

    /// <summary>Problems that count against the file.</summary>
    public long Counting { get; private set; }

    public void Add(int line, string location, Demand demand, string rule, string message, string remedy = "")
    {
        if (demand != Demand.Note) Counting++;
        if (Full) Further++;
        else problems.Add(new ConformanceProblem(line, location, demand, rule, message, remedy));
    }

    /// <summary>Counts a problem whose words nobody will read.</summary>
    public void Count()
    {
        Counting++;
        Further++;
    }

    /// <summary>The result: conforming when it was read to its end and nothing counts against it.</summary>
    public ConformanceResult Result(Form form) => new(form.Format, form.Version, form.Serialization, Counting == 0, [.. problems.OrderBy(p => p.Line)], Further);
}

/// <summary>What a file says it is.</summary>
internal sealed record Form(string Format, string Version, string Serialization)
{
    /// <summary>It says nothing that is known.</summary>
    public static Form None { get; } = new("", "", "");
}
