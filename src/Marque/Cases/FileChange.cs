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
}
