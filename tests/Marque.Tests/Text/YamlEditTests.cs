using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CsCheck;
using Marque.Tests.Assessments.Kit;
using Marque.Text;

namespace Marque.Tests.Text;

public partial class YamlEditTests
{
    private static readonly YamlNode[] New =
    [
        YamlValue.Text("new"), YamlValue.Text("2.5"), YamlValue.Whole(7), YamlValue.Text("two\nlines\n"), YamlValue.Text("no\nend"), YamlValue.Text("a # b: c"), YamlValue.Texts(["one", "two"])!,
        YamlValue.Map(("sha256", YamlValue.Text("ab")), ("found", YamlValue.Map(("outcome", YamlValue.Text("supports")), ("tests", YamlValue.Whole(2)))), ("note", YamlValue.Text("l1\nl2\n"))),
        YamlValue.List([YamlValue.Map(("a", YamlValue.Whole(1)), ("b", YamlValue.Texts(["x"])))]),
    ];

    private enum Kind
    {
        AddItem,
        AddKey,
        Set,
        Remove,
    }

    [Fact]
    public void An_edit_of_a_document_in_block_style_changes_the_intended_node_and_no_other_byte() => Hold(plain: true, mostRefused: 0.04);

    [Fact]
    public void An_edit_of_a_document_with_flow_style_and_anchors_is_right_or_refused() => Hold(plain: false, mostRefused: 0.6);

    [Theory]
    [InlineData("a: 1\nb: [x]\n", "b", "edit.flow")]
    [InlineData("a: &x\n  - 1\nb: *x\n", "a", "edit.anchor")]
    [InlineData("a: &x\n  - 1\nb: *x\n", "b", "edit.anchor")]
    [InlineData("a: 1\n", "a", "edit.not-a-list")]
    [InlineData("a: 1\nb: |\n  text", "c", "edit.style")]
    public void What_cannot_be_edited_is_refused_with_the_lines_to_paste(string text, string list, string code)
    {
        var problem = Assert.Single(YamlEdit.Add("x.yaml", Bytes(text), [list], YamlValue.Map(("k", YamlValue.Text("v")), ("n", YamlValue.Whole(1)))).Problems);
        Assert.Equal(code, problem.Code);
        Assert.Contains("k: v", string.Join('\n', problem.Paste), StringComparison.Ordinal);
        Assert.NotEmpty(problem.Remedy);
    }

    [Fact]
    public void A_fact_is_added_as_the_facts_before_it_are_written()
    {
        const string Before = "series: s   # login\nfacts:\n    -   sha256: aa # first\n        note: |\n          Long.\n\n    # the newest goes last\n\nkind: junit\n";
        const string After = "series: s   # login\nfacts:\n    -   sha256: aa # first\n        note: |\n          Long.\n    -   sha256: bb\n        found:\n          outcome: supports\n\n    # the newest goes last\n\nkind: junit\n";
        var item = YamlValue.Map(("sha256", YamlValue.Text("bb")), ("found", YamlValue.Map(("outcome", YamlValue.Text("supports")))));
        Assert.Equal(After, Edited(YamlEdit.Add("x.yaml", Bytes(Before), ["facts"], item)));
        Assert.Equal("\uFEFF" + After.Replace("\n", "\r\n", StringComparison.Ordinal), Edited(YamlEdit.Add("x.yaml", Bytes("\uFEFF" + Before.Replace("\n", "\r\n", StringComparison.Ordinal)), ["facts"], item)));
    }

    [Fact]
    public void A_value_gives_way_to_another_and_the_comment_behind_it_stays()
    {
        const string Before = "digest: 0d1f   # as adopted\nlist:\n  # the order counts\n  - a\nend: |  # long\n  old\n\nlast: x";
        Assert.Equal(Before.Replace("0d1f", "77ab", StringComparison.Ordinal), Edited(YamlEdit.Set("x.yaml", Bytes(Before), ["digest"], YamlValue.Text("77ab"))));
        Assert.Equal(Before.Replace("- a\n", "- b\n  - c\n", StringComparison.Ordinal), Edited(YamlEdit.Set("x.yaml", Bytes(Before), ["list"], YamlValue.Texts(["b", "c"])!)));
        Assert.Equal(Before.Replace("|  # long\n  old", "new  # long", StringComparison.Ordinal).Replace("new  #", "new #", StringComparison.Ordinal), Edited(YamlEdit.Set("x.yaml", Bytes(Before), ["end"], YamlValue.Text("new"))).Replace("new  #", "new #", StringComparison.Ordinal));
        Assert.Equal(Before.Replace("last: x", "last:\n  - x", StringComparison.Ordinal), Edited(YamlEdit.Set("x.yaml", Bytes(Before), ["last"], YamlValue.Texts(["x"])!)));
    }

