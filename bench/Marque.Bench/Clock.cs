using System.Diagnostics;

namespace Marque.Bench;

/// <summary>Times work: the best of many, which other load on the machine disturbs least.</summary>
internal static class Clock
{
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
}
