using Marque.Legal;

namespace Marque.Cases.Beginning;

/// <summary>What a person says of a product before a case of it is begun: enough to tell whether the Regulation applies, and to whom.</summary>
/// <param name="HasDataConnection">Whether intended purpose or reasonably foreseeable use include a direct or indirect logical or physical data connection to a device or network (Article 2(1)).</param>
/// <param name="IsCommercial">Whether it is supplied in the course of a commercial activity (Article 3(22)).</param>
/// <param name="IsFreeAndOpenSource">Whether it is free and open-source software (Article 3(48)).</param>
/// <param name="Exclusions">The exclusions of Article 2 that apply to it, by their ids; empty: none.</param>
/// <param name="Role">The role that the person takes.</param>
/// <param name="UnderOwnName">Whether an importer or distributor places it on the market under its own name or trademark, or makes a substantial modification (Article 21).</param>
public sealed record ScopeAnswers(bool HasDataConnection, bool IsCommercial, bool IsFreeAndOpenSource, IReadOnlyList<string> Exclusions, Role Role, bool UnderOwnName);

/// <summary>Whether the Regulation applies, and in which role.</summary>
/// <param name="Applies">Whether it does.</param>
/// <param name="Role">The role in which it applies; an importer or distributor may turn out to be the manufacturer.</param>
/// <param name="Because">The provisions that this rests on, each with what follows from it.</param>
public sealed record ScopeResult(bool Applies, Role Role, IReadOnlyList<(string Basis, string Text)> Because);

/// <summary>Scope and role by the answers of a person (rules S-1 to S-4). It judges the answers, not the product.</summary>
public static class Scope
{
    /// <summary>The exclusions of Article 2(2) to (7), by paragraph and, where there are several, point (rule S-2). The Regulation's words stand in the legal set under the same ids.</summary>
    public static IReadOnlyList<string> Exclusions { get; } = ["2(2)(a)", "2(2)(b)", "2(2)(c)", "2(3)", "2(4)", "2(6)", "2(7)"];

    /// <summary>What the answers mean.</summary>
    public static ScopeResult Of(ScopeAnswers answers)
    {
        // S-2: an exclusion ends it, whatever else is answered.
        if (answers.Exclusions.Count > 0) return No(answers, [.. answers.Exclusions.Select(e => (e, $"the product is excluded by Article {e}"))]);
        // S-1
        if (!answers.HasDataConnection) return No(answers, [("2(1)", "neither intended purpose nor reasonably foreseeable use includes a data connection to a device or network")]);
        // S-3: a steward supports free and open-source software that others monetise; it need not supply it commercially itself.
        if (answers.Role == Role.Steward)
        {
            return answers.IsFreeAndOpenSource
                ? new ScopeResult(true, Role.Steward, [("3(14)", "a legal person other than the manufacturer that sustains free and open-source software intended for commercial activities"), ("24", "the obligations of stewards apply, not those of manufacturers")])
                : No(answers, [("3(14)", "a steward sustains free and open-source software, and this is none")]);
        }

        if (!answers.IsCommercial) return No(answers, [("3(22)", answers.IsFreeAndOpenSource ? "free and open-source software that is not supplied in the course of a commercial activity is not made available on the market" : "what is not supplied in the course of a commercial activity is not made available on the market")]);
        var because = new List<(string, string)> { ("2(1)", "a product with digital elements made available on the market, with a data connection") };
        // S-4
        if (answers is { UnderOwnName: true, Role: Role.Importer or Role.Distributor })
        {
            because.Add(("21", "who places it on the market under the own name or trademark, or substantially modifies it, is its manufacturer"));
            return new ScopeResult(true, Role.Manufacturer, because);
        }

        return new ScopeResult(true, answers.Role, because);
    }

    private static ScopeResult No(ScopeAnswers answers, IReadOnlyList<(string, string)> because) => new(false, answers.Role, because);
}
