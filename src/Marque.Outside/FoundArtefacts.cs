using Marque.Frozen;

namespace Marque.Outside;

/// <summary>The artefacts of a case that were found, for packing.</summary>
/// <param name="Facts">Every registered fact with what was found at its place.</param>
/// <param name="Files">The file of each place, absolute, and its size: the use of the process case (null: the own case) and the path in it.</param>
public sealed record FoundArtefacts(IReadOnlyList<PackedFact> Facts, IReadOnlyDictionary<(string? Process, string Path), (string File, long Size)> Files)
{
    /// <summary>Locates again what was seen.</summary>
    /// <param name="folder">The case.</param>
    /// <param name="seen">What was seen of it.</param>
    public static FoundArtefacts Of(CaseFolder folder, Seen seen)
    {
        var facts = new List<PackedFact>(seen.Facts.Count);
        var files = new Dictionary<(string? Process, string Path), (string, long)>();
        foreach (var s in seen.Facts)
        {
            var path = s.Fact.Path ?? s.Series.Path ?? "";
            var root = s.Series.Process is { } process ? folder.Processes.GetValueOrDefault(process) : folder.Folder;
            var found = s.Observation.Sha256;
            if (found is not null && root is not null && !files.ContainsKey((s.Series.Process, path)))
            {
                // What went away since it was looked at is told when it is packed: its bytes are not those seen.
                var full = Artefact.Locate(root, path).Full ?? Path.Combine(root, path);
                files[(s.Series.Process, path)] = (full, LengthOf(full));
            }

            facts.Add(new PackedFact(s.Series, s.Fact, path, found, found is null ? s.Observation.Because ?? "it was not found" : null));
        }

        return new FoundArtefacts(facts, files);
    }

    private static long LengthOf(string path)
    {
        try
        {
            return new FileInfo(path).Length;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
