namespace Marque.Components.Licences;

/// <summary>What a text says as an SPDX licence expression.</summary>
/// <param name="Ids">The licences in it, as written and each once, without <c>+</c>; references to texts of one's own (<c>LicenseRef-</c>) among them.</param>
/// <param name="Problem">Why it is none, or which identifier is not known; empty: nothing is against it.</param>
public sealed record LicenceReading(IReadOnlyList<string> Ids, string Problem)
{
    /// <summary>Whether it is an expression all of whose identifiers are known.</summary>
    public bool IsKnown => Problem.Length == 0;

    /// <summary>Reads an expression (SPDX 2.3, annex D; SPDX 3.0.1, annex on licence expressions). What both allow is allowed: also operators in lower case, and additions of one's own.</summary>
    /// <param name="text">The text.</param>
    public static LicenceReading Of(string text) => new LicenceParser(text).Read();

    /// <summary>Reads a licence as its form says; a name is free, and nothing is against it.</summary>
    /// <param name="licence">The licence.</param>
    public static LicenceReading Of(ComponentLicence licence) => licence.Form switch
    {
        LicenceForm.Expression => Of(licence.Text),
        LicenceForm.Id => Id(licence.Text),
        _ => new LicenceReading([licence.Text], ""),
    };

    // CycloneDX, license.id: one of the list, and nothing else.
    private static LicenceReading Id(string text) =>
        LicenceList.HasLicence(text) ? new LicenceReading([text], "")
        : Of(text) is { IsKnown: true } expression ? expression with { Problem = $"'{text}' is an expression, and stands where one identifier is expected" }
        : new LicenceReading([text], LicenceParser.Unknown(text));
}
