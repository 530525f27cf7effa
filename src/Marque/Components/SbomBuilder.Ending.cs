namespace Marque.Components;

/// <content>What can only be said when everything was read.</content>
internal sealed partial class SbomBuilder
{
    /// <summary>Ends the reading: looks for references that lead nowhere, and for components that depend on themselves.</summary>
    public Sbom Done(string specVersion)
    {
        Settle();
        Sbom.SpecVersion = specVersion;
        Sbom.Services = ServiceList;
        var told = new HashSet<int>();
        for (var i = 0; i < Sbom.RelationshipRows.Count; i++)
        {
            var row = Sbom.RelationshipRows[i];
            Line = row.Line;
            if (row.From == row.To && row.Role is RelationshipRole.DependsOn or RelationshipRole.DependencyOf) Find("sbom.self-dependency", $"'{Shown(Sbom.Refs.Bytes(row.From))}' depends on itself");
            Lost(row.From, told);
            Lost(row.To, told);
        }

        foreach (var vulnerability in Sbom.Vulnerabilities)
        {
            Line = vulnerability.Line;
            foreach (var affected in vulnerability.Affects)
            {
                if (affected.Ref.Length > 0) Lost(Ref(System.Text.Encoding.UTF8.GetBytes(affected.Ref)), told);
            }
        }

        foreach (var composition in Sbom.Compositions)
        {
            Line = composition.Line;
            foreach (var reference in composition.AssemblyRefs.Concat(composition.DependencyRefs)) Lost(reference, told);
        }

        Sbom.Findings = [.. findings.OrderBy(f => f.Place)];
        return Sbom;
    }

    private void Lost(int reference, HashSet<int> told)
    {
        if (Sbom.Elements[reference].Kind != ElementKind.None || LeadsOutside(Sbom.Refs.Bytes(reference)) || told.Count > 100_000 || !told.Add(reference)) return;
        Find("sbom.lost-reference", $"nothing in the file has the reference '{Shown(Sbom.Refs.Bytes(reference))}'", "name an element of the file, or the other file (urn:cdx:..., DocumentRef-...)");
    }

    // BOM-Link (CycloneDX); an element of another document, and the two words for nothing (SPDX).
    private static bool LeadsOutside(ReadOnlySpan<byte> reference) =>
        reference.StartsWith("urn:cdx:"u8) || reference.StartsWith("DocumentRef-"u8) || reference.SequenceEqual("NONE"u8) || reference.SequenceEqual("NOASSERTION"u8)
        || (reference.StartsWith("http"u8) && (reference.EndsWith("/NoneElement"u8) || reference.EndsWith("/NoAssertionElement"u8)));
}
