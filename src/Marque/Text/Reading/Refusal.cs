namespace Marque.Text.Reading;

/// <summary>Unwinds a reader that cannot go on; the reader's entry function turns it into a value and it goes no further.</summary>
internal sealed class Refusal(string code, string text, int line = 0, int column = 0) : Exception(text)
{
    public string Code { get; } = code;

    public int Line { get; } = line;

    public int Column { get; } = column;
}
