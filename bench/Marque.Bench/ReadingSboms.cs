using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Xml;
using Marque.Components;

namespace Marque.Bench;

/// <summary>Reading a bill of materials, and its dependency graph, against a bare scan of the same bytes (goal: 40 % of Utf8JsonReader), and the memory of a process that does nothing else (goal: 400 MiB for 300,000 components).</summary>
internal static class ReadingSboms
{
    private static readonly (string Name, SyntheticSbom Sbom, string Floor, Action<byte[]> Scan, double? Goal)[] All =
    [
        ("cyclonedx json", SyntheticSbom.CycloneDxJson, "Utf8JsonReader", Json, 0.4),
        ("spdx json", SyntheticSbom.SpdxJson, "Utf8JsonReader", Json, 0.4),
        ("cyclonedx xml", SyntheticSbom.CycloneDxXml, "XmlReader", Xml, null),
        ("spdx tag-value", SyntheticSbom.SpdxTagValue, "scan of lines", Lines, null),
    ];

    public static void Run(bool smoke)
    {
        Console.WriteLine("sbom: reading, in CPU time; floor: a bare scan of the same bytes in the same run; last, what the dependency graph adds when it is asked for");
        Console.WriteLine($"{"file",16} {"components",10} {"MiB",6} {"floor",16} {"MB/s",8} {"ours MB/s",10} {"ratio",7} {"goal",6} {"graph +",9}");
        foreach (var (name, sbom, floor, scan, goal) in All)
        {
            foreach (var components in smoke ? new[] { 100 } : [1_000, 30_000, 300_000]) Row(name, sbom.Bytes(components), components, floor, scan, goal, smoke);
        }

        Console.WriteLine("sbom: peak memory of a process that reads one file, made as it is read; goal: 400 MiB for 300,000 components");
        foreach (var (name, _, _, _, _) in All)
        {
            foreach (var components in smoke ? new[] { 100 } : [0, 300_000]) Console.WriteLine($"{name,16} {components,10} {Peak(name, components),6} MiB");
        }
    }

    /// <summary>Reads one file of so many components and prints the most memory this process had, in MiB: a process of its own.</summary>
    public static void Memory(string name, int components)
    {
        using (var stream = All.Single(a => a.Name == name).Sbom.Stream(components))
        {
            var sbom = Read(stream);
            GC.KeepAlive(sbom);
            if (sbom.Graph.EdgeCount < components) throw new InvalidOperationException("the graph has too few edges");
        }

        using var process = Process.GetCurrentProcess();
        Console.WriteLine(process.PeakWorkingSet64 / 1024 / 1024);
    }

    private static void Row(string name, byte[] bytes, int components, string floorName, Action<byte[]> floor, double? goal, bool smoke)
    {
        // Small files many times over, or what the compiler does beside them is all one sees.
        var many = smoke ? 1 : Math.Clamp(64 * 1024 * 1024 / bytes.Length, 1, 64);
        var times = smoke ? 2 : Math.Clamp(400 * 1024 * 1024 / bytes.Length, 3, 12);
        Sbom? sbom = null;
        Clock.Warm(smoke, () =>
        {
            floor(bytes);
            Ours();
            Graph();
        });
        var (best, ours, graph) = (double.MaxValue, double.MaxValue, double.MaxValue);
        for (var i = 0; i < times; i++)
        {
            best = Math.Min(best, Clock.Cpu(many, () => floor(bytes)));
            ours = Math.Min(ours, Clock.Cpu(many, Ours));
            graph = Math.Min(graph, Clock.Cpu(1, Graph));
        }

        Console.WriteLine($"{name,16} {components,10} {bytes.Length / 1048576,6} {floorName,16} {bytes.Length / best / 1e6,8:F0} {bytes.Length / ours / 1e6,10:F0} {best / ours,7:F2} {goal,6:F2} {graph / ours,9:P0}");

        void Ours()
        {
            using var stream = new MemoryStream(bytes, writable: false);
            sbom = Read(stream);
            if (sbom.Components.Count < components) throw new InvalidOperationException($"the synthetic {name} does not read");
        }

        void Graph()
        {
            if (sbom!.Graph.EdgeCount < components) throw new InvalidOperationException($"the graph of the synthetic {name} has too few edges");
        }
    }

    private static Sbom Read(Stream stream)
    {
        var read = SbomFile.Read(stream, "bench");
        return read.Value ?? throw new InvalidOperationException(string.Join('\n', read.Problems));
    }

    private static string Peak(string name, int components)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["sbom-memory", name, components.ToString(CultureInfo.InvariantCulture)]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return output;
    }

    private static void Xml(byte[] bytes)
    {
        using var reader = XmlReader.Create(new MemoryStream(bytes, writable: false), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        while (reader.Read())
        {
        }
    }

    private static void Json(byte[] bytes)
    {
        var reader = new Utf8JsonReader(bytes);
        while (reader.Read())
        {
        }
    }

    private static void Lines(byte[] bytes)
    {
        var rest = bytes.AsSpan();
        var tags = 0;
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf((byte)'\n');
            var line = end < 0 ? rest : rest[..end];
            if (line.IndexOf((byte)':') >= 0) tags++;
            rest = end < 0 ? default : rest[(end + 1)..];
        }

        if (tags == 0) throw new InvalidOperationException("no tags");
    }
}
