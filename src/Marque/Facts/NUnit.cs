using System.Text;
using Marque.Text.Reading;

namespace Marque.Facts;

/// <summary>NUnit XML, versions 2 (<c>test-results</c>) and 3 (<c>test-run</c>), or one <c>test-suite</c> of either.</summary>
internal sealed class NUnit
{
    private readonly XmlScan xml;
    private readonly TestTally tally;
    private readonly SuiteFrames frames;
    private readonly Kept name = new();
    private readonly Kept other = new();
    private readonly Kept group = new();

    private NUnit(XmlScan xml, Expectation expect)
    {
        this.xml = xml;
        tally = new TestTally(FactKind.NUnit, expect);
        frames = new SuiteFrames(tally);
    }

    public static Check Run(Stream content, Expectation expect) => new NUnit(new XmlScan(content), expect).Run();

    private Check Run()
    {
        xml.Read();
        var run = xml.Is("test-run"u8);
        if (!run && !xml.Is("test-results"u8) && !xml.Is("test-suite"u8)) throw new Refusal("nunit.root", $"the root element is <{Encoding.UTF8.GetString(xml.Name)}>; NUnit results start with <test-run> or <test-results>", xml.Line);
        var runFailed = run && (xml.Has("result"u8, "Failed"u8) || xml.Has("label"u8, "Error"u8) || xml.Has("label"u8, "Cancelled"u8));
        if (xml.Is("test-suite"u8)) Suite();
        else frames.Open(xml, Declared());
        for (var node = xml.Read(); node != XmlNode.None; node = xml.Read())
        {
            if (node == XmlNode.End)
            {
                if (frames.Close(xml, out var counts) && counts && xml.Is("test-suite"u8)) tally.Suites++;
            }
            else if (xml.Is("test-case"u8))
            {
                Case();
            }
            else if (xml.Is("test-suite"u8))
            {
                Suite();
            }
            else if (!xml.Is("results"u8))
            {
                xml.Skip();
            }
        }

        if (runFailed && tally.Weighing.Outcome != Outcome.Contradicts && tally.Recorded.Failing == 0) tally.Outside("nunit.run-failed", "the run as a whole failed or was cancelled, though no test case did", 1);
        return tally.Done();
    }

    private TestTotals Declared() => xml.Is("test-run"u8)
        ? new TestTotals(xml.Number("total"u8) ?? -1, xml.Number("failed"u8) ?? 0, 0, (xml.Number("skipped"u8) ?? 0) + (xml.Number("inconclusive"u8) ?? 0))
        : new TestTotals(xml.Number("total"u8) ?? -1, xml.Number("failures"u8) ?? 0, xml.Number("errors"u8) ?? 0, (xml.Number("inconclusive"u8) ?? 0) + (xml.Number("not-run"u8) ?? 0));

    private void Suite()
    {
        frames.Open(xml, new TestTotals(-1, 0, 0, 0));
        // A suite fails by itself when its set-up or tear-down did, or when it cannot be run at all; site "Child" and "Parent" only repeat what others say.
        var failed = xml.Has("result"u8, "Failed"u8) || xml.Has("result"u8, "Failure"u8) || xml.Has("result"u8, "Error"u8) || xml.Has("result"u8, "NotRunnable"u8);
        var itself = xml.Has("site"u8, "SetUp"u8) || xml.Has("site"u8, "TearDown"u8) || xml.Has("label"u8, "Invalid"u8) || xml.Has("result"u8, "NotRunnable"u8);
        if (failed && itself) tally.Outside("nunit.suite-failed", $"the suite '{xml.Attribute("fullname"u8) ?? xml.Attribute("name"u8)}' failed in its set-up or tear-down, or could not be run", xml.Line);
    }

    private void Case()
    {
        var depth = xml.Depth;
        var line = xml.Line;
        var end = End();
        xml.TryAttribute("name"u8, out var raw);
        other.Keep(raw);
        name.Keep(xml.TryAttribute("methodname"u8, out var method) ? method : raw);
        group.Keep(xml.TryAttribute("classname"u8, out var className) ? className : default);
        if (xml.TryAttribute("fullname"u8, out var fullName)) other.Keep(fullName);
        while (xml.Read() is var node && !(node == XmlNode.End && xml.Depth == depth))
        {
            if (node != XmlNode.Start) continue;
            if (xml.Is("failure"u8) && end is null) end = TestEnd.Failed;
            xml.Skip();
        }

        frames.Own(new TestTotals(1, 0, 0, 0));
        tally.Case(group.Bytes, name.Bytes, other.Bytes, end ?? TestEnd.Passed, default, line);
    }

    // Null where only a failure element can tell (NUnit before 2.5 writes neither result nor success for all).
    private TestEnd? End()
    {
        if (xml.TryAttribute("result"u8, out var result))
        {
            if (Same(result, "Passed"u8) || Same(result, "Success"u8) || Same(result, "Warning"u8)) return TestEnd.Passed;
            if (Same(result, "Skipped"u8) || Same(result, "Ignored"u8) || Same(result, "Inconclusive"u8)) return TestEnd.Skipped;
            // Version 3 counts errors (label "Error") as failures, version 2 apart.
            if (Same(result, "Failed"u8) || Same(result, "Failure"u8)) return TestEnd.Failed;
            return Same(result, "NotRunnable"u8) ? TestEnd.Skipped : TestEnd.Error;
        }

        if (xml.Has("executed"u8, "False"u8)) return TestEnd.Skipped;
        return xml.Has("success"u8, "False"u8) ? TestEnd.Failed : null;
    }

    private static bool Same(ReadOnlySpan<byte> raw, ReadOnlySpan<byte> word) => Ascii.EqualsIgnoreCase(raw, word);
}
