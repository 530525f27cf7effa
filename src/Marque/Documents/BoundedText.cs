using System.Text;

namespace Marque.Documents;

/// <summary>Lines of text up to a size, counted in bytes of UTF-8: never fewer than characters, however a forge counts those.</summary>
/// <param name="most">The most bytes that lines which may be left out fill.</param>
internal sealed class BoundedText(int most)
{
    private readonly StringBuilder text = new();
    private int size;

    /// <summary>Adds a line in any case: for the few that hold the others together.</summary>
    public void Line(string line = "")
    {
        text.Append(line).Append('\n');
        size += Encoding.UTF8.GetByteCount(line) + 1;
    }

    /// <summary>Adds a line where there is room for it.</summary>
    /// <returns>Whether there was.</returns>
    public bool TryLine(string line)
    {
        if (size + Encoding.UTF8.GetByteCount(line) + 1 > most) return false;
        Line(line);
        return true;
    }

    /// <summary>The text, as UTF-8.</summary>
    public byte[] ToUtf8() => Encoding.UTF8.GetBytes(text.ToString());
}
