namespace Marque.Outside;

/// <summary>Why an artefact gave no bytes.</summary>
public enum Absence
{
    /// <summary>Nothing is there.</summary>
    Missing,

    /// <summary>A directory stands there.</summary>
    Directory,

    /// <summary>A pipe, socket or device stands there; it was not opened.</summary>
    Special,

    /// <summary>It may not be read, or reading failed.</summary>
    Unreadable,

    /// <summary>A link leads out of the case; it was not followed.</summary>
    OutsideCase,
}

/// <summary>Finds the artefact of a fact below the folder of its case.</summary>
internal static class Artefact
{
    /// <summary>The absolute path of the artefact with links followed, or why there is none.</summary>
    /// <param name="root">The folder of the case, links followed.</param>
    /// <param name="path">The path as the case writes it: relative, without <c>..</c>.</param>
    public static (string? Full, Absence Absence) Locate(string root, string path)
    {
        var written = Path.Combine(root, path);
        // The text was checked on reading; this is the boundary that must hold whoever calls.
        if (!RealPath.IsWithin(Path.GetFullPath(written), root)) return (null, Absence.OutsideCase);
        if (RealPath.Of(written) is not { } real) return (null, Absence.Unreadable);
        if (!RealPath.IsWithin(real, root)) return (null, Absence.OutsideCase);
        return FileKinds.Of(real) switch
        {
            FileKind.File => (real, default),
            FileKind.Missing => (null, Absence.Missing),
            FileKind.Directory => (null, Absence.Directory),
            FileKind.Special => (null, Absence.Special),
            _ => (null, Absence.Unreadable),
        };
    }

    /// <summary>The absence in words.</summary>
    public static string Words(this Absence absence) => absence switch
    {
        Absence.Missing => "there is no such file",
        Absence.Directory => "a directory stands where the file is expected",
        Absence.Special => "a pipe, socket or device stands where the file is expected",
        Absence.OutsideCase => "a link leads out of the case",
        _ => "the file cannot be read",
    };
}
