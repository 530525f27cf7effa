namespace Marque.Facts.Reading;

/// <summary>Unwinds a reader that cannot go on; <see cref="ContentCheck"/> turns it into an unreadable check and it goes no further.</summary>
internal sealed class Refusal(string code, string text, int line = 0) : Exception(text)
{
    public string Code { get; } = code;

    public int Line { get; } = line;
}
