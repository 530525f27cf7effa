using System.CommandLine;
using Marque.Cli.Live;
using Marque.Cli.Printing;
using Marque.Outside.Feeds;
using Marque.Store;
using Marque.Text;

namespace Marque.Cli.Commands;

/// <summary><c>marque feeds sync</c>: fetches feeds, where they changed, and imports them.</summary>
internal static class FeedsSyncCommand
{
    public static Command Create(Shell shell)
    {
        var named = new Argument<string[]>("URL") { Description = "Address of a feed (http, https, file), or the file or folder of a mirror.", Arity = ArgumentArity.ZeroOrMore };
        var all = new Option<bool>("--all") { Description = "Every feed of the store, from where it came." };
        var feed = FeedsImportCommand.FeedOption();
        var data = DataFolder.Option();
        var format = FeedsImportCommand.FormatOption();
        var command = new Command("sync", "Fetches feeds where they changed, and imports them.") { named, all, feed, data, format };
        command.Validators.Add(result =>
        {
            var count = result.GetValue(named)?.Length ?? 0;
            if (result.GetValue(all) == count > 0) result.AddError(count > 0 ? "addresses and --all exclude each other" : "name an address, or --all");
            if (result.GetValue(feed) is not null && count != 1) result.AddError("--feed names the feed of one address");
        });
        command.SetAction(parsed =>
        {
            if (LiveStore.Folder(shell, parsed.GetValue(data)) is not { } folder) return Exit.BadInput;
            List<(string Source, string? Name)> asked = parsed.GetValue(all) ? All(folder) : [.. parsed.GetValue(named)!.Select(n => (n, parsed.GetValue(feed)))];
            var problems = new List<Problem>();
            if (asked.Count == 0) problems.Add(new Problem(new Place(folder), "feeds.none", "no feed is there to be fetched again", "name the address of one"));
            var synced = new List<SyncedFeed>();
            foreach (var (source, name) in asked)
            {
                if (FeedSyncing.Run(shell, folder, source, name, TransferOptions(shell), problems) is { } one) synced.Add(one);
            }

            if (parsed.GetValue(format) == "json") shell.Output.Write(FeedsJson.Sync(synced, problems));
            else FeedsTable.Sync(shell.Screen(), synced);
            Problems.Print(shell, problems);
            return problems.Count > 0 ? Exit.BadInput : Exit.Done;
        });
        return command;
    }

    // Waiting is for real servers; a test's answers at once.
    private static TransferOptions TransferOptions(Shell shell) => shell.Transfers ?? new TransferOptions();

    private static List<(string Source, string? Name)> All(string folder)
    {
        using var store = Store.Store.OpenToRead(folder);
        return [.. (store?.Feeds() ?? []).Select(f => (f.Source, (string?)f.Name))];
    }
}
