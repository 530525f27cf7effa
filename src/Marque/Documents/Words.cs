using Marque.Cases;
using Marque.Assessments;
using Marque.Language;
using Marque.Legal;

namespace Marque.Documents;

/// <summary>The words that data carries for values of the core.</summary>
public static class Words
{
    /// <summary><c>LAW</c>, <c>GUIDANCE</c>, <c>READING</c>, <c>STANDARD</c>, <c>PRACTICE</c>.</summary>
    public static string Word(this Tag tag) => tag switch
    {
        Tag.Law => "LAW",
        Tag.Guidance => "GUIDANCE",
        Tag.Reading => "READING",
        Tag.Standard => "STANDARD",
        _ => "PRACTICE",
    };

    /// <summary>A class in words for people, with its provision.</summary>
    public static string Sentence(this ProductClass productClass) => productClass.Sentence(Texts.English);

    /// <summary>The same in a language.</summary>
    public static string Sentence(this ProductClass productClass, Texts texts) => texts[$"class.{productClass.Word()}"];

    /// <summary><c>none</c>, <c>refused</c>, <c>taken-from-case</c>, <c>given</c>.</summary>
    public static string Word(this RootOfTrust trust) => trust switch
    {
        RootOfTrust.Refused => "refused",
        RootOfTrust.TakenFromCase => "taken-from-case",
        RootOfTrust.Given => "given",
        _ => "none",
    };

    /// <summary>Whether and from when an entry binds, in words: what does not bind yet reads "readiness".</summary>
    public static string Sentence(this Binding binding) => binding.Sentence(Texts.English);

    /// <summary>The same in a language.</summary>
    public static string Sentence(this Binding binding, Texts texts) => Date(binding) is { } date ? texts.Of("binding.from", ("date", date)) : texts[$"binding.{binding.Is}"];

    /// <summary>From when an entry binds: <c>now</c>, a date, or <c>no</c>.</summary>
    public static string From(this Binding binding) => binding.From(Texts.English);

    /// <summary>The same in a language.</summary>
    public static string From(this Binding binding, Texts texts) => Date(binding) ?? (binding.Now ? texts["binding.now"] : texts["binding.never"]);

    private static string? Date(Binding binding) => binding.Is.StartsWith("from ", StringComparison.Ordinal) ? binding.Is[5..] : null;
}
