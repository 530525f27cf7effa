using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using Marque.Documents.Blocks;
using Marque.Rendering.Docx;
using Marque.Rendering.Tests.Kit;
using Marque.Rendering.Xlsx;

namespace Marque.Rendering.Tests.Office;

/// <summary>The bytes of documents depend on nothing but the document. The other process, which stands in another place of the world, is this test again.</summary>
public sealed class SameBytesTests
{
    // The file that a process of this test writes its digests to, instead of starting another.
    private const string Told = "MARQUE_TEST_SAME_BYTES";

    [Fact]
    public void Another_process_gives_the_same_bytes_whatever_its_zone_language_and_culture()
    {
        if (Environment.GetEnvironmentVariable(Told) is { } file)
        {
            CultureInfo.CurrentCulture = Strange();
            File.WriteAllText(file, Digests());
            return;
        }

        var written = Path.Combine(AppContext.BaseDirectory, "same-bytes");
        using var other = Run(written);
        var ours = Digests();
        var said = other.StandardOutput.ReadToEnd();
        other.WaitForExit();
        Assert.True(other.ExitCode == 0, said);
        Assert.Equal(ours, File.ReadAllText(written));
        foreach (var bytes in new[] { DocxDocument.Of(Letters.Signed("x")), XlsxDocument.Of(Letters.Signed("x")) })
        {
            using var zip = new ZipArchive(new MemoryStream(bytes));
            Assert.Equal("[Content_Types].xml", zip.Entries[0].FullName);
            Assert.All(zip.Entries, e => Assert.Equal(new DateTime(1980, 1, 1, 0, 0, 0, DateTimeKind.Unspecified), e.LastWriteTime.DateTime));
            using var core = new StreamReader(zip.GetEntry("docProps/core.xml")!.Open());
            Assert.DoesNotMatch("created|modified|20[0-9]{2}-", core.ReadToEnd());
        }
    }

    private static string Digests() => string.Join('\n', new[] { Reports.Example, Samples.All(Samples.Hostile), Letters.Signed("gateway"), Samples.Of(new Table("t", [new("A", 1)], [new(["-12"])])) }
        .SelectMany(d => new[] { DocxDocument.Of(d), XlsxDocument.Of(d) }).Select(b => Convert.ToHexStringLower(SHA256.HashData(b))));

    // Numbers with another sign, digits grouped and parted in another way: what was written by the culture would differ.
    private static CultureInfo Strange()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat = new NumberFormatInfo { NegativeSign = "minus ", NumberDecimalSeparator = ",", NumberGroupSeparator = "'" };
        culture.DateTimeFormat.ShortDatePattern = "d M y";
        return culture;
    }

    private static Process Run(string written)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["-method", $"*{nameof(Another_process_gives_the_same_bytes_whatever_its_zone_language_and_culture)}"]) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment[Told] = written;
        start.Environment["TZ"] = "Pacific/Chatham";
        start.Environment["LANG"] = start.Environment["LC_ALL"] = "tr_TR.UTF-8";
        return Process.Start(start)!;
    }
}
