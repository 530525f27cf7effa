using Marque.Assessments;
using Marque.Cases;
using Marque.Legal;

namespace Marque.Comparisons;

/// <summary>Something in a comparison that bears on a question of a substantial modification; one of its last three is there, or none where the look is the role.</summary>
/// <param name="Look">Why it does.</param>
/// <param name="Placed">A release placed on the market before.</param>
/// <param name="Moved">A verdict that moved.</param>
/// <param name="Changed">An input that changed, with the fields that bear on the question.</param>
public sealed record Bearing(ModificationLook Look, Release? Placed = null, MovedVerdict? Moved = null, InputChange? Changed = null)
{
    /// <summary>Whether a release that is placed is among the predecessors.</summary>
    public bool IsBefore { get; init; }
}

/// <summary>A question with what bears on it and the recorded answer.</summary>
/// <param name="Question">The question.</param>
/// <param name="Bearings">What the comparison shows; it answers nothing by itself.</param>
/// <param name="Answer">The answer in the release's record; null: none.</param>
public sealed record AskedQuestion(ModificationQuestion Question, IReadOnlyList<Bearing> Bearings, ModificationAnswer? Answer);

/// <summary>Whether the second side of a comparison is a substantial modification of what was placed on the market (Article 3(30), Articles 21 and 22, rule T-6).</summary>
/// <param name="Rule">The questions of the legal set.</param>
/// <param name="Release">The release that is asked about.</param>
/// <param name="Questions">Each with what the comparison shows.</param>
/// <param name="Role">The role of whoever keeps the case.</param>
/// <param name="AppliesFrom">From when the words apply (Article 71(2)).</param>
/// <param name="SameFiles">Whether both sides are the same files, in which a change that carries no release cannot show.</param>
public sealed record ModificationInquiry(ModificationRule Rule, Release Release, IReadOnlyList<AskedQuestion> Questions, Role Role, NodaTime.LocalDate AppliesFrom, bool SameFiles)
{
    // Fields that say what the product is for, and how and where it is used.
    private static readonly string[] PurposeFields = ["product.intendedPurpose", "product.coreFunctionality", "purpose", "foreseeableUse", "foreseeableMisuse", "conditionsOfUse", "timeInUse"];

    /// <summary>By the recorded answers; null: they do not decide it.</summary>
    public bool? Outcome => Rule.Judge(Answer);

    /// <summary>What follows from the recorded answers.</summary>
    public IEnumerable<ModificationConsequence> Consequences => Rule.Follow(Answer);

    /// <summary>The questions that the recorded answers leave to be asked.</summary>
    public IEnumerable<ModificationQuestion> Unanswered => Rule.Unanswered(Answer);

    /// <summary>Asks the questions of a comparison.</summary>
    /// <param name="c">The comparison.</param>
    /// <returns>Null when its second side has no release, or the legal set no questions.</returns>
    public static ModificationInquiry? Of(Comparison c)
    {
        var law = c.To.Index.Law;
        if (law.Modification is not { } rule || c.To.Assessment.Release is not { } version || c.To.Index.History.Find(version) is not { } release) return null;
        var applies = law.Dates.First(d => d.Rule == "D-6").Date;
        return new ModificationInquiry(rule, release, [.. rule.Questions.Select(q => new AskedQuestion(q, [.. q.LooksAt.SelectMany(look => Seen(c, release, look))], release.Modification?.Answers.FirstOrDefault(a => a.Question == q.Id)))], c.To.Index.Case.Role, applies, ReferenceEquals(c.From.Source, c.To.Source));
    }

    /// <summary>Whether the first side's release follows that of the second.</summary>
    public static bool IsBackwards(Comparison c) => c.From.Assessment.Release is { } from && c.To.Assessment.Release is { } to && from != to && c.To.Index.History.IsOrDescendsFrom(from, to);

    /// <summary>Answers of "no" to questions on which the comparison shows something that speaks for "yes": a placing on the market, a point of Part I that got worse, a changed purpose. They may be right; they must be looked at.</summary>
    /// <param name="answer">The answer to a question by its id; null: not answered.</param>
    public IEnumerable<AskedQuestion> Doubtful(Func<string, bool?> answer) => Questions.Where(q => answer(q.Question.Id) == false && q.Bearings.Any(SpeaksForYes));

    internal static bool SpeaksForYes(Bearing bearing) => bearing switch
    {
        { Look: ModificationLook.Placing } or { Look: ModificationLook.Purpose } => true,
        { Moved.Direction: Direction.Worse } => true,
        _ => false,
    };

    private bool? Answer(string question) => Release.Modification?.Answer(question);

    private static IEnumerable<Bearing> Seen(Comparison c, Release release, ModificationLook look) => look switch
    {
        ModificationLook.Placing => PlacedBefore(c, release).Select(r => new Bearing(look, Placed: r) { IsBefore = c.To.Index.History.IsOrDescendsFrom(release.Version, r.Version) }),
        ModificationLook.PartI => c.Moved.Where(m => m.Kind == "point" && m.Id.StartsWith("I.", StringComparison.Ordinal)).Select(m => new Bearing(look, Moved: m)),
        ModificationLook.Risks => Changes(c, look, "risk-assessment", "asset", "risk", "applicability", "update-trigger").Where(b => !IsPurpose(b.Changed!)),
        ModificationLook.Statements => Changes(c, look, "statement").Where(b => !b.Changed!.About.StartsWith("II.", StringComparison.Ordinal)),
        ModificationLook.Parts => Changes(c, look, "part", "variant"),
        ModificationLook.Components => Changes(c, look, "sbom"),
        ModificationLook.Purpose => Changes(c, look, "product", "risk-assessment").Where(b => b.Changed!.Fields.Any(f => PurposeFields.Contains(f.Name, StringComparer.Ordinal))).Select(b => b with { Changed = b.Changed! with { Fields = [.. b.Changed.Fields.Where(f => PurposeFields.Contains(f.Name, StringComparer.Ordinal))] } }),
        _ => [new Bearing(look)],
    };

    // Every release placed on the market, also one that no predecessor leads to; the release itself where one release is compared at two instants or revisions.
    private static IEnumerable<Release> PlacedBefore(Comparison c, Release release)
    {
        var day = BrusselsDay.AsOf(c.To.Assessment.AsOf);
        var same = c.From.Assessment.Release == release.Version;
        return c.To.Index.Case.Releases.Where(r => r.FirstPlaced is { } first && first <= day && (same || r.Version != release.Version)).OrderBy(r => r.FirstPlaced).ThenBy(r => r.Version, StringComparer.Ordinal);
    }

    private static IEnumerable<Bearing> Changes(Comparison c, ModificationLook look, params string[] kinds) => c.Changes.Where(x => kinds.Contains(x.Kind, StringComparer.Ordinal)).Select(x => new Bearing(look, Changed: x));

    private static bool IsPurpose(InputChange change) => change.Kind == "risk-assessment" && change.Fields.Count > 0 && change.Fields.All(f => PurposeFields.Contains(f.Name, StringComparer.Ordinal));
}
