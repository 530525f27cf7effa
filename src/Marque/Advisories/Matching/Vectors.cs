using Marque.Advisories.Cvss;

namespace Marque.Advisories.Matching;

/// <summary>CVSS vectors that were read before: a few hundred stand in most records. One for each thread.</summary>
internal sealed class Vectors
{
    // So many are kept; a feed could state another in every record.
    private const int Most = 4096;

    private readonly Dictionary<string, CvssVector?> known = new(StringComparer.Ordinal);

    /// <summary>The vector that a text is; null: it is none.</summary>
    public CvssVector? Of(string text)
    {
        if (known.TryGetValue(text, out var vector)) return vector;
        vector = CvssVector.TryParse(text, out var read, out _) ? read : null;
        if (known.Count < Most) known.Add(text, vector);
        return vector;
    }
}
