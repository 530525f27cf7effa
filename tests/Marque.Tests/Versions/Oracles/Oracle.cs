using System.Diagnostics;
using Marque.Tests.Legal;
using Marque.Versions;

namespace Marque.Tests.Versions.Oracles;

/// <summary>A program that the ecosystem itself uses, asked about many pairs at once through a script of <c>tests/oracles</c>. Only <c>./test --full</c> asks.</summary>
internal static class Oracle
{
    /// <summary>How the pairs compare: "-1", "0", "1", or "x" where the program knows no such version.</summary>
    public static IReadOnlyList<string> Ask(string program, string[] arguments, IEnumerable<(string A, string B)> pairs)
    {
        var folder = Path.Combine(LegalFolder.Repository, "tests", "oracles");
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var (error, output) = (process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
        foreach (var (a, b) in pairs) process.StandardInput.Write($"{a}\t{b}\n");
        process.StandardInput.Close();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program}: {error.Result}");
        return output.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary>Skips outside of full runs and where a file is missing; CI must have it.</summary>
    public static void Require(params string[] files)
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("MARQUE_TEST_FULL") == "1", "native tools are asked in ./test --full only");
        if (files.FirstOrDefault(f => !Path.Exists(f)) is not { } missing) return;
        if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail($"{missing} is missing; CI needs it");
        Assert.Skip($"{missing} is missing");
    }

    /// <summary>Pairs of similar versions, the same ones each time.</summary>
    public static IReadOnlyList<(string A, string B)> Pairs(VersionScheme scheme, string[] pieces, int count, Func<string, bool> takes)
    {
        var random = new Random(20261130);
        string Piece() => pieces[random.Next(pieces.Length)];
        var pairs = new List<(string, string)>();
        while (pairs.Count < count)
        {
            var a = new[] { "1", "0", "1.0", "2.0.0", "1.2.3", "10" }[random.Next(6)] + string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => Piece()));
            var at = random.Next(a.Length + 1);
            var b = random.Next(3) switch { 0 => a.Insert(at, Piece()), 1 when at < a.Length && a.Length > 1 => a.Remove(at, 1), _ => a[..at] + Piece() + Piece() };
            if (takes(a) && takes(b) && VersionOrder.TryCompare(scheme, a, b, out _)) pairs.Add((a, b));
        }

        return pairs;
    }
}
