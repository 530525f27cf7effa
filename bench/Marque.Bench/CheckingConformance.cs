using System.Text.Json;
using System.Xml;
using Marque.Components.Conformance;

namespace Marque.Bench;

/// <summary>Bills of materials checked against their schemas, at three sizes: components a second on one core, against the bare scan of the same bytes, and the live memory of a large one.</summary>
internal static class CheckingConformance
{
    public static void Run(bool smoke)
    {
        Console.WriteLine("conformance: best of the run; components with purl, hashes, licence, references and a dependency each (goal: 10,000 a second per core, linear)");
        foreach (var (name, make) in new (string, Func<int, SyntheticBom>)[] { ("CycloneDX JSON", n => new(BomForm.CycloneDxJson, n)), ("CycloneDX XML", n => new(BomForm.CycloneDxXml, n)), ("SPDX 2.3 JSON", n => new(BomForm.Spdx2Json, n)), ("SPDX 2.3 tag-value", n => new(BomForm.Spdx2Tags, n)), ("SPDX 3.0.1 JSON-LD", n => new(BomForm.Spdx3Json, n)) })
        {
            foreach (var components in smoke ? [100] : new[] { 1_000, 10_000, 100_000 })
            {
                using var held = new MemoryStream();
                make(components).CopyTo(held);
                var bytes = held.ToArray();
                Clock.Warm(smoke, Check);
                var checking = Clock.Best(smoke ? 1 : 5, Check);
                var scanning = Clock.Best(smoke ? 1 : 5, () => Scan(bytes));
                Console.WriteLine($"{name,20} {components,8} {checking * 1e3,10:F1} ms {components / checking,10:F0} /s {checking / scanning,8:F1} x {(bytes[0] == '{' ? "JSON scan" : bytes[0] == '<' ? "XmlReader" : "counting lines")}");

                void Check()
                {
                    using var file = new MemoryStream(bytes);
                    var result = ConformanceCheck.Run(file);
                    if (!result.Conforms) throw new InvalidOperationException(result.Problems[0].ToString());
                }
            }
        }

        var many = smoke ? 1_000 : 300_000;
        using var large = new SyntheticBom(BomForm.CycloneDxJson, many);
        using var watched = new WatchedStream(large, GC.GetTotalMemory(forceFullCollection: true));
        ConformanceCheck.Run(watched);
        Console.WriteLine($"{"CycloneDX JSON",20} {many,8} components: {watched.Most / 1024.0 / 1024,8:F1} MiB live at most (goal: 400 MiB)");
    }

    private static void Scan(byte[] bytes)
    {
        if (bytes[0] == '<')
        {
            using var xml = XmlReader.Create(new MemoryStream(bytes));
            while (xml.Read())
            {
            }

            return;
        }

        if (bytes[0] != '{')
        {
            _ = bytes.AsSpan().Count((byte)'\n');
            return;
        }

        var reader = new Utf8JsonReader(bytes);
        while (reader.Read())
        {
        }
    }
}
