using Marque.Assessments;
using Marque.Cases.Declared;
using Marque.Documents.Report;

namespace Marque.Documents.Users;

/// <summary>What Annex II asks for and the case does not hold.</summary>
internal static class UserItems
{
    private static readonly string[] Hardware = ["embedded-device", "network-device", "host-device"];

    /// <summary>Each missing thing with its provision, in the order of the annex: the id of its sentence.</summary>
    public static IEnumerable<(string Provision, string Lack)> Lacking(Scope scope, UserInformation information)
    {
        var product = scope.Index.Case.Product;
        if (product?.Manufacturer is null || product.Address is null) yield return ("Annex II(1)", "users.lack.manufacturer");
        if (product?.Email is null) yield return ("Annex II(1)", "users.lack.email");
        if (Contact(scope) is null) yield return ("Annex II(2)", "users.lack.contact");
        if (scope.Index.Case.Vulnerabilities?.Policy?.Address is null) yield return ("Annex II(2)", "users.lack.policy");
        if (product?.Type is null) yield return ("Annex II(3)", "users.lack.identification");
        if ((information.IntendedPurpose ?? product?.IntendedPurpose) is null) yield return ("Annex II(4)", "users.lack.purpose");
        if (information.SecurityEnvironment.Count == 0) yield return ("Annex II(4)", "users.lack.environment");
        if (information.EssentialFunctionalities.Count == 0) yield return ("Annex II(4)", "users.lack.functionalities");
        if (information.SecurityProperties.Count == 0) yield return ("Annex II(4)", "users.lack.properties");
        if (information.RiskCircumstances.Count == 0) yield return ("Annex II(5)", "users.lack.circumstances");
        if (information.Support.Count == 0 && scope.Index.Case.Support?.Kind is null) yield return ("Annex II(7)", "users.lack.support");
        if (End(scope) is null) yield return ("Annex II(7)", "users.lack.end");
        foreach (var letter in "abcde")
        {
            // 8(e) speaks of automatic updates as Annex I Part I(2)(c) requires them.
            if (letter == 'e' && scope.A.Requirements.Any(r => r.Point.Id == "I.2.c" && r.Verdict == Verdict.NotApplicable)) continue;
            if (Instructions(information, letter).Count == 0) yield return ($"Annex II(8)({letter})", "users.lack.instructions");
        }
    }

    /// <summary>What is asked for where applicable only, and not stated.</summary>
    public static IEnumerable<string> Conditional(UserInformation information)
    {
        if (information.DeclarationAddress is null) yield return "Annex II(6)";
        if (Instructions(information, 'f').Count == 0) yield return "Annex II(8)(f)";
        if (information.Sbom is null) yield return "Annex II(9)";
    }

    /// <summary>The end of the support period of the release's line.</summary>
    public static NodaTime.YearMonth? End(Scope scope) =>
        scope.Index.Case.Support?.EndOf(scope.A.Release is { } release ? scope.Index.History.Find(release)?.Line : null);

    /// <summary>The addresses for reports of vulnerabilities where they are others than the single point of contact, Annex I Part II(6).</summary>
    public static string? Reports(Scope scope) => scope.Index.Case.Vulnerabilities?.Policy is { Contacts: { Count: > 0 } own } ? string.Join(", ", own) : null;

    /// <summary>Where vulnerabilities are reported, Annex II(2).</summary>
    public static string? Contact(Scope scope) =>
        Reports(scope) ?? scope.Index.Case.Product?.Contact?.ToString();

    public static IReadOnlyList<string> Instructions(UserInformation information, char letter) => information.Instructions.TryGetValue(letter, out var steps) ? steps : [];

    /// <summary>Whether a part is hardware, by its component type.</summary>
    public static bool IsHardware(Cases.Part part) => part.ComponentType is { } type && Hardware.Contains(type, StringComparer.Ordinal);
}
