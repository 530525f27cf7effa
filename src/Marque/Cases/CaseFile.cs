using System.Collections.Concurrent;
using Marque.Cases.Declared;
using Marque.Legal;
using Marque.Text;

namespace Marque.Cases;

/// <summary>The files of a case folder, as bytes.</summary>
/// <param name="Root">The name of the folder, put before paths in problems; may be empty.</param>
/// <param name="Files">Path relative to the case (with <c>/</c>) and bytes, YAML files only.</param>
/// <param name="Processes">The process cases used, by the path written in <c>uses</c>.</param>
public sealed record CaseSource(string Root, IReadOnlyList<(string Path, ReadOnlyMemory<byte> Bytes)> Files, IReadOnlyDictionary<string, CaseSource>? Processes = null);

/// <summary>Reads a case from the bytes of its files. Every problem of all files is found in one run.</summary>
public static class CaseFile
{
    /// <summary>The file every case has.</summary>
    public const string Main = "marque.yaml";

    // Declarations of the other workstreams: kept, counted in the digest, evaluated by the workstreams themselves.
    private static readonly string[] Kept = ["privacy.yaml"];

    /// <summary>Reads the case with its process cases merged in.</summary>
    /// <param name="source">The files.</param>
    /// <param name="processToo">Whether the case may be a process case, as for commands that look at its files or write them.</param>
    /// <returns>The case, and all problems.</returns>
    public static Read<Case> Read(CaseSource source, bool processToo = false)
    {
        var problems = new List<Problem>();
        var own = ReadOne(source, process: null, problems);
        if (own is null) return new(null, Sorted(problems));
        if (own.Product is null && !processToo) problems.Add(new Problem(own.Place, "case.no-product", "this is a process case", "assess a product case that uses it"));
        foreach (var use in own.Uses)
        {
            if (source.Processes is null || !source.Processes.TryGetValue(use.Path, out var used))
            {
                problems.Add(new Problem(use.Place, "case.process-missing", $"there is no process case at '{use.Path}'", "correct the path, relative to this case"));
                continue;
            }

            var process = ReadOne(used, use.Id, problems);
            if (process is null) continue;
            if (process.Product is not null) problems.Add(new Problem(use.Place, "case.not-a-process", $"'{use.Path}' is a product case", "a used case holds 'process:' instead of 'product:'"));
            own = Merge(own, use.Id, process);
        }

        CaseChecks.Run(own, problems);
        return new(own, Sorted(problems));
    }

    // The process case's people decide within it: their roles stay apart by its id.
    private static Case Merge(Case own, string use, Case process) => own with
    {
        Statements = [.. own.Statements, .. process.Statements],
        Series = [.. own.Series, .. process.Series],
        Decisions = [.. own.Decisions, .. process.Decisions],
        Catalogs = [.. own.Catalogs, .. process.Catalogs],
        Editions = [.. own.Editions, .. process.Editions],
        Processes = [.. own.Processes, (use, process)],
    };

    private static Case? ReadOne(CaseSource source, string? process, List<Problem> problems)
    {
        var name = new Func<string, string>(path => source.Root.Length == 0 ? path : $"{source.Root}/{path}");
        // Artefacts are evidence in formats of their own, some of them YAML; they are never part of the declarations.
        var files = source.Files.Where(f => !f.Path.StartsWith("artefacts/", StringComparison.Ordinal)).OrderBy(f => f.Path, StringComparer.Ordinal).ToList();
        var folder = new Folder();
        var records = new List<string>();
        YamlMap? main = null;
        foreach (var one in ReadAll(files, name, process))
        {
            problems.AddRange(one.Problems);
            records.AddRange(one.Records);
            folder.Add(one.Folder);
            if (one.Path == Main) main = one.Map;
        }

        if (main is null)
        {
            if (files.All(f => f.Path != Main)) problems.Add(new Problem(new Place(name(Main)), "case.missing-file", "there is no marque.yaml in this folder", "create it, or name the folder that holds it"));
            return null;
        }

        var series = EvidenceFile.Attach(folder.Series, folder.Facts, problems);
        records.AddRange(series.SelectMany(Records));
        records.Sort(StringComparer.Ordinal);
        return ProductFile.Read(new Fields(main, problems)) with
        {
            People = folder.People,
            Risk = folder.Risk,
            Releases = folder.Releases,
            Statements = folder.Statements,
            Series = series,
            Decisions = folder.Decisions,
            Triage = folder.Triage,
            Catalogs = folder.Catalogs,
            Bridges = folder.Bridges,
            Editions = folder.Editions,
            Support = folder.Support,
            Vulnerabilities = folder.Vulnerabilities,
            UserInformation = folder.UserInformation,
            Look = folder.Look,
            Unevaluated = folder.Unevaluated,
            Digest = Digest.Of(System.Text.Encoding.UTF8.GetBytes(string.Concat(records))),
        };
    }

