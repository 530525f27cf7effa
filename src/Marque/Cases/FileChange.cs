using Marque.Text;

namespace Marque.Cases;

/// <summary>A change of one file of a case: what a command wants to write, before anything is written.</summary>
/// <param name="Path">Path inside the case, with <c>/</c>.</param>
/// <param name="Before">The bytes that the change was made for; null: a new file.</param>
/// <param name="After">The bytes to be written.</param>
public sealed record FileChange(string Path, ReadOnlyMemory<byte>? Before, ReadOnlyMemory<byte> After)
{
    /// <summary>A new file of one mapping. Its first line names the JSON Schema the way <c>marque.yaml</c> does, so that an editor of one knows the other.</summary>
    /// <param name="path">Path inside the case, with <c>/</c>.</param>
    /// <param name="schema">The schema's name, such as <c>evidence</c>.</param>
    /// <param name="root">What the file holds.</param>
    /// <param name="main">The bytes of <c>marque.yaml</c>; empty: no schema is named.</param>
    public static FileChange New(string path, string schema, YamlMap root, ReadOnlySpan<byte> main) =>
        new(path, null, YamlWriter.File(root, SchemaLine.For(path, schema, main)));

    /// <summary>A file as it was read, not changed yet.</summary>
    /// <param name="path">Path inside the case, with <c>/</c>.</param>
    /// <param name="bytes">The bytes as read.</param>
    public static FileChange Of(string path, ReadOnlyMemory<byte> bytes) => new(path, bytes, bytes);

    /// <summary>Sets the value of a key in its place, or adds the key at the end of its mapping; every other byte stays.</summary>
    /// <param name="at">The steps from the root, the last one a key.</param>
    /// <param name="value">The value.</param>
    public Read<FileChange> Set(ReadOnlySpan<YamlStep> at, YamlNode value) => With(YamlEdit.Set(Path, After, at, value));

    /// <summary>Adds an item at the end of a list; a key that is new or without a value gets a list of one.</summary>
    /// <param name="at">The steps from the root to the list.</param>
    /// <param name="item">The item.</param>
    public Read<FileChange> Add(ReadOnlySpan<YamlStep> at, YamlNode item) => With(YamlEdit.Add(Path, After, at, item));

    /// <summary>Takes out an item, or a key with its value.</summary>
    /// <param name="at">The steps from the root.</param>
    public Read<FileChange> Remove(ReadOnlySpan<YamlStep> at) => With(YamlEdit.Remove(Path, After, at));

    private Read<FileChange> With(Read<byte[]> edited) => new(edited.Value is { } bytes ? this with { After = bytes } : null, edited.Problems);
}
