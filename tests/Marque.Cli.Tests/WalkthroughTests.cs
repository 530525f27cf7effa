using System.Diagnostics;
using System.Text;

namespace Marque.Cli.Tests;

/// <summary>The getting-started page is a promise to somebody who has nothing else: every line of it is run as written, and what it shows must come out.</summary>
public sealed class WalkthroughTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("marque-walk-").FullName;

    [Fact]
    public void Every_line_of_the_first_steps_does_what_the_page_shows()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the page is for a POSIX shell");
        var steps = Steps(File.ReadAllLines(Path.Combine(Beside.Repository, "docs", "first-steps.md")));
        Assert.True(steps.Count > 8, "the page has no walk-through");
        var programs = Directory.CreateDirectory(Path.Combine(folder, ".programs")).FullName;
        var marque = Path.Combine(programs, "marque");
        File.WriteAllText(marque, $"#!/bin/sh\nexec dotnet exec '{typeof(Program).Assembly.Location}' \"$@\"\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(marque, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        var at = folder;
        foreach (var step in steps)
        {
            var (output, where) = Run(step.Command, at, programs);
            at = where;
            Shown(step, output);
        }
    }

    [Theory]
    [InlineData("a\n...\nc", "a\nb\nc", true)]
    [InlineData("a ... z", "a b z", true)]
    [InlineData("a", "b", false)]
    [InlineData("a\nc", "a\nb\nc", false)]
    [InlineData("a", "a\nb", false)]
    public void A_page_that_shows_something_else_is_noticed(string shown, string output, bool fits) =>
        Assert.Equal(fits, Mismatch(shown.Split('\n'), output) is null);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static void Shown(Step step, string output)
    {
        if (step.Output.Count == 0) return;
        if (Mismatch(step.Output, output) is { } wrong) Assert.Fail($"$ {step.Command}\nshown: {wrong}\noutput:\n{output}");
    }

    // Line by line; "..." stands for any lines, or within a line for any text. Null: it fits.
    private static string? Mismatch(IReadOnlyList<string> shown, string output)
    {
        var lines = output.TrimEnd('\n').Split('\n').Select(l => l.TrimEnd()).ToList();
        var at = 0;
        var skips = false;
        foreach (var line in shown)
        {
            if (line.Trim() == "...")
            {
                skips = true;
                continue;
            }

            while (skips && at < lines.Count && !Fits(line, lines[at])) at++;
            if (at >= lines.Count || !Fits(line, lines[at])) return line;
            (at, skips) = (at + 1, false);
        }

        return at < lines.Count && !skips ? $"nothing more, but there is '{lines[at]}'" : null;
    }

    private static bool Fits(string shown, string line)
    {
        var pieces = shown.TrimEnd().Split("...");
        if (pieces.Length == 1) return line == pieces[0];
        if (!line.StartsWith(pieces[0], StringComparison.Ordinal) || !line.EndsWith(pieces[^1], StringComparison.Ordinal)) return false;
        var at = 0;
        foreach (var piece in pieces)
        {
            var found = line.IndexOf(piece, at, StringComparison.Ordinal);
            if (found < 0) return false;
            at = found + piece.Length;
        }

        return true;
    }

    private (string Output, string Folder) Run(string command, string at, string programs)
    {
        var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = at, UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("-s");
        start.Environment["PATH"] = $"{programs}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["COLUMNS"] = "80";
        start.Environment["HOME"] = folder;
        start.Environment["LANG"] = "C.UTF-8";
        start.Environment.Remove("LC_ALL");
        using var shell = Process.Start(start)!;
        // The page's commands follow each other in one shell: where one leaves, the next begins.
        shell.StandardInput.Write($"exec 2>&1\n{command}\nprintf '\\n\\001%s' \"$PWD\"\n");
        shell.StandardInput.Close();
        var text = shell.StandardOutput.ReadToEnd();
        shell.WaitForExit();
        var end = text.LastIndexOf('\u0001');
        return (text[..(end - 1)], text[(end + 1)..]);
    }

    // Blocks fenced as "console": "$ " begins a command, which goes on to the end of its here-document; what follows is its output.
    private static List<Step> Steps(string[] page)
    {
        var steps = new List<Step>();
        var isConsole = false;
        for (var i = 0; i < page.Length; i++)
        {
            if (page[i].StartsWith("```", StringComparison.Ordinal)) isConsole = page[i] == "```console";
            else if (isConsole && page[i].StartsWith("$ ", StringComparison.Ordinal))
            {
                var command = new StringBuilder(page[i][2..]);
                var here = page[i].IndexOf("<<'", StringComparison.Ordinal);
                if (here >= 0)
                {
                    var end = page[i][(here + 3)..].TrimEnd('\'');
                    do command.Append('\n').Append(page[++i]);
                    while (page[i] != end);
                }

                while (command[^1] == '\\')
                {
                    command.Append('\n').Append(page[++i]);
                }

                steps.Add(new Step(command.ToString(), []));
            }
            else if (isConsole && steps.Count > 0) steps[^1].Output.Add(page[i]);
        }

        return steps;
    }

    private sealed record Step(string Command, List<string> Output);
}
