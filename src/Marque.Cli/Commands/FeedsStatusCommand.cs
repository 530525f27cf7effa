using System.CommandLine;
using Marque.Cli.Live;
using Marque.Cli.Printing;

namespace Marque.Cli.Commands;

/// <summary><c>marque feeds status</c>: the feeds in the store, and how old they are.</summary>
internal static class FeedsStatusCommand
{
    public static Command Create(Shell shell)
    {
        var data = DataFolder.Option();
        var asOf = CaseOptions.AsOfOption();
        var format = FeedsImportCommand.FormatOption();
        var command = new Command("status", "Lists the feeds: as of when, how old, how many records, from where.") { data, asOf, format };
        command.SetAction(parsed =>
        {
            if (LiveStore.Folder(shell, parsed.GetValue(data)) is not { } folder) return Exit.BadInput;
            using var store = Store.Store.OpenToRead(folder);
            var feeds = store?.Feeds() ?? [];
            var now = parsed.GetValue(asOf) ?? shell.ToTheSecond();
            if (parsed.GetValue(format) == "json") shell.Output.Write(FeedsJson.Status(feeds, now));
            else FeedsTable.Status(shell.Screen(), feeds, now);
            return Exit.Done;
        });
        return command;
    }
}
