using Marque.Advisories;

namespace Marque.Store;

/// <summary>The advisory index of a moment, its files mapped into memory until it is disposed.</summary>
public sealed class OpenAdvisories : IDisposable
{
    private readonly IReadOnlyList<MappedFile> files;

    internal OpenAdvisories(AdvisoryIndex index, IReadOnlyList<long> segments, IReadOnlyList<MappedFile> files) => (Index, Segments, this.files) = (index, segments, files);

    /// <summary>The index. Not to be used when this is disposed.</summary>
    public AdvisoryIndex Index { get; }

    /// <summary>The numbers of its segments, oldest first.</summary>
    public IReadOnlyList<long> Segments { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var file in files) ((IDisposable)file).Dispose();
    }
}
