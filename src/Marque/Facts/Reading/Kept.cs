namespace Marque.Facts.Reading;

/// <summary>A copy of a few bytes whose buffer is used again and again.</summary>
internal sealed class Kept
{
    private byte[] bytes = new byte[256];
    private int length;

    public ReadOnlySpan<byte> Bytes => bytes.AsSpan(0, length);

    public void Keep(ReadOnlySpan<byte> value)
    {
        if (value.Length > bytes.Length) bytes = new byte[value.Length * 2];
        value.CopyTo(bytes);
        length = value.Length;
    }
}
