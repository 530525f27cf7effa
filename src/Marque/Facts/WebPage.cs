using System.Text;
using Marque.Facts.Reading;
using Marque.Text.Reading;

namespace Marque.Facts;

/// <summary>A recorded web page: the words that a reader of its HTML sees.</summary>
internal static class WebPage
{
    public static Check Run(Stream content, Expectation expect)
    {
        var search = new TextSearch(expect);
        var input = new TextInput(content, "web-page");
        if (!input.HasMark && Charset(input.Head) is { } encoding) input.Encoding = encoding;
        var html = new HtmlText(search);
        while (input.Next(out var piece)) html.Add(piece);
        html.Done();
        var weighing = new Weighing();
        weighing.Names("title", html.Title);
        search.Judge(weighing, "web-page");
        if (search.Words == 0) weighing.Vacuous("web-page.empty", "it shows no word");
        return weighing.Done(FactKind.WebPage, ("words", search.Words), ("elements", html.Elements));
    }

    // HTML standard, section 4.2.5.4: the declaration stands within the first 1024 bytes.
    private static Encoding? Charset(ReadOnlySpan<byte> head)
    {
        var text = Encoding.Latin1.GetString(head[..Math.Min(1024, head.Length)]);
        var at = text.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        var rest = text.AsSpan(at + 8).TrimStart(" \"'");
        var end = rest.IndexOfAny(" \"';>/");
        return end > 0 && OldEncodings.TryGet(rest[..end].ToString(), out var encoding) && encoding!.IsSingleByte ? encoding : null;
    }
}
