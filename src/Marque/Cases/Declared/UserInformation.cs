using Marque.Text;

namespace Marque.Cases.Declared;

/// <summary>What Annex II asks for beside the product and that no other file of the case holds. A case may hold it in several languages, one file each.</summary>
public sealed record UserInformation
{
    /// <summary>The language of its words, by BCP 47; Article 13(18): one that users and authorities easily understand.</summary>
    public required string Language { get; init; }

    /// <summary>The security environment that the manufacturer provides, Annex II(4).</summary>
    public IReadOnlyList<string> SecurityEnvironment { get; init; } = [];

    /// <summary>The intended purpose in this language, Annex II(4); null: that of <c>marque.yaml</c>.</summary>
    public string? IntendedPurpose { get; init; }

    /// <summary>The essential functionalities, Annex II(4).</summary>
    public IReadOnlyList<string> EssentialFunctionalities { get; init; } = [];

    /// <summary>The security properties, Annex II(4).</summary>
    public IReadOnlyList<string> SecurityProperties { get; init; } = [];

    /// <summary>Circumstances that may lead to significant cybersecurity risks, Annex II(5).</summary>
    public IReadOnlyList<string> RiskCircumstances { get; init; } = [];

    /// <summary>The internet address of the EU declaration of conformity, Annex II(6); null: none.</summary>
    public string? DeclarationAddress { get; init; }

    /// <summary>The type of technical security support offered, in this language, Annex II(7); null: that of <c>support.yaml</c>.</summary>
    public IReadOnlyList<string> Support { get; init; } = [];

    /// <summary>The detailed instructions of Annex II(8)(a) to (f), by letter; each as steps, or an internet address that leads to them.</summary>
    public IReadOnlyDictionary<char, IReadOnlyList<string>> Instructions { get; init; } = new Dictionary<char, IReadOnlyList<string>>();

    /// <summary>Where the software bill of materials can be had, Annex II(9); null: it is not made available to users.</summary>
    public string? Sbom { get; init; }

    /// <summary>Where it is written.</summary>
    public required Place Place { get; init; }
}
