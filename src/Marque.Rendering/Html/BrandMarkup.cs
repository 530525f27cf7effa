using System.Globalization;
using Marque.Documents.Blocks;

namespace Marque.Rendering.Html;

/// <summary>The manufacturer's own look on a page.</summary>
internal static class BrandMarkup
{
    public static void Write(Markup html, Brand brand)
    {
        if (brand.Logo is { } logo)
        {
            html.Raw("<img class=\"logo\"").Attribute("alt", logo.Text).Attribute("width", Number(logo.Width)).Attribute("height", Number(logo.Height))
                .Raw(" src=\"data:").Raw(logo.MediaType).Raw(";base64,").Raw(Convert.ToBase64String(logo.Bytes.Span)).Raw("\">\n");
        }

        if (brand.Header is { } header) html.Raw("<p class=\"brand\">").Text(header).Raw("</p>\n");
    }

    /// <summary>Headings in the manufacturer's colour; on a dark page they stay light, since it was chosen for paper.</summary>
    public static string Style(Brand brand) => brand.Accent is { } c
        ? string.Create(CultureInfo.InvariantCulture, $"@media (prefers-color-scheme: light){{h1,h2,h3{{color:#{c.Red:x2}{c.Green:x2}{c.Blue:x2}}}}}@media print{{h1,h2,h3{{color:#{c.Red:x2}{c.Green:x2}{c.Blue:x2}}}}}")
        : "";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
