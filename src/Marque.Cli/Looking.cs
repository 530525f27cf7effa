using Marque.Outside;

namespace Marque.Cli;

/// <summary>Looks at the facts of a case, showing how far it is when that takes long, and ending on Ctrl-C.</summary>
internal static class Looking
{
    /// <summary>What is seen.</summary>
    /// <param name="shell">The surroundings.</param>
    /// <param name="folder">The case.</param>
    /// <param name="before">Results of earlier runs; null: every content is checked anew.</param>
    /// <exception cref="OperationCanceledException">Interrupted.</exception>
    public static Seen At(Shell shell, CaseFolder folder, CheckedBefore? before = null) => While(shell, (progress, cancel) => See.Facts(folder, before, progress, cancel));

    /// <summary>The same for whatever looks.</summary>
    /// <exception cref="OperationCanceledException">Interrupted.</exception>
    public static T While<T>(Shell shell, Func<SeeingProgress, CancellationToken, T> look)
    {
        using var work = new LongWork(shell, "looking at facts");
        return look(work.Progress, work.Cancel);
    }
}
