namespace Marque.Components;

/// <summary>How a bill of materials is written.</summary>
public enum SbomFormat
{
    /// <summary>CycloneDX (ECMA-424) as JSON.</summary>
    CycloneDxJson,

    /// <summary>CycloneDX (ECMA-424) as XML.</summary>
    CycloneDxXml,

    /// <summary>SPDX 2.x (ISO/IEC 5962) as JSON.</summary>
    SpdxJson,

    /// <summary>SPDX 2.x (ISO/IEC 5962) as tag-value text.</summary>
    SpdxTagValue,

    /// <summary>SPDX 3.0 as JSON-LD.</summary>
    Spdx3Json,
}

/// <summary>Names of formats.</summary>
public static class SbomFormats
{
    /// <summary><c>CycloneDX</c> or <c>SPDX</c>.</summary>
    public static string Family(this SbomFormat format) => format is SbomFormat.CycloneDxJson or SbomFormat.CycloneDxXml ? "CycloneDX" : "SPDX";

    /// <summary><c>JSON</c>, <c>XML</c>, <c>tag-value</c> or <c>JSON-LD</c>.</summary>
    public static string Serialisation(this SbomFormat format) => format switch
    {
        SbomFormat.CycloneDxXml => "XML",
        SbomFormat.SpdxTagValue => "tag-value",
        SbomFormat.Spdx3Json => "JSON-LD",
        _ => "JSON",
    };
}
