using System.Reflection;
using Marque.Cases;
using Marque.Legal;
using Marque.Outside;

namespace Marque.Cli;

/// <summary>The JSON Schemas of case files, beside the case that an editor opens: those in the program, and the one of the ids that a legal set knows.</summary>
internal static class Schemas
{
    /// <summary>Where they lie in a case. Readers of cases enter no hidden folder.</summary>
    public const string Folder = ".schemas";

    private const string Prefix = "schemas/";

    /// <summary>What is to be written so that a case has the schemas of this program and this legal set; empty when it has them.</summary>
    /// <param name="folder">The folder of the case, which need not exist.</param>
    /// <param name="law">The legal set.</param>
    public static IReadOnlyList<FileChange> For(string folder, LegalSet law)
    {
        var changes = new List<FileChange>();
        foreach (var (name, bytes) in All(law))
        {
            var path = $"{Folder}/{name}";
            var full = Path.Combine(folder, Folder, name);
            ReadOnlyMemory<byte>? there = null;
            if (File.Exists(full)) there = File.ReadAllBytes(full);
            if (there is not { } before || !before.Span.SequenceEqual(bytes)) changes.Add(new FileChange(path, there, bytes));
        }

        return changes;
    }

    /// <summary>What is to be written so that every file of the case names its schema in the first line, where it names none.</summary>
    /// <param name="files">The case's own files by path with <c>/</c>.</param>
    public static IReadOnlyList<FileChange> Lines(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files)
    {
        var changes = new List<FileChange>();
        var main = files.GetValueOrDefault(CaseFile.Main);
        // The others name theirs the way marque.yaml does, or is about to.
        var named = SchemaLine.Put(main.Span, $"{Folder}/marque.schema.json") ?? main;
        foreach (var (path, bytes) in files.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            if (SchemaLine.SchemaOf(path) is { } schema && SchemaLine.For(path, schema, named.Span) is { } reference && SchemaLine.Put(bytes.Span, reference) is { } after) changes.Add(new FileChange(path, bytes, after));
        }

        return changes;
    }

    private static IEnumerable<(string Name, byte[] Bytes)> All(LegalSet law)
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            yield return (name[Prefix.Length..], bytes);
        }

        yield return (IdsSchema.Name, IdsSchema.Of(law));
    }
}
