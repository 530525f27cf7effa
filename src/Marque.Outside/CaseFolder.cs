using Marque.Cases;
using Marque.Text;

namespace Marque.Outside;

/// <summary>A case as it lies in folders.</summary>
/// <param name="Folder">The folder of the case, absolute, links followed.</param>
/// <param name="Case">The case with its process cases.</param>
/// <param name="Processes">The folder of each process case by the id of its use.</param>
public sealed record CaseFolder(string Folder, Case Case, IReadOnlyDictionary<string, string> Processes)
{
    /// <summary>The bytes of the case's own files, as read, by path with <c>/</c>.</summary>
    public required IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Files { get; init; }

    /// <summary>The files that the case was read from, those of its process cases with them.</summary>
    public required CaseSource Source { get; init; }

    /// <summary>Finds the folder of a case.</summary>
    /// <param name="named">What a person named: a folder, or its <c>marque.yaml</c>; null: searched from <paramref name="from"/> upwards.</param>
    /// <param name="from">The working directory.</param>
    /// <returns>The absolute path, or the problem.</returns>
    public static (string? Folder, Problem? Problem) Find(string? named, string from)
    {
        if (named is not null) return Named(named, from);
        for (var at = Path.GetFullPath(from); at is not null; at = Path.GetDirectoryName(at))
        {
            if (FileKinds.Of(Path.Combine(at, CaseFile.Main)) == FileKind.File) return (at, null);
        }

        return (null, new Problem(new Place("."), "case.not-found", $"neither this folder nor one above it holds {CaseFile.Main}", "go into the case's folder, or name it"));
    }

    /// <summary>Reads a case and the process cases it uses.</summary>
    /// <param name="folder">The folder that holds <c>marque.yaml</c>.</param>
    /// <param name="changes">Changes that count as made, so that what they would make of the case is known before anything is written.</param>
    /// <param name="processToo">Whether the case may be a process case.</param>
    /// <returns>The case, and every problem of its files. Places are relative to the folder, with <c>/</c>.</returns>
    public static Read<CaseFolder> Read(string folder, IReadOnlyList<FileChange>? changes = null, bool processToo = false)
    {
        var problems = new List<Problem>();
        if (RealPath.Of(folder) is not { } root) return new(null, [new Problem(new Place(CaseFile.Main), "case.unreadable", "the way to the case's folder goes in a circle, or may not be read", "name the folder itself")]);
        // A case that is yet to be written may have no folder.
        var files = changes is { Count: > 0 } && FileKinds.Of(root) == FileKind.Missing ? [] : CaseFiles.Read(root, "", problems);
        foreach (var change in changes ?? [])
        {
            files.RemoveAll(f => f.Path == change.Path);
            if (CaseFiles.IsOfCase(change.Path)) files.Add((change.Path, change.After));
            else if (CaseFiles.Unread(change.Path) is { } refused) problems.Add(refused);
        }

        var uses = UsedCases.Find(root, files, problems);
        var processes = new Dictionary<string, CaseSource>(StringComparer.Ordinal);
        foreach (var (path, used) in uses) processes[path] = new CaseSource(path, CaseFiles.Read(used, path, problems));
        var source = new CaseSource("", files, processes);
        var read = CaseFile.Read(source, processToo);
        // A use that was refused already is not missing besides.
        problems.AddRange(read.Problems.Where(p => p.Code != "case.process-missing" || !problems.Exists(known => known.Place == p.Place)));
        if (read.Value is not { } c) return new(null, problems);
        var byId = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var use in c.Uses)
        {
            if (uses.TryGetValue(use.Path, out var used)) byId.TryAdd(use.Id, used);
        }

        return new(new CaseFolder(root, c, byId) { Source = source, Files = files.ToDictionary(f => f.Path, f => f.Bytes, StringComparer.Ordinal) }, problems);
    }

    private static (string? Folder, Problem? Problem) Named(string named, string from)
    {
        var full = Path.GetFullPath(named, from);
        switch (FileKinds.Of(full))
        {
            case FileKind.Directory when FileKinds.Of(Path.Combine(full, CaseFile.Main)) == FileKind.File:
                return (full, null);
            case FileKind.Directory:
                return (null, new Problem(new Place(named), "case.not-found", $"the folder holds no {CaseFile.Main}", "name the folder of a case"));
            case FileKind.File when Path.GetFileName(full) == CaseFile.Main:
                return (Path.GetDirectoryName(full), null);
            case FileKind.File:
                return (null, new Problem(new Place(named), "case.not-found", "this is not the file of a case", $"name a folder that holds {CaseFile.Main}, or that file"));
            case var kind:
                var why = kind == FileKind.Missing ? "there is no such folder" : "this cannot be looked at";
                return (null, new Problem(new Place(named), "case.not-found", why, $"name a folder that holds {CaseFile.Main}"));
        }
    }
}
