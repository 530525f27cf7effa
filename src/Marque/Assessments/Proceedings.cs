using Marque.Cases;
using Marque.Language;
using Marque.Legal;

namespace Marque.Assessments;

/// <summary>Classification (rule Q-1) and the conformity assessment procedures of Article 32 (rules ).</summary>
internal static class Proceedings
{
    public static Procedures Of(Judging judging, Points points)
    {
        var index = judging.Index;
        var product = index.Case.Product;
        var declared = product?.Classification;
        var classification = judging.Classification();
        List<string> thirdParty = [.. index.Points.Where(p => !points.AppliedInFull(p)).Select(p => p.Id)];
        return new Procedures(declared?.Class, declared?.Category, classification, thirdParty, declared is null ? Unknown() : Modules(declared.Class, product!, thirdParty, judging), index.Law.NotifiedBodies);
    }

    private static Module[] Unknown() => [.. new[] { "A", "B+C", "H", "scheme" }.Select(m => new Module(m, Open: false, new("procedure.not-classified"), "Art. 32(1)"))];

    private static Module[] Modules(ProductClass @class, Product product, List<string> thirdParty, Judging judging)
    {
        var bodies = judging.Index.Law.NotifiedBodies;
        Saying Body(string id, string none) => bodies.Count == 0 ? new(none, ("date", $"{bodies.AsOf:uuuu-MM-dd}")) : new(id);
        // Q-7, 27(9): a scheme is usable only where a delegated act names it; none does as of the legal set.
        var scheme = judging.Index.Law.Standards.Any(s => s.Kind == InstrumentKind.CertificationScheme && s.CitationOn(judging.Day) is not null);
        // Q-2, 32(5): FOSS of Annex III with public technical documentation may use any procedure of 32(1); Annex IV is not named there.
        var foss = product is { IsFreeAndOpenSource: true, HasPublicTechnicalDocumentation: true } && @class is ProductClass.ImportantI or ProductClass.ImportantII;
        var basis = foss ? "Art. 32(5)" : @class switch
        {
            ProductClass.Default => "Art. 32(1)",
            ProductClass.ImportantI => "Art. 32(2)",
            ProductClass.ImportantII => "Art. 32(3)",
            _ => "Art. 32(4)",
        };
        var (a, because) = @class switch
        {
            _ when foss => (true, new Saying("procedure.a.foss")),
            ProductClass.Default => (true, new Saying("procedure.a.default")),
            ProductClass.ImportantI when thirdParty.Count == 0 => (true, new Saying("procedure.a.applied")),
            ProductClass.ImportantI => (false, new Saying("procedure.a.not-applied", ("count", $"{thirdParty.Count}"), ("all", $"{judging.Index.Points.Count}"))),
            ProductClass.ImportantII => (false, new Saying("procedure.a.important")),
            _ => (false, new Saying("procedure.a.critical")),
        };
        return
        [
            new Module("A", a, because, basis),
            new Module("B+C", Open: true, Body("procedure.bc", "procedure.bc.none"), basis),
            new Module("H", Open: true, Body("procedure.h", "procedure.h.none"), basis),
            new Module("scheme", scheme, new Saying(scheme ? "procedure.scheme" : "procedure.scheme.none"), @class == ProductClass.Critical ? "Art. 32(4)" : basis),
        ];
    }
}

/// <summary>The classification as a decision on the declared class.</summary>
internal sealed partial class Judging
{
    private Derivation? classification;

    public Derivation Classification() => classification ??= Classify();

    private Derivation Classify()
    {
        if (Index.Case.Product?.Classification is not { } declared) return new Derivation("classification", "check", null, Verdict.Open, [new Ground("not-classified", "law:7(1)", "law:8(1)")], []);
        var (verdict, grounds) = DecidedOn("classification", Judgement.Classifies, "classification", declared.Digest, $"place:{declared.Place}");
        return new Derivation("classification", "check", null, verdict, grounds, []);
    }
}
