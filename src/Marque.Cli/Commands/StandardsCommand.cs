using System.CommandLine;
using Marque.Cli.Printing;
using Marque.Legal;
using Marque.Text;
using NodaTime;

namespace Marque.Cli.Commands;

/// <summary><c>marque standards list</c> and <c>show</c>: the registry as of a day.</summary>
internal static class StandardsCommand
{
    public static Command List(Shell shell)
    {
        var command = Common("list", "Lists standards, specifications and schemes with their status.", out var law, out var asOf, out var format);
        command.SetAction(parsed =>
        {
            if (Read(shell, parsed, law) is not { } set) return Exit.BadInput;
            var day = Day(shell, parsed.GetValue(asOf));
            if (parsed.GetValue(format) == "json") shell.Output.Write(StandardsJson.List(set, day));
            else StandardsTable.List(shell.Screen(), set, day);
            return Exit.Done;
        });
        return command;
    }

    public static Command Show(Shell shell)
    {
        var command = Common("show", "Shows what is known of one standard.", out var law, out var asOf, out var format);
        var reference = new Argument<string>("REF") { Description = "The reference, such as 'EN IEC 62443-4-1:2018/prAA:2026', or a part of it that names one alone." };
        command.Add(reference);
        command.SetAction(parsed =>
        {
            if (Read(shell, parsed, law) is not { } set) return Exit.BadInput;
            if (Find(set, parsed.GetValue(reference)!, out var problem) is not { } standard)
            {
                Problems.Print(shell, [problem!]);
                return Exit.BadInput;
            }

            var day = Day(shell, parsed.GetValue(asOf));
            if (parsed.GetValue(format) == "json") shell.Output.Write(StandardsJson.Show(set, standard, day));
            else StandardsTable.Show(shell.Screen(), set, standard, day);
            return Exit.Done;
        });
        return command;
    }

    private static Command Common(string name, string description, out LawOptions law, out Option<Instant?> asOf, out Option<string> format)
    {
        law = new LawOptions();
        asOf = CaseOptions.AsOfOption();
        format = new Option<string>("--format") { Description = "table or json.", HelpName = "FORMAT", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json");
        var command = new Command(name, description) { asOf, format };
        law.AddTo(command);
        return command;
    }

    private static LegalSet? Read(Shell shell, ParseResult parsed, LawOptions law)
    {
        var problems = new List<Problem>();
        var set = law.Read(parsed, shell, problems);
        if (set is null) Problems.Print(shell, problems);
        return set;
    }

    private static LocalDate Day(Shell shell, Instant? at) => BrusselsDay.AsOf(at ?? shell.ToTheSecond());

    internal static Standard? Find(LegalSet set, string asked, out Problem? problem)
    {
        problem = null;
        var exact = set.Standards.FirstOrDefault(s => string.Equals(s.Reference, asked, StringComparison.OrdinalIgnoreCase));
        if (exact is not null) return exact;
        var containing = set.Standards.Where(s => s.Reference.Contains(asked, StringComparison.OrdinalIgnoreCase) || string.Equals(s.WorkItem, asked, StringComparison.OrdinalIgnoreCase)).ToList();
        if (containing.Count == 1) return containing[0];
        var near = Nearest.To(asked, set.Standards.Select(s => s.Reference));
        var remedy = containing.Count > 1 ? $"one of {string.Join(", ", containing.Take(10).Select(s => s.Reference))}" : near is not null ? $"did you mean '{near}'?" : "'marque standards list' shows the references";
        problem = new Problem(new Place(asked), "standard.unknown", containing.Count > 1 ? "several standards of the registry have this in their reference" : "the registry has no standard with this reference", remedy);
        return null;
    }
}
