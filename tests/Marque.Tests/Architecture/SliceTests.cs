using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using ArchUnitNET.Fluent;
using ArchUnitNET.Loader;
using Marque.Tests.Legal;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Marque.Tests.Architecture;

/// <summary>The slices of the core look only downwards.</summary>
public sealed class SliceTests
{
    // What each slice may look at directly; it may then look at everything below that too.
    private static readonly Dictionary<string, string[]> Below = new(StringComparer.Ordinal)
    {
        ["Language"] = [],
        ["Text"] = ["Language"],
        ["Versions"] = ["Text"],
        ["Components"] = ["Versions"],
        ["Advisories"] = ["Components"],
        ["Ledger"] = ["Text"],
        ["Facts"] = ["Ledger", "Components"],
        ["Legal"] = ["Text"],
        ["Cases"] = ["Facts", "Legal"],
        ["Csaf"] = ["Advisories"],
        ["Triage"] = ["Cases", "Csaf"],
        ["Reporting"] = ["Cases", "Triage"],
        ["Support"] = ["Cases", "Triage"],
        ["Privacy"] = ["Cases", "Triage"],
        ["Assessments"] = ["Text", "Versions", "Components", "Advisories", "Ledger", "Facts", "Legal", "Cases", "Triage", "Reporting", "Support", "Privacy"],
        ["Comparisons"] = ["Assessments"],
        ["Documents"] = ["Comparisons"],
        ["Frozen"] = ["Documents"],
    };

    private static readonly ArchUnitNET.Domain.Architecture Core = new ArchLoader().LoadAssembly(typeof(Marque.Text.Digest).Assembly).Build();

    public static TheoryData<string> Slices => new(Folders());

    [Theory]
    [MemberData(nameof(Slices))]
    public void A_slice_looks_only_at_the_slices_below_it(string slice) =>
        Assert.Empty(Violations(slice, Reach(slice)));

    [Fact]
    public void Every_folder_of_the_core_is_a_slice_of_the_list() => Assert.Empty(Folders().Except(Below.Keys, StringComparer.Ordinal));

    [Fact]
    public void A_slice_that_looked_upwards_would_be_found()
    {
        // The engine rests on cases and on the law; forbid it one of them, and it is caught.
        Assert.NotEmpty(Violations("Assessments", Reach("Assessments").Except(["Cases"])));
        Assert.NotEmpty(Violations("Legal", Reach("Legal").Except(["Text"])));
        Assert.NotEmpty(Violations("Cases", []));
    }

    private static IEnumerable<string> Folders() =>
        Directory.EnumerateDirectories(Path.Combine(LegalFolder.Repository, "src", "Marque")).Select(d => Path.GetFileName(d)).Where(n => n is not ("bin" or "obj")).Order(StringComparer.Ordinal);

    private static HashSet<string> Reach(string slice) => [.. Below[slice].Concat(Below[slice].SelectMany(Reach))];

    private static List<string> Violations(string slice, IEnumerable<string> allowed)
    {
        var forbidden = Below.Keys.Except(allowed, StringComparer.Ordinal).Where(s => s != slice).ToList();
        var rule = Types().That().ResideInNamespaceMatching(Within([slice])).Should().NotDependOnAny(Types().That().ResideInNamespaceMatching(Within(forbidden))).WithoutRequiringPositiveResults();
        return [.. rule.Evaluate(Core).Where(r => !r.Passed).Select(r => r.Description)];
    }

    private static string Within(IReadOnlyList<string> slices) => $@"^Marque\.({string.Join('|', slices.Select(Regex.Escape))})(\.|$)";
}
