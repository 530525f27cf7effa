using Marque.Cases;
using Marque.Text;

namespace Marque.Outside.Git;

/// <summary>A case as a commit of its repository holds it: its files and its artefacts, read from git's objects alone.</summary>
/// <param name="Revision">The revision as named.</param>
/// <param name="Commit">The commit's id.</param>
/// <param name="Source">The files.</param>
/// <param name="Case">The case.</param>
/// <param name="Seen">What was seen of its facts.</param>
public sealed record CaseRevision(string Revision, string Commit, CaseSource Source, Case Case, Seen Seen)
{
    // git-lfs, docs/spec.md: a pointer's first line; a pointer has less than 1024 bytes.
    private static ReadOnlySpan<byte> LfsPointer => "version https://git-lfs.github.com/spec/v1"u8;

    /// <summary>Whether a name is a revision of the repository around a folder; false too where there is no repository, or no git.</summary>
    public static bool Exists(string folder, string revision) => GitRepository.Around(folder, "", [])?.Knows(revision) ?? false;

    /// <summary>Reads a case at a revision.</summary>
    /// <param name="folder">The case's folder in the working tree, absolute, links followed.</param>
    /// <param name="revision">What git calls a revision: a branch, a tag, <c>HEAD~3</c>, a commit's id.</param>
    /// <param name="problems">Receives every problem; places are <c>REVISION:path</c>, relative to the top of the repository.</param>
    /// <param name="before">What was found in the same bytes before; null: every content is checked anew.</param>
    /// <param name="progress">Told how far looking at facts is.</param>
    /// <param name="cancel">Ends the run.</param>
    /// <returns>The case; null with problems.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static CaseRevision? Read(string folder, string revision, List<Problem> problems, CheckedBefore? before = null, SeeingProgress? progress = null, CancellationToken cancel = default)
    {
        if (GitRepository.Around(folder, revision, problems, cancel) is not { } repository) return null;
        var (commit, said) = repository.Commit(revision);
        if (commit is null)
        {
            problems.Add(new Problem(new Place(revision), "git.unknown-revision", $"no revision of the repository: {said}", "name a branch, a tag or a commit that is here; a shallow clone has only its newest commits"));
            return null;
        }

        try
        {
            using var blobs = repository.Blobs();
            return new Reading(repository, blobs, revision, commit, problems).Run(before, progress ?? new SeeingProgress(), cancel);
        }
        catch (IOException e)
        {
            problems.Add(new Problem(new Place(revision), "git.unreadable", $"the revision cannot be read: {e.Message}", "check the repository with 'git fsck'"));
            return null;
        }
    }

    private sealed class Reading(GitRepository repository, GitBlobs blobs, string revision, string commit, List<Problem> problems)
    {
        private readonly Dictionary<string, RevisionFiles> folders = new(StringComparer.Ordinal);

        public CaseRevision? Run(CheckedBefore? checkedBefore, SeeingProgress progress, CancellationToken cancel)
        {
            var before = problems.Count;
            if (Open(repository.Prefix) is not { } own) return null;
            var files = own.OfCase();
            if (files.TrueForAll(f => f.Path != CaseFile.Main))
            {
                problems.Add(new Problem(new Place($"{revision}:{repository.Prefix}{CaseFile.Main}"), "case.missing-file", "the revision has no case there", "name a revision that holds the case, at the same place"));
                return null;
            }

            var uses = new Dictionary<string, string>(StringComparer.Ordinal);
            var processes = new Dictionary<string, CaseSource>(StringComparer.Ordinal);
            foreach (var (place, path) in UsedCases.Written(files))
            {
                if (uses.ContainsKey(path)) continue;
                // git knows nothing above its top.
                if (RevisionFiles.Within(repository.Prefix, path) is not { } inside) problems.Add(new Problem(In(place), "case.uses", "the process case lies outside of the repository, so the revision does not hold it", "compare releases or instants of the case as it stands"));
                else if (Open(inside.Length == 0 ? "" : inside + "/") is { } used)
                {
                    uses[path] = inside.Length == 0 ? "" : inside + "/";
                    processes[path] = new CaseSource(path, used.OfCase());
                }
            }

            var source = new CaseSource("", files, processes);
            var read = CaseFile.Read(source);
            problems.AddRange(read.Problems.Where(p => p.Code != "case.process-missing" || problems.Count == before).Select(p => p with { Place = In(p.Place) }));
            if (read.Value is not { } c || problems.Count > before) return null;
            var wanted = See.Wanted(c, (process, path) => Locate(process is null ? own : folders[uses[c.Uses.First(u => u.Id == process).Path]], path));
            return new CaseRevision(revision, commit, source, c, See.Run(wanted, 1, checkedBefore, progress, cancel));
        }

        private Place In(Place place) => place with { File = $"{revision}:{repository.Prefix}{place.File}" };

        private RevisionFiles? Open(string folder)
        {
            if (folders.TryGetValue(folder, out var known)) return known;
            var (entries, said) = repository.Tree(commit, folder);
            if (entries is not null) return folders[folder] = new RevisionFiles(entries, blobs, folder, $"{revision}:", problems);
            problems.Add(new Problem(new Place(revision), "git.unreadable", $"the revision cannot be read: {said}", "check the repository with 'git fsck'"));
            return null;
        }

        private Located Locate(RevisionFiles files, string path)
        {
            if (files.Follow(path) is not { } entry) return new Located(null, Absence.Missing, Why: $"not at {revision}");
            if (entry.Length < 1024 && blobs.Read(entry.Id, 1024) is { } small && small.AsSpan().StartsWith(LfsPointer)) return new Located(null, Absence.Unreadable, Why: $"{revision} holds only its Git LFS pointer");
            return new Located(
                (read, cancel) =>
                {
                    if (blobs.Open(entry.Id) < 0) throw new IOException("the object is not here (a shallow or partial clone)");
                    return new HashingStream((into, _) => blobs.Next(into), entry.Length, read, cancel);
                }, default, entry.Length);
        }
    }
}
