namespace Marque.Triage.Vex;

/// <summary>Collects what a dialect cannot say.</summary>
internal sealed class Losses
{
    private readonly SortedDictionary<string, int> counts = new(StringComparer.Ordinal);

    /// <summary>What was collected, in order of its words.</summary>
    public IReadOnlyList<VexLoss> All => [.. counts.Select(c => new VexLoss(c.Key, c.Value))];

    /// <summary>Adds one.</summary>
    public void Add(string what, int statements = 1) => counts[what] = counts.GetValueOrDefault(what) + statements;
}
