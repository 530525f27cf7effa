using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Marque.Rendering.Pdf;
using Marque.Rendering.Tests.Kit;

namespace Marque.Rendering.Tests.Pdf;

public sealed class SameBytesTests
{
    private const string Expected = "MARQUE_TEST_PDF_DIGEST";

    [Fact]
    public void Another_process_in_another_time_zone_and_culture_makes_the_same_bytes()
    {
        if (Environment.GetEnvironmentVariable(Expected) is { } expected)
        {
            // The program knows no cultures of places; one made up of everything they differ in stands for them.
            var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            other.NumberFormat = new NumberFormatInfo { NegativeSign = "~", NumberDecimalSeparator = ",", NumberGroupSeparator = ".", PercentSymbol = "pc" };
            CultureInfo.CurrentCulture = other;
            Assert.Equal(expected, Digest());
            return;
        }

        var start = new ProcessStartInfo(Environment.ProcessPath!, ["-class", typeof(SameBytesTests).FullName!]) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment[Expected] = Digest();
        start.Environment["TZ"] = "Pacific/Kiritimati";
        start.Environment["LANG"] = "tr_TR.UTF-8";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output);
    }

    private static string Digest() => Convert.ToHexString(SHA256.HashData([.. PdfFile.Of(Reports.OfCase("examples/edge-gateway")), .. PdfFile.Of(Letters.Signed("gateway"))]));
}
