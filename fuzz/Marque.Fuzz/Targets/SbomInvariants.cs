using Marque.Components;

namespace Marque.Fuzz.Targets;

/// <summary>What holds of every bill of materials, however wrong its file.</summary>
internal static class SbomInvariants
{
    public static void Hold(ReadOnlySpan<byte> bytes)
    {
        var read = SbomFile.Read(new MemoryStream(bytes.ToArray(), writable: false), "fuzz");
        if (read.Value is not { } sbom)
        {
            if (read.Problems.Count != 1 || read.Problems[0].Message.Length == 0) throw new InvalidOperationException("refused without a reason");
            return;
        }

        var line = 0;
        foreach (var component in sbom.Components)
        {
            if (component.Line < line || component.Offset < 0 || component.Offset > 2 * bytes.Length || component.Parent?.Index >= component.Index) throw new InvalidOperationException($"component {component.Index} is out of place");
            line = component.Line;
            _ = $"{component} {component.Purl} {component.Ref} {component.Hashes.Count} {component.Licences.Count} {component.ExternalReferences.Count} {component.Supplier} {component.Authors.Count} {component.Cpes.Count}";
            if (ComponentIdentity.Of(component) is { Purl: null, Because.Length: 0 }) throw new InvalidOperationException("unmatched without a reason");
            var depth = sbom.Graph.DepthOf(component.Index);
            foreach (var to in sbom.Graph.DependenciesOf(component.Index))
            {
                if (depth >= 0 && (sbom.Graph.DepthOf(to) < 0 || sbom.Graph.DepthOf(to) > depth + 1)) throw new InvalidOperationException("a depth is no shortest way");
            }
        }

        if (sbom.Relationships.Count() != sbom.RelationshipCount || sbom.Findings.Count > sbom.FindingCount) throw new InvalidOperationException("counts differ");
    }
}
