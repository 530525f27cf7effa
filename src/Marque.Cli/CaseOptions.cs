using System.CommandLine;
using System.CommandLine.Parsing;
using Marque.Ledger;
using Marque.Outside;
using Marque.Text;
using NodaTime;

namespace Marque.Cli;

/// <summary>The options of every command that reads a case.</summary>
internal sealed class CaseOptions
{
    public Argument<string?> Case { get; } = new("CASE") { Description = "Folder of the case, or its marque.yaml. Default: found from here upwards.", Arity = ArgumentArity.ZeroOrOne };

    public Option<Instant?> AsOf { get; } = AsOfOption();

    public Option<string[]> Trust { get; } = new("--trust") { Description = "Public key that must have signed people.yaml. May stand several times.", HelpName = "KEYFILE", DefaultValueFactory = _ => [] };

    public Option<string?> Data { get; } = DataFolder.Option();

    public Option<bool> Recheck { get; } = new("--recheck") { Description = "Read the content of every artefact anew, whatever earlier runs found in the same bytes." };

    public LawOptions Law { get; } = new();

    /// <summary>The results of earlier runs; null where they are not to be used.</summary>
    public CheckedBefore? Before(ParseResult parsed, Shell shell) =>
        !parsed.GetValue(Recheck) && DataFolder.Of(shell, parsed.GetValue(Data)) is { } data ? CheckedBefore.In(data) : null;

    public void AddTo(Command command)
    {
        command.Add(Case);
        command.Add(AsOf);
        command.Add(Trust);
        command.Add(Data);
        command.Add(Recheck);
        Law.AddTo(command);
    }

    /// <summary>The keys that <c>--trust</c> names.</summary>
    public List<PublicKey> Keys(ParseResult parsed, Shell shell, List<Problem> problems) =>
        [.. (parsed.GetValue(Trust) ?? []).Select(file => KeyFile.Read(file, shell.WorkingDirectory, problems)).OfType<PublicKey>()];

    public static Option<Instant?> AsOfOption() => new("--as-of")
    {
        Description = "Date (its end in Brussels) or RFC 3339 instant. Default: now.",
        HelpName = "T",
        CustomParser = Parse,
    };

    private static Instant? Parse(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (Cli.AsOf.Parse(text) is { } instant) return instant;
        result.AddError($"--as-of '{text}' is neither a date nor an instant; {Cli.AsOf.Remedy}");
        return null;
    }
}

/// <summary>The options that choose the legal set.</summary>
internal sealed class LawOptions
{
    public Option<string?> Folder { get; } = new("--legal") { Description = "Folder of another legal set.", HelpName = "DIR" };

    public Option<string[]> Trust { get; } = new("--trust-legal") { Description = "Public key that may sign legal sets. May stand several times.", HelpName = "KEYFILE", DefaultValueFactory = _ => [] };

    public void AddTo(Command command)
    {
        command.Add(Folder);
        command.Add(Trust);
    }

    /// <summary>The legal set; null with problems.</summary>
    public Legal.LegalSet? Read(ParseResult parsed, Shell shell, List<Problem> problems)
    {
        List<PublicKey> keys = [.. (parsed.GetValue(Trust) ?? []).Select(file => KeyFile.Read(file, shell.WorkingDirectory, problems)).OfType<PublicKey>()];
        return problems.Count > 0 ? null : Cli.Law.Read(parsed.GetValue(Folder), keys, shell.WorkingDirectory, problems);
    }
}
