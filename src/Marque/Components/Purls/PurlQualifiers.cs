using System.Buffers;

namespace Marque.Components.Purls;

/// <summary>The qualifiers of package URLs (ECMA-427, clause 5.6.6).</summary>
internal static class PurlQualifiers
{
    private static readonly SearchValues<char> KeyCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789.-_");
    private static readonly KeyValuePair<string, string>[] None = [];

    /// <summary>Reads them; what is wrong in words, or null.</summary>
    public static string? Read(ReadOnlySpan<char> raw, out KeyValuePair<string, string>[] pairs, ref PurlChanges changes)
    {
        pairs = None;
        if (raw.IsEmpty) return null;
        var list = new KeyValuePair<string, string>[raw.Count('&') + 1];
        var count = 0;
        foreach (var range in raw.Split('&'))
        {
            var pair = raw[range];
            var equals = pair.IndexOf('=');
            if (pair.IsEmpty)
            {
                changes |= PurlChanges.EmptyQualifiers;
                continue;
            }

            if (Key(equals < 0 ? pair : pair[..equals], ref changes) is not { } key) return WrongKey(equals < 0 ? pair : pair[..equals]);
            if (equals < 0 || equals == pair.Length - 1)
            {
                changes |= PurlChanges.EmptyQualifiers;
                continue;
            }

            if (!PurlText.TryDecode(pair[(equals + 1)..], out var value, out var canonical)) return PurlReader.Encoding($"qualifier \"{key}\"");
            if (!canonical) changes |= PurlChanges.PercentEncoding;
            list[count++] = new(key, value);
        }

        return Order(list, count, out pairs, ref changes);
    }

    /// <summary>Takes decoded ones.</summary>
    public static string? Build(IEnumerable<KeyValuePair<string, string>> given, out KeyValuePair<string, string>[] pairs, ref PurlChanges changes)
    {
        pairs = None;
        var list = new List<KeyValuePair<string, string>>();
        foreach (var (name, value) in given)
        {
            if (Key(name, ref changes) is not { } key) return WrongKey(name);
            if (string.IsNullOrEmpty(value)) continue;
            if (PurlReader.IsBroken(value)) return PurlReader.Encoding($"qualifier \"{key}\"");
            list.Add(new(key, value));
        }

        return Order([.. list], list.Count, out pairs, ref changes);
    }

    private static string? Order(KeyValuePair<string, string>[] list, int count, out KeyValuePair<string, string>[] pairs, ref PurlChanges changes)
    {
        pairs = count == 0 ? None : count == list.Length ? list : list[..count];
        for (var i = 1; i < pairs.Length; i++)
        {
            if (Compare(pairs[i - 1], pairs[i]) < 0) continue;
            changes |= PurlChanges.QualifierOrder;
            Array.Sort(pairs, Compare);
            break;
        }

        for (var i = 1; i < pairs.Length; i++)
        {
            if (pairs[i - 1].Key == pairs[i].Key) return $"the qualifier \"{pairs[i].Key}\" stands twice";
        }

        return null;
    }

    private static string? Key(ReadOnlySpan<char> text, ref PurlChanges changes)
    {
        if (text.IsEmpty || !char.IsAsciiLetter(text[0])) return null;
        if (text.IndexOfAnyExcept(KeyCharacters) < 0) return PurlWords.Of(text);
        var lower = text.ToString().ToLowerInvariant();
        if (lower.AsSpan().IndexOfAnyExcept(KeyCharacters) >= 0 || !System.Text.Ascii.IsValid(text)) return null;
        changes |= PurlChanges.QualifierKeys;
        return PurlWords.Of(lower);
    }

    // The order of the texts "key=value": where one key begins the other, the equal sign counts.
    private static int Compare(KeyValuePair<string, string> a, KeyValuePair<string, string> b)
    {
        var common = Math.Min(a.Key.Length, b.Key.Length);
        var order = string.CompareOrdinal(a.Key, 0, b.Key, 0, common);
        return order != 0 ? order : Next(a.Key, common) - Next(b.Key, common);
    }

    private static int Next(string key, int at) => at < key.Length ? key[at] : '=';

    private static string WrongKey(ReadOnlySpan<char> key) => $"\"{(key.Length > 40 ? key[..40] : key)}\" is no key of a qualifier: a letter, then letters, digits, periods, dashes and underscores";
}
