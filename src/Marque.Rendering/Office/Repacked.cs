using System.IO.Compression;
using ICSharpCode.SharpZipLib.Zip;

namespace Marque.Rendering.Office;

/// <summary>A package of an office document written again so that the same content gives the same bytes on every machine: parts in a fixed order, without times, compressed by managed code.</summary>
internal static class Repacked
{
    // Open Packaging Conventions (ECMA-376 part 2): readers that take the package as a stream find the types first.
    private const string Types = "[Content_Types].xml";

    // The earliest that a ZIP knows.
    private static readonly DateTime Never = new(1980, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    public static byte[] Of(Stream package)
    {
        package.Position = 0;
        using var read = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
        using var written = new MemoryStream();
        using (var zip = new ZipOutputStream(written) { IsStreamOwner = false, UseZip64 = UseZip64.Off })
        {
            zip.SetLevel(6);
            foreach (var part in read.Entries.OrderBy(e => e.FullName == Types ? 0 : 1).ThenBy(e => e.FullName, StringComparer.Ordinal))
            {
                zip.PutNextEntry(new ZipEntry(part.FullName) { DateTime = Never, HostSystem = 0, IsUnicodeText = false, CompressionMethod = ICSharpCode.SharpZipLib.Zip.CompressionMethod.Deflated });
                using var content = part.Open();
                content.CopyTo(zip);
                zip.CloseEntry();
            }
        }

        return written.ToArray();
    }
}
