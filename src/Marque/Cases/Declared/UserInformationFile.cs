using Marque.Text;

namespace Marque.Cases.Declared;

/// <summary>Reads <c>user-information.yaml</c>, and <c>user-information.LANGUAGE.yaml</c> for further languages.</summary>
internal static class UserInformationFile
{
    private const string Name = "user-information";

    // Annex II(8)(a) to (f).
    private static readonly (string Key, char Letter)[] Instructions = [("commissioning", 'a'), ("changes", 'b'), ("updates", 'c'), ("decommissioning", 'd'), ("automaticUpdates", 'e'), ("integration", 'f')];

    /// <summary>Whether a file of the case is one of them.</summary>
    public static bool Is(string path) => path == $"{Name}.yaml" || LanguageOf(path) is not null;

    public static UserInformation Read(string path, Fields f)
    {
        var written = f.OneOf("language", [.. Language.Texts.Official]);
        var named = LanguageOf(path);
        if (written is not null && named is not null && written != named) f.Problem("language", "user-information.language", $"the file is named for '{named}' and says '{written}'", "let both be the same");
        var instructions = f.Nested("instructions");
        var result = new UserInformation
        {
            Language = named ?? written ?? "en",
            IntendedPurpose = f.Text("intendedPurpose"),
            SecurityEnvironment = Texts(f, "securityEnvironment"),
            EssentialFunctionalities = Texts(f, "essentialFunctionalities"),
            SecurityProperties = Texts(f, "securityProperties"),
            RiskCircumstances = Texts(f, "riskCircumstances"),
            DeclarationAddress = f.Address("declarationAddress"),
            Support = Texts(f, "support"),
            Instructions = instructions is null ? new Dictionary<char, IReadOnlyList<string>>() : Instructions.ToDictionary(i => i.Letter, i => Texts(instructions, i.Key)),
            Sbom = f.Text("sbom"),
            Place = f.Place,
        };
        instructions?.Done();
        f.Done();
        return result;
    }

    private static string? LanguageOf(string path) =>
        path.Split('.') is [Name, var language, "yaml"] && Language.Texts.Official.Contains(language, StringComparer.Ordinal) ? language : null;

    private static IReadOnlyList<string> Texts(Fields f, string key) => [.. f.Texts(key).Select(t => t.Value)];
}
