using System.Globalization;
using System.Text;
using Marque.Text.Reading;

namespace Marque.Facts;

/// <summary>Cobertura XML coverage: lines are counted from the classes, not taken from the totals.</summary>
internal static class Cobertura
{
    public static Check Run(Stream content, Expectation expect)
    {
        var xml = new XmlScan(content);
        xml.Read();
        if (!xml.Is("coverage"u8)) throw new Refusal("cobertura.root", $"the root element is <{Encoding.UTF8.GetString(xml.Name)}>; Cobertura starts with <coverage>", xml.Line);
        if (!xml.TryAttribute("line-rate"u8, out _)) throw new Refusal("cobertura.root", "<coverage> has no line-rate; this is not Cobertura", xml.Line);
        var declared = double.TryParse(xml.Attribute("line-rate"u8), NumberStyles.Float, CultureInfo.InvariantCulture, out var rate) ? rate : double.NaN;
        var (classes, lines, covered, inMethods) = (0L, 0L, 0L, 0);
        for (var node = xml.Read(); node != XmlNode.None; node = xml.Read())
        {
            if (xml.Is("methods"u8)) inMethods += node == XmlNode.Start ? 1 : -1;
            if (node == XmlNode.End) continue;
            if (xml.Is("class"u8)) classes++;
            // A class repeats the lines of its methods.
            if (inMethods > 0 || !xml.Is("line"u8)) continue;
            lines++;
            if (xml.Number("hits"u8) is > 0) covered++;
        }

        var weighing = new Weighing();
        var perMille = lines == 0 ? 0 : covered * 1000 / lines;
        if (lines == 0) weighing.Vacuous("cobertura.nothing", "no line is recorded");
        else if (covered == 0) weighing.Vacuous("cobertura.nothing", $"none of {lines} lines was executed");
        else if (covered < expect.MinLineRate * lines) weighing.Contradicts("cobertura.below", string.Create(CultureInfo.InvariantCulture, $"{covered} of {lines} lines were executed, a rate of {(double)covered / lines:0.000}; at least {expect.MinLineRate} is expected"));
        if (lines > 0 && !(Math.Abs(declared - ((double)covered / lines)) < 0.02)) weighing.Note("cobertura.totals-disagree", string.Create(CultureInfo.InvariantCulture, $"the report declares a line rate of {declared:0.###}, its lines give {(double)covered / lines:0.###}"));
        return weighing.Done(FactKind.Cobertura, ("classes", classes), ("lines", lines), ("covered", covered), ("lineRate", perMille));
    }
}
