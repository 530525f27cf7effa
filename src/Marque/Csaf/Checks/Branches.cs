using System.Text.RegularExpressions;
using Marque.Csaf.Reading;

namespace Marque.Csaf.Checks;

/// <summary>Branches of the product tree (6.1.31, 6.2.18, 6.3.9 to 6.3.11).</summary>
internal static partial class Branches
{
    // The strings of 6.1.31, as words: a version may be called "after-eight".
    private static readonly HashSet<string> Ranges = new(["after", "all", "before", "earlier", "later", "prior", "versions"], StringComparer.OrdinalIgnoreCase);
    private static readonly string[] Order = ["vendor", "product_name", "product_version"];

    public static void Run(CsafDocument document, Gathered found)
    {
        foreach (var branch in document.Branches)
        {
            var category = branch["category"].Text;
            var name = branch["name"];
            if (category == "product_version_range") found.Add("6.3.10", branch["category"], "a range of versions is used", "list the versions where possible");
            if (name.Text is not { } text) continue;
            if (category == "product_version_range" && !Vers().IsMatch(text)) found.Add("6.2.18", name, $"'{text}' is no vers range", "a range such as vers:generic/>=1.0|<2.0");
            if (category != "product_version") continue;
            if (Range(text) is { } range) found.Add("6.1.31", name, $"the version '{text}' holds '{range}': it is a range", "one version, or the category product_version_range");
            if (Indicator().IsMatch(text)) found.Add("6.3.11", name, $"the version '{text}' begins with {text[0]}", text[1..]);
        }

        foreach (var product in document.Products.Where(p => p.InBranches))
        {
            var next = 0;
            foreach (var branch in product.Above)
            {
                if (next < Order.Length && branch["category"].Text == Order[next]) next++;
            }

            if (next < Order.Length) found.Add("6.3.9", product.Node, $"the branches above the product '{product.Id}' are not {string.Join(", ", Order)} in that order: {Order[next]} is missing or misplaced");
        }
    }

    private static string? Range(string text)
    {
        var start = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && text[at] is '<' or '>') return text[at].ToString();
            if (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '.' or '-')) continue;
            if (at - start is > 0 and <= 8 && Ranges.Contains(text[start..at])) return text[start..at];
            start = at + 1;
        }

        return null;
    }

    [GeneratedRegex(@"^vers:[a-z.\-+][a-z0-9.\-+]*/.+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Vers();

    [GeneratedRegex("^[vV][0-9]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Indicator();
}
