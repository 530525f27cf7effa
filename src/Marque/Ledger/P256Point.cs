using Org.BouncyCastle.Asn1.X9;
using Org.BouncyCastle.Crypto.EC;

namespace Marque.Ledger;

/// <summary>Points of NIST P-256 in SEC 1 form, section 2.3.</summary>
internal static class P256Point
{
    private static readonly X9ECParameters Curve = CustomNamedCurves.GetByName("P-256");

    /// <summary>The 65 bytes 04, x, y; null when <paramref name="sec1"/> is no point on the curve.</summary>
    public static byte[]? Uncompressed(ReadOnlySpan<byte> sec1)
    {
        if (sec1.IsEmpty || (sec1[0], sec1.Length) is not ((2 or 3, 33) or (4, 65))) return null;
        try
        {
            var point = Curve.Curve.DecodePoint(sec1.ToArray());
            return point.IsValid() && !point.IsInfinity ? point.GetEncoded(compressed: false) : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
