using Marque.Advisories.Feeds;
using Marque.Documents;
using Marque.Store;
using Marque.Text;

namespace Marque.Cli.Live;

/// <summary>Opens the store in the data directory; what stands against it is said.</summary>
internal static class LiveStore
{
    // A import of everything takes less.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The data directory; null with a problem printed.</summary>
    public static string? Folder(Shell shell, string? named)
    {
        if (DataFolder.Of(shell, named) is { } folder) return folder;
        Problems.Print(shell, [new Problem(new Place("--data"), "data.none", "no data directory is named, and the system names none", "name one with --data DIR or MARQUE_DATA")]);
        return null;
    }

    /// <summary>Opens it for writing, waiting for another writer with a notice.</summary>
    /// <exception cref="StoreException">It cannot be opened.</exception>
    public static Store.Store ToWrite(Shell shell, string folder, CancellationToken cancel) =>
        Store.Store.OpenToWrite(folder, Patience, holder => shell.Error.WriteLine(Visible.Text($"marque: {holder} is writing into {Problems.FromHere(shell, folder)}; waiting for it")), cancel);

    /// <summary>Opens it for reading, if there is one that holds advisories; else null.</summary>
    /// <exception cref="StoreException">It cannot be opened.</exception>
    public static Store.Store? IfFed(string folder)
    {
        var store = Store.Store.OpenToRead(folder);
        if (store is not null && store.Feeds().Any(f => f.Kind == FeedKind.Osv)) return store;
        store?.Dispose();
        return null;
    }

    /// <summary>Opens it for reading, if there is one that holds advisories; else the problem is printed.</summary>
    /// <exception cref="StoreException">It cannot be opened.</exception>
    public static Store.Store? WithFeeds(Shell shell, string folder)
    {
        if (IfFed(folder) is { } store) return store;
        Problems.Print(shell, [new Problem(new Place(folder), "feeds.none", "no advisories are imported into this data directory", "'marque feeds import FILE' imports them, 'marque feeds sync URL' fetches them; see docs/feeds.md")]);
        return null;
    }
}
