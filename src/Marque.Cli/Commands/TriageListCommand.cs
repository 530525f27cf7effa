using System.CommandLine;
using Marque.Cli.Deciding;
using Marque.Cli.Live;
using Marque.Cli.Printing;
using Marque.Text;
using Marque.Triage;

namespace Marque.Cli.Commands;

/// <summary><c>marque triage list</c>: what stands of every finding, release by release.</summary>
internal static class TriageListCommand
{
    private const int DefaultLimit = 50;
    private static readonly TriageState[] States = [TriageState.Undecided, TriageState.Proposed, TriageState.Reopened, TriageState.Expired, TriageState.InForce];

    public static Command Create(Shell shell)
    {
        var options = new TriageOptions();
        var release = new Option<string[]>("--release") { Description = "Release. May stand several times. Default: the supported ones.", HelpName = "V", DefaultValueFactory = _ => [] };
        var allReleases = new Option<bool>("--all-releases") { Description = "Every release." };
        var state = new Option<string[]>("--state") { Description = $"Only what is in this state: {string.Join(", ", States.Select(s => s.Word()))}. May stand several times.", HelpName = "STATE", DefaultValueFactory = _ => [] };
        state.AcceptOnlyFromAmong([.. States.Select(s => s.Word())]);
        var all = new Option<bool>("--all") { Description = "Every finding, also in a table." };
        var gate = new Option<string>("--gate") { Description = "When to exit with 1: none (default), open: a finding is not settled.", HelpName = "RULE", DefaultValueFactory = _ => "none" };
        gate.AcceptOnlyFromAmong("none", "open");
        var format = SbomCommand.Format();
        var command = new Command("list", "What stands of every finding of a case, release by release.");
        options.AddTo(command);
        foreach (var option in new Option[] { release, allReleases, state, all, gate, format }) command.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetValue(allReleases) && result.GetValue(release) is { Length: > 0 }) result.AddError("--release and --all-releases exclude each other");
        });
        command.SetAction(parsed =>
        {
            var problems = new List<Problem>();
            if (options.Open(shell, parsed, problems) is not { } open) return Trials.Refuse(shell, problems);
            using (open)
            {
                var releases = open.Releases(parsed.GetValue(release)!, parsed.GetValue(allReleases), problems);
                if (problems.Count > 0) return Trials.Refuse(shell, problems);
                var wanted = parsed.GetValue(state)!;
                bool Shown(Triaged t) => wanted.Length == 0 || wanted.Contains(t.Answer.State.Word(), StringComparer.Ordinal);
                if (parsed.GetValue(format) == "json") TriageJson.Write(shell.Output, open, releases, Shown);
                else
                {
                    TriageTable.Print(shell.Screen(), releases, Shown, parsed.GetValue(all) ? int.MaxValue : DefaultLimit);
                    TriageTable.Bottom(shell.Screen(), open);
                }

                var left = releases.Sum(r => r.Findings.Count(f => !f.Answer.IsSettled));
                if (parsed.GetValue(gate) != "open" || left == 0) return Exit.Done;
                shell.Error.WriteLine($"gate: open: {left} {(left == 1 ? "finding is" : "findings are")} not settled");
                return Exit.FallsShort;
            }
        });
        return command;
    }
}
