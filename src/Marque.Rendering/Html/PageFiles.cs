using System.Text;

namespace Marque.Rendering.Html;

/// <summary>The style and the script that every page carries.</summary>
internal static class PageFiles
{
    public static string Style { get; } = Read("page.css");

    public static string Script { get; } = Read("page.js");

    // Line ends as the checkout has them would change the bytes from machine to machine.
    private static string Read(string name)
    {
        using var stream = typeof(PageFiles).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The program was built without {name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
    }
}
