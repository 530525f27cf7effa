namespace Marque.Documents;

/// <summary>Words that renderers need besides those of the document.</summary>
public static class Titles
{
    /// <summary>The heading of a table of contents.</summary>
    /// <param name="language">Language by BCP 47; one without words of its own has the English ones.</param>
    public static string Contents(string language) => language switch
    {
        "de" => "Inhalt",
        _ => "Contents",
    };
}
