using System.Globalization;
using System.Text;
using Marque.Cli.Terminal;
using NodaTime;

namespace Marque.Cli;

/// <summary>The surroundings of one run, read once: streams, working directory, clock and what the terminal can show.</summary>
internal sealed class Shell
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private TextWriter? text;

    /// <summary>Standard output. JSON goes here as bytes, text through <see cref="Screen"/>.</summary>
    public required Stream Output { get; init; }

    /// <summary>Standard input, for questions; opened by the first one.</summary>
    public Func<TextReader> Input { get; init; } = () => TextReader.Null;

    /// <summary>Whether a person answers.</summary>
    public bool InputIsTerminal { get; init; }

    /// <summary>Standard error: problems, progress, notices.</summary>
    public required TextWriter Error { get; init; }

    public required string WorkingDirectory { get; init; }

    /// <summary>An environment variable; null or empty: not set.</summary>
    public required Func<string, string?> Variable { get; init; }

    public required Func<Instant> Now { get; init; }

    public bool OutputIsTerminal { get; init; }

    public bool ErrorIsTerminal { get; init; }

    /// <summary>Columns of the terminal; 0: not known.</summary>
    public int TerminalWidth { get; init; }

    /// <summary>Asks the person at the terminal for a secret, which is not shown; null: there is no terminal.</summary>
    public Func<string, string?> AskSecret { get; init; } = _ => null;

    /// <summary>Bounds of transfers; null: those for real servers.</summary>
    public Outside.Feeds.TransferOptions? Transfers { get; init; }

    /// <summary>The folder of the running program.</summary>
    public string ProgramFolder { get; init; } = AppContext.BaseDirectory;

    public static Shell OfProcess() => new()
    {
        Output = Console.OpenStandardOutput(),
        Input = () => Console.In,
        InputIsTerminal = !Console.IsInputRedirected,
        Error = Console.Error,
        WorkingDirectory = Environment.CurrentDirectory,
        Variable = Environment.GetEnvironmentVariable,
        Now = SystemClock.Instance.GetCurrentInstant,
        OutputIsTerminal = !Console.IsOutputRedirected,
        ErrorIsTerminal = !Console.IsErrorRedirected,
        TerminalWidth = Console.IsOutputRedirected ? 0 : WidthOfConsole(),
        AskSecret = what => Console.IsInputRedirected || Console.IsErrorRedirected ? null : ReadSecret(what),
    };

    /// <summary>The instant of the run: read once where it is asked for, to the second.</summary>
    public Instant ToTheSecond() => Instant.FromUnixTimeSeconds(Now().ToUnixTimeSeconds());

    public Screen Screen()
    {
        text ??= new StreamWriter(Output, Utf8, 16 * 1024, leaveOpen: true);
        var dumb = Variable("TERM") == "dumb";
        return new Screen(text, Width(), OutputIsTerminal && !dumb && string.IsNullOrEmpty(Variable("NO_COLOR")), !dumb && ShowsUnicode(), OutputIsTerminal && !dumb);
    }

    /// <summary>What is said to the person beside the output.</summary>
    public Screen ErrorScreen() => new(Error, 80, colour: false, unicode: true, rich: false);

    public void Flush()
    {
        text?.Flush();
        Output.Flush();
    }

    private int Width()
    {
        if (int.TryParse(Variable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var columns) && columns > 0) return columns;
        return OutputIsTerminal ? TerminalWidth > 0 ? TerminalWidth : 80 : 100;
    }

    // POSIX: the first of these that is set decides. A locale that names no character set says nothing; "C" and "POSIX" mean ASCII.
    private bool ShowsUnicode()
    {
        if (OperatingSystem.IsWindows()) return true;
        foreach (var name in (ReadOnlySpan<string>)["LC_ALL", "LC_CTYPE", "LANG"])
        {
            if (Variable(name) is not { Length: > 0 } locale) continue;
            var dot = locale.IndexOf('.', StringComparison.Ordinal);
            if (dot < 0) return locale is not ("C" or "POSIX");
            return locale.AsSpan(dot + 1).StartsWith("UTF-8", StringComparison.OrdinalIgnoreCase) || locale.AsSpan(dot + 1).StartsWith("utf8", StringComparison.OrdinalIgnoreCase);
        }

        return true;
    }

    private static string ReadSecret(string what)
    {
        Console.Error.Write($"{Documents.Visible.Text(what)}: ");
        var secret = new StringBuilder();
        for (ConsoleKeyInfo key; (key = Console.ReadKey(intercept: true)).Key != ConsoleKey.Enter;)
        {
            if (key.Key == ConsoleKey.Backspace) secret.Length = Math.Max(0, secret.Length - 1);
            else if (!char.IsControl(key.KeyChar)) secret.Append(key.KeyChar);
        }

        Console.Error.WriteLine();
        return secret.ToString();
    }

    private static int WidthOfConsole()
    {
        try
        {
            return Console.WindowWidth;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
