using System.Text;
using System.Text.Json;
using NodaTime;

namespace Marque.Cli.Tests;

/// <summary>What a run left: exit code and both streams.</summary>
internal sealed record Ran(int Code, byte[] Bytes, string Error)
{
    public string Out => Encoding.UTF8.GetString(Bytes);

    public string[] Lines => Out.TrimEnd('\n').Split('\n');

    public JsonElement Json => JsonDocument.Parse(Bytes).RootElement;
}

/// <summary>Runs the program as a process would, with streams, clock and surroundings of the test.</summary>
internal static class InProcess
{
    public static Instant Now { get; } = Instant.FromUtc(2026, 11, 24, 10, 0, 0) + Duration.FromMilliseconds(678);

    public static Ran Run(string folder, params string[] args) => Run(new Surroundings(folder), args);

    public static Ran Run(Surroundings at, params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        var shell = new Shell
        {
            Output = output,
            Error = error,
            WorkingDirectory = at.Folder,
            Variable = name => at.Variables.GetValueOrDefault(name),
            Now = at.Now ?? (() => Now),
            Input = Reader(at.Input),
            InputIsTerminal = at.Input is not null,
            OutputIsTerminal = at.Columns > 0,
            TerminalWidth = at.Columns,
            AskSecret = at.Secret,
            ProgramFolder = at.ProgramFolder ?? at.Folder,
            Transfers = at.Transfers,
        };
        var code = Program.Run(args, shell);
        return new Ran(code, output.ToArray(), error.ToString());
    }

    private static Func<TextReader> Reader(string? input)
    {
        var reader = new StringReader(input ?? "");
        return () => reader;
    }
}

/// <summary>The surroundings of a run.</summary>
/// <param name="Folder">The working directory.</param>
/// <param name="Columns">Columns of the terminal; 0: the output is piped.</param>
internal sealed record Surroundings(string Folder, int Columns = 0)
{
    public Dictionary<string, string> Variables { get; init; } = new(StringComparer.Ordinal);

    public Func<Instant>? Now { get; init; }

    /// <summary>What the person at the terminal answers when asked for a secret.</summary>
    public Func<string, string?> Secret { get; init; } = _ => null;

    public string? ProgramFolder { get; init; }

    /// <summary>Bounds of transfers; null: those for real servers.</summary>
    public Outside.Feeds.TransferOptions? Transfers { get; init; }

    /// <summary>What a person at the terminal types; null: nobody sits there.</summary>
    public string? Input { get; init; }
}
