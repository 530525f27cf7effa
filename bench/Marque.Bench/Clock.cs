using System.Diagnostics;

namespace Marque.Bench;

/// <summary>Times work: the best of many, which other load on the machine disturbs least.</summary>
internal static class Clock
{
    // The compiler replaces hot code a tenth of a second after the last new method was called, and takes its time for it.
    private static readonly TimeSpan UntilWarm = TimeSpan.FromMilliseconds(700);

    /// <summary>Runs the work untimed, before its first row: code compiled, files in the page cache. Once only where nothing but running is tested.</summary>
    public static void Warm(bool smoke, Action work)
    {
        var start = Stopwatch.GetTimestamp();
        do work();
        while (!smoke && Stopwatch.GetElapsedTime(start) < UntilWarm);
    }

    /// <summary>Seconds of the best run.</summary>
    public static double Best(int times, Action work)
    {
        var best = double.MaxValue;
        for (var i = 0; i < times; i++)
        {
            var start = Stopwatch.GetTimestamp();
            work();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return best;
    }

    /// <summary>Seconds of processor time of all threads for one of many runs: waiting for another process does not count.</summary>
    public static double Cpu(int times, Action work)
    {
        var start = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < times; i++) work();
        return (Environment.CpuUsage.TotalTime - start).TotalSeconds / times;
    }
}
