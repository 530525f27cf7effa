using System.IO.Compression;
using System.Text;
using Marque.Facts.Reading;
using Marque.Text.Reading;

namespace Marque.Facts;

/// <summary>Word documents (ECMA-376, WordprocessingML): the words of the body, notes, headers and footers.</summary>
internal static class Docx
{
    /// <summary>The largest file read, in bytes.</summary>
    public const int MaxBytes = 128 * 1024 * 1024;

    /// <summary>The most that its parts may unpack to, in bytes.</summary>
    public const long MaxUnpacked = 512L * 1024 * 1024;

    /// <summary>The most parts.</summary>
    public const int MaxParts = 20_000;

    public static Check Run(Stream content, Expectation expect)
    {
        var bytes = Whole.Bytes(content, MaxBytes);
        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0])) throw new Refusal("docx.encrypted", "this is an encrypted or an old binary Word document");
        try
        {
            return Read(bytes, expect);
        }
        catch (InvalidDataException)
        {
            throw new Refusal("docx.zip", "the file is no sound ZIP container");
        }
    }

    private static Check Read(byte[] bytes, Expectation expect)
    {
        var search = new TextSearch(expect);
        using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        if (zip.Entries.Count > MaxParts) throw new Refusal("docx.too-many-parts", $"the container has more than {MaxParts} parts");
        var budget = MaxUnpacked;
        var paragraphs = 0L;
        var body = zip.GetEntry("word/document.xml") ?? throw new Refusal("docx.no-body", "the container holds no word/document.xml");
        foreach (var part in zip.Entries.Where(e => IsText(e.FullName)).OrderBy(e => e.FullName, StringComparer.Ordinal).Prepend(body))
        {
            using var stream = part.Open();
            var bounded = new Bounded(stream, budget, "docx.too-large", $"its parts unpack to more than {MaxUnpacked / 1024 / 1024} MiB");
            paragraphs += Words(bounded, search);
            budget = bounded.Left;
        }

        var weighing = new Weighing();
        search.Judge(weighing, "docx");
        if (search.Words == 0) weighing.Vacuous("docx.empty", "the document holds no word");
        return weighing.Done(FactKind.Docx, ("paragraphs", paragraphs), ("words", search.Words));
    }

    private static bool IsText(string name) =>
        name.StartsWith("word/", StringComparison.Ordinal) && name.IndexOf('/', 5) < 0 && name.EndsWith(".xml", StringComparison.Ordinal)
        && (name.StartsWith("word/header", StringComparison.Ordinal) || name.StartsWith("word/footer", StringComparison.Ordinal) || name is "word/footnotes.xml" or "word/endnotes.xml");

    // Deleted text stands in w:delText and does not count.
    private static long Words(Stream part, TextSearch search)
    {
        var xml = new XmlScan(part) { WantText = true };
        var (paragraphs, inText) = (0L, 0);
        for (var node = xml.Read(); node != XmlNode.None; node = xml.Read())
        {
            if (node == XmlNode.Text)
            {
                if (inText > 0) search.Add(xml.IsCData ? Encoding.UTF8.GetString(xml.RawText) : XmlScan.Decode(xml.RawText));
            }
            else if (xml.Is("t"u8))
            {
                inText += node == XmlNode.Start ? 1 : -1;
            }
            else if (xml.Is("p"u8) || xml.Is("tab"u8) || xml.Is("br"u8) || xml.Is("tc"u8))
            {
                search.Break();
                if (node == XmlNode.End && xml.Is("p"u8)) paragraphs++;
            }
        }

        return paragraphs;
    }
}
