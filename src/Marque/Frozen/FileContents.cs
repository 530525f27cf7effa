using Marque.Cases;
using Marque.Text;

namespace Marque.Frozen;

/// <summary>A registered fact with what was found at its place.</summary>
/// <param name="Series">Its series.</param>
/// <param name="Fact">The fact.</param>
/// <param name="Path">The path of the artefact in its own case, with <c>/</c>.</param>
/// <param name="Found">The digest of the bytes found; null: none were.</param>
/// <param name="Because">Why none were found; null otherwise.</param>
public sealed record PackedFact(Series Series, RegisteredFact Fact, string Path, Digest? Found, string? Because);

/// <summary>What becomes of a fact in the file.</summary>
/// <param name="Series">Its series.</param>
/// <param name="Sha256">Its registered digest.</param>
/// <param name="State"><c>intact</c>: the registered bytes; <c>replaced</c>: those of a later result of the series; <c>altered</c>: others; <c>missing</c>: none.</param>
/// <param name="Member">The member that holds the bytes found at its place; null: none.</param>
/// <param name="Found">The digest of these bytes; null: none.</param>
/// <param name="Because">Why there are none; null otherwise.</param>
public sealed record FactInFile(string Series, Digest Sha256, string State, string? Member, Digest? Found, string? Because);

/// <summary>The names of what goes into a technical file: case files, process cases and evidence, each at a safe name of its own.</summary>
public sealed class FileContents
{
    private readonly HashSet<string> taken = new(["index.html", "assessment.json", "manifest.json"], StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(string? Process, string Path), string> evidence = [];

    /// <summary>Names everything. Names that would fall together where upper and lower case are one are told apart by a number.</summary>
    /// <param name="files">The paths of the case's own files.</param>
    /// <param name="processes">The paths of the files of each process case, by the id of its use.</param>
    /// <param name="facts">The registered facts.</param>
    public FileContents(IEnumerable<string> files, IEnumerable<(string Use, IEnumerable<string> Files)> processes, IReadOnlyList<PackedFact> facts)
    {
        CaseFiles = [.. files.Order(StringComparer.Ordinal).Select(f => (f, Free($"case/{MemberName.Of(f)}")))];
        ProcessFiles = [.. processes.OrderBy(p => p.Use, StringComparer.Ordinal).SelectMany(p => p.Files.Order(StringComparer.Ordinal).Select(f => (p.Use, f, Free($"process-cases/{MemberName.Of(p.Use)}/{MemberName.Of(f)}"))))];
        foreach (var place in facts.Where(f => f.Found is not null).Select(f => (f.Series.Process, f.Path)).Distinct().OrderBy(p => p.Process, StringComparer.Ordinal).ThenBy(p => p.Path, StringComparer.Ordinal))
        {
            evidence[place] = Free(place.Process is { } use ? $"evidence/process-cases/{MemberName.Of(use)}/{MemberName.Of(place.Path)}" : $"evidence/{MemberName.Of(place.Path)}");
        }

        Facts = [.. facts.OrderBy(f => f.Series.Id, StringComparer.Ordinal).ThenBy(f => f.Fact.ObservedAt).ThenBy(f => f.Fact.Digest).Select(Of)];
    }

    /// <summary>The case's own files with their member names.</summary>
    public IReadOnlyList<(string Path, string Name)> CaseFiles { get; }

    /// <summary>The files of process cases with their member names.</summary>
    public IReadOnlyList<(string Use, string Path, string Name)> ProcessFiles { get; }

    /// <summary>The artefacts found, with their member names: the use of the process case (null: the own case) and the path in it.</summary>
    public IReadOnlyDictionary<(string? Process, string Path), string> Evidence => evidence;

    /// <summary>What becomes of each registered fact.</summary>
    public IReadOnlyList<FactInFile> Facts { get; }

    private FactInFile Of(PackedFact f)
    {
        if (f.Found is not { } found) return new(f.Series.Id, f.Fact.Sha256, "missing", null, null, f.Because);
        var isLater = f.Series.Facts.Any(o => o.Sha256 == found && o.ObservedAt > f.Fact.ObservedAt && (o.Path ?? f.Series.Path) == (f.Fact.Path ?? f.Series.Path));
        return new(f.Series.Id, f.Fact.Sha256, found == f.Fact.Sha256 ? "intact" : isLater ? "replaced" : "altered", evidence[(f.Series.Process, f.Path)], found, null);
    }

    private string Free(string name)
    {
        var free = name;
        for (var i = 2; !taken.Add(free); i++) free = $"{name}~{i}";
        return free;
    }
}
