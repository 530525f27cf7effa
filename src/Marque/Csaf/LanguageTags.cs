namespace Marque.Csaf;

/// <summary>Language tags (BCP 47, RFC 5646) against the registry of IANA (<c>checks/csaf/language-subtags.json</c>).</summary>
internal static class LanguageTags
{
    private static readonly Lazy<Registry> Known = new(Registry.Read);

    /// <summary>What is wrong with a tag, in words; null when it is valid (section 2.2.9).</summary>
    public static string? Problem(string tag)
    {
        var known = Known.Value;
        if (known.Grandfathered.Contains(tag)) return null;
        var subtags = tag.Split('-');
        if (subtags.Any(s => s.Length is 0 or > 8 || !s.All(char.IsAsciiLetterOrDigit))) return "is no language tag";
        if (Is(subtags[0], "x")) return subtags.Length > 1 ? null : "says nothing behind x";
        if (!known.Languages.Contains(subtags[0]) && !IsPrivateLanguage(subtags[0])) return $"begins with '{subtags[0]}', which is no language of the registry";
        var at = 1;
        if (at < subtags.Length && subtags[at].Length == 3 && subtags[at].All(char.IsAsciiLetter))
        {
            if (!known.Extended.Contains($"{subtags[0]}-{subtags[at]}")) return $"holds '{subtags[at]}', which is no extension of the language {subtags[0]}";
            at++;
        }

        if (at < subtags.Length && subtags[at].Length == 4 && subtags[at].All(char.IsAsciiLetter))
        {
            if (!known.Scripts.Contains(subtags[at]) && !IsPrivateScript(subtags[at])) return $"holds '{subtags[at]}', which is no script of the registry";
            at++;
        }

        if (at < subtags.Length && ((subtags[at].Length == 2 && subtags[at].All(char.IsAsciiLetter)) || (subtags[at].Length == 3 && subtags[at].All(char.IsAsciiDigit))))
        {
            if (!known.Regions.Contains(subtags[at]) && !IsPrivateRegion(subtags[at])) return $"holds '{subtags[at]}', which is no region of the registry";
            at++;
        }

        var variants = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (; at < subtags.Length && subtags[at].Length > 3; at++)
        {
            if (!known.Variants.Contains(subtags[at])) return $"holds '{subtags[at]}', which is no variant of the registry";
            if (!variants.Add(subtags[at])) return $"holds the variant '{subtags[at]}' twice";
        }

        return Extensions(subtags, at);
    }

    /// <summary>The first part that is reserved for private use; null when none is (sections 2.2.1 to 2.2.7).</summary>
    public static string? Private(string tag)
    {
        if (Known.Value.Grandfathered.Contains(tag)) return null;
        var subtags = tag.Split('-');
        if (IsPrivateLanguage(subtags[0])) return subtags[0];
        for (var at = 0; at < subtags.Length; at++)
        {
            if (Is(subtags[at], "x")) return string.Join('-', subtags[at..]);
            if (at == 0) continue;
            // Behind another singleton stands what is an extension's own.
            if (subtags[at].Length == 1) at = Next(subtags, at) - 1;
            else if (IsPrivateScript(subtags[at]) || IsPrivateRegion(subtags[at])) return subtags[at];
        }

        return null;
    }

    private static int Next(string[] subtags, int singleton)
    {
        var at = singleton + 1;
        while (at < subtags.Length && subtags[at].Length > 1) at++;
        return at;
    }

    private static string? Extensions(string[] subtags, int at)
    {
        var singletons = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        while (at < subtags.Length)
        {
            var singleton = subtags[at];
            if (singleton.Length != 1) return $"holds '{singleton}' where no such part can stand";
            if (at + 1 == subtags.Length) return $"says nothing behind {singleton}";
            if (Is(singleton, "x")) return null;
            if (!singletons.Add(singleton)) return $"holds the extension '{singleton}' twice";
            var next = Next(subtags, at);
            if (next == at + 1) return $"says nothing behind {singleton}";
            at = next;
        }

        return null;
    }

    private static bool Is(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);

    private static bool Within(string text, string first, string last) => text.Length == first.Length && string.Compare(text, first, StringComparison.OrdinalIgnoreCase) >= 0 && string.Compare(text, last, StringComparison.OrdinalIgnoreCase) <= 0;

    private static bool IsPrivateLanguage(string text) => Within(text, "qaa", "qtz");

    private static bool IsPrivateScript(string text) => Within(text, "Qaaa", "Qabx");

    private static bool IsPrivateRegion(string text) => Is(text, "AA") || Within(text, "QM", "QZ") || Within(text, "XA", "XZ") || Is(text, "ZZ");

    private sealed record Registry(HashSet<string> Languages, HashSet<string> Extended, HashSet<string> Scripts, HashSet<string> Regions, HashSet<string> Variants, HashSet<string> Grandfathered)
    {
        public static Registry Read()
        {
            using var json = CsafData.Read("language-subtags");
            var subtags = json.RootElement.GetProperty("subtags");
            HashSet<string> Words(System.Text.Json.JsonElement lines) => lines.EnumerateArray().SelectMany(l => l.GetString()!.Split(' ')).ToHashSet(StringComparer.OrdinalIgnoreCase);
            return new Registry(Words(subtags.GetProperty("language")), Words(subtags.GetProperty("extlang")), Words(subtags.GetProperty("script")), Words(subtags.GetProperty("region")), Words(subtags.GetProperty("variant")), Words(json.RootElement.GetProperty("grandfathered")));
        }
    }
}
