using System.CommandLine;
using System.CommandLine.Parsing;
using Marque.Text;

namespace Marque.Cli;

/// <summary>Words of a command line that look like an option or a command and are none. A parser takes them for a file or the case, and what it then says leads astray.</summary>
internal static class Misspelt
{
    /// <summary>A requirement such as <c>CR 1.1</c> whose number was taken for the case, because nothing quotes it; null: it was not.</summary>
    public static Problem? Split(Shell shell, string requirement, string? named) =>
        named is not null && named.All(c => char.IsAsciiDigit(c) || c == '.') && requirement.All(char.IsAsciiLetter) && !Path.Exists(Path.GetFullPath(named, shell.WorkingDirectory))
            ? new Problem(new Place(requirement), "requirement.split", $"'{named}' behind it is no folder, and looks like its number", $"quote an id with a blank: '{requirement} {named}'")
            : null;

    /// <summary>What is wrong, each with the nearest that exists; empty: nothing.</summary>
    public static IEnumerable<string> In(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (command.Subcommands.Count > 0 && parsed.UnmatchedTokens.FirstOrDefault(t => !t.StartsWith('-')) is { } word)
        {
            yield return $"there is no command '{word}'{(Nearest.To(word, command.Subcommands.Select(c => c.Name)) is { } near ? $"; did you mean '{near}'?" : "")}";
            yield break;
        }

        // The value of an option that takes one is whatever it is.
        var values = parsed.CommandResult.Children.OfType<OptionResult>().Where(o => o.Option.Arity.MaximumNumberOfValues == 1).SelectMany(o => o.Tokens).ToHashSet(ReferenceEqualityComparer.Instance);
        List<string> options = [.. command.Options.Select(o => o.Name)];
        foreach (var token in parsed.Tokens.TakeWhile(t => t.Type != TokenType.DoubleDash))
        {
            if (token.Type != TokenType.Argument || !token.Value.StartsWith("--", StringComparison.Ordinal) || values.Contains(token)) continue;
            var name = token.Value.Split('=')[0];
            yield return $"there is no option '{name}' of {command.Name}{(Nearest.To(name, options) is { } near ? $"; did you mean '{near}'?" : "; a file of that name stands after --")}";
        }
    }

    /// <summary>What the parser found wrong, with the option or argument it speaks of: its own words leave that out.</summary>
    public static string Said(ParseError error)
    {
        var quoted = error.Message.Split('\'').Where((_, i) => i % 2 == 1).ToList();
        var option = error.SymbolResult as OptionResult ?? error.SymbolResult?.Parent as OptionResult;
        if (option is not null && quoted.Count > 1 && error.Message.Contains("Must be one of", StringComparison.Ordinal)) return $"{option.Option.Name} does not take '{quoted[0]}', but one of {string.Join(", ", quoted.Skip(1))}";
        if (error.SymbolResult is ArgumentResult { Argument: var argument } && error.Message.StartsWith("Required argument missing", StringComparison.Ordinal)) return $"{argument.Name} is missing: {argument.Description}";
        return error.Message;
    }
}
