using System.Text;
using Marque.Facts.Reading;
using Marque.Text.Reading;

namespace Marque.Facts;

/// <summary>How a test ended.</summary>
internal enum TestEnd
{
    /// <summary>Executed, and as it should be.</summary>
    Passed,

    /// <summary>Executed, and an assertion did not hold.</summary>
    Failed,

    /// <summary>Ended by something unexpected: exception, timeout, abort, set-up.</summary>
    Error,

    /// <summary>Not executed, or inconclusive: it says nothing.</summary>
    Skipped,
}

/// <summary>Totals of one or more tests.</summary>
internal record struct TestTotals(long Tests, long Failed, long Errors, long Skipped)
{
    /// <summary>Tests that neither failed nor were skipped; never negative.</summary>
    public readonly long Passed => Math.Max(0, Tests - Failed - Errors - Skipped);

    /// <summary>Failed or ended in error.</summary>
    public readonly long Failing => Failed + Errors;

    public static TestTotals operator +(TestTotals a, TestTotals b) => new(a.Tests + b.Tests, a.Failed + b.Failed, a.Errors + b.Errors, a.Skipped + b.Skipped);

    public static TestTotals operator -(TestTotals a, TestTotals b) => new(a.Tests - b.Tests, a.Failed - b.Failed, a.Errors - b.Errors, a.Skipped - b.Skipped);
}

/// <summary>Judges test results, in whatever format they came: the totals, and what the expectation asks of single tests.</summary>
internal sealed class TestTally(FactKind kind, Expectation expect)
{
    private readonly bool[] executed = new bool[expect.Tests.Count];
    private readonly bool[] seen = new bool[expect.Tests.Count];
    private readonly Weighing weighing = new();
    private TestTotals judged;

    /// <summary>The recorded test cases.</summary>
    public TestTotals Recorded { get; private set; }

    /// <summary>What suites declare without recording a single case.</summary>
    public TestTotals Declared { get; private set; }

    /// <summary>The number of suites.</summary>
    public long Suites { get; set; }

    /// <summary>Whether names matter: only then are they read.</summary>
    public bool Selects => expect.Tests.Count > 0;

    /// <summary>Where findings go.</summary>
    public Weighing Weighing => weighing;

    /// <summary>One test case; its texts are raw XML.</summary>
    /// <param name="group">Class or suite; may be empty.</param>
    /// <param name="name">The test's name.</param>
    /// <param name="other">Another name that a pattern may mean; empty for none.</param>
    /// <param name="end">How it ended.</param>
    /// <param name="reason">What it says about that.</param>
    /// <param name="line">Where.</param>
    public void Case(ReadOnlySpan<byte> group, ReadOnlySpan<byte> name, ReadOnlySpan<byte> other, TestEnd end, ReadOnlySpan<byte> reason, int line)
    {
        Recorded += One(end);
        var failing = end is TestEnd.Failed or TestEnd.Error;
        var named = Selects || (failing && weighing.Wants(Outcome.Contradicts));
        if (!named)
        {
            judged += One(end);
            if (failing) weighing.OneMore(Outcome.Contradicts);
            return;
        }

        var single = XmlScan.Value(name);
        var full = group.IsEmpty ? single : XmlScan.Value(group) + "." + single;
        if (Selects && !Selected(full, other.IsEmpty ? single : XmlScan.Value(other), end)) return;
        Judge(full, end, reason, line);
    }

    /// <summary>Counts a test case that is judged later.</summary>
    public void Count(TestEnd end) => Recorded += One(end);

    /// <summary>Judges a test case that is asked for and already recorded.</summary>
    public void Judge(string full, TestEnd end, ReadOnlySpan<byte> reason, int line)
    {
        judged += One(end);
        if (end is not (TestEnd.Failed or TestEnd.Error)) return;
        if (reason.Length > 1024) reason = reason[..1024];
        var why = reason.IsEmpty ? "" : ": " + XmlScan.Value(reason);
        weighing.Contradicts($"{kind.Word()}.{(end == TestEnd.Failed ? "failed" : "error")}", $"{(full.Length == 0 ? "a test without name" : full)} {(end == TestEnd.Failed ? "failed" : "ended in error")}{why}", line);
    }

