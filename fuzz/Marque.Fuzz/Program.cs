using System.Diagnostics;
using System.Globalization;
using Marque.Fuzz;

var slow = TimeSpan.FromSeconds(2);
var names = args.TakeWhile(a => !a.StartsWith("--", StringComparison.Ordinal)).ToList();
if (names.Count == 0)
{
    foreach (var target in Target.All) Console.WriteLine(target.Name);
    return 0;
}

var targets = names[0] == "all" ? Target.All : [.. Target.All.Where(t => t.Name == names[0])];
if (targets.Count == 0)
{
    Console.Error.WriteLine($"there is no target {names[0]}; without arguments they are listed");
    return 2;
}

var failed = 0;
foreach (var target in targets)
{
    var start = Stopwatch.GetTimestamp();
    var count = 0;
    foreach (var (bytes, from) in Inputs(target))
    {
        count++;
        Try(target, bytes, from);
    }

    Console.WriteLine($"{target.Name}: {count} inputs in {Stopwatch.GetElapsedTime(start).TotalSeconds.ToString("F1", CultureInfo.InvariantCulture)} s");
}

return failed == 0 ? 0 : 1;

IEnumerable<(byte[] Bytes, string From)> Inputs(Target target)
{
    foreach (var name in names.Skip(1))
    {
        string[] files = Directory.Exists(name) ? [.. Directory.EnumerateFiles(name, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)] : [name];
        foreach (var file in files) yield return (File.ReadAllBytes(file), file);
    }

    if (Number("--random") is not { } times) yield break;
    var random = new Random(Number("--seed") ?? 1);
    foreach (var seed in target.Seeds) yield return (seed, "seed");
    for (var i = 0; i < times; i++) yield return (Mutation.Of(target.Seeds, random), $"mutation {i}");
}

int? Number(string option) => Array.IndexOf(args, option) is var at and >= 0 && at + 1 < args.Length && int.TryParse(args[at + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

void Try(Target target, byte[] bytes, string from)
{
    var start = Stopwatch.GetTimestamp();
    try
    {
        target.Run(bytes);
        if (Stopwatch.GetElapsedTime(start) < slow) return;
        Console.Error.WriteLine($"{target.Name}, {from}: took {Stopwatch.GetElapsedTime(start).TotalSeconds.ToString("F1", CultureInfo.InvariantCulture)} s");
    }
    catch (Exception fault)
    {
        Console.Error.WriteLine($"{target.Name}, {from}: {fault}");
    }

    File.WriteAllBytes($"fuzz-{target.Name}-{failed++}.bin", bytes);
}
