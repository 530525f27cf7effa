using System.Buffers.Binary;
using System.Text;
using Marque.Advisories;
using Marque.Components;
using Marque.Components.Purls;

namespace Marque.Fuzz.Targets;

/// <summary>Segments of the advisory index: the input says which bytes of a sound one are replaced and where it is cut. Refused, or never another finding than the sound one has.</summary>
internal static class AdvisorySegment
{
    private static readonly Purl Component = Purl.Read("pkg:npm/a@1.5.0").Purl!;

    private static readonly byte[] Sound = Make();

    public static IEnumerable<string> Seeds => ["ab\u0001cd\u0002", new string('\u0007', 9), ""];

    public static void Run(ReadOnlySpan<byte> bytes)
    {
        var segment = (byte[])Sound.Clone();
        var length = segment.Length;
        // Three bytes each: where, and what instead. The last odd ones cut it.
        for (; bytes.Length >= 3; bytes = bytes[3..]) segment[BinaryPrimitives.ReadUInt16LittleEndian(bytes) % segment.Length] = bytes[2];
        if (bytes.Length == 2) length = BinaryPrimitives.ReadUInt16LittleEndian(bytes) % (length + 1);
        var read = AdvisoryIndex.Open([segment.AsMemory(0, length)]);
        if (read.Value is null)
        {
            if (read.Problems.Count == 0) throw new InvalidOperationException("refused without a reason");
            return;
        }

        var match = Match.Component(read.Value, Component);
        if (match.Findings.Count + match.NotJudged.Count == 0 || match.Findings.Any(f => f.Vulnerability != "GHSA-2")) throw new InvalidOperationException("another answer, and nothing said");
        foreach (var at in read.Value.ById("CVE-1")) read.Value.Advisory(at);
        read.Value.Statistics();
        AdvisoryIndex.Merge(read.Value, Stream.Null);
        AdvisoryIndex.Open([Sound, segment.AsMemory(0, length)]).Value!.ChangedPackages(1);
    }

    private static byte[] Make()
    {
        var builder = new AdvisoryIndexBuilder("fuzz");
        builder.Add(Encoding.UTF8.GetBytes("""{"id":"GHSA-1","modified":"2026-01-01T00:00:00Z","aliases":["CVE-1"],"affected":[{"package":{"ecosystem":"npm","name":"a"},"ranges":[{"type":"SEMVER","events":[{"introduced":"0"},{"fixed":"1.0.0"}]}]}]}"""));
        builder.Add(Encoding.UTF8.GetBytes("""{"id":"GHSA-2","modified":"2026-01-01T00:00:00Z","aliases":["CVE-2"],"affected":[{"package":{"ecosystem":"npm","name":"a"},"ranges":[{"type":"SEMVER","events":[{"introduced":"1.0.0"},{"fixed":"2.0.0"}]}]}]}"""));
        var stream = new MemoryStream();
        builder.Write(stream);
        return stream.ToArray();
    }
}
