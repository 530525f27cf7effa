using System.Buffers;
using System.Text;

namespace Marque.Components.Purls;

/// <summary>Reads and builds package URLs (ECMA-427, clause 5, and purl-spec's "How to parse" and "How to build").</summary>
internal static class PurlReader
{
    private static readonly SearchValues<char> TypeCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789.-");

    public static PurlReading Read(string text)
    {
        var changes = PurlChanges.None;
        ReadOnlySpan<char> rest = text;
        if (!rest.StartsWith("pkg:", StringComparison.OrdinalIgnoreCase)) return Wrong("it does not begin with \"pkg:\"");
        if (!rest.StartsWith("pkg:", StringComparison.Ordinal)) changes |= PurlChanges.Scheme;
        rest = rest[4..];
        if (rest is ['/', ..])
        {
            rest = rest.TrimStart('/');
            changes |= PurlChanges.Scheme;
        }

        ReadOnlySpan<char> subpath = default, qualifiers = default, version = default;
        Cut(ref rest, rest.LastIndexOf('#'), ref subpath, ref changes);
        Cut(ref rest, rest.LastIndexOf('?'), ref qualifiers, ref changes);
        var slash = rest.IndexOf('/');
        if (slash < 0) return Type(rest, ref changes) is null ? WrongType(rest) : Wrong("the name is missing");
        if (Type(rest[..slash], ref changes) is not { } type) return WrongType(rest[..slash]);
        rest = rest[(slash + 1)..];
        Cut(ref rest, VersionMark(rest), ref version, ref changes);
        if (rest is ['/', ..] or [.., '/'])
        {
            rest = rest.Trim('/');
            changes |= PurlChanges.Segments;
        }

        // The path on the host is the name of a git repository; of all others it is the last segment.
        var split = type == "git" ? rest.IndexOf('/') : rest.LastIndexOf('/');
        string nameSpace = "", name = "", decodedVersion = "", decodedSubpath = "";
        if (split > 0 && Path(rest[..split], "namespace", false, out nameSpace, ref changes) is { } wrongNamespace) return Wrong(wrongNamespace);
        var last = rest[(split + 1)..];
        if (type == "git")
        {
            if (Path(last, "name", false, out name, ref changes) is { } wrongPath) return Wrong(wrongPath);
        }
        else if (!Decode(last, out name, ref changes))
        {
            return WrongEncoding("name");
        }

        if (!Decode(version, out decodedVersion, ref changes)) return WrongEncoding("version");
        if (PurlQualifiers.Read(qualifiers, out var pairs, ref changes) is { } wrongQualifiers) return Wrong(wrongQualifiers);
        if (!subpath.IsEmpty && Path(subpath, "subpath", true, out decodedSubpath, ref changes) is { } wrongSubpath) return Wrong(wrongSubpath);
        return Finish(type, nameSpace, name, decodedVersion, pairs, decodedSubpath, changes, text);
    }

    public static PurlReading Build(string type, string nameSpace, string name, string version, IEnumerable<KeyValuePair<string, string>> qualifiers, string subpath)
    {
        var changes = PurlChanges.None;
        if (Type(type, ref changes) is not { } lower) return WrongType(type);
        if (IsBroken(nameSpace) || IsBroken(name) || IsBroken(version) || IsBroken(subpath)) return WrongEncoding("text");
        if (PurlQualifiers.Build(qualifiers, out var pairs, ref changes) is { } wrong) return Wrong(wrong);
        nameSpace = Segments(nameSpace, false);
        if (lower == "git")
        {
            var path = Segments($"{nameSpace}/{name}", false);
            var host = path.IndexOf('/');
            // Written, a path without host would be read as one whose first segment is the host.
            if (nameSpace.Length == 0 && host >= 0) return Wrong("the type \"git\" requires a namespace, the host, before a path");
            (nameSpace, name) = host < 0 ? ("", path) : (path[..host], path[(host + 1)..]);
        }

        return Finish(lower, nameSpace, name, version, pairs, Segments(subpath, true), changes, null);
    }

