using Marque.Text;

namespace Marque.Cases.Declared;

/// <summary>Reads <c>documents.yaml</c>.</summary>
internal static class LookFile
{
    public static Look Read(Fields f)
    {
        var accent = f.Text("accent");
        if (accent is not null && !IsColour(accent)) f.Problem("accent", "documents.accent", $"'{accent}' is not a colour", "write it in quotes, as \"#1f4e79\"");
        var logo = f.Text("logo");
        if (logo is not null && !(logo.EndsWith(".png", StringComparison.OrdinalIgnoreCase) || logo.EndsWith(".jpg", StringComparison.OrdinalIgnoreCase) || logo.EndsWith(".jpeg", StringComparison.OrdinalIgnoreCase))) f.Problem("logo", "documents.logo", $"'{logo}' is not a PNG or JPEG file", "name a file that ends in .png, .jpg or .jpeg");
        var look = new Look(f.OneOf("language", [.. Language.Texts.Complete]), f.Text("header"), accent, logo, f.Text("logoText"), f.Place) { LogoPlace = f.PlaceOf("logo") };
        f.Done();
        return look;
    }

    private static bool IsColour(string text) => text.Length == 7 && text[0] == '#' && text.AsSpan(1).IndexOfAnyExcept("0123456789abcdefABCDEF") < 0;
}
