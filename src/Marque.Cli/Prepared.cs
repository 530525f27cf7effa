using System.CommandLine;
using Marque.Assessments;
using Marque.Cli.Terminal;
using Marque.Legal;
using Marque.Outside;
using Marque.Text;
using NodaTime;

namespace Marque.Cli;

/// <summary>What an assessment needs, read and checked.</summary>
/// <param name="Folder">The case.</param>
/// <param name="Index">Case and legal set, resolved against each other.</param>
/// <param name="Seen">What was seen of the facts.</param>
/// <param name="At">The instant.</param>
internal sealed record Prepared(CaseFolder Folder, CaseIndex Index, Seen Seen, Instant At)
{
    /// <summary>The root keys given from outside.</summary>
    public IReadOnlyList<Ledger.PublicKey> Trusted { get; init; } = [];

    /// <summary>Reads everything that the options name; null when problems were printed.</summary>
    /// <param name="shell">The surroundings.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="options">The options of the case.</param>
    /// <param name="processToo">Whether a process case will do.</param>
    /// <param name="named">The case, where it is not the argument that says which.</param>
    public static Prepared? Of(Shell shell, ParseResult parsed, CaseOptions options, bool processToo = false, string? named = null) =>
        Of(shell, named ?? parsed.GetValue(options.Case), parsed.GetValue(options.AsOf), options.Before(parsed, shell), problems => options.Keys(parsed, shell, problems), problems => options.Law.Read(parsed, shell, problems), processToo);

    /// <summary>Reads the case named, with the default options.</summary>
    public static Prepared? OfCase(Shell shell, string named, Instant? at) => Of(shell, named, at, null, _ => [], problems => Cli.Law.Read(null, [], shell.WorkingDirectory, problems));

    private static Prepared? Of(Shell shell, string? named, Instant? at, CheckedBefore? before, Func<List<Problem>, List<Ledger.PublicKey>> readKeys, Func<List<Problem>, LegalSet?> readLaw, bool processToo = false)
    {
        var instant = at ?? shell.ToTheSecond();
        var problems = new List<Problem>();
        // The legal set and the case know nothing of each other until both are read.
        var lawProblems = new List<Problem>();
        var law = Task.Run(() => readLaw(lawProblems));
        var folder = ReadCase(shell, named, problems, processToo);
        var keys = readKeys(problems);
        var set = law.GetAwaiter().GetResult();
        problems.AddRange(lawProblems);
        if (set is null || folder is null) return Refuse(shell, problems);
        // What the files get wrong and what the legal set does not know is said in one run.
        var build = Task.Run(() => CaseIndex.Build(set, folder.Case, keys));
        // Signatures and artefacts are checked at the same time; artefacts only of a case that reads.
        var seen = problems.Count == 0 ? Looking.At(shell, folder, before) : null;
        var index = build.GetAwaiter().GetResult();
        problems.AddRange(index.Problems.Select(p => Shown(shell, folder.Folder, p)));
        if (problems.Count > 0 || seen is null || index.Value is not { } resolved) return Refuse(shell, [.. problems.OrderBy(p => p.Place)]);
        return new Prepared(folder, resolved, seen, instant) { Trusted = keys };
    }

    /// <summary>Reads a case as far as it can be read; its problems are named from the working directory.</summary>
    /// <param name="shell">The surroundings.</param>
    /// <param name="named">The case as named; null: searched for.</param>
    /// <param name="problems">Receives what is wrong.</param>
    /// <param name="processToo">Whether a process case will do.</param>
    public static CaseFolder? ReadCase(Shell shell, string? named, List<Problem> problems, bool processToo = false)
    {
        var (path, problem) = CaseFolder.Find(named, shell.WorkingDirectory);
        if (path is null)
        {
            problems.Add(problem!);
            return null;
        }

        var read = CaseFolder.Read(path, processToo: processToo);
        problems.AddRange(read.Problems.Select(p => Shown(shell, path, p)));
        return read.Value;
    }

    /// <summary>Prints the problems; always null.</summary>
    public static Prepared? Refuse(Shell shell, IReadOnlyList<Problem> problems)
    {
        Problems.Print(shell, problems);
        return null;
    }

    internal static Problem Shown(Shell shell, string folder, Problem problem) => problem with { Place = problem.Place with { File = Problems.FromHere(shell, Path.Combine(folder, problem.Place.File)) } };
}
