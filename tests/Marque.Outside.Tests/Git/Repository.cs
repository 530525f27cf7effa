using System.Diagnostics;
using System.Text;

namespace Marque.Outside.Tests.Git;

/// <summary>A git repository of a test's own, without the settings of whoever runs it.</summary>
internal sealed class Repository : IDisposable
{
    public Repository()
    {
        Assert.SkipWhen(!Installed, "git is not installed");
        Run("init", "-q", "-b", "main");
    }

    public static bool Installed { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(p => File.Exists(Path.Combine(p, OperatingSystem.IsWindows() ? "git.exe" : "git")));

    public TemporaryFolder Folder { get; } = new();

    public string Case => Folder.At("case");

    /// <summary>Commits everything; gives the commit's id.</summary>
    public string Commit(string message = "change")
    {
        Run("add", "-A", "-f");
        Run("-c", "user.name=Tester", "-c", "user.email=tester@example.com", "commit", "-q", "--allow-empty", "-m", message);
        return Run("rev-parse", "HEAD").Trim();
    }

    public string Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("git") { WorkingDirectory = Folder.Path, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, StandardOutputEncoding = Encoding.UTF8 };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, error.GetAwaiter().GetResult());
        return output;
    }

    public void Dispose() => Folder.Dispose();
}