    // Each file is its own: several at a time, the largest first.
    private static OneFile[] ReadAll(List<(string Path, ReadOnlyMemory<byte> Bytes)> files, Func<string, string> name, string? process)
    {
        var read = new OneFile[files.Count];
        var largestFirst = Enumerable.Range(0, files.Count).OrderByDescending(i => files[i].Bytes.Length);
        Parallel.ForEach(Partitioner.Create(largestFirst, EnumerablePartitionerOptions.NoBuffering), i => read[i] = ReadFile(files[i].Path, YamlReader.Read(name(files[i].Path), files[i].Bytes.Span), process));
        return read;
    }

    private static OneFile ReadFile(string path, Read<YamlNode> read, string? process)
    {
        var problems = read.Problems.ToList();
        var folder = new Folder();
        if (read.Value is null) return new OneFile(path, null, folder, [], problems);
        if (read.Value is not YamlMap map)
        {
            // A list file is accepted where entries may stand together.
            if (read.Value is YamlList list && ListKey(path) is { } key) map = new YamlMap(list.Place, [(new YamlScalar(list.Place, key, plain: true), list)]);
            else
            {
                problems.Add(new Problem(read.Value.Place, "yaml.wrong-type", $"the file holds {read.Value.Kind}, not a mapping", "write 'key: value' lines"));
                return new OneFile(path, null, folder, [], problems);
            }
        }

        Dispatch(path, new Fields(map, problems), process, folder, problems);
        return new OneFile(path, map, folder, [.. Records(path, map)], problems);
    }

    /// <summary>One line per record. Statements, series, facts and decisions are records of their own: neither their order nor the file they stand in counts.</summary>
    private static IEnumerable<string> Records(string path, YamlMap map)
    {
        if (ListKey(path) is not { } key) return [$"{path}\0{CanonicalJson.DigestOf(map)}\n"];
        var folder = path.Split('/')[0];
        // A fact may stand apart from its series: both are counted once they are together.
        if (folder == "evidence") return [];
        IReadOnlyList<YamlNode> entries = map[key] switch { YamlList list => list.Items, { } single => [single], null => [map] };
        return entries.Select(entry => $"{folder}\0{CanonicalJson.DigestOf(entry)}\n");
    }

    private static IEnumerable<string> Records(Series series) =>
        series.Facts.Select(fact => $"evidence\0{series.Digest}\0{fact.Digest}\n").Prepend($"evidence\0{series.Digest}\n");

