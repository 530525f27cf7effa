using System.CommandLine;
using Marque.Advisories.Feeds;
using Marque.Cli.Live;
using Marque.Cli.Printing;
using Marque.Outside.Feeds;
using Marque.Store;
using Marque.Text;

namespace Marque.Cli.Commands;

/// <summary><c>marque feeds import</c>: takes a feed from a file or folder into the store.</summary>
internal static class FeedsImportCommand
{
    public static Command Create(Shell shell)
    {
        var named = new Argument<string>("SOURCE") { Description = "File or folder: OSV, KEV, EPSS, EUVD, CSAF or OpenVEX; also as ZIP, JSON Lines or with gzip. What it is, its content tells." };
        var feed = FeedOption();
        var data = DataFolder.Option();
        var format = FormatOption();
        var command = new Command("import", "Imports a feed from a file or folder.") { named, feed, data, format };
        command.SetAction(parsed =>
        {
            if (LiveStore.Folder(shell, parsed.GetValue(data)) is not { } folder) return Exit.BadInput;
            var problems = new List<Problem>();
            var shown = parsed.GetValue(named)!;
            var outcome = Import(shell, folder, Path.GetFullPath(shown, shell.WorkingDirectory), shown, parsed.GetValue(feed), problems);
            if (outcome is null)
            {
                Problems.Print(shell, problems);
                return Exit.BadInput;
            }

            if (parsed.GetValue(format) == "json") shell.Output.Write(FeedsJson.Import(outcome));
            else FeedsTable.Import(shell.Screen(), outcome);
            return Exit.Done;
        });
        return command;
    }

    internal static Option<string?> FeedOption() => NameOption.Of("--feed", "Name of the feed. Default: osv, kev, epss, euvd, csaf or openvex.", "NAME");

    internal static Option<string> FormatOption()
    {
        var format = new Option<string>("--format") { Description = "table or json.", HelpName = "FORMAT", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json");
        return format;
    }

    internal static FeedOutcome? Import(Shell shell, string folder, string path, string shown, string? name, List<Problem> problems)
    {
        var read = FeedSource.Open(path, shown);
        problems.AddRange(read.Problems);
        if (read.Value is not { } source) return null;
        using var work = new LongWork(shell, "importing");
        using var store = LiveStore.ToWrite(shell, folder, work.Cancel);
        return FeedKeeping.Import(store, source, new StoredFeed(name ?? source.Kind.Word(), source.Kind, path, null, shell.ToTheSecond(), 0), shown, work, problems);
    }
}
