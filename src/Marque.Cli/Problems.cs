using Marque.Documents;
using Marque.Cli.Terminal;
using Marque.Text;

namespace Marque.Cli;

/// <summary>Prints problems: <c>file:line:column: what is wrong, and what would be right</c>, one a line.</summary>
internal static class Problems
{
    // A person corrects a few and runs again.
    private const int Most = 100;

    public static void Print(Shell shell, IReadOnlyList<Problem> problems)
    {
        // What is referred to is often missing only because its own file cannot be read: that file is told first.
        foreach (var problem in problems.OrderBy(p => p.Code is "case.unknown-reference" or "case.unknown-series").ThenBy(p => p.Place).Take(Most))
        {
            shell.Error.WriteLine(Visible.Text(problem.ToString()));
            foreach (var line in problem.Paste) shell.Error.WriteLine(Visible.Text($"    {line}"));
        }

        if (problems.Count > Most) shell.Error.WriteLine($"... and {problems.Count - Most} more");
    }

    /// <summary>A path as seen from the working directory, with <c>/</c>, so that editors and terminals can open it.</summary>
    public static string FromHere(Shell shell, string full)
    {
        var relative = Path.GetRelativePath(shell.WorkingDirectory, full);
        return Path.DirectorySeparatorChar == '\\' ? relative.Replace('\\', '/') : relative;
    }
}
