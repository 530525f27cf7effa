using Marque.Components.Conformance;

namespace Marque.Components.Checks;

/// <summary>The checks of the law, but for the top level. Nothing else about the content of an SBOM is law.</summary>
internal static class QualityLaw
{
    // Annex I Part II(1), rules B-1, B-3, N-4: no format is named; the two that are read are in common use. Whether the file keeps to its schema is told apart.
    public static QualityFinding Format(Sbom sbom, ConformanceResult? conformance)
    {
        var said = $"read as {sbom.Format.Family()} {sbom.SpecVersion} ({sbom.Format.Serialisation()})";
        return QualityFinding.Met(conformance is { Conforms: false } ? $"{said}; against its specification there is something to say, below" : said);
    }

    // Article 3(39), rule B-1: components "included in the software elements".
    public static QualityFinding Software(QualityFields seen)
    {
        var (software, hardware) = (0, 0);
        for (var i = 0; i < seen.Count; i++)
        {
            if (seen.IsSubject(i)) continue;
            if ((seen[i] & Has.Software) != Has.Nothing) software++;
            else if ((seen[i] & Has.Hardware) != Has.Nothing) hardware++;
        }

        if (seen.Beside <= 0)
        {
            return seen.Count == 0
                ? seen.Sbom.Files > 0 ? QualityFinding.Unknown($"the file lists {seen.Sbom.Files} files and no package; files are not looked at") : QualityFinding.NotMet("the file lists nothing")
                : QualityFinding.Unknown("no component is listed beside the subject: it is of one piece, or nothing was found");
        }

        if (software > 0) return QualityFinding.Met($"{software} software {(software == 1 ? "component" : "components")}{(hardware > 0 ? $"; {hardware} of hardware beside them, which are not asked for" : "")}");
        return QualityFinding.NotMet(hardware > 0 ? $"only hardware is listed ({hardware})" : $"no software is listed among {seen.Beside}");
    }

    // Annex VII(2)(b), (8), rule B-2: it is the bill of this product, of the release where one is named.
    public static QualityFinding Subject(Sbom sbom, string? release)
    {
        var subjects = sbom.Subjects.Where(s => s.Name.Length > 0).ToList();
        if (subjects.Count == 0) return QualityFinding.Unknown(sbom.SubjectIndexes.Count == 0 ? "the file does not say what it is about" : "what the file is about has no name");
        var named = subjects.Count == 1 ? $"it is about {subjects[0]}" : $"it is about {subjects.Count} things, the first {subjects[0]}";
        if (release is null) return QualityFinding.Met(subjects.Exists(s => s.Version.Length > 0) ? named : $"{named}; no version is stated");
        if (subjects.Exists(s => IsOf(s.Version, release))) return QualityFinding.Met($"{named}, which is release {release}");
        return subjects.TrueForAll(s => s.Version.Length == 0)
            ? QualityFinding.Unknown($"{named}, without a version: whether that is release {release} cannot be told")
            : QualityFinding.NotMet($"{named}, not about release {release}");
    }

    // "v2.4.1" is a usual name of the tag of 2.4.1.
    private static bool IsOf(string version, string release) => Bare(version) == Bare(release);

    private static string Bare(string version) => version.Length > 1 && version[0] is 'v' or 'V' && char.IsAsciiDigit(version[1]) ? version[1..] : version;
}
