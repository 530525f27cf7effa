using System.Text;
using System.Text.Json;
using Marque.Legal;
using Marque.Text;

namespace Marque.Tests.Legal;

/// <summary>A copy of the legal set that a test may spoil.</summary>
internal sealed class LegalEdit
{
    public Dictionary<string, ReadOnlyMemory<byte>> Files { get; } = new(LegalFolder.Files, StringComparer.Ordinal);

    public string Text(string path) => Encoding.UTF8.GetString(Files[path].Span);

    /// <summary>Replaces text in a file, which must hold it, and leaves the manifest as it is.</summary>
    public LegalEdit Replace(string path, string old, string with)
    {
        var text = Text(path);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{path} does not hold: {old}");
        return Put(path, string.Concat(text.AsSpan(0, at), with, text.AsSpan(at + old.Length)));
    }

    public LegalEdit Put(string path, string text) => Put(path, Encoding.UTF8.GetBytes(text));

    public LegalEdit Put(string path, byte[] bytes)
    {
        Files[path] = bytes;
        return this;
    }

    /// <summary>Lists the files again, as somebody would who edits the law and knows about the manifest.</summary>
    public LegalEdit List()
    {
        var files = Files.Where(f => f.Key is not ("manifest.json" or "manifest.dsse.json")).OrderBy(f => f.Key, StringComparer.Ordinal)
            .Select(f => $$"""{ "path": {{JsonSerializer.Serialize(f.Key)}}, "sha256": "{{Digest.Of(f.Value.Span)}}" }""");
        return Put("manifest.json", $$"""
            {
              "schema": "marque/legal-manifest/v1",
              "version": "2026.11.1-edited",
              "asOf": "2026-10-07",
              "files": [
                {{string.Join(",\n    ", files)}}
              ]
            }
            """);
    }

    public Read<LegalSet> Read() => LegalSets.Read(Files);

    /// <summary>The one problem of the set.</summary>
    public Problem Problem()
    {
        var read = Read();
        Assert.Null(read.Value);
        return Assert.Single(read.Problems);
    }
}
