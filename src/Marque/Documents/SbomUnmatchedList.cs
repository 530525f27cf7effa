using Marque.Components;

namespace Marque.Documents;

/// <summary>What of a bill of materials cannot be matched against advisories.</summary>
public static class SbomUnmatchedList
{
    /// <summary>The components, in file order; the subject is not looked for in advisories.</summary>
    public static IReadOnlyList<Unmatched> Of(Sbom sbom)
    {
        var found = new List<Unmatched>();
        var subjects = sbom.Subjects.Select(s => s.Index).ToHashSet();
        foreach (var component in sbom.Components)
        {
            if (!subjects.Contains(component.Index) && Of(component) is { } unmatched) found.Add(unmatched);
        }

        return found;
    }

    /// <summary>The stable code of a reason: <c>no-purl</c>, <c>malformed-purl</c> ...</summary>
    public static string Code(UnmatchedReason reason) => reason switch
    {
        UnmatchedReason.NoPurl => "no-purl",
        UnmatchedReason.OnlyCpe => "only-cpe",
        UnmatchedReason.MalformedPurl => "malformed-purl",
        UnmatchedReason.UnknownType => "unknown-type",
        UnmatchedReason.NoEcosystem => "no-ecosystem",
        UnmatchedReason.NoVersion => "no-version",
        _ => "malformed-version",
    };

    private static Unmatched? Of(Component component)
    {
        if (!component.HasPurl) return component.Cpes.Count > 0 ? new Unmatched(component, UnmatchedReason.OnlyCpe, "only a CPE, no package URL") : new Unmatched(component, UnmatchedReason.NoPurl, "no package URL");
        if (!Purl.TryParse(component.Purl, out var purl, out var problem)) return new Unmatched(component, UnmatchedReason.MalformedPurl, $"'{component.Purl}' is no package URL: {problem}");
        if (!purl.IsKnownType) return new Unmatched(component, UnmatchedReason.UnknownType, $"the package type '{purl.Type}' is not known");
        return purl.Version.Length == 0 && component.Version.Length == 0 ? new Unmatched(component, UnmatchedReason.NoVersion, "no version") : null;
    }
}
