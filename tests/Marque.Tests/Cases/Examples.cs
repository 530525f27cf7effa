using Marque.Assessments;
using Marque.Legal;
using Marque.Outside;
using NodaTime;
using LegalFolder = Marque.Tests.Legal.LegalFolder;

namespace Marque.Tests.Cases;

/// <summary>The example cases, assessed at the end of 24 November 2026 in Brussels, the day their story is told.</summary>
internal static class Examples
{
    private static readonly Lazy<(CaseIndex, Observations)> EdgeGatewayInputs = new(() => Open("edge-gateway"));
    private static readonly Lazy<(CaseIndex, Observations)> SensorToolInputs = new(() => Open("sensor-tool"));

    public static string Folder { get; } = Path.Combine(LegalFolder.Repository, "examples");

    public static Instant ToldAt { get; } = BrusselsDay.EndOf(new LocalDate(2026, 11, 24));

    public static (CaseIndex Index, Observations Seen) Inputs(string name) => name == "edge-gateway" ? EdgeGatewayInputs.Value : SensorToolInputs.Value;

    public static Assessment EdgeGateway(string? release = null, Instant? at = null) => Assess.Run(EdgeGatewayInputs.Value.Item1, EdgeGatewayInputs.Value.Item2, release, at ?? ToldAt);

    public static Assessment SensorTool() => Assess.Run(SensorToolInputs.Value.Item1, SensorToolInputs.Value.Item2, null, ToldAt);

    /// <summary>Every ground in a derivation tree, with the requirement and the part it was given for.</summary>
    public static IEnumerable<(string What, string? Part, Ground Ground)> Grounds(Derivation derivation) =>
        derivation.Grounds.Select(g => (derivation.What, derivation.Part, g)).Concat(derivation.From.SelectMany(Grounds));

    private static (CaseIndex, Observations) Open(string name)
    {
        var read = CaseFolder.Read(Path.Combine(Folder, name));
        Assert.Empty(read.Problems);
        var index = CaseIndex.Build(LegalFolder.Set, read.Value!.Case, []);
        Assert.Empty(index.Problems);
        return (index.Value!, See.Facts(read.Value, cancel: TestContext.Current.CancellationToken).Observations);
    }
}
