using Marque.Versions;

namespace Marque.Bench;

/// <summary>Comparisons of versions on one core against an ordinal comparison of the same texts, bytes allocated, and growth on hostile texts.</summary>
internal static class ComparingVersions
{
    private static readonly (VersionScheme Scheme, string[] Versions)[] Samples =
    [
        (VersionScheme.SemVer, ["4.17.20", "4.17.21", "1.0.0-rc.1", "1.0.0-rc.12", "10.2.0", "0.0.1-alpha.3+build.5"]),
        (VersionScheme.Go, ["v1.9.0", "v1.10.3", "v0.0.0-20210921155107-089bfa567519", "v0.0.0-20220722155217-630584e8d5aa", "v2.0.0+incompatible", "go1.21rc2"]),
        (VersionScheme.PyPI, ["2.31.0", "2.32.0", "1.0rc1", "1!2.0.post3.dev1", "2024.7.4", "1.0+ubuntu.1"]),
        (VersionScheme.Maven, ["2.17.1", "2.17.2", "9.0.0.M1", "5.3.39-SNAPSHOT", "1.0-alpha-2", "31.1-jre"]),
        (VersionScheme.NuGet, ["13.0.1", "13.0.3", "4.3.0.1", "6.0.0-preview.7.21377.19", "6.0.0-rc.1", "2.0"]),
        (VersionScheme.RubyGems, ["7.0.4", "7.0.4.1", "1.16.0.rc1", "2.2.6.4", "0.9", "5.2.8.1"]),
        (VersionScheme.Packagist, ["v5.4.21", "v5.4.22", "2.3.2-p2", "1.0.0-beta1", "dev-main", "10.0.0-RC2"]),
        (VersionScheme.Debian, ["1.1.1n-0+deb11u4", "1.1.1n-0+deb11u5", "2:8.2.3995-1ubuntu2.17", "5.10.178-3", "1.0~rc1-1", "7.88.1-10+deb12u5"]),
        (VersionScheme.Alpine, ["3.0.7-r0", "3.0.8-r3", "1.2.3_rc1-r0", "20230506-r1", "1.36.1-r2", "5.2_p15-r0"]),
        (VersionScheme.Rpm, ["1:1.1.1k-7.el8_6", "1:1.1.1k-9.el8_7", "4.18.0-477.10.1.el8_8", "2.0~rc1-1.fc39", "1.0^20240101git-1", "7.61.1-30.el8"]),
        (VersionScheme.Conan, ["1.2.13", "1.3.1", "3.2.0-beta+5", "cci.20230929", "9.0.2", "1.85.0"]),
        (VersionScheme.Gentoo, ["1.2.3_rc1-r2", "1.2.3_p5", "2.38b", "1.05", "9999", "5.15.1-r1"]),
    ];

    public static void Run(bool smoke)
    {
        Console.WriteLine("versions: comparisons of two versions on one core, both checked to be versions; floor: ordinal comparison of the same texts in the same run; goal: 300 ns");
        Console.WriteLine($"{"scheme",16} {"floor ns",9} {"ours ns",9} {"ratio",7} {"bytes allocated",16}");
        foreach (var (scheme, versions) in Samples) Row(scheme, versions, smoke ? 1 : 20_000, smoke);
        Console.WriteLine($"versions: hostile texts, nanoseconds a character at three lengths (the bound is {VersionOrder.MaxLength}); goal: no growth");
        Console.WriteLine($"{"scheme",16} {"text",6} {"1/4",9} {"1/2",9} {"bound",9}");
        foreach (var (scheme, _) in Samples)
            foreach (var piece in new[] { "1.", "a1", "0.", "-a" }) Growth(scheme, piece, smoke);
    }

    private static void Row(VersionScheme scheme, string[] versions, int rounds, bool smoke)
    {
        var pairs = rounds * versions.Length * versions.Length;
        Clock.Warm(smoke, () => Compare(scheme, versions, rounds));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var ours = Clock.Best(smoke ? 1 : 7, () => Compare(scheme, versions, rounds));
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Clock.Warm(smoke, () => Ordinal(versions, rounds));
        var floor = Clock.Best(smoke ? 1 : 7, () => Ordinal(versions, rounds));
        Console.WriteLine($"{scheme,16} {floor / pairs * 1e9,9:F1} {ours / pairs * 1e9,9:F1} {ours / floor,7:F1} {(smoke ? "" : $"{allocated / 7.0 / pairs:F2} each"),16}");
    }

    private static void Compare(VersionScheme scheme, string[] versions, int rounds)
    {
        for (var i = 0; i < rounds; i++)
            foreach (var a in versions)
                foreach (var b in versions)
                    if (!VersionOrder.TryCompare(scheme, a, b, out _)) throw new InvalidOperationException($"{a} and {b} have no order");
    }

    private static void Ordinal(string[] versions, int rounds)
    {
        var sum = 0;
        for (var i = 0; i < rounds; i++)
            foreach (var a in versions)
                foreach (var b in versions) sum += a.AsSpan().SequenceCompareTo(b);
        if (sum == int.MinValue) throw new InvalidOperationException();
    }

    private static void Growth(VersionScheme scheme, string piece, bool smoke)
    {
        Console.Write($"{scheme,16} {piece,6}");
        foreach (var length in new[] { VersionOrder.MaxLength / 4, VersionOrder.MaxLength / 2, VersionOrder.MaxLength })
        {
            var text = "1" + string.Concat(Enumerable.Repeat(piece, (length - 2) / piece.Length));
            void Work()
            {
                for (var i = 0; i < (smoke ? 1 : 200); i++) VersionOrder.TryCompare(scheme, text, text, out _);
            }

            Clock.Warm(smoke, Work);
            Console.Write($" {Clock.Best(smoke ? 1 : 7, Work) / (smoke ? 1 : 200) / length * 1e9,9:F2}");
        }

        Console.WriteLine();
    }
}
