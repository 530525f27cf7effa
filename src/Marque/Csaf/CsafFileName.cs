using System.Text;

namespace Marque.Csaf;

/// <summary>The name of a document's file (section 5.1).</summary>
public static class CsafFileName
{
    /// <summary>From <c>/document/tracking/id</c>: small letters, one underscore for whatever is no letter, digit, + or -, and <c>.json</c>.</summary>
    public static string Of(string id)
    {
        var name = new StringBuilder();
        foreach (var c in id.ToLowerInvariant())
        {
            if (char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '+' or '-') name.Append(c);
            else if (name.Length == 0 || name[^1] != '_') name.Append('_');
        }

        return name.Append(".json").ToString();
    }
}
