using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Marque.Text;

/// <summary>Reads one YAML document into a tree with positions, within bounds of size, depth and expansion.</summary>
public static class YamlReader
{
    /// <summary>The largest document read, in bytes. A case file is small; 8 MiB is far beyond any.</summary>
    public const int MaxBytes = 8 * 1024 * 1024;

    /// <summary>The deepest nesting read.</summary>
    public const int MaxDepth = 48;

    /// <summary>The most nodes a document may stand for once its aliases are followed.</summary>
    public const int MaxNodes = 400_000;

    /// <summary>Reads <paramref name="bytes"/> (UTF-8, with or without byte order mark).</summary>
    /// <param name="file">The name used in problems.</param>
    /// <param name="bytes">The whole file.</param>
    /// <returns>The root node, or the problem that prevents it.</returns>
    public static Read<YamlNode> Read(string file, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxBytes) return Fail(new Place(file), "yaml.too-large", $"the file has {bytes.Length / 1024 / 1024} MiB", $"at most {MaxBytes / 1024 / 1024} MiB are read; split it");
        if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return Fail(new Place(file, 1, 1), "yaml.encoding", "the file is UTF-16", "save it as UTF-8");
        var nul = bytes.IndexOf((byte)0);
        if (nul >= 0) return Fail(PlaceOf(file, bytes, nul), "yaml.nul", "the file holds a NUL byte", "save it as plain UTF-8 text");
        string text;
        try
        {
            text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException bad)
        {
            return Fail(PlaceOf(file, bytes, Math.Max(0, bad.Index)), "yaml.encoding", "these bytes are not UTF-8", "save the file as UTF-8");
        }

