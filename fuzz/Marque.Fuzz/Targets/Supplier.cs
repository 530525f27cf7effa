using Marque.Advisories;
using Marque.Advisories.Suppliers;

namespace Marque.Fuzz.Targets;

/// <summary>What holds of every document of statements.</summary>
internal static class Supplier
{
    public static void Check(SupplierReading reading)
    {
        if ((reading.Document is null) != (reading.Problem.Length > 0)) throw new InvalidOperationException($"refused without a reason, or read with one: {reading.Problem}");
        if (reading.Refused.Any(r => r.Reason.Length == 0)) throw new InvalidOperationException("a record is refused without a reason");
        if (reading.Statements.Any(s => s.Vulnerabilities.Count == 0 || s.Products.Count == 0)) throw new InvalidOperationException("a statement about nothing");
    }
}
