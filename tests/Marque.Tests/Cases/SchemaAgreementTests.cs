using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Marque.Cases;
using Marque.Tests.Legal;
using Marque.Text;

namespace Marque.Tests.Cases;

/// <summary>The reader says what a case file may hold; the published schemas must say the same of keys, words and types.</summary>
public sealed class SchemaAgreementTests
{
    private const string Strange = "zzqqzzqqzz";

    // What the reader says of one file alone; what it says of files together no schema can see.
    private static readonly string[] OfOneFile = ["evidence.path", "evidence.no-path", "applicability.justification", "applicability.risks", "risk.reason", "people.subject", "decision.stood-on", "catalog.reserved", "bridge.reserved", "edition.name", "edition.shape", "edition.contradiction", "signature.encoding", "case.both", "case.unknown-exclusion", "documents.accent", "documents.logo", "policy.contact", "policy.language", "triage.releases", "triage.action", "triage.justification", "triage.status", "triage.component"];

    public static TheoryData<int> Files => [.. Enumerable.Range(0, FullFiles.All.Length)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_full_file_is_right_for_both(int file)
    {
        var (path, json) = Json(file);
        Assert.Empty(Refusals(path, json));
        Assert.Empty(CaseSchemas.Errors(WrongFiles.SchemaOf(path), Encoding.UTF8.GetBytes(json.ToJsonString())));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_keys_of_each_mapping_are_those_the_reader_knows(int file)
    {
        var (path, json) = Json(file);
        var schema = new SchemaTree(WrongFiles.SchemaOf(path));
        foreach (var at in Places(json).Where(p => At(json, p) is JsonObject))
        {
            var changed = json.DeepClone();
            ((JsonObject)At(changed, at)!)[Strange] = "x";
            var known = Read(path, changed).FirstOrDefault(p => p.Code == "yaml.unknown-key" && p.Message.Contains(Strange, StringComparison.Ordinal));
            var here = schema.At(json, at).ToList();
            var offered = here.SelectMany(SchemaTree.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
            // Editions of a catalog that the legal set has not are found by the engine, which knows the set.
            if (at is ["catalogs"]) continue;
            Assert.Equal(Refusals(path, changed).Count > 0, CaseSchemas.Errors(schema.Name, Encoding.UTF8.GetBytes(changed.ToJsonString())).Count > 0);
            if (known is null) continue;
            var map = (JsonObject)At(json, at)!;
            var read = known.Remedy["known here: ".Length..].Split(", ").ToList();
            if (at.Length == 0 && ListKey(path) is { } list)
            {
                // The first lines of a file are one entry, or hold a list of them: nothing may stand beside the list.
                if (map[list] is not null) offered = [list];
                else
                {
                    read.Remove(list);
                    offered.Remove(list);
                }
            }

            // One of two keys rules the other out; which one it is the reader has asked.
            if (map["factOf"] is null) read.Remove("factOf");
            if (map["release"] is not null) offered.Remove("releases");
            if (map["process"] is not null) read.Remove("product");
            if (map["process"] is not null) offered.RemoveAll(here.SelectMany(SchemaTree.Refused).Contains);
            Assert.True(read.Order(StringComparer.Ordinal).SequenceEqual(offered, StringComparer.Ordinal), $"{path} at /{string.Join('/', at)}: the reader knows {string.Join(", ", read)}; the schema {string.Join(", ", offered)}");
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_words_of_each_key_are_those_the_reader_knows(int file)
    {
        var (path, json) = Json(file);
        var schema = new SchemaTree(WrongFiles.SchemaOf(path));
        foreach (var at in Places(json).Where(p => At(json, p) is JsonValue))
        {
            var words = schema.At(json, at).SelectMany(SchemaTree.Words).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
            var problem = Read(path, Replaced(json, at, Strange)).FirstOrDefault(p => p.Remedy.StartsWith("one of ", StringComparison.Ordinal) && p.Message.Contains(Strange, StringComparison.Ordinal));
            // Pinned editions are words of the legal set, which the reader of files does not know.
            if (at is ["catalogs", ..]) continue;
            var read = problem?.Remedy["one of ".Length..].Split(", ").Order(StringComparer.Ordinal).ToList() ?? [];
            Assert.True(read.SequenceEqual(words, StringComparer.Ordinal), $"{path} at /{string.Join('/', at)}: the reader knows {string.Join(", ", read)}; the schema {string.Join(", ", words)}");
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void What_is_left_out_or_of_another_type_is_refused_by_both_or_by_neither(int file)
    {
        var (path, json) = Json(file);
        var differences = new List<string>();
        foreach (var at in Places(json).Where(p => p.Length > 0))
        {
            var changes = new List<(string What, JsonNode Changed)> { ("a mapping", Replaced(json, at, new JsonObject { [Strange] = 1 })), ("a list of lists", Replaced(json, at, new JsonArray(new JsonArray()))), ("true", Replaced(json, at, true)), ("7", Replaced(json, at, 7)), ("an empty list", Replaced(json, at, new JsonArray())), ("an empty text", Replaced(json, at, "")) };
            if (!int.TryParse(at[^1], out _))
            {
                var without = json.DeepClone();
                ((JsonObject)At(without, at[..^1])!).Remove(at[^1]);
                changes.Add(("nothing", without));
            }

            foreach (var (what, changed) in changes)
            {
                var refusals = Refusals(path, changed);
                var errors = CaseSchemas.Errors(WrongFiles.SchemaOf(path), Encoding.UTF8.GetBytes(changed.ToJsonString()));
                if ((refusals.Count > 0) != (errors.Count > 0)) differences.Add($"{path} /{string.Join('/', at)} is {what}: reader {(refusals.Count > 0 ? refusals[0] : "accepts")}; schema {(errors.Count > 0 ? errors[0] : "accepts")}");
            }
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    [Fact]
    public void Every_key_of_every_schema_stands_in_a_full_file_and_says_what_it_is()
    {
        foreach (var name in FullFiles.All.Select(f => WrongFiles.SchemaOf(f.Path)).Distinct(StringComparer.Ordinal))
        {
            var tree = new SchemaTree(name);
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var file in Enumerable.Range(0, FullFiles.All.Length).Where(i => WrongFiles.SchemaOf(FullFiles.All[i].Path) == name))
            {
                var (_, json) = Json(file);
                foreach (var at in Places(json)) seen.UnionWith(at);
            }

            foreach (var (key, description) in tree.Described())
            {
                Assert.True(seen.Contains(key), $"no full file has the key '{key}' of {name}");
                Assert.True(description.Length > 2, $"'{key}' of {name} has no description");
            }
        }
    }

    private static (string Path, JsonNode Json) Json(int file)
    {
        var (path, text) = FullFiles.All[file];
        var tree = YamlReader.Read(path, Encoding.UTF8.GetBytes(text));
        Assert.Empty(tree.Problems);
        return (path, JsonNode.Parse(CanonicalJson.Of(tree.Value!))!);
    }

    private static IReadOnlyList<Problem> Read(string path, JsonNode json)
    {
        var bytes = Encoding.UTF8.GetBytes(json.ToJsonString());
        return path == CaseFile.Main ? CaseFile.Read(new CaseSource("", [(path, bytes)]), processToo: true).Problems : CaseText.ReadBytes(path, bytes).Problems;
    }

    private static List<Problem> Refusals(string path, JsonNode json) => [.. Read(path, json).Where(p => p.Place.File == path && (p.Code.StartsWith("yaml.", StringComparison.Ordinal) || OfOneFile.Contains(p.Code, StringComparer.Ordinal)))];

    private static string? ListKey(string path) => path.Split('/')[0] switch { "controls" => "statements", "evidence" => "evidence", "decisions" => "decisions", "triage" => "triage", _ => null };

    private static JsonNode Replaced(JsonNode json, string[] at, JsonNode by)
    {
        var changed = json.DeepClone();
        var parent = At(changed, at[..^1]);
        if (parent is JsonArray list) list[int.Parse(at[^1], System.Globalization.CultureInfo.InvariantCulture)] = by;
        else ((JsonObject)parent!)[at[^1]] = by;
        return changed;
    }

    private static JsonNode? At(JsonNode json, string[] at) => at.Aggregate((JsonNode?)json, (n, step) => n is JsonArray list ? list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)] : n![step]);

    private static IEnumerable<string[]> Places(JsonNode? node, params string[] at)
    {
        yield return at;
        var children = node switch
        {
            JsonObject map => map.Select(m => (m.Key, m.Value)),
            JsonArray list => list.Select((n, i) => ($"{i}", n)),
            _ => [],
        };
        foreach (var (step, child) in children)
        {
            foreach (var place in Places(child, [.. at, step])) yield return place;
        }
    }
}
