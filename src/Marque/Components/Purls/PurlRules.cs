namespace Marque.Components.Purls;

/// <summary>What the registered types ask of their package URLs beyond the syntax (https://www.packageurl.org/purl-types/).</summary>
internal static class PurlRules
{
    /// <summary>Normalises the parts as the type says; which rule is broken, in words, or null.</summary>
    public static string? Apply(PurlType type, ref string nameSpace, ref string name, ref string version, ref KeyValuePair<string, string>[] qualifiers, ref string subpath, ref PurlChanges changes)
    {
        if (type.Lowered != PurlParts.None)
        {
            if ((type.Lowered & PurlParts.Namespace) != PurlParts.None) Take(ref nameSpace, PurlText.Lower(nameSpace), PurlChanges.Namespace, ref changes);
            if ((type.Lowered & PurlParts.Name) != PurlParts.None) Take(ref name, PurlText.Lower(name), PurlChanges.Name, ref changes);
            if ((type.Lowered & PurlParts.Version) != PurlParts.None) Take(ref version, PurlText.Lower(version), PurlChanges.Version, ref changes);
            if ((type.Lowered & PurlParts.Subpath) != PurlParts.None) Take(ref subpath, PurlText.Lower(subpath), PurlChanges.Subpath, ref changes);
        }

        if (Special(type.Name, ref nameSpace, ref name, version, ref qualifiers, ref changes) is { } broken) return broken;
        if (type.Namespace == NamespaceRule.Required && nameSpace.Length == 0) return $"the type \"{type.Name}\" requires a namespace";
        if (type.Namespace == NamespaceRule.Prohibited && nameSpace.Length > 0) return $"the type \"{type.Name}\" has no namespace";
        return type.RequiredKey.Length > 0 && !qualifiers.Any(q => q.Key == type.RequiredKey) ? $"the type \"{type.Name}\" requires the qualifier \"{type.RequiredKey}\"" : null;
    }

    private static string? Special(string type, ref string nameSpace, ref string name, string version, ref KeyValuePair<string, string>[] qualifiers, ref PurlChanges changes)
    {
        switch (type)
        {
            case "pypi":
                if (name.Contains('_')) Take(ref name, name.Replace('_', '-'), PurlChanges.Name, ref changes);
                return null;
            case "pub":
                if (name.AsSpan().IndexOfAnyExcept(PubCharacters) >= 0) Take(ref name, Underscored(name), PurlChanges.Name, ref changes);
                return null;
            case "hackage":
                if (name.Contains('_')) Take(ref name, name.Replace('_', '-'), PurlChanges.Name, ref changes);
                return null;
            case "cpan":
                Take(ref nameSpace, nameSpace.ToUpperInvariant(), PurlChanges.Namespace, ref changes);
                return name.Contains("::", StringComparison.Ordinal) ? "the name of a CPAN distribution holds no \"::\"" : null;
            case "cocoapods":
                return name[0] == '.' || name.Contains('+') || name.Any(char.IsWhiteSpace) ? "the name of a pod begins with no period and holds neither white space nor \"+\"" : null;
            case "chrome-extension":
                return name.Length != 32 || name.AsSpan().IndexOfAnyExceptInRange('a', 'p') >= 0 ? "the name of a Chrome extension is 32 letters from a to p"
                    : version.Length > 0 && !ChromeVersion(version) ? "the version of a Chrome extension is one to four numbers" : null;
            case "mlflow":
                // Names on Databricks are not case sensitive, on Azure ML they are.
                if (qualifiers.Any(q => q is { Key: "repository_url" } && q.Value.Contains("databricks", StringComparison.OrdinalIgnoreCase))) Take(ref name, PurlText.Lower(name), PurlChanges.Name, ref changes);
                return null;
            case "git":
                // GitHub takes names of repositories in any case.
                if (nameSpace.Equals("github", StringComparison.OrdinalIgnoreCase) || nameSpace.Equals("github.com", StringComparison.OrdinalIgnoreCase))
                {
                    Take(ref nameSpace, PurlText.Lower(nameSpace), PurlChanges.Namespace, ref changes);
                    Take(ref name, PurlText.Lower(name), PurlChanges.Name, ref changes);
                }

                return null;
            case "swid":
                LowerGuid(ref qualifiers, ref changes);
                return nameSpace.Count(c => c == '/') > 1 ? "the namespace of a SWID tag has at most two segments" : null;
            default:
                return null;
        }
    }

    private static void Take(ref string part, string normalised, PurlChanges change, ref PurlChanges changes)
    {
        if (part == normalised) return;
        part = normalised;
        changes |= change;
    }

    private static readonly System.Buffers.SearchValues<char> PubCharacters = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_");

    private static string Underscored(string name) => string.Concat(name.EnumerateRunes().Select(r => r.IsAscii && (char.IsAsciiLetterOrDigit((char)r.Value)) ? (char)r.Value : '_'));

    private static bool ChromeVersion(string version)
    {
        var parts = version.Split('.', 5);
        return parts.Length <= 4 && parts.All(p => p.Length > 0 && p.All(char.IsAsciiDigit));
    }

    private static void LowerGuid(ref KeyValuePair<string, string>[] qualifiers, ref PurlChanges changes)
    {
        for (var i = 0; i < qualifiers.Length; i++)
        {
            if (qualifiers[i] is not { Key: "tag_id" } || !Guid.TryParseExact(qualifiers[i].Value, "D", out var guid) || guid.ToString("D") == qualifiers[i].Value) continue;
            qualifiers = [.. qualifiers];
            qualifiers[i] = new("tag_id", guid.ToString("D"));
            changes |= PurlChanges.QualifierValues;
        }
    }
}
