using System.CommandLine;
using Marque.Cli.Printing;
using Marque.Components;
using Marque.Components.Checks;
using Marque.Documents;
using Marque.Text;

namespace Marque.Cli.Commands;

/// <summary><c>marque sbom check</c>: a bill of materials against its format, the law and practice.</summary>
internal static class SbomCheckCommand
{
    private const string Specification = "specification";

    public static Command Create(Shell shell)
    {
        var file = SbomCommand.File();
        var release = new Option<string?>("--release") { Description = "The release it should be of.", HelpName = "V" };
        var named = new Option<string?>("--case") { Description = "The case that must have that release.", HelpName = "CASE" };
        var only = new Option<string?>("--only") { Description = "Only what rests on one source: LAW, PRACTICE, bsi, ntia, cisa. Names components.", HelpName = "SOURCE" };
        var gate = new Option<string[]>("--gate") { Description = "When to exit with 1: none, LAW (default), PRACTICE, bsi, ntia, cisa, specification. May stand several times.", HelpName = "SOURCE" };
        only.AcceptOnlyFromAmong([.. QualityRules.Words]);
        gate.AcceptOnlyFromAmong(["none", .. QualityRules.Words, Specification]);
        var format = SbomCommand.Format();
        var command = new Command("check", "Checks a bill of materials against its format, the law and practice.") { file, release, named, only, gate, format };
        command.SetAction(parsed =>
        {
            var problems = new List<Problem>();
            using var work = new LongWork(shell, "checking");
            var input = SbomCommand.Read(shell, parsed.GetValue(file)!, problems, work);
            var asked = parsed.GetValue(release);
            if (parsed.GetValue(named) is { } folder) HasRelease(shell, folder, asked, problems);
            var conformance = input is null || problems.Count > 0 ? null : input.Conformance(problems, work.Progress, work.Cancel);
            if (input is null || conformance is null || problems.Count > 0)
            {
                Problems.Print(shell, problems);
                return Exit.BadInput;
            }

            var checks = Quality.Check(input.Sbom, new QualityQuestion(input.Shown, asked, conformance), QualityRules.All);
            var shown = checks.Where(c => QualityRules.Chooses(parsed.GetValue(only), c.Set)).ToList();
            if (parsed.GetValue(format) == "json") shell.Output.Write(SbomCheckJson.Of(input.Sbom, conformance, shown));
            else SbomCheckTable.Print(shell.Screen(), input, conformance, shown, parsed.GetValue(only) is not null);
            return Passes(shell, checks, conformance.Conforms, parsed.GetValue(gate) is { Length: > 0 } gates ? gates : ["LAW"]) ? Exit.Done : Exit.FallsShort;
        });
        return command;
    }

    // What is not known does not pass.
    private static bool Passes(Shell shell, IReadOnlyList<QualityCheck> checks, bool conforms, IReadOnlyList<string> gates)
    {
        var passes = true;
        foreach (var gate in gates.Distinct(StringComparer.Ordinal))
        {
            if (gate == Specification)
            {
                if (!conforms) Say($"gate: {gate}: the file does not conform");
                continue;
            }

            List<QualityCheck> falling = [.. Quality.FallingShort(checks, gate)];
            if (falling.Count > 0) Say($"gate: {gate}: {string.Join(", ", falling.Select(c => $"{c.Rule.Id} ({SbomWords.Of(c.Result)})"))}");
        }

        return passes;

        void Say(string text)
        {
            passes = false;
            shell.Error.WriteLine(Visible.Text(text));
        }
    }

    private static void HasRelease(Shell shell, string named, string? release, List<Problem> problems)
    {
        if (release is null)
        {
            problems.Add(new Problem(new Place("--case"), "sbom.release", "a case is named, but no release of it", "name one with --release"));
            return;
        }

        if (Prepared.ReadCase(shell, named, problems) is not { } folder || problems.Count > 0) return;
        var versions = folder.Case.Releases.Select(r => r.Version).ToList();
        if (versions.Contains(release, StringComparer.Ordinal)) return;
        problems.Add(new Problem(new Place("--release"), "sbom.release", $"the case has no release {release}", Nearest.To(release, versions) is { } near ? $"did you mean {near}?" : $"it has {string.Join(", ", versions)}"));
    }
}
