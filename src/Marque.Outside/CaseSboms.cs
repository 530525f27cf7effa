using Marque.Cases;
using Marque.Facts;
using Marque.Text;

namespace Marque.Outside;

/// <summary>A bill of materials that a case registers.</summary>
/// <param name="Series">The series it belongs to.</param>
/// <param name="File">The file, absolute.</param>
/// <param name="Shown">The file as the case names it.</param>
/// <param name="Sha256">The registered digest.</param>
/// <param name="Releases">The releases it holds for; empty: the case has none.</param>
public sealed record CaseSbom(string Series, string File, string Shown, Digest Sha256, IReadOnlyList<string> Releases);

/// <summary>Finds the bills of materials of a case: of each series of that kind the newest fact for each release.</summary>
public static class CaseSboms
{
    /// <summary>All of them, or those of one release.</summary>
    /// <param name="folder">The case.</param>
    /// <param name="release">The release; null: of all.</param>
    /// <param name="problems">Receives what cannot be found.</param>
    public static IReadOnlyList<CaseSbom> Of(CaseFolder folder, string? release, List<Problem> problems)
    {
        var found = new List<CaseSbom>();
        var history = new ReleaseHistory(folder.Case.Releases);
        List<string?> versions = release is not null ? [release] : folder.Case.Releases.Count > 0 ? [.. folder.Case.Releases.Select(r => r.Version)] : [null];
        foreach (var series in folder.Case.Series.Where(s => s.Process is null && s.Kind is FactKind.CycloneDx or FactKind.Spdx))
        {
            var newest = versions
                .Select(v => (Version: v, Fact: series.Facts.Where(f => history.Covers(f.Releases, v)).OrderByDescending(f => f.ObservedAt).FirstOrDefault()))
                .Where(n => n.Fact is not null)
                .GroupBy(n => n.Fact!);
            foreach (var group in newest)
            {
                var path = group.Key.Path ?? series.Path ?? "";
                var (full, absence) = path.Length == 0 ? (null, Absence.Missing) : Artefact.Locate(folder.Folder, path);
                if (full is null) problems.Add(new Problem(group.Key.Place, "sbom.missing", $"the bill of materials {path} of series {series.Id}: {absence.Words()}", "'marque evidence check' shows what became of it"));
                else found.Add(new CaseSbom(series.Id, full, path, group.Key.Sha256, [.. group.Select(n => n.Version).OfType<string>()]));
            }
        }

        return found;
    }
}