        return new Composer(file).Compose(text);
    }

    private static Place PlaceOf(string file, ReadOnlySpan<byte> bytes, int offset)
    {
        var before = bytes[..Math.Min(offset, bytes.Length)];
        return new Place(file, before.Count((byte)'\n') + 1, before.Length - (before.LastIndexOf((byte)'\n') + 1) + 1);
    }

    private static Read<YamlNode> Fail(Place place, string code, string message, string remedy) => new(null, [new Problem(place, code, message, remedy)]);

    private sealed class Composer(string file)
    {
        private readonly Dictionary<string, (YamlNode Node, long Size)> anchors = new(StringComparer.Ordinal);
        private readonly List<Problem> problems = [];
        private Parser parser = null!;

        public Read<YamlNode> Compose(string text)
        {
            try
            {
                parser = new Parser(new StringReader(text));
                parser.MoveNext();
                parser.MoveNext();
                if (parser.Current is StreamEnd or null) return Fail(new Place(file, 1, 1), "yaml.empty", "the file is empty", "write the fields it should hold, or delete it");
                parser.MoveNext();
                var (node, _) = Node(0);
                parser.MoveNext();
                if (parser.Current is DocumentStart second) problems.Add(new Problem(At(second.Start), "yaml.documents", "a second YAML document starts here", "one document per file"));
                return problems.Count == 0 ? new(node, []) : new(null, problems);
            }
            catch (Refused refused)
            {
                problems.Add(refused.Problem);
            }
            catch (YamlException bad)
            {
                problems.Add(new Problem(At(bad.Start), "yaml.syntax", $"not well-formed YAML: {Plain(bad)}", "correct the YAML syntax here"));
            }
            catch (Exception bad) when (bad is InvalidOperationException or ArgumentException or IndexOutOfRangeException or NullReferenceException or FormatException or OverflowException)
            {
                // The parser meets some malformed documents, such as a directive within a flow collection, with exceptions that are not its own.
                problems.Add(new Problem(parser.Current is { } last ? At(last.End) : new Place(file, 1, 1), "yaml.syntax", "not well-formed YAML", "correct the YAML syntax here"));
            }

            return new(null, problems);
        }

        // Consumes the current event and the node it starts; leaves the parser on the node's last event's successor.
        private (YamlNode Node, long Size) Node(int depth)
        {
            var current = parser.Current!;
            if (depth > MaxDepth) throw new Refused(new Problem(At(current.Start), "yaml.too-deep", $"nested more than {MaxDepth} levels deep", "a case file needs far fewer"));
            if (current is AnchorAlias alias)
            {
                parser.MoveNext();
                if (!anchors.TryGetValue(alias.Value.Value, out var target)) throw new Refused(new Problem(At(alias.Start), "yaml.alias", $"the alias *{alias.Value.Value} has no anchor before it", "write the value out"));
                return target;
            }

            if (current is not NodeEvent start) throw new Refused(new Problem(At(current.Start), "yaml.syntax", "a value is missing here", "write a value or delete the key"));
            if (!start.Tag.IsEmpty && start.Tag.Value is not ("tag:yaml.org,2002:str" or "!")) throw new Refused(new Problem(At(start.Start), "yaml.tag", $"the tag {start.Tag.Value} is not supported", "delete the tag"));
            var result = current switch
            {
                Scalar scalar => Leaf(scalar),
                SequenceStart sequence => Sequence(sequence, depth),
                _ => Mapping((MappingStart)current, depth),
            };
            if (result.Size > MaxNodes) throw new Refused(new Problem(At(start.Start), "yaml.expansion", $"with its aliases followed this stands for more than {MaxNodes} values", "write the values out instead of nesting aliases"));
            if (!start.Anchor.IsEmpty) anchors[start.Anchor.Value] = result;
            return result;
        }

        private (YamlNode Node, long Size) Leaf(Scalar scalar)
        {
            parser.MoveNext();
            var plain = scalar.Style == ScalarStyle.Plain && scalar.Tag.IsEmpty;
            return (new YamlScalar(At(scalar.Start), scalar.Value, plain), 1);
        }

        private (YamlNode Node, long Size) Sequence(SequenceStart start, int depth)
        {
            parser.MoveNext();
            var items = new List<YamlNode>();
            long size = 1;
            while (parser.Current is not SequenceEnd)
            {
                var (item, weight) = Node(depth + 1);
                items.Add(item);
                size += weight;
            }

            parser.MoveNext();
            return (new YamlList(At(start.Start), items), size);
        }

        private (YamlNode Node, long Size) Mapping(MappingStart start, int depth)
        {
            parser.MoveNext();
            var entries = new List<(YamlScalar Key, YamlNode Value)>();
            var first = new Dictionary<string, Place>(StringComparer.Ordinal);
            long size = 1;
            while (parser.Current is not MappingEnd)
            {
                var (keyNode, _) = Node(depth + 1);
                if (keyNode is not YamlScalar key) throw new Refused(new Problem(keyNode.Place, "yaml.key", $"a key cannot be {keyNode.Kind}", "keys are words"));
                if (key.Value == "<<") throw new Refused(new Problem(key.Place, "yaml.merge", "merge keys (<<) are not supported", "write the fields out"));
                if (!first.TryAdd(key.Value, key.Place)) problems.Add(new Problem(key.Place, "yaml.duplicate-key", $"the key '{key.Value}' stands a second time (first at line {first[key.Value].Line})", "keep one of the two"));
                var (value, weight) = Node(depth + 1);
                entries.Add((key, value));
                size += weight;
            }

            parser.MoveNext();
            return (new YamlMap(At(start.Start), entries), size);
        }

        private Place At(in Mark mark) => new(file, (int)mark.Line, (int)mark.Column);

        private static string Plain(YamlException bad)
        {
            var text = bad.InnerException?.Message ?? bad.Message;
            var end = text.IndexOf('\n', StringComparison.Ordinal);
            return (end < 0 ? text : text[..end]).TrimEnd('.', ' ');
        }
    }

    // Unwinds the recursive composer; never leaves this file.
    private sealed class Refused(Problem problem) : Exception(problem.Message)
    {
        public Problem Problem { get; } = problem;
    }
}
