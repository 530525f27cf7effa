using System.Text;
using Marque.Ledger;
using Marque.Text;
using NodaTime;

namespace Marque.Assessments;

/// <summary>The digest over every argument of an assessment: an RFC 6962 root over one line per input. Comments, layout and file order do not count.</summary>
internal static class InputDigest
{
    public static Digest Of(CaseIndex index, Observations seen, string? release, Instant at)
    {
        var leaves = new List<Digest>
        {
            Line($"rules {Assess.Rules}"),
            Line($"legal-set {index.Law.Digest} {(index.Law.Official ? "official" : "unofficial")}"),
            Line($"case {index.Case.Digest}"),
            Line($"release {release}"),
            Line($"instant {at}"),
        };
        foreach (var (use, trust) in index.Trusts) leaves.Add(Line($"trust {use} {trust}"));
        foreach (var (use, process) in index.Case.Processes.OrderBy(p => p.Use, StringComparer.Ordinal)) leaves.Add(Line($"process {use} {process.Digest}"));
        leaves.Add(seen.Digest);
        return MerkleTree.Root(leaves);
    }

    private static Digest Line(string text) => MerkleTree.Leaf(Encoding.UTF8.GetBytes(text));
}
