using System.Globalization;
using System.Runtime.InteropServices;
using Marque.Outside;

namespace Marque.Cli;

/// <summary>Looks at the facts of a case, showing how far it is when that takes long, and ending on Ctrl-C.</summary>
internal static class Looking
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(200);

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
        using var cancel = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
        {
            context.Cancel = true;
            cancel.Cancel();
        });
        var progress = new SeeingProgress();
        if (!shell.ErrorIsTerminal) return look(progress, cancel.Token);
        using var shown = new Shown(shell, progress);
        return look(progress, cancel.Token);
    }

    // One line on standard error, written over and wiped at the end.
    private sealed class Shown : IDisposable
    {
        private readonly Timer timer;
        private readonly Lock gate = new();
        private readonly Shell shell;
        private readonly SeeingProgress progress;
        private bool written;
        private bool ended;

        public Shown(Shell shell, SeeingProgress progress)
        {
            (this.shell, this.progress) = (shell, progress);
            timer = new Timer(_ => Write(), null, Patience, Step);
        }

        public void Dispose()
        {
            timer.Dispose();
            lock (gate)
            {
                ended = true;
                if (written) shell.Error.Write("\r\e[K");
            }
        }

        private void Write()
        {
            lock (gate)
            {
                if (ended) return;
                written = true;
                const double MiB = 1024 * 1024;
                shell.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\rlooking at facts: {progress.Done / MiB:0} of {progress.Total / MiB:0} MiB ({(progress.Total == 0 ? 100 : Math.Min(100, 100 * progress.Done / progress.Total))} %)\e[K"));
            }
        }
    }
}
