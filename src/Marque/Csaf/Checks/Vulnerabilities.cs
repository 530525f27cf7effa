using System.Text.RegularExpressions;
using Marque.Csaf.Reading;

namespace Marque.Csaf.Checks;

/// <summary>Vulnerabilities and what stands in them (6.1.11, 6.1.23, 6.1.24, 6.1.29, 6.1.32, 6.2.7, 6.2.17, 6.3.3, 6.3.4).</summary>
internal static partial class Vulnerabilities
{
    public static void Run(CsafDocument document, Gathered found)
    {
        var cves = new HashSet<string>(StringComparer.Ordinal);
        foreach (var vulnerability in document.Vulnerabilities)
        {
            if (vulnerability["cve"].Text is { } cve && !cves.Add(cve)) found.Add("6.1.23", vulnerability["cve"], $"{cve} stands in more than one vulnerability", "one item for each");
            if (!vulnerability["cve"].Exists) found.Add("6.3.3", vulnerability, "the vulnerability has no CVE", "have one assigned");
            if (!vulnerability["cwe"].Exists) found.Add("6.3.4", vulnerability, "the vulnerability has no CWE", "name the weakness behind it");
            Weakness(vulnerability["cwe"], found);
            Involvements(vulnerability, found);
            foreach (var remediation in vulnerability["remediations"].Items.Where(Nowhere)) found.Add("6.1.29", remediation, "the remediation says of no product that it applies", "add product_ids or group_ids");
            foreach (var flag in vulnerability["flags"].Items.Where(Nowhere)) found.Add("6.1.32", flag, "the flag says of no product that it applies", "add product_ids or group_ids");
            foreach (var id in vulnerability["ids"].Items)
            {
                if (id["text"].Text is { } text && Cve().IsMatch(text)) found.Add("6.2.17", id, $"{text} is a CVE and stands among the other ids", "give it as cve");
            }
        }
    }

    private static bool Nowhere(Node item) => !item["product_ids"].Exists && !item["group_ids"].Exists;

    private static void Weakness(Node cwe, Gathered found)
    {
        if (cwe["id"].Text is not { } id) return;
        var names = Weaknesses.Names(id);
        if (names.Count == 0) found.Add("6.1.11", cwe["id"], $"{id} is no weakness of CWE {Weaknesses.Version}", "categories and views are none; name the weakness");
        else if (cwe["name"].Text is { } name && !names.Contains(name, StringComparer.Ordinal)) found.Add("6.1.11", cwe["name"], $"the name of {id} is not '{name}'", names[0]);
    }

    private static void Involvements(Node vulnerability, Gathered found)
    {
        var seen = new HashSet<(string Party, object Date)>();
        foreach (var involvement in vulnerability["involvements"].Items)
        {
            var date = involvement["date"].Text;
            if (date is null) found.Add("6.2.7", involvement, "the involvement has no date");
            // One instant may be written in many ways.
            if (involvement["party"].Text is { } party && !seen.Add((party, (object?)Revisions.Moment(date) ?? date ?? ""))) found.Add("6.1.24", involvement, $"the party {party} is involved more than once at {date ?? "no date"}", "one item for each party and date");
        }
    }

    [GeneratedRegex("^CVE-[0-9]{4}-[0-9]{4,}\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Cve();
}
