using System.Diagnostics;

namespace Marque.Tests.Ledger;

/// <summary>A program of the system that judges our answers. Absent: the test skips with a notice, and fails when CI=true.</summary>
public static class NativeTool
{
    public static void Require(string program)
    {
        var path = Environment.GetEnvironmentVariable("PATH") ?? "";
        if (path.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)))) return;
        if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail($"{program} is not installed; CI needs it.");
        Assert.Skip($"{program} is not installed.");
    }

    /// <summary>Runs the program in a folder and gives exit code and standard output.</summary>
    public static (int Exit, string Output) Run(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        _ = error.Result;
        return (process.ExitCode, output);
    }

    public static void RunWell(string folder, string program, params string[] arguments) => Assert.Equal(0, Run(folder, program, arguments).Exit);
}

/// <summary>A folder that is gone after the test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("marque-test-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
