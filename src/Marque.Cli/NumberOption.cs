using System.CommandLine;
using System.Globalization;

namespace Marque.Cli;

/// <summary>An option whose value is a whole number from 1.</summary>
internal static class NumberOption
{
    /// <summary>Makes it; anything but digits, and a number above two milliards, is refused with a sentence.</summary>
    public static Option<int?> Of(string name, string description, string helpName) => new(name)
    {
        Description = description,
        HelpName = helpName,
        CustomParser = result =>
        {
            if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0) return number;
            result.AddError($"{name} takes a whole number from 1, and '{result.Tokens[0].Value}' is none");
            return null;
        },
    };
}
