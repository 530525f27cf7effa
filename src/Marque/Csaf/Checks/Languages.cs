using Marque.Csaf.Reading;

namespace Marque.Csaf.Checks;

/// <summary>Languages and translations (6.1.12, 6.1.15, 6.1.28, 6.2.12, 6.2.14, 6.2.15).</summary>
internal static class Languages
{
    public static void Run(CsafDocument document, Gathered found)
    {
        Node language = document.Document["lang"], source = document.Document["source_lang"];
        foreach (var at in new[] { language, source })
        {
            if (at.Text is not { } tag) continue;
            if (LanguageTags.Problem(tag) is { } problem) found.Add("6.1.12", at, $"'{tag}' {problem}", "a language tag such as en-US (BCP 47)");
            if (LanguageTags.Private(tag) is { } part) found.Add("6.2.14", at, $"'{tag}' holds '{part}', which is reserved for private use", "leave it out");
            if (tag.Equals("i-default", StringComparison.OrdinalIgnoreCase)) found.Add("6.2.15", at, "the language is i-default", "name the language, or leave it out");
        }

        if (document.Document["publisher"]["category"].Text == "translator" && string.IsNullOrEmpty(source.Text)) found.Add("6.1.15", source, "the publisher is a translator, and the source language is not given", "add source_lang");
        if (language.Text is { } to && source.Text is { } from && to.Equals(from, StringComparison.OrdinalIgnoreCase)) found.Add("6.1.28", source, $"document and source have the same language {to}", "leave source_lang out when it is no translation");
        if (string.IsNullOrEmpty(language.Text)) found.Add("6.2.12", language, "the language of the document is not given", "add lang");
    }
}
