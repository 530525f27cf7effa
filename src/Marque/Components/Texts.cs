using System.Text;
using Marque.Text.Reading;

namespace Marque.Components;

/// <summary>Many texts as UTF-8, one behind the other: three hundred thousand components would otherwise be millions of objects.</summary>
internal sealed class Texts
{
    /// <summary>The most bytes of one text.</summary>
    public const int MaxText = 64 * 1024;

    /// <summary>The most bytes of all texts of a file.</summary>
    public const long MaxBytes = 1L << 30;

    private const int Shift = 20;
    private const int Size = 1 << Shift;

    private readonly List<byte[]> pieces = [new byte[4096]];
    private int used = 1;

    /// <summary>Adds a text; 0 for an empty one.</summary>
    /// <exception cref="Refusal">More than <see cref="MaxBytes"/> of text.</exception>
    public int Add(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) return 0;
        var head = bytes.Length < 0x80 ? 1 : bytes.Length < 0x4000 ? 2 : 3;
        var needed = head + bytes.Length;
        var piece = pieces[^1];
        if (used + needed > piece.Length)
        {
            if (pieces.Count == 1 && piece.Length < Size && used + needed <= Size)
            {
                Array.Resize(ref piece, Math.Min(Size, Math.Max(piece.Length * 4, used + needed)));
                pieces[0] = piece;
            }
            else
            {
                if ((long)pieces.Count << Shift >= MaxBytes) throw new Refusal("sbom.too-much-text", $"the names, references and addresses of the file are more than {MaxBytes >> 20} MiB, the most that is read");
                piece = GC.AllocateUninitializedArray<byte>(Size);
                pieces.Add(piece);
                used = 0;
            }
        }

        var position = ((pieces.Count - 1) << Shift) | used;
        if (head == 1) piece[used++] = (byte)bytes.Length;
        else if (head == 2)
        {
            piece[used++] = (byte)(0x80 | (bytes.Length & 0x7F));
            piece[used++] = (byte)(bytes.Length >> 7);
        }
        else
        {
            piece[used++] = (byte)(0x80 | (bytes.Length & 0x7F));
            piece[used++] = (byte)(0x80 | ((bytes.Length >> 7) & 0x7F));
            piece[used++] = (byte)(bytes.Length >> 14);
        }

        bytes.CopyTo(piece.AsSpan(used));
        used += bytes.Length;
        return position;
    }

    /// <summary>The bytes of a text.</summary>
    public ReadOnlySpan<byte> Bytes(int position)
    {
        if (position == 0) return default;
        var piece = pieces[position >> Shift];
        var at = position & (Size - 1);
        int length = piece[at++];
        if (length >= 0x80)
        {
            length = (length & 0x7F) | (piece[at] & 0x7F) << 7;
            if (piece[at++] >= 0x80) length |= piece[at++] << 14;
        }

        return piece.AsSpan(at, length);
    }

    /// <summary>The first byte of what stands there.</summary>
    public int First(int position) => pieces[position >> Shift][position & (Size - 1)];

    /// <summary>A text, made anew; empty for 0.</summary>
    public string Text(int position) => position == 0 ? "" : Encoding.UTF8.GetString(Bytes(position));
}
