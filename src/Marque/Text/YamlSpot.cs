using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Marque.Text;

/// <summary>Where a node of a YAML document stands in its text, and in which style it is written.</summary>
internal sealed class YamlSpot
{
    /// <summary>Index of its first character; of an anchor or tag before it, if there is one.</summary>
    public required int Start { get; init; }

    /// <summary>Index after its last character. A block collection ends with its last node; a block text after its last line.</summary>
    public int End { get; private set; }

    /// <summary>Whether this is an alias: what it stands for is written elsewhere.</summary>
    public bool IsAlias { get; private init; }

    /// <summary>Whether an anchor or a tag stands before it.</summary>
    public bool IsMarked { get; private init; }

    /// <summary>Whether it is a collection in flow style, <c>[...]</c> or <c>{...}</c>.</summary>
    public bool IsFlow { get; private init; }

    /// <summary>Whether it is a text in block style, <c>|</c> or <c>&gt;</c>.</summary>
    public bool IsBlockText { get; private init; }

    /// <summary>The items of a list, the values of a mapping.</summary>
    public List<YamlSpot> Values { get; } = [];

    /// <summary>The keys of a mapping, in the order of <see cref="Values"/>.</summary>
    public List<YamlSpot> Keys { get; } = [];

    /// <summary>Whether it is a collection with lines of its own.</summary>
    public bool IsBlock => Values.Count > 0 && !IsFlow;

    /// <summary>Finds the nodes of a document that <see cref="YamlReader"/> has read without a problem.</summary>
    /// <param name="text">The document, without byte order mark.</param>
    public static YamlSpot Of(string text)
    {
        var parser = new Parser(new StringReader(text));
        parser.Consume<StreamStart>();
        parser.Consume<DocumentStart>();
        return Node(parser);
    }

    private static YamlSpot Node(Parser parser)
    {
        if (parser.TryConsume<AnchorAlias>(out var alias)) return new YamlSpot { Start = At(alias.Start), End = At(alias.End), IsAlias = true };
        if (parser.TryConsume<Scalar>(out var scalar)) return new YamlSpot { Start = At(scalar.Start), End = At(scalar.End), IsMarked = Marked(scalar), IsBlockText = scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded };
        if (parser.TryConsume<SequenceStart>(out var sequence))
        {
            var list = new YamlSpot { Start = At(sequence.Start), IsMarked = Marked(sequence), IsFlow = sequence.Style == SequenceStyle.Flow };
            while (!parser.Accept<SequenceEnd>(out _)) list.Values.Add(Node(parser));
            list.Close(parser.Consume<SequenceEnd>());
            return list;
        }

        var start = parser.Consume<MappingStart>();
        var map = new YamlSpot { Start = At(start.Start), IsMarked = Marked(start), IsFlow = start.Style == MappingStyle.Flow };
        while (!parser.Accept<MappingEnd>(out _))
        {
            map.Keys.Add(Node(parser));
            map.Values.Add(Node(parser));
        }

        map.Close(parser.Consume<MappingEnd>());
        return map;
    }

    // The end of a flow collection is marked before its bracket; that of a block collection where the next token stands.
    private void Close(ParsingEvent end) => End = IsFlow ? At(end.Start) + 1 : Values.Count == 0 ? Start : Values[^1].End;

    private static bool Marked(NodeEvent node) => !node.Anchor.IsEmpty || !node.Tag.IsEmpty;

    private static int At(in Mark mark) => (int)mark.Index;
}
