using System.Collections.Concurrent;
using System.Text.Json;

namespace Marque.Language;

/// <summary>The sentences of the program in one language, each in one place: <c>texts/LANGUAGE.json</c>. A language is offered when it has them all; the words of the law are not among them.</summary>
public sealed class Texts
{
    private static readonly Lazy<Texts> InEnglish = new(() => Read("en")!);
    private static readonly ConcurrentDictionary<string, Texts?> Others = new(StringComparer.Ordinal);

    private readonly Dictionary<string, string> sentences;
    private readonly ConcurrentDictionary<string, Template> templates = new(StringComparer.Ordinal);
    private readonly Lazy<Dictionary<string, string>?> titles;

    private Texts(string language, Dictionary<string, string> sentences) => (Language, this.sentences, titles) = (language, sentences, new(() => Entries($"texts/titles/{language}.json")));

    /// <summary>The official languages of the Union, by BCP 47.</summary>
    /// <remarks>Regulation No 1 determining the languages to be used, Article 1.</remarks>
    public static IReadOnlyList<string> Official { get; } = ["bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr", "hu", "it", "lt", "lv", "mt", "nl", "pl", "pt", "ro", "sk", "sl", "sv"];

    /// <summary>English: what every other language is translated from.</summary>
    public static Texts English => InEnglish.Value;

    /// <summary>The languages that have every sentence.</summary>
    public static IReadOnlyList<string> Complete { get; } = [.. Official.Where(l => Has(l))];

    /// <summary>The language, by BCP 47.</summary>
    public string Language { get; }

    /// <summary>The ids of the sentences.</summary>
    public IReadOnlyCollection<string> Ids => sentences.Keys;

    /// <summary>A sentence without values.</summary>
    /// <param name="id">Its id.</param>
    /// <exception cref="KeyNotFoundException">There is none: a mistake of the program, which a test finds.</exception>
    public string this[string id] => sentences.TryGetValue(id, out var text) ? text : throw new KeyNotFoundException($"texts/{Language}.json has no '{id}'.");

    /// <summary>The texts of a language; null: the program has none, or not all of them.</summary>
    /// <param name="language">By BCP 47, such as <c>de</c>.</param>
    public static Texts? In(string language) => language == "en" ? English : Others.GetOrAdd(language, l => Official.Contains(l, StringComparer.Ordinal) ? Read(l) : null);

    /// <summary>The short title of a requirement in this language; null: the legal set's own, which is English, is all there is.</summary>
    /// <param name="id">With its catalog, such as <c>cra:I.2.e</c>.</param>
    public string? Title(string id) => titles.Value?.GetValueOrDefault(id);

    /// <summary>Whether there is a sentence of that id.</summary>
    public bool Knows(string id) => sentences.ContainsKey(id);

    /// <summary>The sentence of an id, taken apart.</summary>
    /// <param name="id">Its id.</param>
    public Template Template(string id) => templates.GetOrAdd(id, i => Marque.Language.Template.Of(this[i]));

    /// <summary>A sentence with its values.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="values">The values by name.</param>
    public string Of(string id, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var template = Template(id);
        var text = new System.Text.StringBuilder();
        foreach (var (piece, isName) in template.Pieces) text.Append(isName ? Value(id, piece, values) : piece);
        return text.ToString();
    }

    /// <summary>A sentence about a number, which it names as <c>{count}</c>: <c>ID.one</c> for one, else <c>ID.many</c>.</summary>
    /// <param name="id">Its id, without the form.</param>
    /// <param name="count">The number.</param>
    public string Counted(string id, int count) => Of(count == 1 ? $"{id}.one" : $"{id}.many", ("count", count.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    private static string Value(string id, string name, ReadOnlySpan<(string Name, string Value)> values)
    {
        foreach (var (given, value) in values)
        {
            if (given == name) return value;
        }

        throw new KeyNotFoundException($"'{id}' asks for '{name}'.");
    }

    private static bool Has(string language) => typeof(Texts).Assembly.GetManifestResourceInfo(Name(language)) is not null;

    private static string Name(string language) => $"texts/{language}.json";

    private static Texts? Read(string language) => Entries(Name(language)) is { } found ? new Texts(language, found) : null;

    private static Dictionary<string, string>? Entries(string resource)
    {
        using var stream = typeof(Texts).Assembly.GetManifestResourceStream(resource);
        if (stream is null) return null;
        using var json = JsonDocument.Parse(stream);
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in json.RootElement.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.String) found.Add(property.Name, property.Value.GetString()!);
        }

        return found;
    }
}