    private static PurlReading Finish(string type, string nameSpace, string name, string version, KeyValuePair<string, string>[] qualifiers, string subpath, PurlChanges changes, string? text)
    {
        if (name is ['/', ..] or [.., '/'])
        {
            name = name.Trim('/');
            changes |= PurlChanges.Segments;
        }

        if (name.Length == 0) return Wrong("the name is missing");
        var problem = PurlTypes.Of(type) is { } rules ? PurlRules.Apply(rules, ref nameSpace, ref name, ref version, ref qualifiers, ref subpath, ref changes) : null;
        var purl = new Purl(type, nameSpace, name, version, qualifiers, subpath, changes == PurlChanges.None ? text : null);
        return new(purl, problem is null ? PurlFault.None : PurlFault.TypeRule, problem, changes);
    }

    private static string? Type(ReadOnlySpan<char> text, ref PurlChanges changes)
    {
        if (PurlTypes.Of(text) is { } known) return known.Name;
        if (text.IsEmpty || !char.IsAsciiLetter(text[0])) return null;
        if (text.IndexOfAnyExcept(TypeCharacters) < 0) return text.ToString();
        Span<char> lower = text.Length <= 64 ? stackalloc char[64] : new char[text.Length];
        lower = lower[..text.Length];
        for (var i = 0; i < text.Length; i++) lower[i] = char.IsAsciiLetterUpper(text[i]) ? (char)(text[i] | 0x20) : text[i];
        if (lower.IndexOfAnyExcept(TypeCharacters) >= 0) return null;
        changes |= PurlChanges.TypeCase;
        return PurlTypes.Of(lower)?.Name ?? lower.ToString();
    }

    // The last "@" is the version's, unless it begins a segment that others follow: the scope of npm, not encoded.
    private static int VersionMark(ReadOnlySpan<char> rest)
    {
        var at = rest.LastIndexOf('@');
        return at >= 0 && (at == 0 || rest[at - 1] == '/') && rest[at..].Contains('/') ? -1 : at;
    }

    private static void Cut(ref ReadOnlySpan<char> rest, int at, ref ReadOnlySpan<char> right, ref PurlChanges changes)
    {
        if (at < 0) return;
        if (at == rest.Length - 1) changes |= PurlChanges.Segments;
        right = rest[(at + 1)..];
        rest = rest[..at];
    }

    private static bool Decode(ReadOnlySpan<char> raw, out string text, ref PurlChanges changes)
    {
        text = "";
        if (raw.IsEmpty) return true;
        if (!PurlText.TryDecode(raw, out text, out var canonical)) return false;
        if (!canonical) changes |= PurlChanges.PercentEncoding;
        return true;
    }

    private static string? Path(ReadOnlySpan<char> raw, string what, bool dots, out string path, ref PurlChanges changes)
    {
        path = "";
        if (!dots && raw.IndexOfAnyExcept(PurlText.PlainPath) < 0 && raw.IndexOf("//") < 0 && raw is not (['/', ..] or [.., '/']))
        {
            path = PurlWords.Of(raw);
            return null;
        }

        var segments = new List<string>();
        foreach (var range in raw.Split('/'))
        {
            var segment = raw[range];
            if (!Decode(segment, out var decoded, ref changes)) return Encoding(what);
            if (decoded.Contains('/')) return $"a segment of the {what} holds a slash";
            if (decoded.Length == 0 || (dots && decoded is "." or "..")) changes |= PurlChanges.Segments;
            else segments.Add(decoded);
        }

        path = string.Join('/', segments);
        return null;
    }

    private static string Segments(string path, bool dots) =>
        path.Length == 0 ? "" : string.Join('/', path.Split('/').Where(s => s.Length > 0 && !(dots && s is "." or "..")));

    /// <summary>Whether it holds half a surrogate pair.</summary>
    internal static bool IsBroken(ReadOnlySpan<char> text)
    {
        for (int at; (at = text.IndexOfAnyInRange('\uD800', '\uDFFF')) >= 0; text = text[(at + 2)..])
        {
            if (Rune.DecodeFromUtf16(text[at..], out _, out _) != OperationStatus.Done) return true;
        }

        return false;
    }

    internal static string Encoding(string what) => $"the {what} holds a percent sign without two hexadecimal digits, or bytes that are no characters";

    private static PurlReading Wrong(string problem) => new(null, PurlFault.Syntax, problem, PurlChanges.None);

    private static PurlReading WrongEncoding(string what) => Wrong(Encoding(what));

    private static PurlReading WrongType(ReadOnlySpan<char> type) =>
        Wrong(type.IsEmpty ? "the type is missing" : $"\"{(type.Length > 40 ? type[..40] : type)}\" is no type: a letter, then letters, digits, periods and dashes");
}
