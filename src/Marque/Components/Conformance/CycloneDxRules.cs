namespace Marque.Components.Conformance;

/// <summary>Rules that the specification of CycloneDX states in words.</summary>
internal static class CycloneDxRules
{
    private static readonly string[] Described = ["/formulation/", "/citations/", "/declarations/", "/definitions/"];

    /// <summary>Whether names and references are only noted at this place. The specification wants each <c>bom-ref</c> once and each reference resolved; its own valid documents do neither where they describe how something is made or claimed.</summary>
    public static bool IsLenient(string location) => Array.Exists(Described, d => location.StartsWith(d, StringComparison.Ordinal) || (location.StartsWith("/bom", StringComparison.Ordinal) && location.AsSpan(4).StartsWith(d, StringComparison.Ordinal)));
}
