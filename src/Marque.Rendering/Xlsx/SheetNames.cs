using System.Text.RegularExpressions;
using Marque.Documents;

namespace Marque.Rendering.Xlsx;

/// <summary>Names of sheets as spreadsheet programs take them: short, without the signs of addresses, each once whatever its case.</summary>
internal sealed partial class SheetNames
{
    // Below this a name is cut within a word.
    private const int LeastWhole = 16;
    private readonly HashSet<string> taken = new(["History"], StringComparer.OrdinalIgnoreCase);

    /// <summary>A name near to the one that is wanted.</summary>
    /// <param name="wanted">Any text.</param>
    /// <param name="otherwise">The name where nothing is left of it.</param>
    public string Of(string wanted, string otherwise)
    {
        var clean = Clean(wanted) is { Length: > 0 } name ? name : Clean(otherwise);
        var free = Cut(clean, Limits.Name);
        for (var i = 2; !taken.Add(free); i++)
        {
            var number = $" ({Office.Elements.Of(i)})";
            free = Cut(clean, Limits.Name - number.Length) + number;
        }

        return free;
    }

    /// <summary>A sheet as an address names it.</summary>
    public static string Quoted(string name) => $"'{name.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Clean(string text) => Blanks().Replace(Forbidden().Replace(Visible.Text(text), " "), " ").Trim(' ', '\'');

    private static string Cut(string name, int most)
    {
        if (name.Length <= most) return name;
        var cut = name[..(char.IsHighSurrogate(name[most - 1]) ? most - 1 : most)];
        // At the end of a word, where enough is left.
        if (name[cut.Length] != ' ' && cut.LastIndexOf(' ') is >= LeastWhole and var blank) cut = cut[..blank];
        return cut.TrimEnd(' ', '\'', ',', ':', ';', '-');
    }

    // What Excel forbids, and what it reads as the code of a character.
    [GeneratedRegex(@"[\[\]:*?/\\]|_x(?=[0-9A-Fa-f]{4}_)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Forbidden();

    [GeneratedRegex(" {2,}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Blanks();
}
