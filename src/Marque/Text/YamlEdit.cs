using System.Text;

namespace Marque.Text;

/// <summary>Edits a YAML file by splicing its text: what the edit does not speak of keeps its bytes, with comments, blank lines, order, line ends, byte order mark and indentation.</summary>
/// <remarks>The result is read again and must differ in the intended node only. Where that cannot be had (flow style, anchors, aliases at the place of the edit) the
/// problem carries the lines to paste.</remarks>
public static class YamlEdit
{
    /// <summary>Sets the value of a key, which is added at the end of its mapping when it is new.</summary>
    /// <param name="file">The name used in problems.</param>
    /// <param name="bytes">The whole file.</param>
    /// <param name="at">The steps from the root, the last one a key.</param>
    /// <param name="value">The value.</param>
    public static Read<byte[]> Set(string file, ReadOnlyMemory<byte> bytes, ReadOnlySpan<YamlStep> at, YamlNode value)
    {
        if (Open(file, bytes, out var problems) is not { } edit) return new(null, problems);
        return edit.Set(at, value);
    }

    /// <summary>Adds an item at the end of a list. A key that is new or without a value gets a list of one.</summary>
    /// <param name="file">The name used in problems.</param>
    /// <param name="bytes">The whole file.</param>
    /// <param name="at">The steps from the root to the list; none: the root is the list.</param>
    /// <param name="item">The item.</param>
    public static Read<byte[]> Add(string file, ReadOnlyMemory<byte> bytes, ReadOnlySpan<YamlStep> at, YamlNode item)
    {
        if (Open(file, bytes, out var problems) is not { } edit) return new(null, problems);
        return edit.Add(at, item);
    }

    /// <summary>Takes out an item, or a key with its value. A list or mapping that would be left empty goes with it.</summary>
    /// <param name="file">The name used in problems.</param>
    /// <param name="bytes">The whole file.</param>
    /// <param name="at">The steps from the root to what goes.</param>
    public static Read<byte[]> Remove(string file, ReadOnlyMemory<byte> bytes, ReadOnlySpan<YamlStep> at)
    {
        if (Open(file, bytes, out var problems) is not { } edit) return new(null, problems);
        return edit.Remove(at);
    }

    private static YamlSplice? Open(string file, ReadOnlyMemory<byte> bytes, out IReadOnlyList<Problem> problems)
    {
        var read = YamlReader.Read(file, bytes.Span);
        problems = read.Problems;
        if (!read.Ok) return null;
        var mark = bytes.Span.StartsWith("\uFEFF"u8) ? 3 : 0;
        return new YamlSplice(file, read.Value!, Encoding.UTF8.GetString(bytes.Span[mark..]), bytes[..mark]);
    }
}
