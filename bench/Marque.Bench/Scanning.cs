using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Marque.Components.Purls;

namespace Marque.Bench;

/// <summary>Whole cold processes of the native program: a bill of materials against advisories that are kept in a store. Goal: one second for 100,000 components against 300,000 advisories.</summary>
internal static class Scanning
{
    public static void Run(bool smoke)
    {
        var marque = Path.Combine(LegalFiles.Root, "marque");
        if (OperatingSystem.IsWindows())
        {
            Console.WriteLine("scan: skipped, the launcher is a shell script");
            return;
        }

        var folder = Directory.CreateTempSubdirectory("marque-bench").FullName;
        try
        {
            var advisories = smoke ? 1_000 : 300_000;
            var container = Path.Combine(folder, "all.zip");
            Container(container, advisories);
            var data = Path.Combine(folder, "data");
            Starting.Time(marque, "feeds", "import", container, "--data", data);
            Console.WriteLine($"scan: whole processes against {advisories} advisories, best of the run; floor: a bare scan of the file's bytes");
            Console.WriteLine($"{"components",12} {"MiB",6} {"floor ms",10} {"scan ms",10} {"goal ms",10}");
            foreach (var components in smoke ? new[] { 100 } : [1_000, 10_000, 100_000])
            {
                var sbom = Path.Combine(folder, $"{components}.cdx.json");
                Sbom(sbom, components);
                var bytes = File.ReadAllBytes(sbom);
                var floor = Clock.Best(smoke ? 1 : 5, () => Json(bytes));
                var scan = Clock.Best(smoke ? 1 : 5, () => Starting.Time(marque, "scan", sbom, "--data", data, "--format", "json"));
                Console.WriteLine($"{components,12} {bytes.Length / 1048576,6} {floor * 1e3,10:F1} {scan * 1e3,10:F0} {(components == 100_000 ? 1000 : null),10}");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Container(string path, int count)
    {
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        for (var number = 0; number < count; number++)
        {
            using var member = zip.CreateEntry($"{number}.json", CompressionLevel.Fastest).Open();
            member.Write(SyntheticAdvisories.Record(number));
        }
    }

    private static void Sbom(string path, int count)
    {
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        file.Write("""{"bomFormat":"CycloneDX","specVersion":"1.6","version":1,"metadata":{"component":{"type":"firmware","bom-ref":"gateway","name":"gateway","version":"2.4.1"}},"components":[""");
        var separator = "\n";
        foreach (var purl in SyntheticAdvisories.Components(count, spread: true))
        {
            file.Write(string.Create(CultureInfo.InvariantCulture, $$$"""{{{separator}}}{"type":"library","bom-ref":"{{{purl}}}","name":"{{{purl.Name}}}","version":"{{{purl.Version}}}","purl":"{{{purl}}}","licenses":[{"license":{"id":"MIT"}}],"externalReferences":[{"type":"vcs","url":"https://code.example.com/{{{purl.Name}}}"}],"hashes":[{"alg":"SHA-256","content":"{{{(uint)purl.GetHashCode(),8:x8}}}00000000000000000000000000000000000000000000000000000000"}]}"""));
            separator = ",\n";
        }

        file.Write("]}");
    }

    private static void Json(byte[] bytes)
    {
        var reader = new Utf8JsonReader(bytes);
        while (reader.Read())
        {
        }
    }
}
