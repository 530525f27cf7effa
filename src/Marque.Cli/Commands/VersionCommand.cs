using System.Reflection;
using System.Text;
using Marque.Assessments;

namespace Marque.Cli.Commands;

/// <summary><c>marque --version</c>: the program, the number of its rules, the legal set in it.</summary>
internal static class VersionCommand
{
    public static string Version => typeof(VersionCommand).Assembly.GetName().Version?.ToString(3) ?? "";

    public static int Run(Shell shell)
    {
        shell.Output.Write(Encoding.UTF8.GetBytes($"marque {Version}\nrules {Assess.Rules}\nlegal set {Law.EmbeddedVersion()}\n"));
        return Exit.Done;
    }
}
