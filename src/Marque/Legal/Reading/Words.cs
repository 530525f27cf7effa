namespace Marque.Legal.Reading;

/// <summary>The words of the legal files for the values of the records.</summary>
internal static class Words
{
    private static readonly (string Word, Tag Value)[] Tags = [("LAW", Tag.Law), ("GUIDANCE", Tag.Guidance), ("READING", Tag.Reading), ("STANDARD", Tag.Standard), ("PRACTICE", Tag.Practice)];

    private static readonly (string Word, ProductClass Value)[] Classes = [.. Enum.GetValues<ProductClass>().Select(c => (c.Word(), c))];

    private static readonly (string Word, Role Value)[] Roles = [.. Enum.GetValues<Role>().Select(r => (r.Word(), r))];

    private static readonly (string Word, InstrumentKind Value)[] Instruments = [("harmonised-standard", InstrumentKind.HarmonisedStandard), ("common-specification", InstrumentKind.CommonSpecification), ("certification-scheme", InstrumentKind.CertificationScheme), ("other", InstrumentKind.Other)];

    private static readonly (string Word, SourceKind Value)[] SourceKinds = [("law", SourceKind.Law), ("corrigendum", SourceKind.Corrigendum), ("guidance", SourceKind.Guidance), ("standard", SourceKind.Standard), ("practice", SourceKind.Practice)];

    private static readonly (string Word, Extent Value)[] Extents = [("unknown", Extent.Unknown), ("none", Extent.None), ("partial", Extent.Partial), ("full", Extent.Full)];

    private static readonly (string Word, ModificationQuestionKind Value)[] QuestionKinds = [("condition", ModificationQuestionKind.Condition), ("criterion", ModificationQuestionKind.Criterion), ("extent", ModificationQuestionKind.Extent)];

    private static readonly (string Word, ModificationLook Value)[] Looks =
    [
        ("placing", ModificationLook.Placing), ("part-i", ModificationLook.PartI), ("risks", ModificationLook.Risks), ("statements", ModificationLook.Statements),
        ("parts", ModificationLook.Parts), ("components", ModificationLook.Components), ("purpose", ModificationLook.Purpose), ("role", ModificationLook.Role),
    ];

    public static Tag TagOf(Entry entry, string key) => One(entry, key, Tags);

    public static ProductClass ClassOf(Entry entry, string key) => One(entry, key, Classes);

    public static InstrumentKind InstrumentOf(Entry entry, string key) => One(entry, key, Instruments);

    public static SourceKind SourceKindOf(Entry entry, string key) => One(entry, key, SourceKinds);

    public static Extent ExtentOf(Entry entry, string key) => One(entry, key, Extents);

    public static ModificationQuestionKind QuestionKindOf(Entry entry, string key) => One(entry, key, QuestionKinds);

    public static IReadOnlyList<ModificationLook> LooksOf(Entry entry, string key) => Each(entry, key, Looks);

    public static IReadOnlyList<Role> RolesOf(Entry entry, string key) => Each(entry, key, Roles);

    public static IReadOnlyList<ProductClass> ClassesOf(Entry entry, string key) => Each(entry, key, Classes);

    private static T One<T>(Entry entry, string key, (string Word, T Value)[] words)
    {
        var word = entry.OneOf(key, [.. words.Select(w => w.Word)]);
        return words.First(w => w.Word == word).Value;
    }

    private static List<T> Each<T>(Entry entry, string key, (string Word, T Value)[] words)
    {
        var values = new List<T>();
        foreach (var text in entry.Texts(key))
        {
            var at = Array.FindIndex(words, w => w.Word == text);
            if (at >= 0) values.Add(words[at].Value);
            else entry.Problem(key, "legal.word", $"'{key}' holds '{text}'", $"one of {string.Join(", ", words.Select(w => w.Word))}");
        }

        return values;
    }
}
