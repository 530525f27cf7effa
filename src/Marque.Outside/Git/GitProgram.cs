using System.Diagnostics;
using System.Text;
using Marque.Text;

namespace Marque.Outside.Git;

/// <summary>
/// Starts git for plumbing only. A repository is hostile until shown otherwise: nothing that it configures may run a program, no transport is allowed,
/// and nothing of the surrounding <c>GIT_*</c> environment counts.
/// </summary>
internal static class GitProgram
{
    // Reading objects takes milliseconds; a revision such as ":/regex" over a long history may take longer.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    // What a repository could otherwise make git start or fetch.
    private static readonly string[] Safe =
    [
        "--no-pager", "--no-replace-objects", "--literal-pathspecs",
        "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "core.sshCommand=false", "-c", "core.askPass=", "-c", "credential.helper=", "-c", "core.gitProxy=",
        "-c", "protocol.allow=never", "-c", "safe.bareRepository=explicit", "-c", "core.untrackedCache=false", "-c", "gc.auto=0", "-c", "maintenance.auto=false",
    ];

    /// <summary>The program, absolute; null: there is none in <c>PATH</c>. The working directory is never searched.</summary>
    public static string? Find()
    {
        var name = OperatingSystem.IsWindows() ? "git.exe" : "git";
        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
        {
            if (Path.IsPathFullyQualified(folder) && File.Exists(Path.Combine(folder, name))) return Path.Combine(folder, name);
        }

        return null;
    }

    /// <summary>Starts git in a folder.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">It cannot be started.</exception>
    public static Process Start(string program, string folder, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, StandardErrorEncoding = Encoding.UTF8 };
        foreach (var argument in Safe.Concat(arguments)) start.ArgumentList.Add(argument);
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("GIT_", StringComparison.OrdinalIgnoreCase)).ToList()) start.Environment.Remove(name);
        start.Environment["GIT_ALLOW_PROTOCOL"] = "none";
        start.Environment["GIT_NO_LAZY_FETCH"] = "1";
        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["LC_ALL"] = "C";
        var process = new Process { StartInfo = start };
        process.Start();
        return process;
    }

    /// <summary>Runs git to its end.</summary>
    /// <param name="program">The program.</param>
    /// <param name="folder">Where.</param>
    /// <param name="most">The most bytes taken from its output.</param>
    /// <param name="cancel">Ends it.</param>
    /// <param name="arguments">The arguments.</param>
    /// <returns>The output; null with what git said when it failed, wrote too much, or did not end.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static (byte[]? Output, string Said) Run(string program, string folder, int most, CancellationToken cancel, params IEnumerable<string> arguments)
    {
        using var process = Start(program, folder, arguments);
        process.StandardInput.Close();
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        late.CancelAfter(Patience);
        using var killing = late.Token.Register(() => Kill(process));
        var said = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var output = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int n; (n = process.StandardOutput.BaseStream.Read(buffer)) > 0;)
        {
            output.Write(buffer, 0, n);
            if (output.Length <= most) continue;
            Kill(process);
            return (null, $"the answer of git is larger than {most / 1024 / 1024} MiB");
        }

        process.WaitForExit();
        cancel.ThrowIfCancellationRequested();
        if (late.IsCancellationRequested) return (null, "git did not end in a minute");
        var words = FirstLine(said.GetAwaiter().GetResult());
        return process.ExitCode == 0 ? (output.ToArray(), words) : (null, words.Length == 0 ? $"git ended with exit code {process.ExitCode}" : words);
    }

    internal static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended by itself meanwhile.
        }
    }

    private static string FirstLine(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var line = (end < 0 ? text : text[..end]).Trim();
        return line.StartsWith("fatal: ", StringComparison.Ordinal) ? line[7..] : line;
    }
}
