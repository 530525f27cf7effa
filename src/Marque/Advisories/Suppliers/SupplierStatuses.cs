namespace Marque.Advisories.Suppliers;

/// <summary>The words of statuses, as OpenVEX has them: in documents, outputs and the store.</summary>
public static class SupplierStatuses
{
    /// <summary><c>not_affected</c>, <c>affected</c>, <c>fixed</c>, <c>under_investigation</c>.</summary>
    public static string Word(this SupplierStatus status) => status switch
    {
        SupplierStatus.NotAffected => "not_affected",
        SupplierStatus.Affected => "affected",
        SupplierStatus.Fixed => "fixed",
        _ => "under_investigation",
    };

    /// <summary>The status of a <see cref="Word"/>; null: it is none.</summary>
    public static SupplierStatus? Parse(string? word) => word switch
    {
        "not_affected" => SupplierStatus.NotAffected,
        "affected" => SupplierStatus.Affected,
        "fixed" => SupplierStatus.Fixed,
        "under_investigation" => SupplierStatus.UnderInvestigation,
        _ => null,
    };
}
