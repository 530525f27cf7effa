using System.Diagnostics;
using System.Text;

namespace Marque.Outside.Tests;

/// <summary>A folder of a test's own, removed with it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Path = Directory.CreateTempSubdirectory("marque-test-").FullName;

    public string Path { get; }

    public string At(string path) => System.IO.Path.Combine(Path, path);

    /// <summary>Writes a file with its folders.</summary>
    public TemporaryFolder With(string path, string content = "")
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), content, new UTF8Encoding(false));
        return this;
    }

    public TemporaryFolder WithFolder(string path)
    {
        Directory.CreateDirectory(At(path));
        return this;
    }

    /// <summary>Makes a symbolic link.</summary>
    public TemporaryFolder WithLink(string path, string target)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(At(path))!);
        File.CreateSymbolicLink(At(path), target);
        return this;
    }

    /// <summary>Makes a named pipe; skips the test where the system has none.</summary>
    public TemporaryFolder WithPipe(string path)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "named pipes are told from files on Linux only");
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(At(path))!);
        using var made = Process.Start("mkfifo", [At(path)]);
        made.WaitForExit();
        Assert.Equal(0, made.ExitCode);
        return this;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
