using System.CommandLine;
using System.Globalization;
using Marque.Cases;
using Marque.Facts;
using Marque.Outside;
using Marque.Text;

namespace Marque.Cli.Commands;

/// <summary>The options that define a new series, or say again what an existing one is.</summary>
internal sealed class SeriesOptions
{
    private static readonly string[] Wholes = ["minTests", "minComponents"];
    private static readonly string[] Lists = ["tests", "rules", "contains", "excludes", "subjectDigests", "signerKeys"];
    private static readonly string[] Texts = ["tool", "maxLevel", "subject", "subjectVersion", "predicateType"];

    public Option<string> Series { get; } = new("--series") { Description = "Id of the series; made when there is none.", HelpName = "ID", Required = true };

    private readonly Option<string?> kind = new("--kind") { Description = "Kind of the artefact. Default: detected from its content.", HelpName = "KIND" };
    private readonly Option<string?> title = new("--title") { Description = "Title for people.", HelpName = "TEXT" };
    private readonly Option<string?> method = new("--method") { Description = "test, analysis, inspection, review, audit, certificate or record.", HelpName = "METHOD" };
    private readonly Option<string?> role = new("--role") { Description = "For process requirements: defined or practised.", HelpName = "ROLE" };
    private readonly Option<string[]> parts = new("--parts") { Description = "Part it speaks of. May stand several times. Default: all.", HelpName = "PART", DefaultValueFactory = _ => [] };
    private readonly Option<int?> everyDays = NumberOption.Of("--every-days", "Longest interval between two results.", "DAYS");
    private readonly Option<string[]> expect = new("--expect") { Description = "What the content must show, as in minTests=12 or tests='Login.*'. May stand several times.", HelpName = "KEY=VALUE", DefaultValueFactory = _ => [] };
    private readonly Option<bool> isNew = new("--new") { Description = "The series is new, though its id is near that of another." };

    public void AddTo(Command command)
    {
        kind.AcceptOnlyFromAmong([.. FactKinds.All]);
        method.AcceptOnlyFromAmong("test", "analysis", "inspection", "review", "audit", "certificate", "record");
        role.AcceptOnlyFromAmong("defined", "practised");
        foreach (var option in new Option[] { Series, kind, title, method, role, parts, everyDays, expect, isNew }) command.Add(option);
        command.Validators.Add(result =>
        {
            foreach (var text in result.GetValue(expect) ?? [])
            {
                if (Wrong(text) is { } wrong) result.AddError(wrong);
            }
        });
    }

    /// <summary>The series as it is, or as it would be made.</summary>
    /// <param name="folder">The case.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="detected">The kind of the content, once it is known.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public (Series? Series, FileChange? New) Find(CaseFolder folder, ParseResult parsed, FactKind? detected, List<Problem> problems)
    {
        var id = parsed.GetValue(Series)!;
        var place = new Place("--series");
        if (folder.Case.Series.FirstOrDefault(s => s.Id == id) is { } known)
        {
            if (known.Process is { } process) problems.Add(new Problem(place, "evidence.of-process", $"'{id}' is a series of the process case '{process}'", $"register it there: --case {folder.Case.Uses.FirstOrDefault(u => u.Id == process)?.Path}"));
            else problems.AddRange(Differences(folder, known, parsed));
            return (known, null);
        }

        if (!parsed.GetValue(isNew) && Nearest.To(id, folder.Case.Series.Select(s => s.Id)) is { } near)
        {
            problems.Add(new Problem(place, "evidence.unknown-series", $"there is no series '{id}'", $"did you mean '{near}'? For a new one, add --new"));
            return (null, null);
        }

        if (FileNames.Slug(id).Length == 0)
        {
            problems.Add(new Problem(place, "evidence.series-id", $"'{id}' gives no name of a file", "use letters, digits and hyphens, as in login-tests"));
            return (null, null);
        }

        var path = $"evidence/{FileNames.Slug(id)}.yaml";
        if (folder.Files.ContainsKey(path))
        {
            problems.Add(new Problem(new Place(path), "file.exists", $"the file of a new series '{id}' is there already, and holds another", "give the series another id"));
            return (null, null);
        }

        var change = FileChange.New(path, "evidence", YamlValue.Map([("series", YamlValue.Text(id)), .. Given(parsed, detected).Select(g => (g.Key, (YamlNode?)g.Value))]), folder.Files.GetValueOrDefault(CaseFile.Main).Span);
        var read = CaseFolder.Read(folder.Folder, [change], processToo: true);
        problems.AddRange(read.Problems.Select(p => p.Place.File == path ? p with { Place = new Place($"--series {id}") } : p));
        return (read.Value?.Case.Series.FirstOrDefault(s => s.Id == id && s.Process is null), change);
    }