    /// <summary>Whether a pattern asks for this test; marks the patterns that do.</summary>
    public bool Selected(string full, string name, TestEnd end)
    {
        var selected = false;
        for (var i = 0; i < expect.Tests.Count; i++)
        {
            if (!Wildcard.Matches(expect.Tests[i], full) && !Wildcard.Matches(expect.Tests[i], name)) continue;
            selected = seen[i] = true;
            executed[i] |= end != TestEnd.Skipped;
        }

        return selected;
    }

    /// <summary>Compares what a suite declares with what it recorded: its cases at any depth, or only its own, as writers differ.</summary>
    /// <param name="name">The suite's name, raw XML text.</param>
    /// <param name="declared">What it declares; negative tests when nothing.</param>
    /// <param name="before">The totals when the suite began.</param>
    /// <param name="own">Its own cases.</param>
    /// <param name="line">Where.</param>
    public void SuiteDone(ReadOnlySpan<byte> name, TestTotals declared, TestTotals before, TestTotals own, int line)
    {
        if (declared.Tests < 0) return;
        var recorded = Recorded + Declared - before;
        if (recorded.Tests == 0)
        {
            Declared += declared;
            if (declared.Failing > 0) Outside($"{kind.Word()}.totals-disagree", $"the suite '{XmlScan.Value(name)}' declares {declared.Failed} failures and {declared.Errors} errors, and records no case", line);
        }
        else if (declared.Failing > 0 && recorded.Failing == 0)
        {
            Outside($"{kind.Word()}.totals-disagree", $"the suite '{XmlScan.Value(name)}' declares {declared.Failed} failures and {declared.Errors} errors, its cases show none", line);
        }
        else if (declared.Tests != recorded.Tests && declared.Tests != recorded.Tests - recorded.Skipped && declared.Tests != own.Tests && weighing.Wants(Outcome.Supports))
        {
            weighing.Note($"{kind.Word()}.totals-disagree", $"the suite '{XmlScan.Value(name)}' declares {declared.Tests} tests and records {recorded.Tests}", line);
        }
    }

    /// <summary>Something failed outside any test: a set-up, a run that was aborted. Only a note when single tests are asked for.</summary>
    public void Outside(string code, string text, int line)
    {
        if (Selects) weighing.Note(code, text, line);
        else weighing.Contradicts(code, text, line);
    }

    /// <summary>The check.</summary>
    public Check Done()
    {
        for (var i = 0; i < expect.Tests.Count; i++)
        {
            if (!executed[i]) weighing.Vacuous("tests.expected-missing", seen[i] ? $"every test that matches '{expect.Tests[i]}' was skipped" : $"no test matches '{expect.Tests[i]}'");
        }

        var ran = judged.Passed + judged.Failing;
        if (!Selects && ran == 0) weighing.Vacuous(Nothing(), Recorded.Tests > 0 ? $"all {Recorded.Tests} tests were skipped" : Declared.Tests > 0 ? $"the suites declare {Declared.Tests} tests and record none" : "no test is recorded");
        if (ran < expect.MinTests) weighing.Vacuous("tests.too-few", $"{ran} tests were executed, at least {expect.MinTests} are expected");
        var all = Recorded + Declared;
        return weighing.Done(kind, ("suites", Suites), ("tests", all.Tests), ("passed", all.Passed), ("failed", all.Failed), ("errors", all.Errors), ("skipped", all.Skipped));
    }

    private string Nothing() => Recorded.Tests > 0 ? "tests.all-skipped" : Declared.Tests > 0 ? "tests.no-cases" : "tests.none";

    private static TestTotals One(TestEnd end) => new(1, end == TestEnd.Failed ? 1 : 0, end == TestEnd.Error ? 1 : 0, end == TestEnd.Skipped ? 1 : 0);
}
