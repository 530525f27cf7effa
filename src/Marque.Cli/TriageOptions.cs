using System.CommandLine;
using Marque.Cli.Live;
using Marque.Text;
using NodaTime;

namespace Marque.Cli;

/// <summary>The options of every command that looks at the triage of a case.</summary>
internal sealed class TriageOptions
{
    private readonly CaseOptions options = new();

    public Argument<string?> Case => options.Case;

    public void AddTo(Command command)
    {
        command.Add(options.Case);
        command.Add(options.AsOf);
        command.Add(options.Trust);
        command.Add(options.Data);
    }

    /// <summary>The instant that is looked at.</summary>
    public Instant At(Shell shell, ParseResult parsed) => parsed.GetValue(options.AsOf) ?? shell.ToTheSecond();

    /// <summary>Opens case and store; null with problems, or where one was printed.</summary>
    public OpenTriage? Open(Shell shell, ParseResult parsed, List<Problem> problems)
    {
        var trusted = options.Keys(parsed, shell, problems);
        return problems.Count > 0 ? null : OpenTriage.Of(shell, parsed.GetValue(options.Case), parsed.GetValue(options.Data), trusted, At(shell, parsed), problems);
    }
}
