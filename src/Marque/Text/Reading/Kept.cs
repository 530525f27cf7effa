using System.Text;

namespace Marque.Text.Reading;

/// <summary>A copy of a few bytes whose buffer is used again and again.</summary>
internal sealed class Kept
{
    private byte[] bytes = new byte[256];
    private int length;

    /// <summary>Whether nothing is kept.</summary>
    public bool IsEmpty => length == 0;

    public ReadOnlySpan<byte> Bytes => bytes.AsSpan(0, length);

    public void Keep(ReadOnlySpan<byte> value)
    {
        if (value.Length > bytes.Length) bytes = new byte[value.Length * 2];
        value.CopyTo(bytes);
        length = value.Length;
    }

    /// <summary>The kept bytes as text; null when there are none.</summary>
    public string? Text(int most = int.MaxValue) => length == 0 ? null : Encoding.UTF8.GetString(bytes, 0, Math.Min(length, most));
}
