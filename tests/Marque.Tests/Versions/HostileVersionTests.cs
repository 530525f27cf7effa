using Marque.Versions;

namespace Marque.Tests.Versions;

/// <summary>Versions made to hurt whoever reads them.</summary>
public class HostileVersionTests
{
    public static TheoryData<VersionScheme> Schemes => [.. VersionTexts.Schemes];

    [Theory]
    [MemberData(nameof(Schemes))]
    public void What_is_longer_than_the_bound_is_no_version(VersionScheme scheme)
    {
        var longest = scheme == VersionScheme.DateTime ? "2024-01-01T00:00:00." + new string('1', VersionOrder.MaxLength - 21) + "Z" : new string('1', VersionOrder.MaxLength - 2) + ".1";
        Assert.Equal(VersionOrder.MaxLength, longest.Length);
        Assert.True(VersionOrder.IsVersion(scheme, longest));
        Assert.False(VersionOrder.IsVersion(scheme, longest.Insert(20, "1")));
        Assert.False(VersionOrder.TryCompare(scheme, longest.Insert(20, "1"), longest, out _));
        Assert.False(VersionOrder.TryCompare(scheme, longest, string.Concat(Enumerable.Repeat("1.", 500_000)) + "1", out _));
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Numbers_longer_than_any_machine_word_are_compared_by_value(VersionScheme scheme)
    {
        if (scheme is VersionScheme.DateTime or VersionScheme.Lexicographic) return;
        string a = new('9', 500), b = "1" + new string('0', 500);
        Assert.True(VersionOrder.TryCompare(scheme, $"{a}.0", $"{b}.0", out var order) && order < 0);
        Assert.True(VersionOrder.TryCompare(scheme, $"000{a}.2", $"{a}.1", out order) && order > 0);
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Patterns_that_make_careless_readers_slow_have_an_order_or_none(VersionScheme scheme)
    {
        foreach (var piece in new[] { "1.", "1-", "0.", "a1", "-a", "_p", "~", "^", "+", "1.0-", "rc", "..", "--", "a.", "0a", "*", "!", ":1" })
        {
            var text = "1." + string.Concat(Enumerable.Repeat(piece, 1020 / piece.Length));
            if (VersionOrder.TryCompare(scheme, text, text + "1", out var order)) Assert.Equal(-Math.Sign(order), Math.Sign(VersionOrder.Compare(scheme, text + "1", text)));
        }
    }
}
