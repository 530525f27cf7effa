using System.Xml;
using Marque.Documents;
using Marque.Documents.Blocks;

namespace Marque.Rendering.Office;

/// <summary>The core properties of an office document. Times are left out: the document's own words say as of when it speaks.</summary>
internal static class CoreProperties
{
    private const string Dublin = "http://purl.org/dc/elements/1.1/";

    public static void Write(XmlWriter xml, Document document)
    {
        xml.WriteStartElement("cp", "coreProperties", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties");
        xml.WriteElementString("dc", "title", Dublin, Visible.Text(document.Title));
        xml.WriteElementString("dc", "language", Dublin, document.Language);
        xml.WriteEndElement();
    }
}
