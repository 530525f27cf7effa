using Marque.Cases;
using Marque.Documents.Blocks;

namespace Marque.Documents.Report;

/// <summary>What the case is about: identity, parts, variants, the release.</summary>
internal static class ProductSection
{
    public static IEnumerable<Block> Of(Scope scope)
    {
        if (scope.Index.Case.Product is not { } product) yield break;
        yield return scope.Section("product", "The product");
        yield return new Terms([.. Particulars(scope, product)]);
        yield return new Table("Parts of the product", [new("Part", 14) { IsKey = true }, new("Name", 40), new("Component type (IEC 62443-4-2)", 28), new("Target level", 18)],
            [.. product.Parts.Select(p => new Row([p.Id], [p.Name], [p.IsRemoteDataProcessing ? $"remote data processing{(p.DeployedVersion is { } version ? $", {version}" : "")}" : p.ComponentType ?? "none"], [p.TargetLevel is { } level ? Wording.Number(level) : "–"]))]) { IsDense = true, HasTitle = true };
        if (scope.A.Release is { } version && scope.Index.History.Find(version) is { Modification: { } record } release) yield return Answers(scope, release, record);
        if (product.Variants.Count == 0) yield break;
        yield return new Table("Variants", [new("Variant", 14) { IsKey = true }, new("Differs in", 40), new("Why it does not matter for security", 46)],
            [.. product.Variants.Select(v => new Row([v.Id], [v.Differs], [v.Equivalent ?? "not argued"]))]) { IsDense = true, HasTitle = true };
    }

    // CRA 3(30), rule T-6.
    private static Table Answers(Scope scope, Release release, ModificationRecord record)
    {
        var questions = scope.Index.Law.Modification?.Questions.ToDictionary(q => q.Id, StringComparer.Ordinal) ?? [];
        var said = string.Join(", ", new[] { record.ComparedWith is { } other ? $"compared with {other}" : null, record.By is { } by ? $"by {by}" : null, record.On is { } on ? $"on {Wording.Text(on)}" : null }.OfType<string>());
        var outcome = release.IsSubstantialModification is { } substantial ? substantial ? "Yes" : "No" : "Not decided";
        return new Table($"Is {release.Version} a substantial modification? {outcome}: {(said.Length > 0 ? $"{said}, " : "")}not signed", [new("Question", 34) { IsKey = true }, new("Basis", 16), new("Answer", 8), new("Why", 42)],
            [.. record.Answers.Select(a => new Row([questions.GetValueOrDefault(a.Question)?.Question ?? a.Question], [questions.GetValueOrDefault(a.Question)?.Basis ?? ""], [ModificationText.Word(a)], [a.Because]))]) { IsDense = true, HasTitle = true };
    }

    private static IEnumerable<(string, IReadOnlyList<Inline>)> Particulars(Scope scope, Product product)
    {
        yield return ("Name", [scope.A.Product.Name]);
        if (product.Type is { } type) yield return ("Identified by", [type]);
        if (product.Manufacturer is { } manufacturer) yield return ("Manufacturer", [product.Address is { } address ? $"{manufacturer}, {address}" : manufacturer]);
        if (product.Contact is { } contact) yield return ("Single point of contact", [contact.ToString()]);
        if (product.IntendedPurpose is { } purpose) yield return ("Intended purpose", [purpose]);
        if (product.CoreFunctionality is { } core) yield return ("Core functionality", [core]);
        if (scope.A.Release is not { } version || scope.Index.History.Find(version) is not { } release) yield break;
        yield return ("Release", [version + (release.Predecessor is { } before ? $", after {before}" : "")]);
        yield return ("Placed on the market", [release.FirstPlaced is { } first ? release.LastPlaced is { } last ? $"{Wording.Text(first)} to {Wording.Text(last)}" : $"from {Wording.Text(first)}, ongoing" : "not yet"]);
        if (release.Commit is { } commit) yield return ("Built from", [new Run(commit, Setting.Code)]);
        if (release.IsSubstantialModification is { } substantial) yield return ("Substantial modification (Art. 3(30))", [(substantial ? "yes" : "no") + (release.ChangeBecause is { } because ? $": {because}" : "")]);
        foreach (var (name, digest) in release.Artefacts) yield return ($"Artefact {name}", ["sha256 ", new Run(digest.ToString(), Setting.Code)]);
    }
}
