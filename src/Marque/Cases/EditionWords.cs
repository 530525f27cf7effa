namespace Marque.Cases;

/// <summary>The words of edition maps, as case files and outputs write them.</summary>
public static class EditionWords
{
    /// <summary>The word of a fate.</summary>
    public static string Word(this Fate fate) => fate.ToString().ToLowerInvariant();

    /// <summary>The word of a meaning.</summary>
    public static string Word(this Meaning meaning) => meaning.ToString().ToLowerInvariant();
}
