namespace Marque.Advisories;

/// <summary>CSAF 2.0 and 2.1 documents of suppliers (OASIS Common Security Advisory Framework).</summary>
public static class SupplierCsaf
{
    /// <summary>The largest document, in bytes.</summary>
    public const int MaxDocument = 64 * 1024 * 1024;

    /// <summary>Reads one document.</summary>
    public static SupplierReading Read(Stream content) => new(null, [], [], "not read yet");
}
