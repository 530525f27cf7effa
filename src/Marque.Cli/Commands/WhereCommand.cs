using System.CommandLine;
using Marque.Cli.Live;
using Marque.Cli.Printing;

namespace Marque.Cli.Commands;

/// <summary><c>marque where</c>: every release in the store that a vulnerability is in.</summary>
internal static class WhereCommand
{
    public static Command Create(Shell shell)
    {
        var id = new Argument<string>("ID") { Description = "The vulnerability: CVE, GHSA, EUVD or any other id of it." };
        var data = DataFolder.Option();
        var asOf = CaseOptions.AsOfOption();
        var format = FeedsImportCommand.FormatOption();
        var command = new Command("where", "Lists every release that a vulnerability is in, shipped and supported or not.") { id, data, asOf, format };
        command.SetAction(parsed =>
        {
            if (LiveStore.Folder(shell, parsed.GetValue(data)) is not { } folder) return Exit.BadInput;
            using var store = LiveStore.WithFeeds(shell, folder);
            if (store is null) return Exit.BadInput;
            using var moment = store.Look();
            using var advisories = store.OpenAdvisories();
            var asked = store.CveOf(parsed.GetValue(id)!) ?? parsed.GetValue(id)!;
            var where = Where.Of(store, advisories.Index, asked);
            var isCurrent = store.IsMatched(advisories);
            if (parsed.GetValue(format) == "json") shell.Output.Write(WhereJson.Of(where with { Asked = parsed.GetValue(id)! }, isCurrent));
            else WhereTable.Print(shell.Screen(), where with { Asked = parsed.GetValue(id)! }, parsed.GetValue(asOf) ?? shell.ToTheSecond(), isCurrent);
            return Exit.Done;
        });
        return command;
    }
}
