using System.Globalization;
using Marque.Documents;
using Marque.Documents.Blocks;
using Marque.Outside;
using Marque.Rendering;
using Marque.Text;

namespace Marque.Cli;

/// <summary>The look of documents, with the logo read from its file.</summary>
internal static class Branding
{
    private const int MostBytes = 2 * 1024 * 1024;

    /// <summary>The look that <c>documents.yaml</c> asks for.</summary>
    /// <param name="folder">The case.</param>
    /// <returns>The look; a problem when the logo cannot be used.</returns>
    public static Read<Brand> Of(CaseFolder folder)
    {
        if (folder.Case.Look is not { } look) return new(Brand.None, []);
        Logo? logo = null;
        if (look.Logo is { } path)
        {
            var (bytes, problem) = Attachment.Read(folder, path, MostBytes);
            if (bytes is not null && Pictures.Of(bytes) is var (type, width, height))
            {
                logo = new Logo(bytes, type, width, height, look.LogoText ?? folder.Case.Product?.Manufacturer ?? folder.Case.Name);
                problem = Logos.WhyNot(logo);
            }

            if (logo is null || problem is not null) return new(null, [new Problem(look.LogoPlace, "documents.logo", $"'{path}' cannot be the logo: {problem ?? "it is no PNG or JPEG picture of at most 8192 pixels a side"}", "name a PNG or JPEG file of the case, of at most 2 MiB")]);
        }

        return new(new Brand(look.Header, look.Accent is { } accent ? Colour(accent) : null, logo), []);
    }

    private static Colour Colour(string text) => new(Byte(text[1..3]), Byte(text[3..5]), Byte(text[5..7]));

    private static byte Byte(string digits) => byte.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
