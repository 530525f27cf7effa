using System.Text;
using System.Xml;
using ICSharpCode.SharpZipLib.Zip;

namespace Marque.Rendering.Office;

/// <summary>The package of an office document (ISO/IEC 29500-2): its parts are written straight into the ZIP, in a fixed order, without times, compressed by managed code, so that the same content gives the same bytes on every machine.</summary>
internal sealed class Package : IDisposable
{
    /// <summary>The namespace of relationship ids in the parts of both formats.</summary>
    public const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private const string Packages = "http://schemas.openxmlformats.org/package/2006/";

    // The earliest that a ZIP knows.
    private static readonly DateTime Never = new(1980, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineChars = "\n", NewLineHandling = NewLineHandling.None };

    private readonly MemoryStream bytes = new();
    private readonly ZipOutputStream zip;

    /// <summary>Begins a package.</summary>
    /// <param name="types">The content type of every part. Readers that take the package as a stream find them first.</param>
    /// <param name="main">The name and the kind of relationship of the part where reading begins.</param>
    /// <param name="properties">Writes the core properties.</param>
    public Package(IReadOnlyList<(string Part, string Type)> types, string main, Action<XmlWriter> properties)
    {
        zip = new ZipOutputStream(bytes) { IsStreamOwner = false, UseZip64 = UseZip64.Off };
        zip.SetLevel(6);
        Part("[Content_Types].xml", xml =>
        {
            var all = new Elements(xml, "", Packages + "content-types").Open("Types")
                .Empty("Default", ("Extension", "rels"), ("ContentType", "application/vnd.openxmlformats-package.relationships+xml")).Empty("Default", ("Extension", "xml"), ("ContentType", "application/xml"));
            foreach (var (part, type) in types) all.Empty("Override", ("PartName", "/" + part), ("ContentType", type));
            all.Empty("Override", ("PartName", "/docProps/core.xml"), ("ContentType", "application/vnd.openxmlformats-package.core-properties+xml")).Close();
        });
        Part("_rels/.rels", [new("main", "officeDocument", main), new("core", Packages + "relationships/metadata/core-properties", "docProps/core.xml")]);
        Part("docProps/core.xml", properties);
    }

    /// <summary>Writes a part of XML.</summary>
    public void Part(string name, Action<XmlWriter> write)
    {
        Begin(name);
        using (var xml = XmlWriter.Create(zip, Settings))
        {
            xml.WriteStartDocument(standalone: true);
            write(xml);
        }

        zip.CloseEntry();
    }

    /// <summary>Writes a part of bytes.</summary>
    public void Part(string name, ReadOnlyMemory<byte> content)
    {
        Begin(name);
        zip.Write(content.Span);
        zip.CloseEntry();
    }

    /// <summary>Writes what a part leads to; nothing when it leads nowhere.</summary>
    public void Part(string name, IReadOnlyCollection<Relation> relations)
    {
        if (relations.Count == 0) return;
        Part(name, xml =>
        {
            var all = new Elements(xml, "", Packages + "relationships").Open("Relationships");
            foreach (var r in relations) all.Empty("Relationship", ("Id", r.Id), ("Type", r.Kind.Contains(':', StringComparison.Ordinal) ? r.Kind : $"{Relations}/{r.Kind}"), ("Target", r.Target), ("TargetMode", r.IsOutside ? "External" : null));
            all.Close();
        });
    }

    /// <summary>The bytes, once every part is written.</summary>
    public byte[] Bytes()
    {
        zip.Finish();
        return bytes.ToArray();
    }

    public void Dispose()
    {
        zip.Dispose();
        bytes.Dispose();
    }

    private void Begin(string name) => zip.PutNextEntry(new ZipEntry(name) { DateTime = Never, HostSystem = 0, IsUnicodeText = false, CompressionMethod = CompressionMethod.Deflated });
}

/// <summary>A relationship of a part.</summary>
/// <param name="Id">Its id, unique in the part.</param>
/// <param name="Kind">Its kind: the last segment of an office kind, or a whole address.</param>
/// <param name="Target">Where it leads.</param>
/// <param name="IsOutside">Whether that is outside the package.</param>
internal sealed record Relation(string Id, string Kind, string Target, bool IsOutside = false);
