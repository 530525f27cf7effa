using System.Text;
using Marque.Text.Reading;

namespace Marque.Facts;

/// <summary>xUnit.net XML (v1 classes, v2 and v3 collections).</summary>
internal sealed class XUnit
{
    private readonly XmlScan xml;
    private readonly TestTally tally;
    private readonly SuiteFrames frames;
    private readonly Kept type = new();
    private readonly Kept method = new();
    private readonly Kept name = new();
    private long collections;

    private XUnit(XmlScan xml, Expectation expect)
    {
        this.xml = xml;
        tally = new TestTally(FactKind.XUnit, expect);
        frames = new SuiteFrames(tally);
    }

    public static Check Run(Stream content, Expectation expect) => new XUnit(new XmlScan(content), expect).Run();

    private Check Run()
    {
        xml.Read();
        if (!xml.Is("assemblies"u8) && !xml.Is("assembly"u8)) throw new Refusal("xunit.root", $"the root element is <{Encoding.UTF8.GetString(xml.Name)}>; xUnit.net results start with <assemblies>", xml.Line);
        if (xml.Is("assembly"u8)) Suite();
        for (var node = xml.Read(); node != XmlNode.None; node = xml.Read())
        {
            if (node == XmlNode.End)
            {
                if (!frames.Close(xml, out _) || !xml.Is("assembly"u8)) continue;
                // An assembly without collections counts as one suite.
                tally.Suites += Math.Max(1, collections);
                collections = 0;
            }
            else if (xml.Is("test"u8))
            {
                Case();
            }
            else if (xml.Is("assembly"u8) || xml.Is("collection"u8) || xml.Is("class"u8))
            {
                Suite();
            }
            else if (xml.Is("error"u8))
            {
                tally.Outside("xunit.error", $"an error outside the tests: {xml.Attribute("type"u8)} {xml.Attribute("name"u8)}", xml.Line);
                xml.Skip();
            }
            else if (!xml.Is("errors"u8))
            {
                xml.Skip();
            }
        }

        return tally.Done();
    }

    private void Suite()
    {
        if (!xml.Is("assembly"u8)) collections++;
        frames.Open(xml, new TestTotals(xml.Number("total"u8) ?? -1, xml.Number("failed"u8) ?? 0, xml.Number("errors"u8) ?? 0, (xml.Number("skipped"u8) ?? 0) + (xml.Number("not-run"u8) ?? 0)));
    }

    private void Case()
    {
        var end = xml.Has("result"u8, "Pass"u8) ? TestEnd.Passed
            : xml.Has("result"u8, "Fail"u8) ? TestEnd.Failed
            : xml.Has("result"u8, "Skip"u8) || xml.Has("result"u8, "NotRun"u8) ? TestEnd.Skipped
            : TestEnd.Error;
        var line = end is TestEnd.Failed or TestEnd.Error ? xml.Line : 0;
        xml.TryAttribute("name"u8, out var display);
        name.Keep(display);
        type.Keep(xml.TryAttribute("type"u8, out var raw) ? raw : default);
        method.Keep(xml.TryAttribute("method"u8, out raw) ? raw : default);
        xml.Skip();
        frames.Own(new TestTotals(1, 0, 0, 0));
        if (method.Bytes.IsEmpty) tally.Case(default, name.Bytes, default, end, default, line);
        else tally.Case(type.Bytes, method.Bytes, name.Bytes, end, default, line);
    }
}
