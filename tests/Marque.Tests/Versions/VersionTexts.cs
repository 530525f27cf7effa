using CsCheck;
using Marque.Versions;

namespace Marque.Tests.Versions;

/// <summary>Texts that look like versions of a scheme, and mutations of them.</summary>
internal static class VersionTexts
{
    private static readonly string[] Common = ["0", "1", "2", "9", "10", "01", "00", ".", ".", "-", "a", "b", "alpha", "beta", "rc", "x"];

    public static readonly IReadOnlyList<VersionScheme> Schemes = [.. Enum.GetValues<VersionScheme>().Where(s => s != VersionScheme.Unknown)];

    /// <summary>Texts that the scheme orders.</summary>
    public static Gen<string> Of(VersionScheme scheme) => Texts(scheme).Where(t => VersionOrder.TryCompare(scheme, t, t, out _));

    /// <summary>Three of them that resemble one another.</summary>
    public static Gen<(string A, string B, string C)> Three(VersionScheme scheme) => scheme is VersionScheme.DateTime or VersionScheme.Alpine or VersionScheme.Gentoo ? Gen.Select(Of(scheme), Of(scheme), Of(scheme)) :
        Gen.Select(Of(scheme), Of(scheme), Gen.Int[0, 40], Gen.Int[0, 40], Gen.OneOf(Pieces(scheme)), Gen.OneOf(Pieces(scheme)), Gen.Int[0, 3])
            .Select((a, other, i, j, p, q, how) => (A: a, B: how == 0 ? other : Insert(a, i, p), C: how == 1 ? other : Insert(a, j, q)))
            .Where(t => VersionOrder.TryCompare(scheme, t.A, t.B, out _) && VersionOrder.TryCompare(scheme, t.C, t.C, out _));

    private static string Insert(string text, int at, string piece) => text.Insert(at % (text.Length + 1), piece);

    private static Gen<string> Texts(VersionScheme scheme) => scheme switch
    {
        VersionScheme.DateTime => Gen.Select(Gen.Int[0, 23], Gen.Int[0, 59], Gen.OneOf("", ".5", ".50", ".123"), Gen.OneOf("Z", "+02:00", "-05:30"))
            .Select((hour, second, fraction, offset) => $"2024-02-29T{hour:D2}:00:{second:D2}{fraction}{offset}"),
        VersionScheme.Alpine or VersionScheme.Gentoo => Gen.Select(Gen.OneOf("1", "0", "10", "01"), Gen.OneOf(".0", ".1", ".05", ".10").Array[0, 2], Gen.OneOf("", "", "a", "b"), Gen.OneOf("_rc1", "_p", "_alpha", "_pre2").Array[0, 2], Gen.OneOf("", "-r0", "-r1", "-r10"))
            .Select((first, numbers, letter, suffixes, revision) => first + string.Concat(numbers) + letter + string.Concat(suffixes) + revision),
        _ => Gen.Select(Gen.OneOf("1", "0", "1.0", "2.0.0", "1.2.3", "v1.2"), Gen.OneOf(Pieces(scheme)).Array[0, 5]).Select((start, rest) => start + string.Concat(rest)),
    };

    private static string[] Pieces(VersionScheme scheme) => [.. Common, .. Own(scheme)];

    private static string[] Own(VersionScheme scheme) => scheme switch
    {
        VersionScheme.PyPI => ["!", "1!", ".dev1", "post", ".post2", "+local", "rc1", "_", "c"],
        VersionScheme.Maven => ["-SNAPSHOT", "ga", "-final", "sp", "cr1", "m2", "-1", "Alpha"],
        VersionScheme.Packagist => ["dev", "-dev", "RC1", "p1", "pl", "_", "+"],
        VersionScheme.Debian or VersionScheme.Opam => ["~", "~~", "+", "1:", "+deb12u1", "-0"],
        VersionScheme.Rpm or VersionScheme.Alpm => ["~", "^", "_", "1:", "-1", ".el9"],
        VersionScheme.FreeBsd => ["_1", ",1", "pl1", "rc2", "+", "*", "alpha"],
        VersionScheme.Go => ["go", "+incompatible", "-0.20240101000000-abcdefabcdef", "rc2", "-rc.1"],
        VersionScheme.Linux => ["-rc3", "-generic", "-76"],
        VersionScheme.Android => ["L", ":2024-05-01", ":0"],
        VersionScheme.OpenSsl => ["a", "za", "-beta1", "-fips"],
        VersionScheme.Lexicographic => ["é", "\ue000", "😀", " "],
        _ => ["+build", "-alpha.1", "-rc.2", ".0"],
    };
}
