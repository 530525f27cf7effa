using System.ComponentModel;
using System.Diagnostics;
using Marque.Text;

namespace Marque.Outside.Signing;

/// <summary>Runs a program that signs: bytes to its standard input, its standard output back. Its standard error is the terminal's, so that it can ask for a PIN or a touch.</summary>
internal static class Child
{
    // An envelope repeats the record in base64; a record has at most the 8 MiB of its file.
    private const int MostOutput = 16 * 1024 * 1024;

    /// <summary>What it printed; null with a problem when it cannot be started, fails, or prints too much.</summary>
    public static byte[]? Run(Place at, IReadOnlyList<string> command, ReadOnlyMemory<byte> input, IReadOnlyDictionary<string, string> variables, string folder, List<Problem> problems)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1)) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = folder };
        foreach (var (name, value) in variables) start.Environment[name] = value;
        try
        {
            using var process = Process.Start(start) ?? throw new Win32Exception();
            var writing = Write(process, input);
            var output = new MemoryStream();
            var buffer = new byte[64 * 1024];
            for (int n; (n = process.StandardOutput.BaseStream.Read(buffer)) > 0;)
            {
                if (output.Length + n > MostOutput)
                {
                    process.Kill(entireProcessTree: true);
                    problems.Add(new Problem(at, "signing.output", $"{command[0]} printed more than {MostOutput / 1024 / 1024} MiB", "print one signature"));
                    return null;
                }

                output.Write(buffer, 0, n);
            }

            process.WaitForExit();
            writing.GetAwaiter().GetResult();
            if (process.ExitCode == 0) return output.ToArray();
            problems.Add(new Problem(at, "signing.failed", $"{command[0]} ended with exit code {process.ExitCode}", "see what it said above"));
        }
        catch (Win32Exception)
        {
            problems.Add(new Problem(at, "signing.program", $"{command[0]} cannot be started", "install it, or write its full path"));
        }

        return null;
    }

    // A program that does not read to the end closes the pipe; its exit code says whether that was right.
    private static async Task Write(Process process, ReadOnlyMemory<byte> input)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input).ConfigureAwait(false);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // Told by the exit code.
        }
    }
}
