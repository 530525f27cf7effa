using System.Globalization;
using System.Text;
using Marque.Text;
using NodaTime;

namespace Marque.Outside.Git;

/// <summary>An entry of a tree: a file, a link or a nested repository.</summary>
/// <param name="Path">Relative to the top of the repository, with <c>/</c>.</param>
/// <param name="Mode">The mode git gives it.</param>
/// <param name="Id">The object's id.</param>
/// <param name="Length">Bytes; 0 for what has none.</param>
internal sealed record GitEntry(string Path, string Mode, string Id, long Length)
{
    public bool IsLink => Mode == "120000";

    public bool IsFile => Mode.StartsWith("100", StringComparison.Ordinal);
}

/// <summary>A repository, read by <c>rev-parse</c>, <c>ls-tree</c> and <c>cat-file</c> alone.</summary>
internal sealed class GitRepository
{
    private const int MaxAnswer = 64 * 1024 * 1024;

    private readonly string program;

    private readonly CancellationToken cancel;

    private GitRepository(string program, string top, string prefix, CancellationToken cancel) => (this.program, Top, Prefix, this.cancel) = (program, top, prefix, cancel);

    /// <summary>The top of the working tree.</summary>
    public string Top { get; }

    /// <summary>The folder it was found from, relative to the top: empty, or ending in <c>/</c>.</summary>
    public string Prefix { get; }

    /// <summary>The repository around a folder; null with a problem. Whatever is read of it ends with the token.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static GitRepository? Around(string folder, string shown, List<Problem> problems, CancellationToken cancel = default)
    {
        if (GitProgram.Find() is not { } program)
        {
            problems.Add(new Problem(new Place(shown), "git.missing", "git is not installed, so no revision can be read", "install git, or compare releases and instants of the case as it stands"));
            return null;
        }

        var (output, said) = GitProgram.Run(program, folder, MaxAnswer, cancel, "rev-parse", "--show-toplevel", "--show-prefix");
        if (output is null)
        {
            problems.Add(new Problem(new Place(shown), "git.no-repository", $"the case lies in no git repository that can be read: {said}", "name a revision only for a case in a git working tree"));
            return null;
        }

        var lines = Encoding.UTF8.GetString(output).Split('\n');
        return new GitRepository(program, lines[0], lines.Length > 1 ? lines[1] : "", cancel);
    }

    /// <summary>Whether a name is a revision of this repository.</summary>
    public bool Knows(string revision) => Commit(revision).Id is not null;

    /// <summary>The commit that a revision names; null with what git said.</summary>
    public (string? Id, string Said) Commit(string revision)
    {
        if (revision.Length == 0 || revision.Any(char.IsControl)) return (null, "not the name of a revision");
        var (output, said) = GitProgram.Run(program, Top, MaxAnswer, cancel, "rev-parse", "--verify", "--quiet", "--end-of-options", $"{revision}^{{commit}}");
        var id = output is null ? "" : Encoding.ASCII.GetString(output).Trim();
        return IsId(id) ? (id, "") : (null, said.Length == 0 || said.StartsWith("git ended", StringComparison.Ordinal) ? "no commit has this name" : said);
    }

    /// <summary>The entries of a commit below a folder (empty: all of it); null with what git said.</summary>
    public (IReadOnlyList<GitEntry>? Entries, string Said) Tree(string commit, string folder)
    {
        string[] arguments = ["ls-tree", "-r", "-z", "-l", "--full-tree", commit];
        var (output, said) = GitProgram.Run(program, Top, MaxAnswer, cancel, folder.Length == 0 ? arguments : [.. arguments, "--", folder.TrimEnd('/') + "/"]);
        if (output is null) return (null, said);
        var entries = new List<GitEntry>();
        // MODE SP TYPE SP ID SP SIZE TAB PATH NUL (git-ls-tree(1)); names that are no UTF-8 are no names of a case.
        foreach (var record in Encoding.UTF8.GetString(output).Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            var tab = record.IndexOf('\t', StringComparison.Ordinal);
            var fields = record[..tab].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            entries.Add(new GitEntry(record[(tab + 1)..], fields[0], fields[2], long.TryParse(fields[3], NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : 0));
        }

        return (entries, "");
    }

    /// <summary>Opens the objects of the repository for reading.</summary>
    public GitBlobs Blobs() => new(GitProgram.Start(program, Top, ["cat-file", "--batch"]), cancel);

    internal static bool IsId(string text) => text.Length is 40 or 64 && text.All(char.IsAsciiHexDigitLower);
}
