namespace Marque.Text;

/// <summary>A position in a file: path as given, line and column counted from 1 (0: the file as a whole).</summary>
public readonly record struct Place(string File, int Line = 0, int Column = 0) : IComparable<Place>
{
    /// <summary>By file (ordinal), line, column.</summary>
    public int CompareTo(Place other)
    {
        var order = string.CompareOrdinal(File, other.File);
        if (order == 0) order = Line.CompareTo(other.Line);
        return order == 0 ? Column.CompareTo(other.Column) : order;
    }

    /// <summary><c>file:line:column</c>; what is not known is left out.</summary>
    public override string ToString() => (Line, Column) switch
    {
        (0, _) => File,
        (_, 0) => $"{File}:{Line}",
        _ => $"{File}:{Line}:{Column}",
    };
}

/// <summary>Wrong input, as a value: where, what kind, what is wrong, and what would be right.</summary>
/// <param name="Place">Where.</param>
/// <param name="Code">Stable code for scripts, such as <c>yaml.unknown-key</c>.</param>
/// <param name="Message">What is wrong, one line.</param>
/// <param name="Remedy">What would be right, one line; empty when the message says it.</param>
public sealed record Problem(Place Place, string Code, string Message, string Remedy = "")
{
    /// <summary>Lines for a person to put there by hand, when a program could not; empty: none.</summary>
    public IReadOnlyList<string> Paste { get; init; } = [];

    /// <summary><c>file:line:column: message; remedy</c>, on one line.</summary>
    public override string ToString() => OneLine(Remedy.Length == 0 ? $"{Place}: {Message}" : $"{Place}: {Message}; {Remedy}");

    // Input quoted in a message must not break the line or drive the terminal.
    private static string OneLine(string text) =>
        text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? $"\\u{(int)c:x4}" : c.ToString())) : text;
}

/// <summary>What a reader returns: the value, unless a problem prevents it, and every problem of the run.</summary>
/// <typeparam name="T">The record read.</typeparam>
public sealed record Read<T>(T? Value, IReadOnlyList<Problem> Problems) where T : class
{
    /// <summary>Whether there is a value and no problem.</summary>
    public bool Ok => Value is not null && Problems.Count == 0;
}
