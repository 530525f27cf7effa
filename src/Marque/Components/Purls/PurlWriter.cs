using System.Text;

namespace Marque.Components.Purls;

/// <summary>Writes the canonical text of a package URL (ECMA-427, building).</summary>
internal static class PurlWriter
{
    public static string Write(Purl purl)
    {
        var text = new StringBuilder("pkg:", 96).Append(purl.Type).Append('/');
        if (purl.Namespace.Length > 0)
        {
            Path(text, purl.Namespace);
            text.Append('/');
        }

        // A git repository's path on its host is its name, slashes and all (type definition "git").
        if (purl.Type == "git") Path(text, purl.Name);
        else PurlText.Encode(text, purl.Name);
        if (purl.Version.Length > 0) PurlText.Encode(text.Append('@'), purl.Version);
        var separator = '?';
        foreach (var (key, value) in purl.Qualifiers)
        {
            PurlText.Encode(text.Append(separator).Append(key).Append('='), value);
            separator = '&';
        }

        if (purl.Subpath.Length > 0) Path(text.Append('#'), purl.Subpath);
        return text.ToString();
    }

    private static void Path(StringBuilder text, ReadOnlySpan<char> path)
    {
        for (int slash; (slash = path.IndexOf('/')) >= 0; path = path[(slash + 1)..])
        {
            PurlText.Encode(text, path[..slash]);
            text.Append('/');
        }

        PurlText.Encode(text, path);
    }
}
