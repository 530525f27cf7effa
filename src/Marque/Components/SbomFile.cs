using Marque.Text;

namespace Marque.Components;

/// <summary>Reads bills of materials: CycloneDX 1.2 to 1.7 as JSON and XML, SPDX 2.2 and 2.3 as JSON and tag-value, SPDX 3.0 as JSON-LD.</summary>
public static class SbomFile
{
    /// <summary>Reads a file; what it is, is told from its content.</summary>
    /// <param name="content">The content, from its current position, read once and to its end; not closed.</param>
    /// <param name="fileName">Its name, for problems.</param>
    /// <returns>The bill of materials, with what was not understood among its findings; or no value and the problem for which it cannot be read.</returns>
    /// <exception cref="IOException">The stream itself fails.</exception>
    public static Read<Sbom> Read(Stream content, string fileName) => new(null, [new Problem(new Place(fileName), "sbom.not-yet", "not read yet")]);
}
