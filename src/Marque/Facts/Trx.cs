using System.Text;
using Marque.Text.Reading;

namespace Marque.Facts;

/// <summary>Visual Studio test results (TRX, schema TeamTest/2010).</summary>
internal sealed class Trx
{
    /// <summary>The most results that are kept until their class is known, when single tests are asked for.</summary>
    public const int MaxWaiting = 1_000_000;

    private readonly XmlScan xml;
    private readonly TestTally tally;
    private readonly Dictionary<Guid, List<(string Name, TestEnd End, int Line)>> waiting = [];
    private readonly Kept name = new();
    private int kept;
    private TestTotals declared = new(-1, 0, 0, 0);
    private string outcome = "";
    private int summaryLine;

    private Trx(XmlScan xml, Expectation expect)
    {
        this.xml = xml;
        tally = new TestTally(FactKind.Trx, expect);
    }

    public static Check Run(Stream content, Expectation expect) => new Trx(new XmlScan(content), expect).Run();

    private Check Run()
    {
        xml.Read();
        if (!xml.Is("TestRun"u8)) throw new Refusal("trx.root", $"the root element is <{Encoding.UTF8.GetString(xml.Name)}>; Visual Studio test results start with <TestRun>", xml.Line);
        tally.Suites = 1;
        for (var node = xml.Read(); node != XmlNode.None; node = xml.Read())
        {
            if (node == XmlNode.End) continue;
            if (xml.Is("Results"u8)) Results();
            else if (xml.Is("TestDefinitions"u8)) Definitions();
            else if (xml.Is("ResultSummary"u8)) Summary();
            else xml.Skip();
        }

        // The summary may stand before the results.
        tally.SuiteDone("TestRun"u8, declared, default, tally.Recorded, summaryLine);
        if (outcome is not ("" or "Passed" or "Completed" or "Warning" or "Inconclusive" or "NotExecuted") && tally.Recorded.Failing == 0) tally.Outside("trx.run-failed", $"the run's outcome is {outcome}, though no test failed", summaryLine);
        foreach (var (full, end, line) in waiting.Values.SelectMany(w => w).OrderBy(w => w.Line))
        {
            if (tally.Selected(full, full, end)) tally.Judge(full, end, default, line);
        }

        return tally.Done();
    }

    private void Results()
    {
        var depth = xml.Depth;
        while (xml.Read() is var node && !(node == XmlNode.End && xml.Depth == depth))
        {
            if (node == XmlNode.Start) Result();
        }
    }

    // A result, or the rows of a data-driven or ordered test, which count in place of the whole.
    private void Result()
    {
        var depth = xml.Depth;
        var line = xml.Line;
        var end = End();
        name.Keep(xml.TryAttribute("testName"u8, out var raw) ? raw : default);
        var text = tally.Selects ? XmlScan.Value(name.Bytes) : "";
        var id = Guid.TryParse(xml.Attribute("testId"u8), out var parsed) ? parsed : Guid.Empty;
        var rows = default(TestTotals);
        while (xml.Read() is var node && !(node == XmlNode.End && xml.Depth == depth))
        {
            if (node != XmlNode.Start) continue;
            if (!xml.Is("InnerResults"u8))
            {
                xml.Skip();
                continue;
            }

            var before = tally.Recorded;
            var outer = name.Bytes.ToArray();
            Results();
            name.Keep(outer);
            rows += tally.Recorded - before;
        }

        if (rows.Tests > 0 && !(end is TestEnd.Failed or TestEnd.Error && rows.Failing == 0)) return;
        if (tally.Selects) Wait(id, text, end, line);
        else tally.Case(default, name.Bytes, default, end, default, line);
    }

    private void Wait(Guid id, string text, TestEnd end, int line)
    {
        if (++kept > MaxWaiting) throw new Refusal("trx.too-many", $"more than {MaxWaiting} results, too many to look for single tests", line);
        if (!waiting.TryGetValue(id, out var list)) waiting[id] = list = [];
        list.Add((text, end, line));
        tally.Count(end);
    }

    private void Definitions()
    {
        var depth = xml.Depth;
        var id = Guid.Empty;
        while (xml.Read() is var node && !(node == XmlNode.End && xml.Depth == depth))
        {
            if (node != XmlNode.Start) continue;
            if (xml.Depth == depth + 1) id = Guid.TryParse(xml.Attribute("id"u8), out var parsed) ? parsed : Guid.Empty;
            if (!xml.Is("TestMethod"u8) || !waiting.Remove(id, out var list)) continue;
            var type = xml.Attribute("className"u8) ?? "";
            var comma = type.IndexOf(',', StringComparison.Ordinal);
            if (comma >= 0) type = type[..comma];
            foreach (var (text, end, line) in list)
            {
                // Some adapters write the class into the name already.
                var full = type.Length == 0 || text.StartsWith(type + ".", StringComparison.Ordinal) ? text : type + "." + text;
                if (tally.Selected(full, text, end)) tally.Judge(full, end, default, line);
            }
        }
    }

    private void Summary()
    {
        var depth = xml.Depth;
        summaryLine = xml.Line;
        outcome = xml.Attribute("outcome"u8) ?? "";
        while (xml.Read() is var node && !(node == XmlNode.End && xml.Depth == depth))
        {
            if (node != XmlNode.Start) continue;
            if (xml.Is("Counters"u8))
            {
                var errors = Sum("error"u8) + Sum("timeout"u8) + Sum("aborted"u8) + Sum("passedButRunAborted"u8) + Sum("disconnected"u8);
                declared = new TestTotals(xml.Number("total"u8) ?? -1, Sum("failed"u8), errors, Sum("notExecuted"u8) + Sum("inconclusive"u8) + Sum("notRunnable"u8) + Sum("pending"u8) + Sum("inProgress"u8));
            }
            else if (xml.Is("RunInfo"u8) && (xml.Has("outcome"u8, "Error"u8) || xml.Has("outcome"u8, "Failed"u8) || xml.Has("outcome"u8, "Aborted"u8)))
            {
                tally.Outside("trx.run-error", "the run reports an error of its own, outside any test", xml.Line);
            }
        }

        long Sum(ReadOnlySpan<byte> counter) => xml.Number(counter) ?? 0;
    }

    // An absent outcome is the schema's first, Error.
    private TestEnd End()
    {
        if (!xml.TryAttribute("outcome"u8, out var outcome)) return TestEnd.Error;
        if (Ascii.EqualsIgnoreCase(outcome, "Passed"u8) || Ascii.EqualsIgnoreCase(outcome, "Completed"u8) || Ascii.EqualsIgnoreCase(outcome, "Warning"u8)) return TestEnd.Passed;
        if (Ascii.EqualsIgnoreCase(outcome, "Failed"u8)) return TestEnd.Failed;
        return Ascii.EqualsIgnoreCase(outcome, "NotExecuted"u8) || Ascii.EqualsIgnoreCase(outcome, "Inconclusive"u8) || Ascii.EqualsIgnoreCase(outcome, "NotRunnable"u8)
            || Ascii.EqualsIgnoreCase(outcome, "Pending"u8) || Ascii.EqualsIgnoreCase(outcome, "InProgress"u8) ? TestEnd.Skipped : TestEnd.Error;
    }
}
