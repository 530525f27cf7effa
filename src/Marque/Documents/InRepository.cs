using Marque.Text;

namespace Marque.Documents;

/// <summary>Where a file of a case lies in its repository.</summary>
internal static class InRepository
{
    /// <summary>The path in pieces, with <c>.</c> and <c>..</c> taken out as far as they can be.</summary>
    /// <param name="folder">The case's folder relative to the root of its repository, with <c>/</c>; empty: the root.</param>
    /// <param name="place">A place relative to the case.</param>
    public static IReadOnlyList<string> Segments(string folder, Place place)
    {
        var segments = new List<string>();
        foreach (var segment in $"{folder}/{place.File}".Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment == ".." && segments.Count > 0 && segments[^1] != "..") segments.RemoveAt(segments.Count - 1);
            else if (segment != ".") segments.Add(segment);
        }

        return segments;
    }
}