    [Fact]
    public void What_is_taken_out_takes_its_lines_with_it_and_an_empty_list_goes_too()
    {
        const string Before = "a: 1\nfacts:\n  - x: 1\n    y: 2\n  # kept\n  - z: 3\n";
        Assert.Equal("a: 1\nfacts:\n  # kept\n  - z: 3\n", Edited(YamlEdit.Remove("x.yaml", Bytes(Before), ["facts", 0])));
        Assert.Equal("a: 1\nfacts:\n  - y: 2\n  # kept\n  - z: 3\n", Edited(YamlEdit.Remove("x.yaml", Bytes(Before), ["facts", 0, "x"])));
        Assert.Equal("a: 1\n", Edited(YamlEdit.Remove("x.yaml", Bytes("a: 1\nfacts:\n  - x: 1\n"), ["facts", 0])));
        Assert.Equal("edit.empty", Assert.Single(YamlEdit.Remove("x.yaml", Bytes("a: 1\n"), ["a"]).Problems).Code);
    }

    [Fact]
    public void A_file_that_does_not_read_is_not_edited() =>
        Assert.Equal("yaml.duplicate-key", Assert.Single(YamlEdit.Set("x.yaml", Bytes("a: 1\na: 2\n"), ["a"], YamlValue.Whole(3)).Problems).Code);

    private static void Hold(bool plain, double mostRefused)
    {
        var (tried, refused, unread) = (0, 0, 0);
        Gen.Select(Gen.ULong, Gen.Int[0, 1_000_000], Gen.Enum<Kind>(), Gen.Int[0, New.Length - 1]).Sample(
            (seed, choice, kind, which) =>
            {
                var before = YamlLayout.Of(seed, plain);
                var read = YamlReader.Read("x.yaml", before);
                if (!read.Ok)
                {
                    unread++;
                    return;
                }

                if (Choose(read.Value!, kind, choice) is not { } at) return;
                tried++;
                var value = New[which];
                YamlStep[] steps = [.. at];
                var edited = kind switch
                {
                    Kind.AddItem => YamlEdit.Add("x.yaml", before, steps, value),
                    Kind.Remove => YamlEdit.Remove("x.yaml", before, steps),
                    _ => YamlEdit.Set("x.yaml", before, steps, value),
                };
                if (edited.Value is not { } after)
                {
                    Assert.All(edited.Problems, p => Assert.StartsWith("edit.", p.Code, StringComparison.Ordinal));
                    if (edited.Problems[0].Code != "edit.empty") refused++;
                    return;
                }

                var told = $"{kind} {string.Join('/', at)}\n{Encoding.UTF8.GetString(before)}\n=====\n{Encoding.UTF8.GetString(after)}";
                Assert.True(JsonNode.DeepEquals(Intended(Json(read.Value!), at, kind, Json(value)), Json(YamlReader.Read("x.yaml", after).Value!)), told);
                var (head, tail) = Kept(before, after);
                // Adding only adds, taking out only takes out; a replaced value takes no comment with it that does not stand inside of it.
                if (kind is Kind.AddItem or Kind.AddKey) Assert.True(head + tail == before.Length, told);
                if (kind == Kind.Remove) Assert.True(head + tail == after.Length, told);
                var gone = Comments(before).Except(Comments(after), StringComparer.Ordinal);
                Assert.True(gone.All(c => Within(before, read.Value!, at, kind, c)), told);
                Assert.Equal(before.AsSpan().StartsWith(Encoding.UTF8.Preamble), after.AsSpan().StartsWith(Encoding.UTF8.Preamble));
                if (Encoding.UTF8.GetString(before).Contains("\r\n", StringComparison.Ordinal)) Assert.True(!LoneBreak().IsMatch(Encoding.UTF8.GetString(after)), told);
                // A blank line before what went at the end stays, and then ends the text.
                Assert.True(EndsLine(before) == EndsLine(after) || (kind is Kind.Remove or Kind.Set && EndsLine(after)) || EndsWithBlock(after), told);
            },
            iter: Iterations.Of(20_000),
            threads: 1);
        Assert.True(tried > 5_000, $"only {tried} edits were tried");
        Assert.True(unread < tried / 10, $"{unread} documents were not YAML");
        Assert.True(refused <= tried * mostRefused, $"{refused} of {tried} edits were refused");
    }

    // Where an edit of this kind can be made; null: nowhere in this document.
    private static List<YamlStep>? Choose(YamlNode root, Kind kind, int choice)
    {
        var places = new List<List<YamlStep>>();
        Enter(root, []);
        return places.Count == 0 ? null : places[choice % places.Count];

        void Enter(YamlNode node, List<YamlStep> at)
        {
            if (node is YamlList && kind == Kind.AddItem) places.Add(at);
            if (node is YamlMap && kind == Kind.AddKey) places.Add([.. at, "added"]);
            if (node is YamlScalar { Type: YamlType.Null } && kind == Kind.AddItem && at.Count > 0 && at[^1].Key is not null) places.Add(at);
            if (kind == Kind.Set && at.Count > 0 && at[^1].Key is not null) places.Add(at);
            if (kind == Kind.Remove && at.Count > 0) places.Add(at);
            if (node is YamlMap map) foreach (var (key, value) in map.Entries) Enter(value, [.. at, key.Value]);
            if (node is YamlList list) for (var i = 0; i < list.Items.Count; i++) Enter(list.Items[i], [.. at, i]);
        }
    }