    private List<(string Key, YamlNode Value)> Given(ParseResult parsed, FactKind? detected)
    {
        var expected = (parsed.GetValue(expect) ?? []).Select(Split).GroupBy(e => e.Key, StringComparer.Ordinal).Select(g => (g.Key, (YamlNode?)Value(g.Key, [.. g.Select(e => e.Value)]))).ToArray();
        var given = new (string Key, YamlNode? Value)[]
        {
            ("title", YamlValue.Maybe(parsed.GetValue(title))),
            ("kind", YamlValue.Maybe(parsed.GetValue(kind) ?? detected?.Word())),
            ("method", YamlValue.Maybe(parsed.GetValue(method))),
            ("role", YamlValue.Maybe(parsed.GetValue(role))),
            ("parts", YamlValue.Texts(parsed.GetValue(parts) ?? [])),
            ("everyDays", parsed.GetValue(everyDays) is { } days ? YamlValue.Whole(days) : null),
            ("expect", expected.Length == 0 ? null : YamlValue.Map(expected)),
        };
        return [.. given.Where(g => g.Value is not null).Select(g => (g.Key, g.Value!))];
    }

    // A definition is changed in its file, by somebody who sees which decisions it stands under.
    private IEnumerable<Problem> Differences(CaseFolder folder, Series known, ParseResult parsed)
    {
        var written = Written(folder, known);
        foreach (var (key, value) in Given(parsed, detected: null))
        {
            if (written?[key] is { } node && CanonicalJson.Of(node).AsSpan().SequenceEqual(CanonicalJson.Of(value))) continue;
            yield return new Problem(written?[key]?.Place ?? known.Place, "evidence.other-definition", $"the series '{known.Id}' is there already, with another '{key}'", "leave the option out; or change the definition here, which turns decisions on it suspect");
        }
    }

    private static YamlMap? Written(CaseFolder folder, Series known)
    {
        if (!folder.Files.TryGetValue(known.Place.File, out var bytes)) return null;
        var root = YamlReader.Read(known.Place.File, bytes.Span).Value;
        return Maps(root).FirstOrDefault(m => m.Place == known.Place);

        static IEnumerable<YamlMap> Maps(YamlNode? node) => node switch
        {
            YamlMap map => [map, .. Maps(map["evidence"])],
            YamlList list => list.Items.SelectMany(Maps),
            _ => [],
        };
    }

    private static (string Key, string Value) Split(string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        return at < 0 ? (text, "") : (text[..at], text[(at + 1)..]);
    }

    private static string? Wrong(string text)
    {
        var (key, value) = Split(text);
        string[] known = [.. Wholes, .. Lists, .. Texts, "minLineRate", "threatsTreated"];
        if (!known.Contains(key, StringComparer.Ordinal)) return $"--expect '{key}' is not known; {(Nearest.To(key, known) is { } near ? $"did you mean '{near}'?" : $"one of {string.Join(", ", known.Order(StringComparer.Ordinal))}")}";
        if (value.Length == 0) return $"--expect {key} has no value; write {key}=VALUE";
        if (Wholes.Contains(key, StringComparer.Ordinal) && !int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _)) return $"--expect {key}={value}: not a whole number";
        if (key == "minLineRate" && !double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)) return $"--expect {key}={value}: not a number from 0 to 1";
        return key == "threatsTreated" && value is not ("true" or "false") ? $"--expect {key}={value}: neither true nor false" : null;
    }

    private static YamlNode Value(string key, IReadOnlyList<string> values) => key switch
    {
        _ when Lists.Contains(key, StringComparer.Ordinal) => YamlValue.Texts(values)!,
        _ when Wholes.Contains(key, StringComparer.Ordinal) => YamlValue.Whole(int.Parse(values[^1], CultureInfo.InvariantCulture)),
        "minLineRate" => YamlValue.Number(double.Parse(values[^1], CultureInfo.InvariantCulture)),
        "threatsTreated" => YamlValue.Flag(values[^1] == "true"),
        _ => YamlValue.Text(values[^1]),
    };
}
