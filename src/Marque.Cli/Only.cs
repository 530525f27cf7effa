using Marque.Assessments;
using Marque.Documents;
using Marque.Legal;

namespace Marque.Cli;

/// <summary>What <c>--only</c> leaves of an assessment: the entries that rest on one tag. The points of Annex I are LAW, the items of catalogs STANDARD.</summary>
internal static class Only
{
    public static readonly string[] Words = [.. Enum.GetValues<Tag>().Select(t => t.Word())];

    public static Assessment Of(Assessment a, string? word)
    {
        if (word is null) return a;
        bool Keeps(Tag tag) => tag.Word() == word;
        return a with
        {
            Requirements = Keeps(Tag.Law) ? a.Requirements : [],
            Obligations = [.. a.Obligations.Where(o => Keeps(o.Obligation.Tag))],
            Catalogs = Keeps(Tag.Standard) ? a.Catalogs : [],
            Remainder = [.. a.Remainder.Where(d => d.Tag is { } tag && Keeps(tag))],
        };
    }
}
