using System.Text;
using Marque.Text;

namespace Marque.Outside.Git;

/// <summary>A commit or an annotated tag as it stands in a repository: the bytes that <c>git cat-file</c> gives, with their signature.</summary>
/// <param name="Id">The id of the object.</param>
/// <param name="IsTag">Whether it is a tag; else a commit.</param>
/// <param name="Bytes">Its bytes.</param>
public sealed record GitSnapshot(string Id, bool IsTag, byte[] Bytes)
{
    // As large as the content check reads.
    private const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>Takes an object.</summary>
    /// <param name="folder">A folder of the repository, absolute.</param>
    /// <param name="shown">Its name in problems.</param>
    /// <param name="name">The name of a revision, such as <c>HEAD</c> or <c>v2.4.1</c>.</param>
    /// <param name="tag">Whether the tag itself is meant; else the commit that the name leads to.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static GitSnapshot? Take(string folder, string shown, string name, bool tag, List<Problem> problems)
    {
        var place = new Place(shown);
        if (FileKinds.Of(folder) != FileKind.Directory)
        {
            problems.Add(new Problem(place, "git.no-repository", "there is no such folder", "name a folder of the repository"));
            return null;
        }

        if (GitProgram.Find() is not { } program)
        {
            problems.Add(new Problem(place, "git.missing", "git is not installed, so nothing can be taken from a repository", "install git; or write the object to a file elsewhere and register that"));
            return null;
        }

        var (inside, refused) = GitProgram.Run(program, folder, MaxBytes, CancellationToken.None, "rev-parse", "--git-dir");
        if (inside is null)
        {
            problems.Add(new Problem(place, "git.no-repository", $"this lies in no git repository that can be read: {refused}", "name a folder of the repository"));
            return null;
        }

        var type = tag ? "tag" : "commit";
        var isName = name.Length > 0 && !name.Any(char.IsControl);
        var (found, said) = isName ? GitProgram.Run(program, folder, MaxBytes, CancellationToken.None, "rev-parse", "--verify", "--quiet", "--end-of-options", $"{name}^{{{type}}}") : (null, "");
        var id = found is null ? "" : Encoding.ASCII.GetString(found).Trim();
        if (id.Length is not (40 or 64) || !id.All(char.IsAsciiHexDigitLower))
        {
            problems.Add(new Problem(new Place(name), "git.unknown-revision", tag ? $"{shown} has no annotated tag of this name" : $"{shown} has no commit of this name", tag ? "a tag without a message is no object of its own: take its commit, with --commit" : said.Length == 0 || said.StartsWith("git ended", StringComparison.Ordinal) ? "name a commit, a branch or a tag" : said));
            return null;
        }

        var (bytes, why) = GitProgram.Run(program, folder, MaxBytes, CancellationToken.None, "cat-file", type, id);
        if (bytes is not null) return new GitSnapshot(id, tag, bytes);
        problems.Add(new Problem(new Place(name), "git.unreadable", $"the {type} {id} cannot be read: {why}", "fetch it, and run the command again"));
        return null;
    }
}
