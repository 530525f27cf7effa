
namespace Marque.Advisories.Suppliers;

/// <summary>A document of statements in whichever format it is: OpenVEX, CycloneDX, CSAF.</summary>
public static class SupplierVex
{
    /// <summary>Reads it; its fields say what it is.</summary>
    public static SupplierReading Read(ReadOnlyMemory<byte> bytes)
    {
        Func<Stream, SupplierReading>? reader = null;
        var unknown = SupplierDocuments.Read(Stream(bytes), SupplierCsaf.MaxDocument, root =>
        {
            reader = root.TryGetProperty("bomFormat", out _) ? SupplierCycloneDx.Read : root.TryGetProperty("@context", out _) ? SupplierOpenVex.Read : root.TryGetProperty("document", out _) ? SupplierCsaf.Read : null;
            return SupplierDocuments.Refused("it is neither OpenVEX, nor CycloneDX, nor CSAF");
        });
        return reader is null ? unknown : reader(Stream(bytes));
    }

    private static MemoryStream Stream(ReadOnlyMemory<byte> bytes) => System.Runtime.InteropServices.MemoryMarshal.TryGetArray(bytes, out var array) ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false) : new MemoryStream(bytes.ToArray(), writable: false);
}
