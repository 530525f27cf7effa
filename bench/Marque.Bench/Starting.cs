using System.Diagnostics;

namespace Marque.Bench;

/// <summary>Cold start: the native program assessing the example, against an empty .NET console program in the same run; goal: at most 3 times its wall time.</summary>
internal static class Starting
{
    public static void Run(bool smoke)
    {
        var marque = Path.Combine(LegalFiles.Root, "marque");
        var example = Path.Combine(LegalFiles.Root, "examples", "edge-gateway");
        if (OperatingSystem.IsWindows() || !Directory.Exists(example))
        {
            Console.WriteLine("start: skipped, no example here");
            return;
        }

        var empty = Empty();
        var times = smoke ? 3 : 20;
        // The launcher builds the native program when it is first called.
        Time(marque, "--version");
        Clock.Warm(smoke, () => Time("dotnet", empty));
        var floor = Clock.Best(times, () => Time("dotnet", empty));
        Console.WriteLine("start: whole processes, best of the run");
        Console.WriteLine($"{"empty .NET console program",40} {floor * 1e3,8:F1} ms");
        Row("marque --version (goal: 1.0)", "--version");
        Row("marque assess, the example (goal: 3.0)", "assess", example, "--gate", "none");

        void Row(string what, params string[] arguments)
        {
            Clock.Warm(smoke, () => Time(marque, arguments));
            var time = Clock.Best(times, () => Time(marque, arguments));
            Console.WriteLine($"{what,40} {time * 1e3,8:F1} ms {time / floor,8:F2} x");
        }
    }

    internal static void Time(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode > 1) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    // What "dotnet new console" makes, built in Release, framework-dependent.
    private static string Empty()
    {
        var folder = Directory.CreateTempSubdirectory("marque-bench").FullName;
        File.WriteAllText(Path.Combine(folder, "empty.csproj"), "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>");
        File.WriteAllText(Path.Combine(folder, "Program.cs"), "System.Console.WriteLine(\"Hello, World!\");");
        Time("dotnet", "build", "-c", "Release", "-v", "quiet", Path.Combine(folder, "empty.csproj"));
        return Path.Combine(folder, "bin", "Release", "net10.0", "empty.dll");
    }
}
