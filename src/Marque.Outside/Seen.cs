using Marque.Assessments;
using Marque.Cases;

namespace Marque.Outside;

/// <summary>What was seen of one registered fact.</summary>
/// <param name="Series">Its series.</param>
/// <param name="Fact">The registered fact.</param>
/// <param name="Path">Where the artefact was looked for: relative to the case, with <c>/</c>; below the written path of a process case for its facts.</param>
/// <param name="Absence">Why there are no bytes; null with bytes.</param>
/// <param name="Observation">What the engine is told.</param>
public sealed record SeenFact(Series Series, RegisteredFact Fact, string Path, Absence? Absence, Observation Observation);

/// <summary>What was seen of every registered fact of a case, in the order of series and facts.</summary>
/// <param name="Facts">The facts.</param>
public sealed record Seen(IReadOnlyList<SeenFact> Facts)
{
    /// <summary>The same for the engine.</summary>
    public Observations Observations { get; } = Index(Facts);

    private static Observations Index(IReadOnlyList<SeenFact> facts)
    {
        var seen = new Dictionary<(string, Text.Digest), Observation>(facts.Count);
        foreach (var fact in facts) seen[(fact.Series.Id, fact.Fact.Digest)] = fact.Observation;
        return new Observations(seen);
    }
}

/// <summary>How far looking has come, in bytes; read by whoever shows it, from another thread.</summary>
public sealed class SeeingProgress
{
    private long done;
    private long total;

    /// <summary>Bytes read so far.</summary>
    public long Done => Interlocked.Read(ref done);

    /// <summary>Bytes there are to read, as known when looking began.</summary>
    public long Total => Interlocked.Read(ref total);

    internal void Expect(long bytes) => Interlocked.Add(ref total, bytes);

    internal void Read(int bytes) => Interlocked.Add(ref done, bytes);
}
