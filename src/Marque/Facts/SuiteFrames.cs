using Marque.Text.Reading;

namespace Marque.Facts;

/// <summary>The open suites of a test report, each with what it declares and what was recorded before it.</summary>
internal sealed class SuiteFrames(TestTally tally)
{
    private readonly Stack<Frame> frames = new();

    /// <summary>Whether a suite is open.</summary>
    public bool Any => frames.Count > 0;

    /// <summary>The name of the innermost suite, raw XML text.</summary>
    public ReadOnlySpan<byte> Name => frames.TryPeek(out var frame) ? frame.Name : default;

    /// <summary>Opens a suite at the current start tag.</summary>
    /// <param name="xml">On the start tag.</param>
    /// <param name="declared">What its attributes declare; negative tests when nothing.</param>
    public void Open(XmlScan xml, TestTotals declared)
    {
        xml.TryAttribute("name"u8, out var name);
        if (frames.TryPeek(out var outer)) outer.HasInner = true;
        frames.Push(new Frame(name.ToArray(), declared, tally.Recorded + tally.Declared, xml.Depth, xml.Line));
    }

    /// <summary>Counts a case as the innermost suite's own.</summary>
    public void Own(TestTotals one)
    {
        if (frames.TryPeek(out var frame)) frame.Own += one;
    }

    /// <summary>At an end tag: closes the suite that began there. Whether one did, and whether it is more than a holder of other suites.</summary>
    public bool Close(XmlScan xml, out bool counts)
    {
        counts = false;
        if (!frames.TryPeek(out var frame) || frame.Depth != xml.Depth) return false;
        frames.Pop();
        counts = frame.Own.Tests > 0 || !frame.HasInner;
        tally.SuiteDone(frame.Name, frame.Declared, frame.Before, frame.Own, frame.Line);
        return true;
    }

    private sealed class Frame(byte[] name, TestTotals declared, TestTotals before, int depth, int line)
    {
        public byte[] Name { get; } = name;

        public TestTotals Declared { get; } = declared;

        public TestTotals Before { get; } = before;

        public int Depth { get; } = depth;

        public int Line { get; } = line;

        public TestTotals Own { get; set; }

        public bool HasInner { get; set; }
    }
}
