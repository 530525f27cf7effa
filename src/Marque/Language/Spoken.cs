namespace Marque.Language;

/// <summary>Words of the program that stand as values in its data, in English: names of what is judged, reasons within a reason. In another language they are found again by their English sentence, whose ids begin with <c>name.</c> or <c>procedure.</c>.</summary>
public static class Spoken
{
    // The exact ones first, then those with the most words of their own.
    private static readonly Lazy<IReadOnlyList<(string Id, Template English)>> Names = new(() => [.. Texts.English.Ids.Where(i => i.StartsWith("name.", StringComparison.Ordinal) || i.StartsWith("procedure.", StringComparison.Ordinal)).Select(i => (i, Texts.English.Template(i))).OrderBy(n => n.Item2.Names.Count()).ThenByDescending(n => n.Item2.Pieces.Sum(p => p.IsName ? 0 : p.Text.Length))]);

    /// <summary>A value in the language. What the program did not say itself (ids, names, words of the manufacturer) stays as it is.</summary>
    /// <param name="name">The name of the value: only some hold words of the program.</param>
    /// <param name="english">The value as data has it.</param>
    /// <param name="texts">The language.</param>
    public static string Value(string name, string english, Texts texts) =>
        texts != Texts.English && name is "what" or "because" or "requirement" or "subject" or "route" or "method" or "asked" or "item" or "names" ? Say(english, texts) : english;

    /// <summary>Words of the program in the language; others as they are.</summary>
    /// <param name="english">The words as data has them.</param>
    /// <param name="texts">The language.</param>
    public static string Say(string english, Texts texts)
    {
        if (texts == Texts.English || english.Length == 0) return english;
        foreach (var (id, template) in Names.Value)
        {
            if (template.ValuesIn(english) is { } values) return texts.Template(id).With((Values: values, Texts: texts), static (of, name) => Value(name, of.Values.First(v => v.Name == name).Value, of.Texts));
        }

        return english;
    }
}
