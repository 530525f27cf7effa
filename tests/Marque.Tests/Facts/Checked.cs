using System.Text;
using Marque.Facts;

namespace Marque.Tests.Facts;

/// <summary>Short forms for the tests of content checks.</summary>
public static class Checked
{
    public static Check Of(FactKind kind, string text, Expectation? expect = null) => Of(kind, Encoding.UTF8.GetBytes(text), expect);

    public static Check Of(FactKind? kind, byte[] bytes, Expectation? expect = null)
    {
        using var content = new MemoryStream(bytes);
        var check = ContentCheck.Run(content, kind, expect ?? Expectation.None);
        Assert.Equal(bytes.Length, content.Position);
        // Whatever is not a support says why.
        Assert.True(check.Outcome == Outcome.Supports || check.Findings.Count > 0);
        return check;
    }

    public static void Is(Outcome outcome, string code, Check check)
    {
        Assert.True(outcome == check.Outcome, $"{check.Outcome}: {string.Join("; ", check.Findings)}");
        Assert.Contains(check.Findings, f => f.Code == code);
    }

    public static void Supports(Check check) => Assert.True(check.Outcome == Outcome.Supports, $"{check.Outcome}: {string.Join("; ", check.Findings)}");
}
