using System.Globalization;
using System.Text;

namespace Marque.Components.Conformance.Json;

/// <summary>The way from the root to the current value, kept as bytes; text only when it is asked for.</summary>
internal sealed class Trail(string before)
{
    private byte[] names = new byte[1024];
    private int end;
    private Step[] steps = new Step[64];
    private int depth;

    /// <summary>Steps into a field.</summary>
    public void Push(ReadOnlySpan<byte> name)
    {
        if (end + name.Length > names.Length) Array.Resize(ref names, Math.Max(names.Length * 2, end + name.Length));
        name.CopyTo(names.AsSpan(end));
        Push(new Step(end, name.Length, 0));
        end += name.Length;
    }

    /// <summary>Steps into an item.</summary>
    public void Push(int item) => Push(new Step(end, -1, item));

    public void Pop() => end = steps[--depth].Start;

    /// <summary>The JSON pointer (RFC 6901).</summary>
    public override string ToString()
    {
        var text = new StringBuilder(before);
        foreach (var step in steps.AsSpan(0, depth))
        {
            text.Append('/');
            if (step.Length < 0) text.Append(step.Item.ToString(CultureInfo.InvariantCulture));
            else text.Append(Shown.Text(names.AsSpan(step.Start, step.Length)).Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
        }

        return text.ToString();
    }

    private void Push(Step step)
    {
        if (depth == steps.Length) Array.Resize(ref steps, depth * 2);
        steps[depth++] = step;
    }

    private readonly record struct Step(int Start, int Length, int Item);
}
