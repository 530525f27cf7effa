using Marque.Components.Purls;
using Marque.Csaf.Reading;

namespace Marque.Csaf.Checks;

/// <summary>What identifies products (6.1.13, 6.1.25, 6.2.8, 6.2.9, 6.2.16, 6.3.5).</summary>
internal static class Identification
{
    // Characters of SHA-256 in hexadecimal.
    private const int ShortHash = 64;

    public static void Run(CsafDocument document, Gathered found)
    {
        foreach (var product in document.Products)
        {
            var helper = product.Helper;
            if (!helper.Exists) found.Add("6.2.16", product.Node, $"the product '{product.Id}' has no product identification helper", "add its package URL, CPE, hashes, or what else identifies it");
            if (helper["purl"].Text is { } purl && !Purl.TryParse(purl, out _, out var problem)) found.Add("6.1.13", helper["purl"], $"the package URL '{purl}' is not valid: {problem}");
            foreach (var file in helper["hashes"].Items.Select(h => h["file_hashes"])) Hashes(file, found);
        }
    }

    private static void Hashes(Node hashes, Gathered found)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var hash in hashes.Items)
        {
            if (hash["algorithm"].Text is { } algorithm && !seen.Add(algorithm)) found.Add("6.1.25", hash["algorithm"], $"the algorithm {algorithm} is used twice for one file", "leave one hash of each algorithm");
            if (hash["value"].Text is { } value && value.Length < ShortHash) found.Add("6.3.5", hash["value"], $"the hash is {value.Length} characters long", $"at least {ShortHash}, as of SHA-256");
        }

        if (seen.Count != 1) return;
        if (seen.Contains("md5")) found.Add("6.2.8", hashes, "MD5 is the only hash of the file", "add one that is stronger, such as SHA-256");
        if (seen.Contains("sha1")) found.Add("6.2.9", hashes, "SHA-1 is the only hash of the file", "add one that is stronger, such as SHA-256");
    }
}
