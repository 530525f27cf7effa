using System.Text;
using Marque.Text.Reading;

namespace Marque.Facts;

/// <summary>JUnit XML in its dialects (Ant, Surefire with reruns, Gradle, pytest, GoogleTest, CTest, Jest, PHPUnit, Bazel ...): suites nested to any depth, totals optional.</summary>
internal sealed class JUnit
{
    private readonly XmlScan xml;
    private readonly TestTally tally;
    private readonly SuiteFrames frames;
    private readonly Kept group = new();
    private readonly Kept name = new();
    private readonly Kept reason = new();
    private long flaky;

    private JUnit(XmlScan xml, Expectation expect)
    {
        this.xml = xml;
        tally = new TestTally(FactKind.JUnit, expect);
        frames = new SuiteFrames(tally);
    }

    public static Check Run(Stream content, Expectation expect) => new JUnit(new XmlScan(content), expect).Run();

    private Check Run()
    {
        xml.Read();
        if (!xml.Is("testsuites"u8) && !xml.Is("testsuite"u8)) throw new Refusal("junit.root", $"the root element is <{Encoding.UTF8.GetString(xml.Name)}>; JUnit results start with <testsuites> or <testsuite>", xml.Line);
        Suite();
        for (var node = xml.Read(); node != XmlNode.None; node = xml.Read())
        {
            if (node == XmlNode.End) frames.Close(xml, out _);
            else if (xml.Is("testcase"u8)) Case();
            else if (xml.Is("testsuite"u8) || xml.Is("testsuites"u8)) Suite();
            else if (xml.Is("failure"u8) || xml.Is("error"u8)) Outside();
            else xml.Skip();
        }

        if (flaky > 0) tally.Weighing.Note("junit.flaky", $"{flaky} tests passed only when they were run again");
        return tally.Done();
    }

    private void Suite()
    {
        if (xml.Is("testsuite"u8)) tally.Suites++;
        var skipped = (xml.Number("skipped"u8) ?? xml.Number("skips"u8) ?? 0) + (xml.Number("disabled"u8) ?? 0) + (xml.Number("ignored"u8) ?? 0);
        frames.Open(xml, new TestTotals(xml.Number("tests"u8) ?? -1, xml.Number("failures"u8) ?? 0, xml.Number("errors"u8) ?? 0, skipped));
    }

    // A failure directly in a suite: its set-up or tear-down, which belongs to no test.
    private void Outside()
    {
        tally.Outside("junit.suite-failed", $"the suite '{XmlScan.Value(frames.Name)}' failed outside its tests: {xml.Attribute("message"u8) ?? "no message"}", xml.Line);
        xml.Skip();
    }

    private void Case()
    {
        var depth = xml.Depth;
        var line = 0;
        if (!xml.TryAttribute("classname"u8, out var className) && !xml.TryAttribute("class"u8, out className)) className = frames.Name;
        group.Keep(className);
        name.Keep(xml.TryAttribute("name"u8, out var raw) ? raw : default);
        reason.Keep(default);
        var end = Status();
        var rerun = false;
        while (xml.Read() is var node && !(node == XmlNode.End && xml.Depth == depth))
        {
            if (node != XmlNode.Start) continue;
            if (xml.Is("failure"u8)) Worse(TestEnd.Failed);
            else if (xml.Is("error"u8)) Worse(TestEnd.Error);
            else if ((xml.Is("skipped"u8) || xml.Is("ignored"u8) || xml.Is("disabled"u8)) && end == TestEnd.Passed) end = TestEnd.Skipped;
            else if (xml.Is("flakyFailure"u8) || xml.Is("flakyError"u8)) rerun = true;
            xml.Skip();
        }

        if (rerun) flaky++;
        frames.Own(new TestTotals(1, 0, 0, 0));
        if (line == 0 && end is TestEnd.Failed or TestEnd.Error) line = xml.Line;
        tally.Case(group.Bytes, name.Bytes, default, end, reason.Bytes, line);

        void Worse(TestEnd candidate)
        {
            // An error outweighs a failure, both outweigh a skip (a test can fail, and its tear-down be in error).
            if (line == 0)
            {
                line = xml.Line;
                if (xml.TryAttribute("message"u8, out var message)) reason.Keep(message);
            }

            if (candidate == TestEnd.Error || end is TestEnd.Passed or TestEnd.Skipped) end = candidate;
        }
    }

    // GoogleTest, CTest, Karate and others say it in attributes.
    private TestEnd Status()
    {
        var end = xml.TryAttribute("status"u8, out var raw) ? Status(raw) : TestEnd.Passed;
        return end == TestEnd.Passed && xml.TryAttribute("result"u8, out raw) ? Status(raw) : end;
    }

    private static TestEnd Status(ReadOnlySpan<byte> raw)
    {
        if (Any(raw, "failed", "fail", "failure")) return TestEnd.Failed;
        if (Any(raw, "error", "errored", "broken", "timeout", "aborted")) return TestEnd.Error;
        return Any(raw, "notrun", "disabled", "skipped", "skip", "ignored", "pending", "suppressed", "undefined", "untested") ? TestEnd.Skipped : TestEnd.Passed;
    }

    private static bool Any(ReadOnlySpan<byte> raw, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (word.Length == raw.Length && Ascii.EqualsIgnoreCase(raw, word)) return true;
        }

        return false;
    }
}
