using Marque.Signing;

// Refreshes what a person would otherwise write by hand into the example cases: digests and findings of artefacts, what decisions
// stand on, signatures by the example keys. Usage: Marque.Signing [--check] [EXAMPLES]
var check = args.Contains("--check", StringComparer.Ordinal);
var folder = args.FirstOrDefault(a => !a.StartsWith("--", StringComparison.Ordinal)) ?? "examples";
if (!Directory.Exists(folder))
{
    Console.Error.WriteLine($"there is no folder {folder}");
    return 2;
}

var workspace = Workspace.Open(folder);
var problems = Refresh.Run(workspace);
foreach (var problem in problems) Console.Error.WriteLine(problem);
if (problems.Count > 0) return 2;
foreach (var path in workspace.Changed) Console.WriteLine($"{(check ? "would change" : "changed")} {path}");
if (!check) workspace.Save();
return check && workspace.Changed.Count > 0 ? 1 : 0;
