using System.Text;
using Marque.Text.Reading;

namespace Marque.Components.Reading;

/// <summary>What a CycloneDX JSON document says of its format.</summary>
internal sealed class CycloneDxHead
{
    public string? Format { get; set; }

    public string? SpecVersion { get; set; }

    /// <summary>The version, when it is one that is read. A missing <c>bomFormat</c> leaves no doubt where the version is there; another one does.</summary>
    public string Version()
    {
        if (Format is not (null or "CycloneDX")) throw new Refusal("cyclonedx.format", "bomFormat is not 'CycloneDX'", 1);
        if (string.IsNullOrEmpty(SpecVersion)) throw new Refusal("cyclonedx.version", Format is null ? "this JSON has fields of CycloneDX, but neither bomFormat nor specVersion" : "specVersion is missing", 1);
        return SpecVersion is "1.2" or "1.3" or "1.4" or "1.5" or "1.6" or "1.7" ? SpecVersion
            : throw new Refusal("cyclonedx.version", $"specVersion '{SbomBuilder.Shown(Encoding.UTF8.GetBytes(SpecVersion))}' is not known; JSON is read from 1.2 to 1.7", 1);
    }
}
