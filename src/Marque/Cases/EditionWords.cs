namespace Marque.Cases;

/// <summary>The words of edition maps and of what they carry over, as case files and outputs write them.</summary>
public static class EditionWords
{
    /// <summary>The word of a fate.</summary>
    public static string Word(this Fate fate) => fate.ToString().ToLowerInvariant();

    /// <summary>The word of a status.</summary>
    public static string Word(this Status status) => status == Status.NotImplemented ? "not-implemented" : status.ToString().ToLowerInvariant();

    /// <summary>The word of a meaning.</summary>
    public static string Word(this Meaning meaning) => meaning.ToString().ToLowerInvariant();
}
