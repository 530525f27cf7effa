using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Marque.Store.Tests;

/// <summary>This test program as a process of its own that only writes into a store: to be killed, or to be in another's way.</summary>
internal sealed class Child : IDisposable
{
    private const string Variable = "MARQUE_STORE_CHILD";

    private readonly Process process;
    private readonly StringBuilder error = new();

    private Child(Process process) => this.process = process;

    public static Child Start(params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(Child).Assembly.Location]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment[Variable] = string.Join('\n', words);
        var child = new Child(Process.Start(start)!);
        child.process.ErrorDataReceived += (_, line) => child.error.Append(line.Data);
        child.process.BeginErrorReadLine();
        return child;
    }

    /// <summary>The next number that it acknowledged; null: it has ended.</summary>
    public long? Acknowledged() => process.StandardOutput.ReadLine() is { } line ? long.Parse(line, CultureInfo.InvariantCulture) : null;

    /// <summary>Kills it as kill -9 does, and gives the last number that it acknowledged.</summary>
    public long? Kill()
    {
        process.Kill();
        long? last = null;
        while (Acknowledged() is { } next) last = next;
        process.WaitForExit();
        return last;
    }

    public (int Code, string Error) End()
    {
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, error.ToString());
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }

    [ModuleInitializer]
    internal static void BeChild()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } words) return;
        Environment.Exit(Run(words.Split('\n')));
    }

    private static int Run(string[] words)
    {
        if (words[0] == "count")
        {
            for (var i = 1; i <= int.Parse(words[3], CultureInfo.InvariantCulture); i++)
            {
                using var store = Store.OpenToWrite(words[1], TimeSpan.FromMinutes(2), _ => { });
                using var change = store.Begin();
                store.Put(Stores.Feed(words[2], (store.FindFeed(words[2])?.Records ?? 0) + 1));
                change.Commit();
            }

            return 0;
        }

        // A bill of materials, a segment and a feed in each change, acknowledged by number.
        using (var store = Store.OpenToWrite(words[1], TimeSpan.FromMinutes(2), _ => { }))
        {
            for (var i = (store.FindFeed("osv")?.Records ?? 0) + 1; ; i++)
            {
                var version = i.ToString(CultureInfo.InvariantCulture);
                var blob = store.Blobs.Put(Encoding.UTF8.GetBytes($"bill {version}"));
                var segment = store.WriteSegment(output => output.Write(Encoding.UTF8.GetBytes($"segment {version} {new string('x', 100_000)}")));
                using (var change = store.Begin())
                {
                    store.Put(Stores.Feed("osv", i));
                    store.AddSegment(segment, i);
                    store.Put(new StoredSbom(blob, "CycloneDX", "1.6", null, 1, Stores.Now), [.. Enumerable.Range(0, 50).Select(c => Stores.Npm($"package-{c}", version))]);
                    store.Put(new StoredRelease("p", version));
                    store.Link("p", version, blob, Stores.Now);
                    change.Commit();
                }

                Console.Out.WriteLine(version);
                Console.Out.Flush();
            }
        }
    }
}
