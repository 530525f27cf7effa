using Marque.Text;
using NodaTime;

namespace Marque.Cases.Declared;

/// <summary>The support period as declared, Article 13(8) and (19).</summary>
public sealed record SupportPeriod
{
    /// <summary>The time the product is expected to be in use, in words; null: not stated.</summary>
    public string? ExpectedUse { get; init; }

    /// <summary>The type of technical security support, Annex II(7); null: not stated.</summary>
    public string? Kind { get; init; }

    /// <summary>The end of the period, month and year, by release line; a line of null stands for every line that has no end of its own.</summary>
    public IReadOnlyList<(string? Line, YearMonth Until)> Ends { get; init; } = [];

    /// <summary>The lines that have an end of their own, with their places.</summary>
    public IReadOnlyList<(string Line, Place Place)> Lines { get; init; } = [];

    /// <summary>What was taken into account to determine it, Article 13(8) and Annex VII(4).</summary>
    public IReadOnlyList<SupportFactor> Considered { get; init; } = [];

    /// <summary>Where.</summary>
    public required Place Place { get; init; }

    /// <summary>The end of the period of a line; null: none is declared.</summary>
    public YearMonth? EndOf(string? line)
    {
        foreach (var (own, until) in Ends)
        {
            if (own is not null && own == line) return until;
        }

        foreach (var (own, until) in Ends)
        {
            if (own is null) return until;
        }

        return null;
    }
}

/// <summary>Something that was taken into account.</summary>
/// <param name="Factor">What, as <see cref="SupportFactors"/> lists it.</param>
/// <param name="Because">What it says of this product.</param>
public sealed record SupportFactor(string Factor, string Because);

/// <summary>What Article 13(8) names for determining the support period.</summary>
public static class SupportFactors
{
    /// <summary>What the manufacturer shall take into account, second subparagraph (rule P-2).</summary>
    public static IReadOnlyList<string> Mandatory { get; } = ["user-expectations", "nature-and-purpose", "union-law"];

    /// <summary>What it may take into account besides.</summary>
    public static IReadOnlyList<string> Optional { get; } = ["similar-products", "operating-environment", "integrated-components", "guidance"];
}
