using System.IO.Compression;
using System.Text;

namespace Marque.Outside.Tests.Feeds;

/// <summary>Containers of tests, made by the framework's own writers.</summary>
internal static class Packed
{
    public static string Record(string id, string package = "lodash", string modified = "2026-01-02T03:04:05Z", string fixedIn = "4.17.21") =>
        $$"""{"schema_version":"1.6.7","id":"{{id}}","modified":"{{modified}}","affected":[{"package":{"ecosystem":"npm","name":"{{package}}"},"ranges":[{"type":"SEMVER","events":[{"introduced":"0"},{"fixed":"{{fixedIn}}"}]}]}]}""";

    public static byte[] Zip(params (string Name, string Content)[] members)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in members)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return bytes.ToArray();
    }

    public static byte[] Gzip(string content)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(Encoding.UTF8.GetBytes(content));
        return bytes.ToArray();
    }

    /// <summary>Writes a little-endian number into a container, at a place behind a signature.</summary>
    public static byte[] Put(this byte[] container, uint signature, int offset, uint value, bool last = false)
    {
        var copy = (byte[])container.Clone();
        var mark = BitConverter.GetBytes(signature);
        var at = last ? copy.AsSpan().LastIndexOf(mark) : copy.AsSpan().IndexOf(mark);
        Assert.True(at >= 0);
        BitConverter.GetBytes(value).CopyTo(copy, at + offset);
        return copy;
    }
}
