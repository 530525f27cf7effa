namespace Marque.Advisories;

/// <summary>What became of reading one record.</summary>
/// <param name="Advisory">The record; null when it is refused.</param>
/// <param name="Id">Its id, as far as it could be read.</param>
/// <param name="Reason">Why it is refused; empty when it is not.</param>
public sealed record OsvReading(Advisory? Advisory, string Id, string Reason);

/// <summary>The reader of records of the Open Source Vulnerability format.</summary>
public static class Osv
{
    /// <summary>The largest record, in bytes.</summary>
    public const int MaxRecord = 64 * 1024 * 1024;

    /// <summary>Reads one record.</summary>
    /// <param name="record">Its JSON, UTF-8.</param>
    public static OsvReading Read(ReadOnlySpan<byte> record) => new(null, "", $"not read yet: {record.Length} bytes");
}
