using System.Diagnostics;

namespace Marque.Cli.Tests;

/// <summary>A program of the system. Absent: the test skips with a notice, and fails when CI=true, unless nothing there installs it.</summary>
internal static class NativeTool
{
    public static void Require(string program)
    {
        if (Find(program) is not null) return;
        if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail($"{program} is not installed; CI needs it.");
        Assert.Skip($"{program} is not installed.");
    }

    public static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    /// <summary>Runs the program in a folder and gives its standard output.</summary>
    public static string RunWell(string folder, string program, params string[] arguments) => RunWith(folder, program, new Dictionary<string, string>(StringComparer.Ordinal), arguments);

    /// <summary>The same with variables of its own.</summary>
    public static string RunWith(string folder, string program, Dictionary<string, string> variables, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var (name, value) in variables) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {process.ExitCode} {error.Result}");
        return output;
    }
}
