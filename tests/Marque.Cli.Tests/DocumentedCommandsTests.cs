using System.CommandLine;
using System.Text;
using System.Text.RegularExpressions;
using Marque.Text;

namespace Marque.Cli.Tests;

/// <summary>Every command line of the documentation, against the command tree: an option or command that does not exist fails.</summary>
public sealed partial class DocumentedCommandsTests
{
    // Brackets, alternatives and dots belong to a synopsis, not to a line one could type.
    private static readonly string[] OfSynopses = ["[", "]", "|", "..."];

    public static TheoryData<string> Pages => [.. Files()];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_command_line_of_a_page_exists(string page)
    {
        var wrong = new List<string>();
        foreach (var (line, text) in Lines(File.ReadAllText(Path.Combine(Beside.Repository, page)))) wrong.AddRange(WhatIsWrong(text).Select(w => $"{page}:{line}: {text}: {w}"));
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void The_pages_hold_command_lines_at_all() => Assert.True(Files().Sum(p => Lines(File.ReadAllText(Path.Combine(Beside.Repository, p))).Count()) > 40);

    [Theory]
    [InlineData("marque asess", "asess")]
    [InlineData("marque assess --gates claimed", "--gates")]
    [InlineData("marque assess [CASE] [--releases V | --all-releases]", "--releases")]
    [InlineData("marque assess --gate \"no gpa\"", "gpa")]
    [InlineData("marque evidence chekc case", "chekc")]
    public void A_wrong_line_would_be_found(string line, string named) => Assert.Contains(WhatIsWrong(line), w => w.Contains(named, StringComparison.Ordinal));

    [Fact]
    public void Every_command_and_option_of_the_program_stands_on_the_page_of_commands()
    {
        var page = File.ReadAllText(Path.Combine(Beside.Repository, "docs", "commands.md"));
        foreach (var (name, command) in Commands(Root(), ""))
        {
            if (command.Subcommands.Count == 0) Assert.Contains(name, page, StringComparison.Ordinal);
            foreach (var option in command.Options.Where(o => !o.Hidden && o.Name is not ("--help" or "--version"))) Assert.True(page.Contains(option.Name, StringComparison.Ordinal), $"{name} {option.Name} is not documented");
        }
    }

    [Fact]
    public void The_recipes_are_YAML()
    {
        var page = File.ReadAllText(Path.Combine(Beside.Repository, "docs", "pipelines.md"));
        var recipes = Fences().Matches(page).Where(m => m.Groups["language"].Value == "yaml").ToList();
        Assert.True(recipes.Count >= 2);
        foreach (var recipe in recipes)
        {
            var read = YamlReader.Read("recipe.yaml", Encoding.UTF8.GetBytes(recipe.Groups["text"].Value));
            Assert.Empty(read.Problems);
            Assert.IsType<YamlMap>(read.Value);
        }
    }

    private static RootCommand Root() => Program.Root(new Shell { Output = Stream.Null, Error = TextWriter.Null, WorkingDirectory = Beside.Repository, Variable = _ => null, Now = () => InProcess.Now });

    private static IEnumerable<(string Name, Command Command)> Commands(Command at, string before)
    {
        foreach (var command in at.Subcommands)
        {
            var name = before.Length == 0 ? command.Name : $"{before} {command.Name}";
            yield return (name, command);
            foreach (var below in Commands(command, name)) yield return below;
        }
    }

    private static IEnumerable<string> WhatIsWrong(string line)
    {
        var words = Words(line);
        if (OfSynopses.Any(s => line.Contains(s, StringComparison.Ordinal))) return OfSynopsis(words);
        if (words is ["--version" or "--help"]) return [];
        var parsed = Root().Parse([.. words], new ParserConfiguration { ResponseFileTokenReplacer = null });
        // What a line leaves out, or a placeholder in the place of a value, is no mistake of a page: what does not exist is.
        var errors = parsed.Errors.Select(e => e.Message).Where(m => m.Contains("nrecognized", StringComparison.Ordinal) || m.Contains("not recognized", StringComparison.Ordinal));
        return errors.Concat(OfSynopsis(words)).Concat(Gates(words));
    }

    private static IEnumerable<string> Gates(List<string> words) =>
        words.Zip(words.Skip(1)).Where(w => w.First == "--gate" && words[0] == "assess" && w.Second is not "RULES" && !w.Second.StartsWith('@')).SelectMany(w => Assessments.Gates.GateText.Read("--gate", w.Second).Problems.Select(p => p.ToString()));

    private static IEnumerable<string> OfSynopsis(List<string> words)
    {
        Command at = Root();
        var rest = words.SelectMany(w => w.Split('[', ']', '|')).Select(w => w.Replace("...", "", StringComparison.Ordinal)).Where(w => w.Length > 0).ToList();
        while (rest.Count > 0 && at.Subcommands.FirstOrDefault(c => c.Name == rest[0]) is { } below)
        {
            at = below;
            rest.RemoveAt(0);
        }

        if (at is RootCommand) return [$"there is no command '{rest.FirstOrDefault()}'"];
        // "people list|add" names several commands.
        if (rest.Count == 0) return [];
        var commands = at.Subcommands.Count > 0 ? at.Subcommands.Where(c => rest.Contains(c.Name)).ToList() : [at];
        if (commands.Count == 0) return [$"there is no command '{string.Join(' ', rest)}'"];
        return rest.Where(w => w.StartsWith("--", StringComparison.Ordinal) && !commands.Exists(c => c.Options.Any(o => o.Name == w || o.Aliases.Contains(w)))).Select(w => $"there is no option '{w}'");
    }

    // As a shell splits: quotes hold together; what is piped, redirected or commented is not the program's.
    private static List<string> Words(string line)
    {
        var words = new List<string>();
        foreach (Match m in Tokens().Matches(line))
        {
            if (m.Value is "#" or ">" or "&&" or ";" or "2>" or "<" or "|" && !line.Contains('[', StringComparison.Ordinal)) break;
            words.Add(m.Value.Contains('"', StringComparison.Ordinal) || m.Value.Contains('\'', StringComparison.Ordinal) ? m.Value.Replace("\"", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal) : m.Value);
        }

        return words[1..];
    }

    private static IEnumerable<(int Line, string Text)> Lines(string page)
    {
        var (number, isFenced) = (0, false);
        foreach (var line in page.Replace("\\\n", " ", StringComparison.Ordinal).Split('\n'))
        {
            number++;
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal)) isFenced = !isFenced;
            else if (isFenced && InFence().Match(line) is { Success: true } call) yield return (number, line.TrimStart().StartsWith("sh '", StringComparison.Ordinal) ? call.Groups["call"].Value.Trim().TrimEnd('\'') : call.Groups["call"].Value.Trim());
            else if (!isFenced)
            {
                foreach (Match span in Spans().Matches(line)) yield return (number, span.Groups["call"].Value.Replace("\\|", "|", StringComparison.Ordinal));
            }
        }
    }

    private static IEnumerable<string> Files() =>
        Directory.EnumerateFiles(Path.Combine(Beside.Repository, "docs"), "*.md").Concat(Directory.EnumerateFiles(Beside.Repository, "*.md")).Concat(Directory.EnumerateFiles(Path.Combine(Beside.Repository, "examples"), "*.md", SearchOption.AllDirectories)).Concat(Directory.Exists(Path.Combine(Beside.Repository, "case")) ? Directory.EnumerateFiles(Path.Combine(Beside.Repository, "case"), "*.md", SearchOption.AllDirectories) : [])
            .Select(f => Path.GetRelativePath(Beside.Repository, f).Replace('\\', '/')).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"^```(?<language>\w*)\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Fences();

    [GeneratedRegex(@"^\s*(-\s+|\$\s+|run:\s+|-\s+run:\s+|sh\s+'|if\s+)?(\./)?(?<call>marque( \S.*|$))", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex InFence();

    [GeneratedRegex(@"`(\./)?(?<call>marque [^`]+)`", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Spans();

    [GeneratedRegex(@"(""[^""]*""|'[^']*'|[^\s""';#>]|(?<=\S)[#;])+|[;#>]", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Tokens();
}
