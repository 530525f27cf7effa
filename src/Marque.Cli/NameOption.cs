using System.CommandLine;

namespace Marque.Cli;

/// <summary>An option whose value becomes a name that is kept: of a feed, a product, a release.</summary>
internal static class NameOption
{
    private const int Most = 200;

    /// <summary>Makes it; a name that is empty, begins or ends with a blank, holds control characters or is longer than 200 characters is refused.</summary>
    public static Option<string?> Of(string name, string description, string helpName)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = helpName };
        option.Validators.Add(result =>
        {
            if (result.Tokens is not [{ Value: var text }]) return;
            if (text.Trim().Length == 0) result.AddError($"{name} is empty; name something, or leave it out");
            else if (text != text.Trim() || text.Any(char.IsControl)) result.AddError($"{name} is a name in one line, without blanks around it");
            else if (text.Length > Most) result.AddError($"{name} is longer than {Most} characters");
        });
        return option;
    }
}
