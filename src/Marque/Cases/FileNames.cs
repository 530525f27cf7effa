using System.Text;

namespace Marque.Cases;

/// <summary>Names of files made from texts of a case.</summary>
public static class FileNames
{
    // Long enough to be told apart, short enough for every file system once a date and a digest stand beside it.
    private const int Longest = 80;

    /// <summary>A text as file systems and shells take it everywhere: letters, digits, dot, hyphen and underscore of ASCII, not starting or ending with dot or hyphen.</summary>
    public static string Slug(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var c in text) slug.Append(char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '-');
        var name = slug.ToString().Trim('.', '-');
        return name.Length > Longest ? name[..Longest].TrimEnd('.', '-') : name;
    }
}
