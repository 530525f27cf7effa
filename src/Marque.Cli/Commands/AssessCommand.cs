using System.CommandLine;
using Marque.Assessments;
using Marque.Cli.Printing;
using Marque.Documents;
using Marque.Documents.Report;
using Marque.Language;
using Marque.Rendering.Html;
using Marque.Text;

namespace Marque.Cli.Commands;

/// <summary><c>marque assess</c>: reads a case and its facts, assesses a release, prints.</summary>
internal static class AssessCommand
{
    public static Command Create(Shell shell)
    {
        var options = new CaseOptions();
        var release = new Option<string?>("--release") { Description = "Release to assess. Default: the newest supported.", HelpName = "V" };
        var all = new Option<bool>("--all-releases") { Description = "One assessment for each release." };
        var only = new Option<string?>("--only") { Description = "Entries that rest on this alone: LAW, GUIDANCE, READING, STANDARD, PRACTICE.", HelpName = "TAG" };
        var gate = GateOption.Create();
        var format = new Option<string>("--format") { Description = "table, json, html, sarif or junit.", HelpName = "FORMAT", DefaultValueFactory = _ => "table" };
        only.AcceptOnlyFromAmong(Only.Words);
        format.AcceptOnlyFromAmong("table", "json", "html", "sarif", "junit");
        var command = new Command("assess", "Computes the verdict of every point of Annex I and every obligation.") { release, all, only, gate, format };
        options.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(all) && result.GetValue(release) is not null) result.AddError("--release and --all-releases exclude each other");
        });
        command.SetAction(parsed =>
        {
            var problems = new List<Problem>();
            var asked = GateOption.Read(shell, parsed.GetValue(gate) ?? [], problems);
            if (asked is null) Prepared.Refuse(shell, problems);
            if (Prepared.Of(shell, parsed, options) is not { } prepared || asked is null) return Exit.BadInput;
            if (asked.UnknownScopes(prepared.Index) is { Count: > 0 } unknown)
            {
                Prepared.Refuse(shell, unknown);
                return Exit.BadInput;
            }

            if (parsed.GetValue(release) is { } version && Unknown(prepared, version) is { } problem)
            {
                Prepared.Refuse(shell, [problem]);
                return Exit.BadInput;
            }

            List<string?> releases = parsed.GetValue(all) && prepared.Folder.Case.Releases.Count > 0 ? [.. Ordered(prepared)] : [parsed.GetValue(release)];
            List<Assessment> assessments = [.. releases.Select(r => Assess.Run(prepared.Index, prepared.Seen.Observations, r, prepared.At))];
            Print(shell, prepared, parsed.GetValue(format)!, parsed.GetValue(all), [.. assessments.Select(a => Only.Of(a, parsed.GetValue(only)))]);
            // What is not shown counts too, and then has to be said.
            return GateOption.FallsShort(shell, asked, isSaid: parsed.GetValue(gate) is { Length: > 0 } || parsed.GetValue(only) is not null, assessments, prepared.Index) ? Exit.FallsShort : Exit.Done;
        });
        return command;
    }

    private static void Print(Shell shell, Prepared prepared, string format, bool all, List<Assessment> assessments)
    {
        if (format == "table" && !all) AssessmentTable.Print(shell.Screen(), assessments[0], prepared.Index);
        else if (format == "table") ReleasesTable.Print(shell.Screen(), assessments);
        else shell.Output.Write(format switch
        {
            "html" => HtmlDocument.Of(AssessmentReport.Compose(assessments, prepared.Index, prepared.Seen.Observations, VersionCommand.Version, language: Texts.In(prepared.Folder.Case.Look?.Language ?? "en"))),
            "sarif" => AssessmentSarif.Of(assessments, prepared.Index, Repository.PathOf(prepared.Folder.Folder), VersionCommand.Version),
            "junit" => AssessmentJUnit.Of(assessments, prepared.Index, Repository.PathOf(prepared.Folder.Folder)),
            _ => all ? AssessmentJson.Of(assessments, prepared.Index) : AssessmentJson.Of(assessments[0], prepared.Index),
        });
    }

    internal static Problem? Unknown(Prepared prepared, string version)
    {
        var known = prepared.Folder.Case.Releases.Select(r => r.Version).ToList();
        if (known.Contains(version, StringComparer.Ordinal)) return null;
        var near = Nearest.To(version, known);
        return new Problem(new Place("--release"), "release.unknown", $"the case has no release '{version}'", near is not null ? $"did you mean '{near}'?" : known.Count == 0 ? "it declares no releases; leave the option out" : $"known: {string.Join(", ", known.Take(20))}");
    }

    // Oldest first, as predecessors lead; names decide where they do not.
    private static IEnumerable<string> Ordered(Prepared prepared)
    {
        var depth = new Dictionary<string, int>(StringComparer.Ordinal);
        var before = prepared.Folder.Case.Releases.ToDictionary(r => r.Version, r => r.Predecessor, StringComparer.Ordinal);
        foreach (var release in prepared.Folder.Case.Releases)
        {
            var steps = new List<string>();
            for (string? at = release.Version; at is not null && !depth.ContainsKey(at); at = before.GetValueOrDefault(at)) steps.Add(at);
            for (var i = steps.Count - 1; i >= 0; i--) depth[steps[i]] = before.GetValueOrDefault(steps[i]) is { } earlier && depth.TryGetValue(earlier, out var d) ? d + 1 : 0;
        }

        return prepared.Folder.Case.Releases.OrderBy(r => depth[r.Version]).ThenBy(r => r.Version, StringComparer.Ordinal).Select(r => r.Version);
    }
}
