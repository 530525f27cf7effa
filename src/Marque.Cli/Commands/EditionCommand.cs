using System.CommandLine;
using Marque.Assessments;
using Marque.Cases;
using Marque.Cli.Printing;
using Marque.Documents;
using Marque.Text;

namespace Marque.Cli.Commands;

/// <summary><c>marque standards edition</c>: what an edition map of the case proposes to carry over, and what is left to do.</summary>
internal static class EditionCommand
{
    public static Command Create(Shell shell)
    {
        var options = new CaseOptions();
        var writing = new WritingOptions();
        var map = new Argument<string>("MAP") { Description = "The id of a map in editions/." };
        var release = new Option<string?>("--release") { Description = "Release to assess. Default: the newest supported.", HelpName = "V" };
        var format = new Option<string>("--format") { Description = "table or json.", HelpName = "FORMAT", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json");
        var write = new Option<bool>("--write") { Description = "Write what is carried over as statements of the new edition into controls/, for you to review." };
        var command = new Command("edition", "Shows what becomes of each requirement of an older edition, what the case has on it, and what is left to do.") { map, release, format, write };
        options.AddTo(command);
        writing.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(writing.DryRun) && !result.GetValue(write)) result.AddError("--dry-run goes with --write");
        });
        command.SetAction(parsed =>
        {
            if (Prepared.Of(shell, parsed, options) is not { } prepared) return Exit.BadInput;
            if (parsed.GetValue(release) is { } version && AssessCommand.Unknown(prepared, version) is { } unknown)
            {
                Prepared.Refuse(shell, [unknown]);
                return Exit.BadInput;
            }

            var maps = prepared.Index.Case.Editions;
            var asked = parsed.GetValue(map)!;
            if (maps.FirstOrDefault(m => m.Id == asked) is not { } found)
            {
                var near = Nearest.To(asked, maps.Select(m => m.Id));
                Prepared.Refuse(shell, [new Problem(new Place(asked), "edition.unknown-map", "the case has no edition map with this id", near is not null ? $"did you mean '{near}'?" : maps.Count == 0 ? "put one into editions/" : $"one of {string.Join(", ", maps.Select(m => m.Id))}")]);
                return Exit.BadInput;
            }

            var assessment = Assess.Run(prepared.Index, prepared.Seen.Observations, parsed.GetValue(release), prepared.At);
            var reading = EditionReading.Of(prepared.Index, assessment, found);
            if (parsed.GetValue(write)) return Write(shell, parsed, writing, prepared, reading);
            if (parsed.GetValue(format) == "json") shell.Output.Write(EditionMapJson.Of(assessment, reading));
            else EditionTable.Print(shell.Screen(), assessment, reading);
            return Exit.Done;
        });
        return command;
    }

    private static int Write(Shell shell, ParseResult parsed, WritingOptions writing, Prepared prepared, EditionReading reading)
    {
        if (!reading.IsInForce)
        {
            Prepared.Refuse(shell, [new Problem(reading.Map.Place, "edition.not-pinned", $"the case does not pin {reading.Map.To}", $"write in marque.yaml: catalogs: {{ {reading.Map.To.Catalog}: \"{reading.Map.To.Edition}\" }}")]);
            return Exit.BadInput;
        }

        var carried = CarriedStatements.Of(prepared.Index, reading.Map);
        var main = prepared.Folder.Files.GetValueOrDefault(CaseFile.Main);
        var taken = prepared.Folder.Files.Keys.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var changes = new List<FileChange>();
        foreach (var one in carried.Where(c => c.Statements.Count > 0))
        {
            var path = Path(reading.Map, one.Requirement, taken);
            changes.Add(FileChange.New(path, "controls", one.Statements.Count == 1 ? one.Statements[0] : YamlValue.Map(("statements", YamlValue.List(one.Statements))), main.Span));
        }

        var applied = changes.Count == 0 ? Applied.Written : writing.Apply(shell, parsed, prepared.Folder.Folder, changes);
        if (applied == Applied.Refused) return Exit.BadInput;
        foreach (var left in carried.Where(c => c.Statements.Count == 0)) shell.Error.WriteLine(Visible.Text($"{left.Requirement}: not written: {left.WhyNot}"));
        if (applied == Applied.Shown) return Exit.Done;
        var screen = shell.Screen();
        foreach (var change in changes) screen.Line($"written: {change.Path}");
        screen.Line(changes.Count == 0 ? "nothing to write" : $"{changes.Count} written: review each, then decide on it; until then it is at most claimed");
        return Exit.Done;
    }

    // A name that no file of the case has.
    private static string Path(EditionMap map, string requirement, HashSet<string> taken)
    {
        var name = new RequirementId(null, requirement).Slug;
        foreach (var path in new[] { $"controls/{name}.yaml", $"controls/{FileNames.Slug($"{map.To.Catalog}-{map.To.Edition}")}/{name}.yaml" })
        {
            if (taken.Add(path)) return path;
        }

        for (var i = 2; ; i++)
        {
            var path = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"controls/{name}-{i}.yaml");
            if (taken.Add(path)) return path;
        }
    }
}
