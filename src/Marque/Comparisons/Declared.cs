using Marque.Cases;
using Marque.Facts;
using Marque.Text;

namespace Marque.Comparisons;

/// <summary>One record that a case declares: what it is, the name it is known by, and its fields.</summary>
/// <param name="Kind">Such as <c>statement</c>, <c>fact</c>, <c>risk</c>; see <see cref="Declarations"/>.</param>
/// <param name="Id">Its name among those of its kind, as people write it.</param>
/// <param name="About">The requirement, series or other id it is about; the id where it is about itself.</param>
/// <param name="Fields">Its fields, those of records within it left out.</param>
/// <param name="Digest">Digest of the fields.</param>
/// <param name="Process">The path of the process case it comes from; null: the case itself.</param>
internal sealed record Declared(string Kind, string Id, string About, YamlMap Fields, Digest Digest, string? Process);

/// <summary>Takes the files of a case apart into records that have names, so that two cases can be compared record by record.</summary>
internal static class Declarations
{
    // Lists of records within a file: the key, what each is, and the fields that name it.
    private static readonly (string File, string Key, string Kind, string[] Names)[] Lists =
    [
        ("marque.yaml", "parts", "part", ["id"]), ("marque.yaml", "variants", "variant", ["id"]), ("marque.yaml", "adopts", "adoption", ["bridge"]), ("marque.yaml", "instruments", "instrument", ["reference"]),
        ("marque.yaml", "uses", "process-case", ["id"]), ("marque.yaml", "lines", "release-line", ["id"]), ("marque.yaml", "events", "event", ["event", "on"]),
        ("people.yaml", "people", "person", ["id"]), ("people.yaml", "roles", "role", ["id"]),
        ("risk.yaml", "assets", "asset", ["id"]), ("risk.yaml", "risks", "risk", ["id"]), ("risk.yaml", "applicability", "applicability", ["requirement", "parts"]), ("risk.yaml", "updateTriggers", "update-trigger", ["id"]),
    ];

    /// <summary>The records of a case and of the process cases it uses. Files that cannot be read give none: they are problems of reading.</summary>
    public static List<Declared> Of(CaseSource source)
    {
        var records = new List<Declared>();
        Read(source, null, records);
        foreach (var (path, process) in (source.Processes ?? new Dictionary<string, CaseSource>(StringComparer.Ordinal)).OrderBy(p => p.Key, StringComparer.Ordinal)) Read(process, path, records);
        return records;
    }

    private static void Read(CaseSource source, string? process, List<Declared> into)
    {
        var files = new List<(string Path, YamlNode Root)>();
        foreach (var (path, bytes) in source.Files.OrderBy(f => f.Path, StringComparer.Ordinal))
        {
            var name = source.Root.Length == 0 ? path : $"{source.Root}/{path}";
            if (YamlReader.Read(name, bytes.Span).Value is { } root) files.Add((path, root));
        }

        // A fact in a file of its own does not say its kind; its series, in another file, does.
        var sboms = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (_, root) in files.Where(f => Folder(f.Path) == "evidence"))
        {
            Each(root, "evidence", s =>
            {
                if (IsOfSboms(s)) sboms.Add(Name(s, "series"));
            });
        }

