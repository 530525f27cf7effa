using System.Collections.Concurrent;
using Marque.Rendering.Pdf.Objects;

namespace Marque.Rendering.Pdf.Fonts;

/// <summary>The faces of the program.</summary>
internal enum Typeface : byte
{
    Regular,
    Bold,
    Italic,
    Mono,
    Symbols,
}

/// <summary>The fonts of one document. The files are in the program and are read when the first character asks for them.</summary>
internal sealed class FontSet
{
    private static readonly string[] Files = ["NotoSans-Regular", "NotoSans-Bold", "NotoSans-Italic", "NotoSansMono-Regular", "NotoSansSymbols2-Regular"];
    private static readonly ConcurrentDictionary<Typeface, TrueType> Read = [];

    private readonly Face?[] faces = new Face?[Files.Length];

    public Face this[Typeface typeface] => faces[(int)typeface] ??= new Face(Files[(int)typeface], Read.GetOrAdd(typeface, Load));

    /// <summary>The face that shows a character where <paramref name="wanted"/> may lack it; null: none does.</summary>
    public Typeface? For(int character, Typeface wanted)
    {
        if (this[wanted].Has(character)) return wanted;
        if (wanted != Typeface.Regular && this[Typeface.Regular].Has(character)) return Typeface.Regular;
        if (this[Typeface.Symbols].Has(character)) return Typeface.Symbols;
        return this[Typeface.Mono].Has(character) ? Typeface.Mono : null;
    }

    /// <summary>Puts the fonts that are used, and gives the entries of the font resources.</summary>
    public string Put(ObjectFile file) => string.Join(' ', faces.Select((face, i) => face is { IsUsed: true } ? $"/F{Syntax.Number(i)} {Syntax.Ref(face.Put(file))}" : null).OfType<string>());

    private static TrueType Load(Typeface typeface)
    {
        var name = $"fonts/{Files[(int)typeface]}.ttf";
        using var stream = typeof(FontSet).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The program was built without {name}.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new TrueType(bytes);
    }
}
