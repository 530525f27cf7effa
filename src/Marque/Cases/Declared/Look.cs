using Marque.Text;

namespace Marque.Cases.Declared;

/// <summary>How the manufacturer's documents look: words, order and marks of verdicts stay as they are.</summary>
/// <param name="Language">The language of the documents, by BCP 47; null: English.</param>
/// <param name="Header">A line at the head of each page; null: none.</param>
/// <param name="Accent">The colour of headings, as <c>#rrggbb</c>; null: Marque's.</param>
/// <param name="Logo">A PNG or JPEG file, relative to the case; null: none.</param>
/// <param name="LogoText">What the logo shows; null: the manufacturer's name.</param>
/// <param name="Place">Where.</param>
public sealed record Look(string? Language, string? Header, string? Accent, string? Logo, string? LogoText, Place Place)
{
    /// <summary>Where the logo is named.</summary>
    public Place LogoPlace { get; init; }
}
