using System.Text;

namespace Marque.Text.Reading;

/// <summary>Encodings by their IANA name, the single-byte ones of old tools included.</summary>
internal static class OldEncodings
{
    /// <summary>The encoding, unless the name is unknown.</summary>
    public static bool TryGet(string name, out Encoding? encoding)
    {
        encoding = null;
        try
        {
            encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return false;
        }
        catch (NotSupportedException)
        {
            return false;
        }

        return true;
    }
}
