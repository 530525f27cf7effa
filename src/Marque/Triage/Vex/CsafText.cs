using Marque.Cases.Declared;

namespace Marque.Triage.Vex;

/// <summary>What CSAF calls things.</summary>
internal static class CsafText
{
    private static readonly (string Category, TriageResponse? Response)[] Remedies =
    [
        ("vendor_fix", TriageResponse.Update), ("workaround", TriageResponse.WorkaroundAvailable), ("no_fix_planned", TriageResponse.WillNotFix), ("none_available", null), ("mitigation", null),
    ];

    /// <summary>Whether an id is that of a CVE entry, as the schema has it.</summary>
    public static bool IsCve(string id)
    {
        if (!id.StartsWith("CVE-", StringComparison.Ordinal) || id.Length < 13 || id[8] != '-') return false;
        return id.AsSpan(4, 4).IndexOfAnyExceptInRange('0', '9') < 0 && id.AsSpan(9).IndexOfAnyExceptInRange('0', '9') < 0;
    }

    /// <summary>The system that gave an id, by what stands before its first hyphen.</summary>
    public static string SystemOf(string id) => id.IndexOf('-', StringComparison.Ordinal) is > 0 and var at ? id[..at] : "id";

    /// <summary>The categories of remediations that say what the manufacturer does.</summary>
    public static IReadOnlyList<string> Categories(VexStatement s, Losses losses)
    {
        var categories = new List<string>();
        foreach (var response in s.Responses)
        {
            var category = Array.Find(Remedies, r => r.Response == response).Category;
            if (category is null)
            {
                category = response == TriageResponse.CanNotFix ? "no_fix_planned" : "mitigation";
                losses.Add($"response {response.Word()}: said as {category}, which says less");
            }

            if (!categories.Contains(category, StringComparer.Ordinal)) categories.Add(category);
        }

        if (categories.Count == 0 && (s.Status == TriageStatus.Affected || s.Action is not null)) categories.Add(s.Action is null ? "none_available" : "mitigation");
        return categories;
    }

    /// <summary>The response that a category stands for; null: none does.</summary>
    public static TriageResponse? ResponseOf(string category) => Array.Find(Remedies, r => r.Category == category).Response;

    /// <summary>Takes apart what a reader joined: <c>vendor_fix: update; workaround: close the port</c>.</summary>
    public static (IReadOnlyList<TriageResponse> Responses, string? Action) Remediations(string joined)
    {
        var responses = new List<TriageResponse>();
        var texts = new List<string>();
        foreach (var piece in joined.Split("; ", StringSplitOptions.RemoveEmptyEntries))
        {
            var (category, _) = Array.Find(Remedies, r => piece.StartsWith(r.Category + ": ", StringComparison.Ordinal));
            if (category is null)
            {
                // A semicolon of the text itself.
                if (texts.Count == 0) texts.Add(piece);
                else texts[^1] += "; " + piece;
                continue;
            }

            if (ResponseOf(category) is { } response && !responses.Contains(response)) responses.Add(response);
            texts.Add(piece[(category.Length + 2)..]);
        }

        var action = string.Join("; ", texts.Distinct(StringComparer.Ordinal));
        return (responses, action.Length == 0 ? null : action);
    }
}
