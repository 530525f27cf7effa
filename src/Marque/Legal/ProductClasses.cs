namespace Marque.Legal;

/// <summary>The words of the classes in case files.</summary>
public static class ProductClasses
{
    /// <summary>Every word, in the order of <see cref="ProductClass"/>.</summary>
    public static IReadOnlyList<string> All { get; } = ["default", "important-I", "important-II", "critical"];

    /// <summary>The word of a class.</summary>
    public static string Word(this ProductClass productClass) => All[(int)productClass];

    /// <summary>The class of a word, or null.</summary>
    public static ProductClass? Of(string? word)
    {
        for (var i = 0; i < All.Count; i++)
        {
            if (All[i] == word) return (ProductClass)i;
        }

        return null;
    }
}
