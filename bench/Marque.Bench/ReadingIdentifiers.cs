using System.Globalization;
using System.Text;
using Marque.Advisories;
using Marque.Advisories.Cvss;
using Marque.Advisories.Feeds;
using Marque.Components;
using Marque.Components.Purls;

namespace Marque.Bench;

/// <summary>Package URLs, CVSS vectors and scores of a day, on one core, against making a string of the same characters or a bare scan for ends of lines.</summary>
internal static class ReadingIdentifiers
{
    private static readonly string[] Purls =
    [
        "pkg:npm/lodash@4.17.20", "pkg:npm/%40angular/animation@12.3.1", "pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1?type=jar",
        "pkg:deb/debian/curl@7.88.1-10%2Bdeb12u5?arch=amd64&distro=debian-12", "pkg:golang/github.com/gorilla/context@v1.1.1", "pkg:pypi/django@1.11.1",
        "pkg:rpm/redhat/openssl@1.1.1k-7.el8?arch=x86_64&epoch=1", "pkg:cargo/rand@0.7.2", "pkg:nuget/Newtonsoft.Json@13.0.1", "pkg:apk/alpine/busybox@1.36.1-r5?arch=x86_64",
    ];

    private static readonly string[] Vectors =
    [
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", "CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N", "CVSS:3.0/AV:L/AC:H/PR:L/UI:N/S:U/C:H/I:N/A:N",
        "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:L/VI:H/VA:L/SC:N/SI:H/SA:L", "AV:N/AC:L/Au:N/C:P/I:P/A:P",
    ];

    public static void Run(bool smoke)
    {
        Console.WriteLine("identifiers: one core; floor: a string of the same characters");
        Console.WriteLine($"{"what",24} {"ns each",9} {"floor",7} {"ratio",7} {"bytes each",11}");
        var count = smoke ? 100 : 100_000;
        Row("package URLs", Purls, count, smoke, text => Purl.Read(text).Purl!.Name.Length);
        Row("CVSS vectors", Vectors, count, smoke, text => CvssVector.TryParse(text, out var vector, out _) ? (int)vector.Score : throw new InvalidOperationException(text));

        var day = new StringBuilder("#model_version:v1,score_date:2026-01-02T00:00:00Z\ncve,epss,percentile\n");
        for (var i = 0; i < (smoke ? 1_000 : 300_000); i++) day.Append(CultureInfo.InvariantCulture, $"CVE-{2000 + i % 26}-{10_000 + i},0.{i * 7919L % 100_000:D5},0.{i * 104_729L % 100_000:D5}\n");
        var bytes = Encoding.ASCII.GetBytes(day.ToString());
        var lines = 0;
        Clock.Warm(smoke, Scores);
        var floor = Clock.Best(smoke ? 1 : 10, () => lines += bytes.AsSpan().Count((byte)'\n'));
        var ours = Clock.Best(smoke ? 1 : 10, Scores);
        Console.WriteLine($"EPSS: {lines / (smoke ? 1 : 10)} lines, {bytes.Length / ours / 1e6:F0} MB/s; a bare count of lines {bytes.Length / floor / 1e6:F0} MB/s");

        void Scores() => Epss.Read(new MemoryStream(bytes), _ => { }, r => throw new InvalidOperationException(r.Reason));
    }

    private static void Row(string what, string[] texts, int count, bool smoke, Func<string, int> read)
    {
        var sum = 0L;
        Clock.Warm(smoke, Ours);
        var ours = Clock.Best(smoke ? 1 : 20, Ours) / count * 1e9;
        var floor = Clock.Best(smoke ? 1 : 20, Floor) / count * 1e9;
        var before = GC.GetAllocatedBytesForCurrentThread();
        Ours();
        var allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)count;
        Console.WriteLine($"{what,24} {ours,9:F0} {floor,7:F0} {ours / floor,7:F1} {allocated,11:F0}");
        if (sum == 0) throw new InvalidOperationException("nothing was read");

        void Ours()
        {
            for (var i = 0; i < count; i++) sum += read(texts[i % texts.Length]);
        }

        void Floor()
        {
            for (var i = 0; i < count; i++) sum += texts[i % texts.Length].AsSpan().ToString().Length;
        }
    }
}
