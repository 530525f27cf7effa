using System.Text;
using System.Text.RegularExpressions;
using Marque.Assessments;

namespace Marque.Tests.Assessments.Kit;

/// <summary>Everything an assessment says, as text, so that two can be compared.</summary>
internal static partial class Dump
{
    public static string Of(Assessment a)
    {
        var text = new StringBuilder();
        text.AppendLine($"{a.Product} {a.Release} {a.AsOf} {a.LegalSet} {a.Inputs} {a.Trust}");
        text.AppendLine($"{a.Procedures.Class} {a.Procedures.Category} {string.Join(',', a.Procedures.ThirdParty)} {a.Procedures.NotifiedBodies}");
        foreach (var m in a.Procedures.Modules) text.AppendLine(m.ToString());
        Add(text, a.Procedures.Classification, 0);
        foreach (var r in a.Requirements)
        {
            text.AppendLine($"{r.Point.Id} {r.Verdict} {r.Binding} weakest {r.Weakest}");
            foreach (var route in r.Routes) text.AppendLine(route.ToString());
            Add(text, r.Why, 1);
            foreach (var step in a.NextOf(r.Point.Id)) Add(text, step);
        }

        foreach (var o in a.Obligations)
        {
            text.AppendLine($"{o.Obligation.Id} {o.Verdict} {o.Binding}");
            Add(text, o.Why, 1);
        }

        foreach (var d in a.Catalogs.Concat(a.Remainder).Append(a.RiskAssessment)) Add(text, d, 0);
        foreach (var f in a.Facts)
        {
            text.AppendLine($"{f.Series.Id} {f.Sound} {f.Contradicts}");
            foreach (var g in f.Grounds) text.AppendLine($"  {g.Rule} {string.Join(' ', g.Refs)}");
        }

        foreach (var step in a.Next) Add(text, step);
        foreach (var notice in a.Notices) text.AppendLine(notice);
        return text.ToString();
    }

    /// <summary>The same without lines and columns, which say where a record stands and nothing else.</summary>
    public static string WithoutPlaces(Assessment a) => LineAndColumn().Replace(Of(a), ".yaml");

    /// <summary>Fails with the first line that differs.</summary>
    public static void Same(string one, string other)
    {
        if (one == other) return;
        var (a, b) = (one.Split('\n'), other.Split('\n'));
        var at = Enumerable.Range(0, Math.Min(a.Length, b.Length)).FirstOrDefault(i => a[i] != b[i], Math.Min(a.Length, b.Length));
        Assert.Fail($"line {at + 1}:\n{a.ElementAtOrDefault(at)}\n{b.ElementAtOrDefault(at)}");
    }

    private static void Add(StringBuilder text, NextStep step) => text.AppendLine($"  next {step.Action} | {step.Subject} | {string.Join(',', step.Unblocks)} | {string.Join(',', step.Settles)}");

    private static void Add(StringBuilder text, Derivation d, int depth)
    {
        text.Append(' ', depth * 2).AppendLine($"{d.What} {d.Kind} {d.Part} {d.Verdict} {d.IsShownOnly} {d.Tag}");
        foreach (var g in d.Grounds) text.Append(' ', (depth * 2) + 1).AppendLine($"{g.Rule} {string.Join(' ', g.Refs)}: {GroundText.Of(g)}");
        foreach (var from in d.From) Add(text, from, depth + 1);
    }

    [GeneratedRegex(@"\.yaml:\d+(:\d+)?")]
    private static partial Regex LineAndColumn();
}
