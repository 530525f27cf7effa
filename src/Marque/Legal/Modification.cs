namespace Marque.Legal;

/// <summary>What a question of a substantial modification decides.</summary>
public enum ModificationQuestionKind
{
    /// <summary>Answered with no, there is no substantial modification.</summary>
    Condition,

    /// <summary>Answered with yes, and every condition too, it is one.</summary>
    Criterion,

    /// <summary>Asked where it is one: how far the duties reach, and whose they are.</summary>
    Extent,
}

/// <summary>What of a comparison bears on a question.</summary>
public enum ModificationLook
{
    /// <summary>Placing on the market of earlier releases.</summary>
    Placing,

    /// <summary>Verdicts of the points of Part I of Annex I.</summary>
    PartI,

    /// <summary>The risk assessment.</summary>
    Risks,

    /// <summary>Statements of how requirements are met.</summary>
    Statements,

    /// <summary>Parts and variants of the product.</summary>
    Parts,

    /// <summary>Bills of materials.</summary>
    Components,

    /// <summary>Intended purpose, core functionality, use and its conditions.</summary>
    Purpose,

    /// <summary>The role of whoever keeps the case.</summary>
    Role,
}

/// <summary>A question by which a change is judged to be a substantial modification or not (Article 3(30), rule T-6).</summary>
/// <param name="Id">Its id, such as <c>part-i</c>.</param>
/// <param name="Question">The question, ours.</param>
/// <param name="Kind">What it decides.</param>
/// <param name="LooksAt">What of a comparison bears on it.</param>
/// <param name="Words">The words of the law it asks about.</param>
/// <param name="Basis">Where they stand.</param>
/// <param name="Tag">On what the question rests.</param>
public sealed record ModificationQuestion(string Id, string Question, ModificationQuestionKind Kind, IReadOnlyList<ModificationLook> LooksAt, string Words, string Basis, Tag Tag);

/// <summary>What follows from the answers.</summary>
/// <param name="Id">Its id.</param>
/// <param name="When">All must hold: <c>substantial</c>, or the id of an extent question that was answered with yes; with <c>not-</c> before it: with no.</param>
/// <param name="What">What follows, in our words.</param>
/// <param name="Basis">Where it stands.</param>
/// <param name="Tag">On what it rests.</param>
public sealed record ModificationConsequence(string Id, IReadOnlyList<string> When, string What, string Basis, Tag Tag)
{
    /// <summary>The obligations that are to be shown anew for the modified version: what was decided for the versions before it does not carry.</summary>
    public IReadOnlyList<string> Reopens { get; init; } = [];
}

/// <summary>The questions of a substantial modification and what follows from the answers.</summary>
/// <param name="Rule">The rule they apply, <c>T-6</c>.</param>
/// <param name="Questions">In the order in which they are asked.</param>
/// <param name="Consequences">What follows.</param>
public sealed record ModificationRule(string Rule, IReadOnlyList<ModificationQuestion> Questions, IReadOnlyList<ModificationConsequence> Consequences)
{
    /// <summary>Whether answers make a change a substantial modification; null while they do not decide it.</summary>
    /// <param name="answer">The answer to a question by its id; null: not answered.</param>
    public bool? Judge(Func<string, bool?> answer)
    {
        // CRA 3(30), rule T-6: after placing on the market, and either of the two limbs.
        var conditions = Of(ModificationQuestionKind.Condition, answer);
        var criteria = Of(ModificationQuestionKind.Criterion, answer);
        if (conditions.Contains(false) || criteria.TrueForAll(c => c == false)) return false;
        return conditions.TrueForAll(c => c == true) && criteria.Contains(true) ? true : null;
    }

    /// <summary>The questions that answers leave to be asked, in their order.</summary>
    /// <param name="answer">The answer to a question by its id; null: not answered.</param>
    public IEnumerable<ModificationQuestion> Unanswered(Func<string, bool?> answer)
    {
        var outcome = Judge(answer);
        // Of a change before the placing nothing else need be known; how far duties reach matters only where there are any.
        if (outcome == false && Of(ModificationQuestionKind.Condition, answer).Contains(false)) return [];
        return Questions.Where(q => answer(q.Id) is null && (q.Kind != ModificationQuestionKind.Extent || outcome == true));
    }

    /// <summary>What follows from answers.</summary>
    /// <param name="answer">The answer to a question by its id; null: not answered.</param>
    public IEnumerable<ModificationConsequence> Follow(Func<string, bool?> answer)
    {
        var outcome = Judge(answer);
        // How far duties reach is nothing where there are none.
        return outcome is null ? [] : Consequences.Where(c => c.When.All(w => Holds(w) && (outcome == true || w == "not-substantial")));

        bool Holds(string when) => when.StartsWith("not-", StringComparison.Ordinal) ? Said(when["not-".Length..]) == false : Said(when) == true;
        bool? Said(string what) => what == "substantial" ? outcome : answer(what);
    }

    private List<bool?> Of(ModificationQuestionKind kind, Func<string, bool?> answer) => [.. Questions.Where(q => q.Kind == kind).Select(q => answer(q.Id))];
}
