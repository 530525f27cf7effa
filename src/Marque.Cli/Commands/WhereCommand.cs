using System.CommandLine;
using Marque.Cli.Live;
using Marque.Cli.Printing;
using Marque.Documents;
using Marque.Text;

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
            var typed = parsed.GetValue(id)!;
            if (AskedId.Of(store, advisories.Index, typed) is not { } asked)
            {
                Problems.Print(shell, [new Problem(new Place("ID"), "where.id", $"'{typed}' is no id of a vulnerability", "name one such as CVE-2021-44228, GHSA-jfh8-c2jp-5v3q or EUVD-2021-31370; 'marque sbom show' looks for components")]);
                return Exit.BadInput;
            }

            var at = parsed.GetValue(asOf) ?? shell.ToTheSecond();
            var cve = store.CveOf(asked);
            var where = Where.Of(store, advisories.Index, cve ?? asked);
            if (cve is not null) where = where with { Asked = asked, Ids = [cve, .. where.Ids] };
            var isCurrent = store.IsMatched(advisories);
            if (parsed.GetValue(format) == "json") shell.Output.Write(WhereJson.Of(where, at, isCurrent));
            else WhereTable.Print(shell.Screen(), where, at, isCurrent);
            return Exit.Done;
        });
        return command;
    }
}
