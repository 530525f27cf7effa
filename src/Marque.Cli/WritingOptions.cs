using System.CommandLine;
using System.Text;
using Marque.Cases;
using Marque.Cli.Terminal;
using Marque.Outside;
using Marque.Text;

namespace Marque.Cli;

/// <summary>What became of the changes a command wants to make.</summary>
internal enum Applied
{
    /// <summary>Problems were printed, nothing is written.</summary>
    Refused,

    /// <summary>The changes were shown, nothing is written.</summary>
    Shown,

    /// <summary>The changes are on disk.</summary>
    Written,
}

/// <summary>The option of every command that writes into a case, and the one way it writes.</summary>
internal sealed class WritingOptions
{
    public Option<bool> DryRun { get; } = new("--dry-run") { Description = "Show the changes as a diff, and write nothing." };

    public void AddTo(Command command) => command.Add(DryRun);

    /// <summary>Writes the changes, or shows them. What would leave the case with a problem is refused.</summary>
    /// <param name="shell">The surroundings.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="folder">The folder of the case, which need not exist.</param>
    /// <param name="changes">The changes, made for the bytes that were read.</param>
    /// <param name="mustRead">Whether the case must read with the changes; not where they change nothing of what it declares.</param>
    public Applied Apply(Shell shell, ParseResult parsed, string folder, IReadOnlyList<FileChange> changes, bool mustRead = true)
    {
        var problems = mustRead ? CaseFolder.Read(folder, changes, processToo: true).Problems : [];
        if (problems.Count == 0 && parsed.GetValue(DryRun))
        {
            foreach (var change in changes) Show(shell, change);
            return Applied.Shown;
        }

        if (problems.Count == 0) problems = CaseWriting.Write(folder, changes);
        if (problems.Count == 0) return Applied.Written;
        Problems.Print(shell, [.. problems.Select(p => Prepared.Shown(shell, folder, p))]);
        return Applied.Refused;
    }

    // In a pipe the bytes as patch(1) takes them; to a person in colours, with nothing that drives the terminal.
    private static void Show(Shell shell, FileChange change)
    {
        // What a tool made is not read line by line; patch(1) passes over such a line.
        var diff = change.Path.StartsWith("artefacts/", StringComparison.Ordinal) || change.Path.StartsWith("snapshots/", StringComparison.Ordinal)
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(change.Before is null ? "new" : "replaced")}: {change.Path}, {change.After.Length} bytes, sha256 {Digest.Of(change.After.Span)}\n")
            : UnifiedDiff.Of(change.Path, change.Before, change.After);
        if (!shell.OutputIsTerminal)
        {
            shell.Output.Write(Encoding.UTF8.GetBytes(diff));
            return;
        }

        var screen = shell.Screen();
        foreach (var line in diff.TrimEnd('\n').Split('\n'))
        {
            var tone = line.Length == 0 ? Tone.Plain : line.StartsWith("---", StringComparison.Ordinal) || line.StartsWith("+++", StringComparison.Ordinal) ? Tone.Head : line[0] switch
            {
                '+' => Tone.Good,
                '-' => Tone.Bad,
                '@' => Tone.Dim,
                _ => Tone.Plain,
            };
            screen.Line(new Bit(line.TrimEnd('\r'), tone));
        }
    }
}