        foreach (var (path, root) in files) Take(path, root, sboms, process, into);
    }

    private static string Folder(string path) => path.Split('/')[0];

    private static bool IsOfSboms(YamlMap series) => series[EvidenceFile.FactOfKey] is null && FactKinds.Of(Name(series, "kind")) is FactKind.CycloneDx or FactKind.Spdx;

    private static void Take(string path, YamlNode root, HashSet<string> sboms, string? process, List<Declared> into)
    {
        var folder = Folder(path);
        var map = root as YamlMap;
        switch (folder)
        {
            case "controls": Each(root, "statements", s => Add("statement", Name(s, "requirement", "parts"), Requirement(s), s)); return;
            case "decisions": Each(root, "decisions", d => Add("decision", Decision(d), Requirement(d), d)); return;
            case "triage": Each(root, "triage", t => Add("triage", Triage(t), Name(t, "vulnerability"), t)); return;
            case "evidence": Each(root, "evidence", Series); return;
            case "releases" when map is not null: Add("release", Name(map, "version"), Name(map, "version"), map); return;
            case "catalogs" when map is not null: Inner(map, "items", "catalog", Name(map, "catalog"), "catalog-item", i => Name(i, "id")); return;
            case "bridges" when map is not null: Bridge(map); return;
            case "editions" when map is not null: Editions(map); return;
        }

        if (map is null) return;
        var lists = Array.FindAll(Lists, l => l.File == path);
        foreach (var (_, key, kind, names) in lists) Each(map[key], null, e => Add(kind, Name(e, names), Name(e, names[0]), e));
        var head = path switch { "marque.yaml" => "product", "people.yaml" => "people", "risk.yaml" => "risk-assessment", _ => "file" };
        Add(head, head == "file" ? path : head, head == "file" ? path : head, map, [.. lists.Select(l => l.Key)]);

        void Add(string kind, string id, string about, YamlMap fields, params string[] without) =>
            into.Add(new Declared(kind, id, about, without.Length == 0 ? fields : new YamlMap(fields.Place, [.. fields.Entries.Where(e => !without.Contains(e.Key.Value, StringComparer.Ordinal))]), CanonicalJson.DigestOf(fields, without), process));

        void Series(YamlMap s)
        {
            if (s[EvidenceFile.FactOfKey] is not null)
            {
                // Where a fact stands does not count.
                Fact(Name(s, EvidenceFile.FactOfKey), s, EvidenceFile.FactOfKey);
                return;
            }

            var id = Name(s, "series");
            Add("series", id, id, s, "facts");
            Each(s["facts"], null, f => Fact(id, f));
        }

        void Fact(string series, YamlMap fact, params string[] without) => Add(sboms.Contains(series) ? "sbom" : "fact", $"{series} {Short(Name(fact, "sha256"))}", series, fact, without);

        void Inner(YamlMap outer, string key, string kind, string id, string innerKind, Func<YamlMap, string> name)
        {
            Add(kind, id, id, outer, key);
            Each(outer[key], null, i => Add(innerKind, $"{id}:{name(i)}", name(i), i));
        }

        void Editions(YamlMap editions)
        {
            var id = Name(editions, "map");
            Add("edition-map", id, id, editions, "entries");
            Each(editions["entries"], null, e => Add("edition-entry", $"{id} {Name(e, e["from"] is null ? "to" : "from")}", id, e));
        }

        void Bridge(YamlMap bridge)
        {
            var id = Name(bridge, "bridge");
            Add("bridge", id, id, bridge, "points");
            Each(bridge["points"], null, p =>
            {
                Add("bridge-point", $"{id} {Name(p, "point")}", id, p, "pairs");
                Each(p["pairs"], null, pair => Add("bridge-pair", $"{id} {Name(p, "point")} {Name(pair, "requirement")}", id, pair));
            });
        }
    }

    private static void Each(YamlNode? node, string? key, Action<YamlMap> take)
    {
        if (key is not null && node is YamlMap map && map[key] is { } within) node = within;
        foreach (var item in node switch { YamlList list => list.Items, { } single => [single], null => (IReadOnlyList<YamlNode>)[] })
        {
            if (item is YamlMap entry) take(entry);
        }
    }

    private static string Requirement(YamlMap map) => RequirementId.Of(Name(map, "requirement")).Item;

    private static string Decision(YamlMap d) => $"{RequirementId.Of(Name(d, "requirement"))} {(d["judgement"] is null ? "" : Name(d, "judgement") + " ")}on {Name(d, "on")} by {Name(d, "by")}";

    private static string Triage(YamlMap d) => $"{Name(d, "vulnerability")}{(d["component"] is null ? "" : $" in {Name(d, "component")}")} {Name(d, "status")} on {Name(d, "on")} by {Name(d, "by")}";

    // "CR 1.1 (gateway)"; what is missing was a problem of reading.
    private static string Name(YamlMap map, params ReadOnlySpan<string> keys)
    {
        var name = "";
        foreach (var key in keys)
        {
            var value = FieldChange.Text(map[key]);
            if (value is null) continue;
            name = name.Length == 0 ? key == "requirement" ? RequirementId.Of(value).ToString() : value : $"{name} ({value})";
        }

        return name;
    }

    private static string Short(string digest) => Digest.TryParse(digest, out var parsed) ? parsed.Short : digest;
}
