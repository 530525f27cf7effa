using Marque.Documents;
using System.CommandLine;
using Marque.Cli.Commands;
using Marque.Cli.Terminal;

namespace Marque.Cli;

/// <summary>The outer shell of a run: parses, calls, and turns what was not foreseen into a message.</summary>
internal static class Program
{
    public static int Main(string[] args)
    {
        try
        {
            return Run(args, Shell.OfProcess());
        }
        catch (IOException)
        {
            // Removed while a terminal stood in it.
            Console.Error.WriteLine("marque: the working directory cannot be read; go into one that exists");
            return Exit.BadInput;
        }
    }

    public static int Run(string[] args, Shell shell)
    {
        try
        {
            // Asked for by scripts and build tools all the time: answered before anything is loaded.
            var code = args is ["--version"] ? VersionCommand.Run(shell) : Invoke(args, shell);
            shell.Flush();
            return code;
        }
        catch (OperationCanceledException)
        {
            return Exit.Interrupted;
        }
        catch (Exception fault) when (Store.StoreException.Of(fault) is { } problem)
        {
            Problems.Print(shell, [problem with { Place = problem.Place with { File = Problems.FromHere(shell, problem.Place.File) } }]);
            return Exit.BadInput;
        }
        catch (Exception fault) when (Refused(fault) is { } refused)
        {
            shell.Error.WriteLine(Visible.Text($"marque: {refused}"));
            if (shell.Variable("MARQUE_DEBUG") == "1") shell.Error.WriteLine(fault);
            return Exit.BadInput;
        }
#pragma warning disable CA1031 // The one place where everything ends: no stack trace for people who did nothing wrong.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            shell.Error.WriteLine(Visible.Text($"marque: a fault of Marque itself: {fault.GetType().Name}: {fault.Message}"));
            if (shell.Variable("MARQUE_DEBUG") == "1") shell.Error.WriteLine(fault);
            else shell.Error.WriteLine("Please report it. MARQUE_DEBUG=1 shows where it happened.");
            return Exit.Fault;
        }
    }

    // What the system refused is no fault of Marque: a full disk, a file that may not be read any more, a pipe that was closed.
    private static string? Refused(Exception fault) => fault switch
    {
        AggregateException many => many.Flatten().InnerExceptions.Select(Refused).FirstOrDefault(r => r is not null),
        // ENOSPC, ERROR_DISK_FULL.
        IOException { HResult: 28 or unchecked((int)0x80070070) } full => $"there is no room left: {full.Message}; make room and run again, nothing half-written counts",
        IOException or UnauthorizedAccessException => $"the system refused: {fault.Message}",
        _ => null,
    };

    private static int Invoke(string[] args, Shell shell)
    {
        // Response files ("@file") would read files nobody meant to name.
        var parsed = Root(shell).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        List<string> misspelt = [.. Misspelt.In(parsed)];
        // A variable of a script that is not set; taken for a path, it would be the folder one stands in.
        misspelt.AddRange(parsed.CommandResult.Children.OfType<System.CommandLine.Parsing.ArgumentResult>().Where(a => a.Tokens.Any(t => t.Value.Length == 0)).Select(a => $"{a.Argument.Name} is empty; name something, or leave it out"));
        if (parsed.Errors.Count > 0 || misspelt.Count > 0)
        {
            foreach (var error in misspelt.Count > 0 ? misspelt : parsed.Errors.Select(Misspelt.Said).Distinct(StringComparer.Ordinal)) shell.Error.WriteLine(Visible.Text($"marque: {error}"));
            shell.Error.WriteLine($"Try: {CommandOf(parsed)} --help");
            return Exit.BadInput;
        }

        using var text = new StringWriter { NewLine = "\n" };
        var code = parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = text, Error = shell.Error, ProcessTerminationTimeout = null });
        // What the parser itself prints: help.
        if (text.GetStringBuilder().Length > 0) shell.Output.Write(System.Text.Encoding.UTF8.GetBytes(text.ToString()));
        return code;
    }

    internal static RootCommand Root(Shell shell)
    {
        var root = new RootCommand("Computes the conformity argument of a product with digital elements under Regulation (EU) 2024/2847.")
        {
            InitCommand.Create(shell),
            AssessCommand.Create(shell),
            ExplainCommand.Create(shell),
            DecideCommand.Create(shell),
            ApproveCommand.Create(shell),
            new Command("people", "Who may decide what.") { PeopleCommand.List(shell), PeopleAddCommand.Create(shell), PeopleRevokeCommand.Create(shell), PeopleCommand.Sign(shell), PeopleCommand.Verify(shell) },
            DiffCommand.Create(shell),
            new Command("evidence", "The facts of a case.") { EvidenceAddCommand.Create(shell), EvidenceListCommand.Create(shell), EvidenceCheckCommand.Create(shell), EvidenceExpectCommand.Create(shell), EvidenceSnapshotCommand.Create(shell) },
            new Command("standards", "The registry of standards, and maps between their editions.") { StandardsCommand.List(shell), StandardsCommand.Show(shell), SimulateCommand.Create(shell), EditionCommand.Create(shell) },
            new Command("file", "The technical file.") { FileBuildCommand.Create(shell) },
            new Command("feeds", "Advisories and what is known of exploitation, kept in the data directory.") { FeedsImportCommand.Create(shell), FeedsSyncCommand.Create(shell), FeedsStatusCommand.Create(shell) },
            new Command("sbom", "Bills of materials: CycloneDX and SPDX.") { SbomImportCommand.Create(shell), SbomShowCommand.Create(shell), SbomCheckCommand.Create(shell), SbomDiffCommand.Create(shell) },
            new Command("advisory", "Security advisories: CSAF.") { AdvisoryValidateCommand.Create(shell) },
            new Command("triage", "What is decided of vulnerabilities, release by release.") { TriageListCommand.Create(shell), TriageDecideCommand.Create(shell) },
            new Command("vex", "What is decided, for others; and what others state.") { VexExportCommand.Create(shell), VexImportCommand.Create(shell) },
            ScanCommand.Create(shell),
            WhereCommand.Create(shell),
            SchemasCommand.Create(shell),
            DemoCommand.Create(shell),
        };
        foreach (var option in root.Options)
        {
            if (option is VersionOption version) version.Action = new VersionAction(shell);
        }

        Guard(root);
        return root;
    }

    // A validator asks for values, and one that was left out, or cannot be read, throws before the parser can say so.
    private static void Guard(Command command)
    {
        var validators = command.Validators.ToList();
        command.Validators.Clear();
        if (validators.Count > 0)
        {
            command.Validators.Add(result =>
            {
                if (result.Children.OfType<System.CommandLine.Parsing.OptionResult>().Any(o => !o.Implicit && o.Tokens.Count < o.Option.Arity.MinimumNumberOfValues)) return;
                try
                {
                    foreach (var validator in validators) validator(result);
                }
                catch (InvalidOperationException)
                {
                    // A value that cannot be read; the parser says so itself.
                }
            });
        }

        foreach (var sub in command.Subcommands) Guard(sub);
    }

    private static string CommandOf(ParseResult parsed)
    {
        var names = new List<string>();
        for (System.CommandLine.Parsing.SymbolResult? at = parsed.CommandResult; at is System.CommandLine.Parsing.CommandResult command; at = at.Parent) names.Insert(0, command.Command is RootCommand ? "marque" : command.Command.Name);
        return string.Join(' ', names);
    }

    private sealed class VersionAction(Shell shell) : System.CommandLine.Invocation.SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult) => VersionCommand.Run(shell);
    }
}
