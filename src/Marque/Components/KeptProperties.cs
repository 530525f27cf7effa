namespace Marque.Components;

/// <summary>Which properties of components are kept: those that a check or the matching reads. The others stay in the file.</summary>
internal static class KeptProperties
{
    /// <summary>Whether a property of this name is kept.</summary>
    public static bool Has(ReadOnlySpan<byte> name) =>
        name.StartsWith("bsi:"u8) // BSI TR-03183-2: executable, archive, structured, filename.
        || name.StartsWith("aquasecurity:trivy:Src"u8) // the source package of a distribution's package
        || name.StartsWith("syft:metadata:source"u8) // the same, by another tool
        || name.StartsWith("syft:metadata:origin"u8);
}