    // The edit on a JSON document: an oracle that knows nothing of YAML.
    private static JsonNode? Intended(JsonNode? root, List<YamlStep> at, Kind kind, JsonNode? value)
    {
        if (kind == Kind.AddItem)
        {
            if (At(root, at) is JsonArray list) list.Add(value);
            else Put(At(root, at[..^1])!, at[^1], new JsonArray(value));
            return root;
        }

        var holder = At(root, at[..^1])!;
        if (kind != Kind.Remove) Put(holder, at[^1], value);
        else if (Count(holder) == 1) return Intended(root, at[..^1], kind, value);
        else if (holder is JsonObject map) map.Remove(at[^1].Key!);
        else ((JsonArray)holder).RemoveAt(at[^1].Index);
        return root;
    }

    private static void Put(JsonNode holder, YamlStep step, JsonNode? value)
    {
        if (step.Key is { } key) holder[key] = value;
        else holder[step.Index] = value;
    }

    private static int Count(JsonNode node) => node is JsonObject map ? map.Count : ((JsonArray)node).Count;

    private static JsonNode? At(JsonNode? root, List<YamlStep> at) => at.Aggregate(root, (node, step) => step.Key is { } key ? node![key] : node![step.Index]);

    private static JsonNode? Json(YamlNode node) => node switch
    {
        YamlMap map => new JsonObject(map.Entries.Select(e => KeyValuePair.Create(e.Key.Value, Json(e.Value)))),
        YamlList list => new JsonArray([.. list.Items.Select(Json)]),
        YamlScalar { Type: YamlType.Null } => null,
        YamlScalar scalar => JsonValue.Create($"{scalar.Type}:{scalar.Value}"),
        _ => throw new InvalidOperationException(),
    };

    private static (int Head, int Tail) Kept(byte[] before, byte[] after)
    {
        var most = Math.Min(before.Length, after.Length);
        var head = before.AsSpan().CommonPrefixLength(after);
        var tail = 0;
        while (tail < most - head && before[^(tail + 1)] == after[^(tail + 1)]) tail++;
        return (head, tail);
    }

    private static List<string> Comments(byte[] bytes) => [.. Comment().Matches(Encoding.UTF8.GetString(bytes)).Select(m => m.Value)];

    // Whether a comment stands on the lines of the node that goes, or of what is left empty and goes with it.
    private static bool Within(byte[] before, YamlNode root, List<YamlStep> at, Kind kind, string comment)
    {
        var line = 1 + Encoding.UTF8.GetString(before)[..Encoding.UTF8.GetString(before).IndexOf(comment, StringComparison.Ordinal)].Count(c => c == '\n');
        while (kind == Kind.Remove && Children(Node(root, at[..^1])).Count == 1) at = at[..^1];
        var node = Node(root, at);
        var siblings = Children(Node(root, at[..^1]));
        var own = siblings.First(s => s.Node == node).Line;
        // An alias stands where its anchor does, as far as the tree knows.
        var next = siblings.SkipWhile(s => s.Node != node).Skip(1).Select(s => s.Line).Where(l => l > own).FirstOrDefault(int.MaxValue);
        // An item starts at its dash, which may stand on a line above its content.
        var lines = Encoding.UTF8.GetString(before).Split('\n');
        while (at[^1].Key is null && !lines[own - 1].TrimStart('\uFEFF', ' ').StartsWith('-')) own--;
        return line >= own && line < next;
    }

    private static YamlNode Node(YamlNode root, List<YamlStep> at) => at.Aggregate(root, (node, step) => step.Key is { } key ? ((YamlMap)node)[key]! : ((YamlList)node).Items[step.Index]);

    private static List<(YamlNode Node, int Line)> Children(YamlNode node) => node switch
    {
        YamlMap map => [.. map.Entries.Select(e => (e.Value, e.Key.Place.Line))],
        YamlList list => [.. list.Items.Select(i => (i, i.Place.Line))],
        _ => [],
    };

    // A text in lines at the very end needs the end of its last line.
    private static bool EndsWithBlock(byte[] after) => !YamlTrees.Same(YamlReader.Read("x.yaml", after).Value!, YamlReader.Read("x.yaml", Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(after).TrimEnd('\r', '\n'))).Value!);

    private static bool EndsLine(byte[] bytes) => bytes[^1] == (byte)'\n';

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Edited(Read<byte[]> edited)
    {
        Assert.Empty(edited.Problems);
        return Encoding.UTF8.GetString(edited.Value!);
    }

    [GeneratedRegex("# c[0-9]+(?![0-9])")]
    private static partial Regex Comment();

    [GeneratedRegex("(?<!\r)\n")]
    private static partial Regex LoneBreak();
}
