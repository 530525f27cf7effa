using System.Xml;
using Marque.Documents;
using Marque.Documents.Blocks;
using Marque.Rendering.Office;

namespace Marque.Rendering.Docx;

/// <summary>The logo, as large as on the page: at 96 pixels an inch, within 256 by 56 pixels.</summary>
internal static class Picture
{
    // A pixel in the units of drawings (English Metric Units).
    private const double Pixel = 9525, MostWidth = 256, MostHeight = 56;
    private const string Drawing = "http://schemas.openxmlformats.org/drawingml/2006/";

    /// <summary>The name of its part.</summary>
    public static string Name(Logo logo) => logo.MediaType == "image/png" ? "media/logo.png" : "media/logo.jpeg";

    public static void Write(XmlWriter xml, Elements w, Logo logo)
    {
        var scale = Math.Min(1, Math.Min(MostWidth / Math.Max(1, logo.Width), MostHeight / Math.Max(1, logo.Height)));
        (string, string?)[] size = [("cx", Units(logo.Width)), ("cy", Units(logo.Height))];
        w.Open("p").Open("r").Open("drawing");
        var wp = new Elements(xml, "wp", Drawing + "wordprocessingDrawing");
        Open("wp", "wordprocessingDrawing", "inline", [("distT", "0"), ("distB", "0"), ("distL", "0"), ("distR", "0")]);
        Empty("wp", "wordprocessingDrawing", "extent", size);
        Empty("wp", "wordprocessingDrawing", "docPr", [("id", "1"), ("name", "Logo"), ("descr", Visible.Text(logo.Text))]);
        Open("a", "main", "graphic", []);
        Open("a", "main", "graphicData", [("uri", Drawing + "picture")]);
        Open("pic", "picture", "pic", []);
        Open("pic", "picture", "nvPicPr", []);
        Empty("pic", "picture", "cNvPr", [("id", "1"), ("name", "Logo")]);
        Empty("pic", "picture", "cNvPicPr", []);
        wp.Close();
        Open("pic", "picture", "blipFill", []);
        xml.WriteStartElement("a", "blip", Drawing + "main");
        xml.WriteAttributeString("r", "embed", Package.Relations, "logo");
        wp.Close();
        Open("a", "main", "stretch", []);
        Empty("a", "main", "fillRect", []);
        wp.Close().Close();
        Open("pic", "picture", "spPr", []);
        Open("a", "main", "xfrm", []);
        Empty("a", "main", "off", [("x", "0"), ("y", "0")]);
        Empty("a", "main", "ext", size);
        wp.Close();
        Open("a", "main", "prstGeom", [("prst", "rect")]);
        Empty("a", "main", "avLst", []);
        wp.Close().Close().Close().Close().Close().Close();
        w.Close().Close().Close();

        string Units(int pixels) => Elements.Of(Math.Max(1, (int)(Math.Max(1, pixels) * scale * Pixel)));

        void Open(string prefix, string space, string name, ReadOnlySpan<(string Name, string? Value)> with)
        {
            xml.WriteStartElement(prefix, name, Drawing + space);
            foreach (var (attribute, value) in with) xml.WriteAttributeString(attribute, value);
        }

        void Empty(string prefix, string space, string name, ReadOnlySpan<(string Name, string? Value)> with)
        {
            Open(prefix, space, name, with);
            xml.WriteEndElement();
        }
    }
}
