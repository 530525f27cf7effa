using System.Text;
using Marque.Versions;

namespace Marque.Fuzz.Targets;

/// <summary>Two versions, one a line, in every scheme: comparing never fails, and the other way round gives the opposite.</summary>
internal static class VersionTexts
{
    public static IEnumerable<string> Seeds =>
    [
        "1.2.3-rc.1+build\n1.2.3", "1!1.0a2.post3.dev4+local.5\n0.1-bulbasaur", "1.0-alpha-1-SNAPSHOT\n1.ga.1", "1:1.0~rc1-1+deb12u1\n1.0^20240101-2.el9", "1.2.3b_alpha4_p5~0af-r6\n1..2",
        "v0.0.0-20210921155107-089bfa567519\ngo1.21rc2", "dev-main\n2.3.2-p2", "12L:2023-05-01\n6.1-rc3", "2024-01-01T00:00:00.5Z\n2023-12-31T19:00:00-05:00", "10a1b2_3,4\n2.*",
    ];

    public static void Run(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        string a = end < 0 ? text : text[..end], b = end < 0 ? text : text[(end + 1)..];
        foreach (var scheme in Enum.GetValues<VersionScheme>())
        {
            if (VersionOrder.IsVersion(scheme, a) && !VersionOrder.TryCompare(scheme, a, a, out _)) throw new InvalidOperationException($"{scheme}: a version without an order");
            if (!VersionOrder.TryCompare(scheme, a, b, out var order)) continue;
            if (Math.Sign(order) != -Math.Sign(VersionOrder.Compare(scheme, b, a)) || VersionOrder.Compare(scheme, a, a) != 0) throw new InvalidOperationException($"{scheme}: the other way round differs");
        }
    }
}
