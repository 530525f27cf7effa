using System.CommandLine;

namespace Marque.Cli;

/// <summary>The data directory: where what does not belong into a case is kept. <c>--data</c>, else <c>MARQUE_DATA</c>, else the platform's folder for data of a user.</summary>
internal static class DataFolder
{
    /// <summary>The option that names it.</summary>
    public static Option<string?> Option() => new("--data") { Description = "Data directory. Default: MARQUE_DATA, else the user's data folder.", HelpName = "DIR" };

    /// <summary>The absolute path; null where nothing names a place.</summary>
    public static string? Of(Shell shell, string? named)
    {
        if ((named ?? shell.Variable("MARQUE_DATA")) is { Length: > 0 } given) return Path.GetFullPath(given, shell.WorkingDirectory);
        return Platform(shell) is { Length: > 0 } folder && Path.IsPathFullyQualified(folder) ? Path.Combine(folder, "marque") : null;
    }

    private static string? Platform(Shell shell)
    {
        if (OperatingSystem.IsWindows()) return shell.Variable("LOCALAPPDATA");
        // XDG Base Directory Specification: a relative path is to be ignored.
        if (shell.Variable("XDG_DATA_HOME") is { Length: > 0 } data && Path.IsPathFullyQualified(data)) return data;
        if (shell.Variable("HOME") is not { Length: > 0 } home) return null;
        return OperatingSystem.IsMacOS() ? Path.Combine(home, "Library", "Application Support") : Path.Combine(home, ".local", "share");
    }
}
