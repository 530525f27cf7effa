using Marque.Assessments;
using Marque.Documents.Blocks;
using Marque.Documents.Report;
using Marque.Documents.Technical;

namespace Marque.Documents.Registers;

/// <summary>What is known of the software bills of materials: their format, what they count and name, for which parts and releases; Annex I Part II(1).</summary>
internal static class SbomSummary
{
    public static Document Of(Subject subject)
    {
        var (scope, t) = (subject.Scope, subject.T);
        var sboms = Sboms.Of(scope);
        List<Block> body = [Subject.Section("sboms", t["register.sbom"])];
        if (sboms.Count == 0) body.Add(Missing.Of(t, "tech.lack.sbom", "Annex I Part II(1)"));
        else body.Add(new Table(t["register.sbom"],
            [new(t["column.evidence"], 16) { IsKey = true }, new(t["column.parts"], 12), new(t["column.release"], 9), new(t["column.kind"], 10), new(t["column.found"], 18), new(t["column.names"], 20), new(t["column.state"], 13), new("SHA-256", 18)],
            [.. sboms.Select(s => Row(subject, s))]) { IsDense = true, Sheet = t["register.sbom.sheet"] });
        var without = scope.Index.Parts.Where(p => sboms.Count > 0 && sboms.All(s => s.Series.Parts.Count > 0 && !s.Series.Parts.Contains(p.Id, StringComparer.Ordinal))).ToList();
        foreach (var part in without) body.Add(Missing.Of(t, "register.sbom.without", "Annex I Part II(1)", ("part", [part.Name])));
        List<Block> opening = [new Paragraph(t.Words("register.sbom.opening", ("provision", [new Cite("Annex I Part II(1)")]))), new Paragraph(t["register.sbom.limits"]) { IsSoft = true }, subject.Sources()];
        return subject.Document("sbom-summary", opening, body) with { IsLandscape = true };
    }

    private static Row Row(Subject subject, IndexedSeries series)
    {
        var scope = subject.Scope;
        var state = scope.States[series.Number];
        var current = state.Current;
        return new Row(
            [series.Series.Id, .. series.Series.Title is { } title ? [new LineBreak(), new Run(title, Setting.Soft)] : Array.Empty<Inline>()],
            [series.Series.Parts.Count == 0 ? subject.T["word.all"] : string.Join(", ", series.Series.Parts)],
            [current is null ? "" : FactWords.Releases(subject.T, current.Releases)],
            [state.Kind is { } kind ? Facts.FactKinds.Word(kind) : ""],
            [state.Check is { } check ? FactWords.Counts(check) : ""],
            [state.Check is { } named ? string.Join("; ", named.Identity.Select(i => $"{i.Name} {i.Value}")) : ""],
            [FactWords.Mark(subject.T, state)],
            current is null ? [] : [scope.FileOf(series.Series.Id, current.Sha256) is { } file ? new FileLink(file, current.Sha256.ToString()) : new Run(current.Sha256.ToString(), Setting.Code)]);
    }
}
