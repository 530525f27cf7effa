namespace Marque.Advisories;

/// <summary>OpenVEX 0.2.0 documents of suppliers (https://github.com/openvex/spec).</summary>
public static class SupplierOpenVex
{
    /// <summary>The largest document, in bytes.</summary>
    public const int MaxDocument = 64 * 1024 * 1024;

    /// <summary>Reads one document.</summary>
    public static SupplierReading Read(Stream content) => new(null, [], [], "not read yet");
}
