using System.Globalization;
using System.Runtime.InteropServices;
using Marque.Outside;

namespace Marque.Cli;

/// <summary>Work on many bytes: shows on standard error how far it is when it takes long and a person looks, and ends on Ctrl-C.</summary>
internal sealed class LongWork : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(200);

    private readonly CancellationTokenSource cancel = new();
    private readonly PosixSignalRegistration interrupt;
    private readonly Timer? timer;
    private readonly Lock gate = new();
    private readonly Shell shell;
    private readonly string what;
    private bool written;
    private bool ended;

    public LongWork(Shell shell, string what)
    {
        (this.shell, this.what) = (shell, what);
        interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
        {
            context.Cancel = true;
            cancel.Cancel();
        });
        if (shell.ErrorIsTerminal) timer = new Timer(_ => Write(), null, Patience, Step);
    }

    /// <summary>What the work tells of its bytes.</summary>
    public SeeingProgress Progress { get; } = new();

    /// <summary>What is counted instead of bytes: how much of it is done, and of how much.</summary>
    public (int Done, int Of)? Counted { get; set; }

    /// <summary>Cancelled by Ctrl-C.</summary>
    public CancellationToken Cancel => cancel.Token;

    public void Dispose()
    {
        timer?.Dispose();
        lock (gate)
        {
            ended = true;
            if (written) shell.Error.Write("\r\e[K");
        }

        interrupt.Dispose();
        cancel.Dispose();
    }

    // One line, written over and wiped at the end.
    private void Write()
    {
        lock (gate)
        {
            if (ended) return;
            written = true;
            if (Counted is var (done, of))
            {
                shell.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{what}: {done} of {of}\e[K"));
                return;
            }

            const double MiB = 1024 * 1024;
            shell.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{what}: {Progress.Done / MiB:0} of {Progress.Total / MiB:0} MiB ({(Progress.Total == 0 ? 100 : Math.Min(100, 100 * Progress.Done / Progress.Total))} %)\e[K"));
        }
    }
}
