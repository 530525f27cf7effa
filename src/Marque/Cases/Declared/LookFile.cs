using Marque.Text;

namespace Marque.Cases.Declared;

/// <summary>Reads <c>documents.yaml</c>.</summary>
internal static class LookFile
{
    private const double LeastContrast = 3;

    public static Look Read(Fields f)
    {
        var accent = f.Text("accent");
        if (accent is not null && !IsColour(accent)) f.Problem("accent", "documents.accent", $"'{accent}' is not a colour", "write it in quotes, as \"#1f4e79\"");
        else if (accent is not null && Contrast(accent) < LeastContrast) f.Problem("accent", "documents.accent", $"headings in '{accent}' could not be read on paper", "choose a darker colour");
        var logo = f.Text("logo");
        if (logo is not null && !(logo.EndsWith(".png", StringComparison.OrdinalIgnoreCase) || logo.EndsWith(".jpg", StringComparison.OrdinalIgnoreCase) || logo.EndsWith(".jpeg", StringComparison.OrdinalIgnoreCase))) f.Problem("logo", "documents.logo", $"'{logo}' is not a PNG or JPEG file", "name a file that ends in .png, .jpg or .jpeg");
        var look = new Look(f.OneOf("language", [.. Language.Texts.Complete]), f.Text("header"), accent, logo, f.Text("logoText"), f.Place) { LogoPlace = f.PlaceOf("logo") };
        f.Done();
        return look;
    }

    // Against white, by WCAG 2.2, relative luminance and success criterion 1.4.3 for large text.
    private static double Contrast(string colour)
    {
        double Part(int at)
        {
            var part = Convert.ToInt32(colour[at..(at + 2)], 16) / 255.0;
            return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
        }

        return 1.05 / ((0.2126 * Part(1)) + (0.7152 * Part(3)) + (0.0722 * Part(5)) + 0.05);
    }

    private static bool IsColour(string text) => text.Length == 7 && text[0] == '#' && text.AsSpan(1).IndexOfAnyExcept("0123456789abcdefABCDEF") < 0;
}
