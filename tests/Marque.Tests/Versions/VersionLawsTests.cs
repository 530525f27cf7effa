using CsCheck;
using Marque.Tests.Assessments.Kit;
using Marque.Versions;

namespace Marque.Tests.Versions;

/// <summary>The laws of a total order, on generated and mutated versions of every scheme.</summary>
public class VersionLawsTests
{
    public static TheoryData<VersionScheme> Schemes => [.. VersionTexts.Schemes];

    [Theory]
    [MemberData(nameof(Schemes))]
    public void A_version_equals_itself_and_comparing_the_other_way_round_gives_the_opposite(VersionScheme scheme) =>
        VersionTexts.Three(scheme).Sample(
            t =>
            {
                Assert.Equal(0, VersionOrder.Compare(scheme, t.A, t.A));
                Assert.Equal(Sign(scheme, t.A, t.B), -Sign(scheme, t.B, t.A));
            },
            iter: Iterations.Of(3000));

    [Theory]
    [MemberData(nameof(Schemes))]
    public void The_order_is_transitive(VersionScheme scheme)
    {
        // The tools have circles here: Arch lets a release that one side lacks not count, and separators at the end count oddly; Conan compares a number with a word
        // as words; Maven orders a word behind a full stop before any list and yet may count it as nothing, and so it is with separators that have nothing between or
        // behind them.
        Func<string, bool> takes = scheme switch
        {
            VersionScheme.Conan => t => t.Count(c => c == '-') < 2 && t.Count(c => c == '+') < 2 && t.Split('.', '-', '+').All(i => i.Length > 0 && (i.All(char.IsAsciiDigit) || !char.IsAsciiDigit(i[0]))),
            VersionScheme.Maven => t => char.IsAsciiDigit(t[0]) && char.IsAsciiLetterOrDigit(t[^1]) && !t.Zip(t.Skip(1)).Any(p => (char.IsAsciiLetter(p.First) && p.Second == '.') || (p.First == '.' && char.IsAsciiLetter(p.Second)) || (p.First is '.' or '-' && p.Second is '.' or '-')),
            _ => _ => true,
        };
        // With a release on each side, and no separators at an end.
        var texts = scheme == VersionScheme.Alpm ? VersionTexts.Three(scheme).Select(t => (A: Whole(t.A), B: Whole(t.B), C: Whole(t.C))) : VersionTexts.Three(scheme);
        texts.Where(t => takes(t.A) && takes(t.B) && takes(t.C)).Sample(
            t =>
            {
                string[] sorted = [t.A, t.B, t.C];
                Array.Sort(sorted, (a, b) => VersionOrder.Compare(scheme, a, b));
                Assert.True(Sign(scheme, sorted[0], sorted[1]) <= 0 && Sign(scheme, sorted[1], sorted[2]) <= 0 && Sign(scheme, sorted[0], sorted[2]) <= 0, string.Join("  ", sorted));
                if (Sign(scheme, t.A, t.B) == 0) Assert.Equal(Sign(scheme, t.A, t.C), Sign(scheme, t.B, t.C));
            },
            iter: Iterations.Of(3000));
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Every_version_of_a_scheme_has_an_order(VersionScheme scheme) =>
        Gen.String[1, 12].Sample(text => !VersionOrder.IsVersion(scheme, text) || VersionOrder.TryCompare(scheme, text, text, out _), iter: Iterations.Of(3000));

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Any_two_texts_are_compared_without_a_fault(VersionScheme scheme) =>
        Gen.Select(Gen.String[0, 20], Gen.String[0, 20]).Sample((a, b) => { VersionOrder.TryCompare(scheme, a, b, out _); }, iter: Iterations.Of(3000));

    private static string Whole(string text) => text.Replace("-", "", StringComparison.Ordinal).TrimEnd('.', '_', '~', '^', ':') + "-1";

    private static int Sign(VersionScheme scheme, string a, string b) => Math.Sign(VersionOrder.Compare(scheme, a, b));
}
