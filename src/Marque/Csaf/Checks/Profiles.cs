using Marque.Csaf.Reading;

namespace Marque.Csaf.Checks;

/// <summary>What the category asks for (section 4; 6.1.26, 6.1.27.1 to 6.1.27.8, 6.1.27.11).</summary>
internal static class Profiles
{
    private const string Base = "csaf_base", Incident = "csaf_security_incident_response", Informational = "csaf_informational_advisory", Advisory = "csaf_security_advisory", Vex = "csaf_vex";

    // Without dashes, spaces, underscores: values, and names without "csaf".
    private static readonly string[] Prohibited = [.. new[] { Incident, Informational, Advisory, Vex }.Select(Bare).SelectMany(v => new[] { v, v["csaf".Length..] })];

    public static void Run(CsafDocument document, Gathered found)
    {
        Category(document, found);
        var head = document.Document;
        if (document.Is(Informational, Incident))
        {
            if (!head["notes"].Items.Any(n => n["category"].Text is "description" or "details" or "general" or "summary")) found.Add("6.1.27.1", head["notes"], "no note is of the category description, details, general or summary", "add one that tells what it is about");
            // The category of a reference is external where it is not given.
            if (!head["references"].Items.Any(r => r["category"].Text is null or "external")) found.Add("6.1.27.2", head["references"], "no reference is external", "add one to a document or site that tells more");
        }

        if (document.Is(Informational) && document.Root["vulnerabilities"].Exists) found.Add("6.1.27.3", document.Root["vulnerabilities"], "an informational advisory has no vulnerabilities", "leave them out, or choose another category, such as csaf_base");
        if (!document.Is(Advisory, Vex)) return;
        if (!document.Tree.Exists) found.Add("6.1.27.4", document.Tree, "there is no product tree", "list every product the document speaks of");
        if (!document.Root["vulnerabilities"].Exists) found.Add("6.1.27.11", document.Root["vulnerabilities"], "there are no vulnerabilities", "list every vulnerability the document speaks of");
        foreach (var vulnerability in document.Vulnerabilities) Vulnerability(document, vulnerability, found);
    }

    private static void Vulnerability(CsafDocument document, Node vulnerability, Gathered found)
    {
        var status = vulnerability["product_status"];
        if (!vulnerability["notes"].Exists) found.Add("6.1.27.5", vulnerability["notes"], "the vulnerability has no notes", "add a note with its details");
        if (document.Is(Advisory) && !status.Exists) found.Add("6.1.27.6", status, "the vulnerability has no product status", "say of each product how it stands");
        if (!document.Is(Vex)) return;
        if (!new[] { "fixed", "known_affected", "known_not_affected", "under_investigation" }.Any(list => status[list].Exists)) found.Add("6.1.27.7", status, "the product status has none of fixed, known_affected, known_not_affected, under_investigation", "say of each product how it stands");
        if (!vulnerability["cve"].Exists && !vulnerability["ids"].Exists) found.Add("6.1.27.8", vulnerability, "the vulnerability has neither cve nor ids", "give the id it goes by");
    }

    private static void Category(CsafDocument document, Gathered found)
    {
        if (document.Document["category"].Text is not { } category || document.Is(Base, Incident, Informational, Advisory, Vex)) return;
        if (Prohibited.Contains(Bare(category), StringComparer.Ordinal)) found.Add("6.1.26", document.Document["category"], $"'{category}' is the name of a profile, differently written", "write the category of the profile, or csaf_base");
        else if (category.StartsWith("csaf_", StringComparison.OrdinalIgnoreCase)) found.Add("6.1.26", document.Document["category"], $"'{category}' begins with csaf_, which is reserved", "write the category of a profile, csaf_base, or a name of your own");
    }

    private static string Bare(string text) => string.Concat(text.Where(c => c is not ('-' or '_') && !char.IsWhiteSpace(c))).ToLowerInvariant();
}
