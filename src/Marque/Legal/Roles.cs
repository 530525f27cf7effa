namespace Marque.Legal;

/// <summary>The words of the roles in case files.</summary>
public static class Roles
{
    /// <summary>Every word, in the order of <see cref="Role"/>.</summary>
    public static IReadOnlyList<string> All { get; } = ["manufacturer", "authorised-representative", "importer", "distributor", "steward"];

    /// <summary>The word of a role.</summary>
    public static string Word(this Role role) => All[(int)role];

    /// <summary>The role of a word, or null.</summary>
    public static Role? Of(string? word)
    {
        for (var i = 0; i < All.Count; i++)
        {
            if (All[i] == word) return (Role)i;
        }

        return null;
    }
}