    private static void Dispatch(string path, Fields fields, string? process, Folder folder, List<Problem> problems)
    {
        switch (path.Split('/'))
        {
            case [Main]: break;
            case ["people.yaml"]: folder.People = PeopleFile.Read(fields); break;
            case ["risk.yaml"]: folder.Risk = RiskFile.Read(fields); break;
            case ["support.yaml"]: folder.Support = SupportFile.Read(fields); break;
            case ["vulnerability-handling.yaml"]: folder.Vulnerabilities = VulnerabilityHandlingFile.Read(fields); break;
            case ["documents.yaml"]: folder.Look = LookFile.Read(fields); break;
            case [var single] when UserInformationFile.Is(single): folder.UserInformation.Add(UserInformationFile.Read(single, fields)); break;
            case ["controls", ..]: folder.Statements.AddRange(ControlsFile.Read(fields, process)); break;
            case ["evidence", ..]: EvidenceFile.Read(fields, process, folder.Series, folder.Facts); break;
            case ["decisions", ..]: folder.Decisions.AddRange(DecisionFile.Read(fields, process)); break;
            case ["releases", _]: folder.Releases.Add(ReleaseFile.Read(fields)); break;
            case ["catalogs", _]: folder.Catalogs.Add(CatalogFile.ReadCatalog(fields)); break;
            case ["bridges", _]: folder.Bridges.Add(CatalogFile.ReadBridge(fields)); break;
            case ["editions", _]: folder.Editions.Add(EditionFile.Read(fields)); break;
            case [var single] when Kept.Contains(single, StringComparer.Ordinal): folder.Unevaluated.Add(path); break;
            case ["triage", ..]: folder.Triage.AddRange(TriageFile.Read(fields)); break;
            case ["snapshots", ..]: folder.Unevaluated.Add(path); break;
            default:
                var near = Nearest.To(path, [Main, "people.yaml", "risk.yaml", "support.yaml", "vulnerability-handling.yaml", "user-information.yaml", "documents.yaml", .. Kept]);
                problems.Add(new Problem(fields.Place with { Line = 0, Column = 0 }, "case.unknown-file", "a case has no such file", near is null ? "known: marque.yaml, people.yaml, risk.yaml, support.yaml, vulnerability-handling.yaml, user-information.yaml, documents.yaml, controls/, evidence/, decisions/, releases/, catalogs/, bridges/, editions/, triage/, snapshots/ and privacy.yaml" : $"did you mean '{near}'?"));
                break;
        }
    }

    private static string? ListKey(string path) => path.Split('/')[0] switch
    {
        "controls" => "statements",
        "evidence" => "evidence",
        "decisions" => "decisions",
        "triage" => "triage",
        _ => null,
    };

    private static List<Problem> Sorted(List<Problem> problems) => [.. problems.OrderBy(p => p.Place).ThenBy(p => p.Code, StringComparer.Ordinal).ThenBy(p => p.Message, StringComparer.Ordinal).Distinct()];

    private sealed record OneFile(string Path, YamlMap? Map, Folder Folder, IReadOnlyList<string> Records, IReadOnlyList<Problem> Problems);

    private sealed class Folder
    {
        public People? People { get; set; }

        public RiskAssessment? Risk { get; set; }

        public SupportPeriod? Support { get; set; }

        public VulnerabilityHandling? Vulnerabilities { get; set; }

        public Look? Look { get; set; }

        public List<UserInformation> UserInformation { get; } = [];

        public List<Release> Releases { get; } = [];

        public List<Statement> Statements { get; } = [];

        public List<Series> Series { get; } = [];

        public List<FactOf> Facts { get; } = [];

        public List<Decision> Decisions { get; } = [];

        public List<TriageDecision> Triage { get; } = [];

        public List<OwnCatalog> Catalogs { get; } = [];

        public List<Bridge> Bridges { get; } = [];

        public List<EditionMap> Editions { get; } = [];

        public List<string> Unevaluated { get; } = [];

        public void Add(Folder other)
        {
            People ??= other.People;
            Risk ??= other.Risk;
            Support ??= other.Support;
            Vulnerabilities ??= other.Vulnerabilities;
            Look ??= other.Look;
            UserInformation.AddRange(other.UserInformation);
            Releases.AddRange(other.Releases);
            Statements.AddRange(other.Statements);
            Series.AddRange(other.Series);
            Facts.AddRange(other.Facts);
            Decisions.AddRange(other.Decisions);
            Triage.AddRange(other.Triage);
            Catalogs.AddRange(other.Catalogs);
            Bridges.AddRange(other.Bridges);
            Editions.AddRange(other.Editions);
            Unevaluated.AddRange(other.Unevaluated);
        }
    }
}
