using Marque.Outside;
using Marque.Text;
using NodaTime;

namespace Marque.Cli.Live;

/// <summary>A case with its triage and the store that says what its releases are found to have.</summary>
internal sealed class OpenTriage : IDisposable
{
    private readonly Store.Store store;
    private readonly IDisposable moment;
    private readonly Store.OpenAdvisories advisories;
    private readonly LongWork work;

    private OpenTriage(Shell shell, CaseFolder folder, IReadOnlyList<Ledger.PublicKey> trusted, Instant at, Store.Store store)
    {
        (Shell, Folder, Trusted, At, this.store) = (shell, folder, trusted, at, store);
        Triage = new CaseTriage(folder.Case, trusted, at);
        moment = store.Look();
        work = new LongWork(shell, "scanning");
        advisories = store.OpenAdvisories();
    }

    public Shell Shell { get; }

    public CaseFolder Folder { get; }

    public IReadOnlyList<Ledger.PublicKey> Trusted { get; }

    public Instant At { get; }

    public CaseTriage Triage { get; }

    public IReadOnlyList<Store.StoredFeed> Feeds => store.Feeds();

    /// <summary>Opens both; null with problems, or where one was printed.</summary>
    public static OpenTriage? Of(Shell shell, string? named, string? data, IReadOnlyList<Ledger.PublicKey> trusted, Instant at, List<Problem> problems)
    {
        if (Prepared.ReadCase(shell, named, problems) is not { } folder || problems.Count > 0) return null;
        if (LiveStore.Folder(shell, data) is not { } live || LiveStore.WithFeeds(shell, live) is not { } store) return null;
        return new OpenTriage(shell, folder, trusted, at, store);
    }

    /// <summary>The case with its store, where there is one that holds advisories; else null.</summary>
    public static OpenTriage? IfFed(Shell shell, CaseFolder folder, string? data, IReadOnlyList<Ledger.PublicKey> trusted, Instant at) =>
        DataFolder.Of(shell, data) is { } live && LiveStore.IfFed(live) is { } store ? new OpenTriage(shell, folder, trusted, at, store) : null;

    /// <summary>What the releases are found to have; of those named, of all, or of the supported ones.</summary>
    public IReadOnlyList<TriagedRelease> Releases(IReadOnlyList<string> named, bool all, List<Problem> problems)
    {
        var versions = TriagedRelease.Versions(Folder.Case, named, all, problems);
        return problems.Count > 0 ? [] : TriagedRelease.Of(Folder, Triage, versions, store, advisories.Index, problems, work);
    }

    public void Dispose()
    {
        advisories.Dispose();
        work.Dispose();
        moment.Dispose();
        store.Dispose();
    }
}
