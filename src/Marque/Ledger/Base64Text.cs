using System.Text.Json;

namespace Marque.Ledger;

/// <summary>Base64 as signatures carry it.</summary>
internal static class Base64Text
{
    /// <summary>The bytes of standard or URL-safe base64 (RFC 4648), with or without padding; null when it is neither.</summary>
    public static byte[]? Decode(string text)
    {
        if (text.AsSpan().ContainsAny('-', '_')) text = text.Replace('-', '+').Replace('_', '/');
        var missing = text.Length % 4;
        if (missing > 0 && !text.EndsWith('=')) text = missing == 1 ? text : text.PadRight(text.Length + 4 - missing, '=');
        var bytes = new byte[(text.Length / 4 * 3) + 3];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : null;
    }

    /// <summary>The text of a JSON string; null when it holds half a surrogate pair.</summary>
    public static string? TextOf(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
