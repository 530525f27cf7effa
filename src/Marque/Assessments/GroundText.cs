using Marque.Language;

namespace Marque.Assessments;

/// <summary>The words of grounds. Each is one sentence, <c>ground.RULE</c>; references carry the places.</summary>
public static class GroundText
{
    /// <summary>The sentence of a ground in English, as data and terminals have it.</summary>
    public static string Of(Ground g) => Of(g, Texts.English);

    /// <summary>The sentence of a ground.</summary>
    /// <param name="g">The ground.</param>
    /// <param name="texts">The language.</param>
    public static string Of(Ground g, Texts texts) => Template(g, texts) is { } template ? template.With((g, texts), static (of, name) => Value(of.g, name, of.texts)) : Unknown(g);

    /// <summary>The sentence of a ground with places for its values; null: the program has none for its rule.</summary>
    internal static Template? Template(Ground g, Texts texts) => IdOf(g) is var id && texts.Knows(id) ? texts.Template(id) : null;

    /// <summary>What a ground says without a sentence for its rule.</summary>
    internal static string Unknown(Ground g) => g.Rule.Replace('-', ' ');

    /// <summary>A value of a ground as its sentence says it.</summary>
    internal static string Value(Ground g, string name, Texts texts) => name switch
    {
        "findings" => Findings(g),
        "changed" => Changed(g, texts),
        "releases" when texts != Texts.English => Releases(g[name], texts),
        "fate" when texts != Texts.English => texts[$"fate.{g[name]}"],
        "event" when texts != Texts.English => texts.Knows($"event.{g[name]}") ? texts[$"event.{g[name]}"] : g[name],
        _ => Spoken.Value(name, g[name], texts),
    };

    // Some rules say it in several ways.
    private static string IdOf(Ground g) => g.Rule switch
    {
        "carried-over" when g["link"] == "decided" => "ground.carried-over.decided",
        "nothing-inapplicable" when g["part"].Length > 0 => "ground.nothing-inapplicable.part",
        "contradicts" or "contradiction" => (Findings(g).Length > 0, g["evidence"].Length > 0) switch
        {
            (true, true) => "ground.contradicts.evidence.found",
            (true, false) => "ground.contradicts.found",
            (false, true) => "ground.contradicts.evidence",
            _ => "ground.contradicts",
        },
        "not-adopted" when g["point"].Length > 0 => "ground.not-adopted.point",
        var rule => $"ground.{rule}",
    };

    private static string Changed(Ground g, Texts texts)
    {
        var id = $"changed.{g["changed"]}";
        return texts.Knows(id) ? texts.Of(id, ("name", g["name"])) : g["changed"];
    }

    // As FactStates.Words writes a range: versions by commas, or from one to another.
    private static string Releases(string words, Texts texts) =>
        words.IndexOf(" to ", StringComparison.Ordinal) is var at and > 0 ? texts.Of("releases.range", ("from", words[..at] is "first" ? texts["releases.first"] : words[..at]), ("until", words[(at + 4)..] is "last" ? texts["releases.last"] : words[(at + 4)..])) : words;

    private static string Findings(Ground g) => string.Join("; ", g.Refs.Where(r => r.StartsWith("finding:", StringComparison.Ordinal)).Select(r => r[8..]));
}
