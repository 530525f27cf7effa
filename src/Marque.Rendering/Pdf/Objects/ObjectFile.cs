using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Marque.Rendering.Pdf.Objects;

/// <summary>The numbered objects of a file, each written as soon as it is known (ISO 32000-1, 7.5). What has no bytes of its own goes into object streams (7.5.7), which halve a tagged file. Nothing in it comes from a clock or a random source.</summary>
internal sealed class ObjectFile : IDisposable
{
    private const int MostInStream = 250;

    private readonly MemoryStream written = new(1024 * 1024);
    private readonly Deflate deflate = new();

    // Of each object: free, at an offset, or in a stream at an index (7.5.8.3).
    private readonly List<(byte Kind, int Where, int Index)> places = [(0, 0, 65535)];
    private readonly List<(int Number, int Offset)> small = [];
    private readonly StringBuilder smallText = new();

    /// <summary>Begins a file.</summary>
    public ObjectFile() => Write("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");

    /// <summary>A number for an object that is put later.</summary>
    public int Reserve()
    {
        places.Add(default);
        return places.Count - 1;
    }

    /// <summary>Puts an object of characters up to U+00FF.</summary>
    public void Put(int number, string value)
    {
        small.Add((number, smallText.Length));
        smallText.Append(value).Append('\n');
        if (small.Count == MostInStream) PutSmall();
    }

    public int Put(string value)
    {
        var number = Reserve();
        Put(number, value);
        return number;
    }

    /// <summary>Puts a stream, compressed.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="entries">The entries of its dictionary besides length and filter.</param>
    /// <param name="bytes">Where its bytes are.</param>
    /// <param name="length">How many.</param>
    public void PutStream(int number, string entries, byte[] bytes, int length) => PutRaw(number, entries + " /Filter /FlateDecode", deflate.Of(bytes, length));

    public int PutStream(string entries, byte[] bytes)
    {
        var number = Reserve();
        PutStream(number, entries, bytes, bytes.Length);
        return number;
    }

    /// <summary>Puts a stream as it is.</summary>
    public void PutRaw(int number, string entries, ReadOnlySpan<byte> bytes)
    {
        places[number] = (1, (int)written.Length, 0);
        Write(string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n<<{entries} /Length {bytes.Length}>>\nstream\n"));
        written.Write(bytes);
        Write("\nendstream\nendobj\n");
    }

    /// <summary>The file, with its identifier made of its content (14.4).</summary>
    /// <param name="catalog">The number of the catalog.</param>
    /// <param name="information">The number of the information dictionary.</param>
    public byte[] Finish(int catalog, int information)
    {
        PutSmall();
        var table = Reserve();
        var at = (int)written.Length;
        places[table] = (1, at, 0);
        var rows = new byte[places.Count * 7];
        for (var i = 0; i < places.Count; i++)
        {
            var row = rows.AsSpan(i * 7, 7);
            row[0] = places[i].Kind;
            BinaryPrimitives.WriteInt32BigEndian(row[1..], places[i].Where);
            BinaryPrimitives.WriteUInt16BigEndian(row[5..], (ushort)places[i].Index);
        }

        var id = Syntax.Bytes(SHA256.HashData(written.GetBuffer().AsSpan(0, at)).AsSpan(0, 16));
        PutStream(table, string.Create(CultureInfo.InvariantCulture, $"/Type /XRef /Size {places.Count} /W [1 4 2] /Root {catalog} 0 R /Info {information} 0 R /ID [{id} {id}]"), rows, rows.Length);
        Write(string.Create(CultureInfo.InvariantCulture, $"startxref\n{at}\n%%EOF\n"));
        return written.ToArray();
    }

    public void Dispose() => written.Dispose();

    private void PutSmall()
    {
        if (small.Count == 0) return;
        var stream = Reserve();
        var index = new StringBuilder();
        for (var i = 0; i < small.Count; i++)
        {
            places[small[i].Number] = (2, stream, i);
            index.Append(CultureInfo.InvariantCulture, $"{small[i].Number} {small[i].Offset} ");
        }

        var bytes = Encoding.Latin1.GetBytes($"{index}{smallText}");
        PutStream(stream, string.Create(CultureInfo.InvariantCulture, $"/Type /ObjStm /N {small.Count} /First {index.Length}"), bytes, bytes.Length);
        small.Clear();
        smallText.Clear();
    }

    private void Write(string text) => written.Write(Encoding.Latin1.GetBytes(text));
}
