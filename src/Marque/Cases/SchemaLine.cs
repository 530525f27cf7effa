using System.Text;

namespace Marque.Cases;

/// <summary>The line that tells editors which JSON Schema a file follows: <c># yaml-language-server: $schema=...</c>.</summary>
public static class SchemaLine
{
    /// <summary>How the line starts.</summary>
    public const string Start = "# yaml-language-server: $schema=";

    private const string MainSchema = "marque.schema.json";

    /// <summary>The reference for a file of the case, taken from the one in <c>marque.yaml</c>; null when that names none.</summary>
    /// <param name="path">Path of the file inside the case, with <c>/</c>.</param>
    /// <param name="schema">The schema's name, such as <c>evidence</c>.</param>
    /// <param name="main">The bytes of <c>marque.yaml</c>.</param>
    public static string? For(string path, string schema, ReadOnlySpan<byte> main)
    {
        if (main.StartsWith("\uFEFF"u8)) main = main[3..];
        var end = main.IndexOfAny((byte)'\r', (byte)'\n');
        var line = Encoding.UTF8.GetString(end < 0 ? main : main[..end]).TrimEnd();
        if (!line.StartsWith(Start, StringComparison.Ordinal) || !line.EndsWith(MainSchema, StringComparison.Ordinal)) return null;
        var folder = line[Start.Length..^MainSchema.Length];
        var isAbsolute = folder.StartsWith('/') || folder.Contains(':', StringComparison.Ordinal);
        var up = isAbsolute ? "" : string.Concat(Enumerable.Repeat("../", path.Count(c => c == '/')));
        return $"{up}{(folder.StartsWith("./", StringComparison.Ordinal) ? folder[2..] : folder)}{schema}.schema.json";
    }

    /// <summary>The name of the schema that a file of a case follows; null where there is none for it.</summary>
    /// <param name="path">Path of the file inside the case, with <c>/</c>.</param>
    public static string? SchemaOf(string path) => path.Split('/') switch
    {
        [CaseFile.Main] => "marque",
        ["people.yaml"] => "people",
        ["risk.yaml"] => "risk",
        ["support.yaml"] => "support",
        ["vulnerability-handling.yaml"] => "vulnerability-handling",
        ["documents.yaml"] => "documents",
        [var single] when Declared.UserInformationFile.Is(single) => "user-information",
        ["controls", ..] => "controls",
        ["evidence", ..] => "evidence",
        ["decisions", ..] => "decision",
        ["triage", ..] => "triage",
        ["releases", _] => "release",
        ["catalogs", _] => "catalog",
        ["bridges", _] => "bridge",
        ["editions", _] => "edition-map",
        _ => null,
    };

    /// <summary>The file with its schema named in the first line; null when the first line names one already.</summary>
    /// <param name="file">The file's bytes.</param>
    /// <param name="reference">What the line names.</param>
    /// <returns>The new bytes: a byte order mark and line ends as they were.</returns>
    public static byte[]? Put(ReadOnlySpan<byte> file, string reference)
    {
        var mark = file.StartsWith("\uFEFF"u8) ? 3 : 0;
        if (file[mark..].StartsWith("# yaml-language-server:"u8)) return null;
        var end = file.IndexOf((byte)'\n');
        var line = Encoding.UTF8.GetBytes($"{Start}{reference}{(end > 0 && file[end - 1] == '\r' ? "\r\n" : "\n")}");
        return [.. file[..mark], .. line, .. file[mark..]];
    }
}
