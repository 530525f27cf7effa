using Marque.Cases;
using Marque.Documents.Blocks;
using Marque.Language;

namespace Marque.Documents.Report;

/// <summary>What the case is about: identity, parts, variants, the release.</summary>
internal static class ProductSection
{
    public static IEnumerable<Block> Of(Scope scope)
    {
        if (scope.Index.Case.Product is not { } product) yield break;
        yield return scope.Section("product", scope.T["report.product"]);
        yield return new Terms([.. Particulars(scope, product)]);
        yield return new Table(scope.T["report.product.parts"], [new(scope.T["word.part"], 14) { IsKey = true }, new(scope.T["word.name"], 40), new(scope.T["report.product.component-type"], 28), new(scope.T["report.product.level"], 18)],
            [.. product.Parts.Select(p => new Row([p.Id], [p.Name], [Type(scope.T, p)], [p.TargetLevel is { } level ? Wording.Number(level) : "–"]))]) { IsDense = true, HasTitle = true };
        if (scope.A.Release is { } version && scope.Index.History.Find(version) is { Modification: { } record } release) yield return Answers(scope, release, record);
        if (product.Variants.Count == 0) yield break;
        yield return new Table(scope.T["report.product.variants"], [new(scope.T["report.product.variant"], 14) { IsKey = true }, new(scope.T["report.product.differs"], 40), new(scope.T["report.product.equivalent"], 46)],
            [.. product.Variants.Select(v => new Row([v.Id], [v.Differs], [v.Equivalent ?? scope.T["report.product.not-argued"]]))]) { IsDense = true, HasTitle = true };
    }

    // CRA 3(30), rule T-6.
    private static Table Answers(Scope scope, Release release, ModificationRecord record)
    {
        var questions = scope.Index.Law.Modification?.Questions.ToDictionary(q => q.Id, StringComparer.Ordinal) ?? [];
        var t = scope.T;
        string[] said = [.. new[] { record.ComparedWith is { } other ? t.Of("report.modification.compared", ("release", other)) : null, record.By is { } by ? t.Of("report.modification.by", ("by", by)) : null, record.On is { } on ? t.Of("report.modification.on", ("date", Wording.Text(on))) : null, t["report.modification.not-signed"] }.OfType<string>()];
        var outcome = release.IsSubstantialModification is { } substantial ? Wording.Capital(t.YesNo(substantial)) : t["report.modification.undecided"];
        return new Table(t.Of("report.modification", ("release", release.Version), ("outcome", outcome), ("record", string.Join(", ", said))), [new(t["report.modification.question"], 34) { IsKey = true }, new(t["word.basis"], 16), new(t["report.modification.answer"], 8), new(t["report.modification.why"], 42)],
            [.. record.Answers.Select(a => new Row([questions.GetValueOrDefault(a.Question)?.Question ?? a.Question], [questions.GetValueOrDefault(a.Question)?.Basis ?? ""], [t.YesNo(a.IsYes)], [a.Because]))]) { IsDense = true, HasTitle = true };
    }

    private static IEnumerable<(string, IReadOnlyList<Inline>)> Particulars(Scope scope, Product product)
    {
        yield return (scope.T["word.name"], [scope.A.Product.Name]);
        if (product.Type is { } type) yield return (scope.T["report.product.type"], [type]);
        if (product.Manufacturer is { } manufacturer) yield return (scope.T["report.product.manufacturer"], [product.Address is { } address ? $"{manufacturer}, {address}" : manufacturer]);
        if (product.Contact is { } contact) yield return (scope.T["report.product.contact"], [contact.ToString()]);
        if (product.IntendedPurpose is { } purpose) yield return (scope.T["report.product.purpose"], [purpose]);
        if (product.CoreFunctionality is { } core) yield return (scope.T["report.product.core"], [core]);
        if (scope.A.Release is not { } version || scope.Index.History.Find(version) is not { } release) yield break;
        yield return (scope.T["word.release"], [release.Predecessor is { } before ? scope.T.Of("report.product.after", ("release", version), ("predecessor", before)) : version]);
        yield return (scope.T["report.product.placed"], [Placed(scope.T, release)]);
        if (release.Commit is { } commit) yield return (scope.T["report.product.commit"], [new Run(commit, Setting.Code)]);
        if (release.IsSubstantialModification is { } substantial) yield return (scope.T["report.product.modification"], [scope.T.YesNo(substantial) + (release.ChangeBecause is { } because ? $": {because}" : "")]);
        foreach (var (name, digest) in release.Artefacts) yield return (scope.T.Of("report.product.artefact", ("name", name)), ["sha256 ", new Run(digest.ToString(), Setting.Code)]);
    }

    private static string Type(Texts t, Part part)
    {
        if (part.IsRemoteDataProcessing) return part.DeployedVersion is { } version ? $"{t["report.product.remote"]}, {version}" : t["report.product.remote"];
        return part.ComponentType is { } type ? t.Title($"iec62443-4-2:type:{type}") ?? type : t["report.product.no-type"];
    }

    private static string Placed(Texts t, Release release) => (release.FirstPlaced, release.LastPlaced) switch
    {
        (null, _) => t["report.product.not-placed"],
        ({ } first, null) => t.Of("report.product.ongoing", ("from", Wording.Text(first))),
        ({ } first, { } last) => t.Of("word.from-to", ("from", Wording.Text(first)), ("until", Wording.Text(last))),
    };
}
