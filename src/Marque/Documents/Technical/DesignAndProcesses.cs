using Marque.Assessments;
using Marque.Documents.Blocks;
using Marque.Documents.Report;
using Marque.Documents.Users;
using Marque.Facts;

namespace Marque.Documents.Technical;

/// <summary>Annex VII(2): design and development, vulnerability handling, production and monitoring.</summary>
internal static class DesignAndProcesses
{
    public static IEnumerable<AnnexItem> Of(Subject subject)
    {
        yield return Design(subject);
        yield return VulnerabilityHandling(subject);
        yield return Production(subject);
    }

    // Annex VII(2)(a)
    private static AnnexItem Design(Subject subject)
    {
        var (item, scope, t) = (new AnnexItem(subject, "Annex VII(2)(a)"), subject.Scope, subject.T);
        item.Say(new Table(t["tech.architecture"], [new(t["column.part"], 14) { IsKey = true }, new(t["column.name"], 34), new(t["column.component-type"], 30), new(t["column.target-level"], 22)],
            [.. scope.Index.Parts.Select(p => new Row([p.Id], [p.Name], [Part(subject, p)], [p.TargetLevel is { } level ? Wording.Number(level) : "–"]))]) { IsDense = true, HasTitle = true });
        var models = scope.Index.Series.Where(s => scope.States[s.Number].Kind is FactKind.ThreatDragon or FactKind.Threagile or FactKind.Pytm || UsedFor(scope, s, "SR-", "SD-")).ToList();
        if (models.Count > 0) item.Say(Stated.Evidence(subject, t["tech.design-documents"], models));
        if (!item.SayStated("Annex VII(2)(a)")) item.Lack("tech.lack.design");
        return item;
    }

    private static string Part(Subject subject, Cases.Part part)
    {
        if (part.IsRemoteDataProcessing) return part.DeployedVersion is { } version ? subject.T.Of("tech.remote.version", ("version", version)) : subject.T["tech.remote"];
        return part.ComponentType is { } type ? ComponentTypes.Title(subject.T, type) : "–";
    }

    // Annex VII(2)(b): bill of materials, disclosure policy, contact address, secure distribution of updates.
    private static AnnexItem VulnerabilityHandling(Subject subject)
    {
        var (item, scope, t) = (new AnnexItem(subject, "Annex VII(2)(b)"), subject.Scope, subject.T);
        var handling = scope.Index.Case.Vulnerabilities;
        var sboms = Sboms.Of(scope);
        if (sboms.Count > 0) item.Say(Stated.Evidence(subject, t["tech.sboms"], sboms));
        else item.Lack("tech.lack.sbom");
        if (handling?.Policy is { } policy) item.Say(new Paragraph([new Run(t["tech.policy"], Setting.Strong), " ", policy.Address ?? t["tech.policy.unpublished"]]));
        else item.Lack("tech.lack.policy");
        if (UserItems.Contact(scope) is { } contact) item.Say(new Paragraph([new Run(t["tech.contact"], Setting.Strong), " ", contact]));
        else item.Lack("tech.lack.contact");
        if (handling?.UpdateDistribution is { } distribution) item.Say(new Paragraph([new Run(t["tech.updates"], Setting.Strong), " ", distribution]));
        else item.Lack("tech.lack.updates");
        item.Say(new Table(t["tech.part-ii"], [new(t["column.point"], 10) { IsKey = true }, new(t["column.requirement"], 66), new(t["column.verdict"], 24)],
            [.. scope.A.Requirements.Where(r => r.Point.Id.StartsWith("II.", StringComparison.Ordinal)).Select(r => new Row([scope.Named(r.Point.Id)], [scope.Title(scope.Item(r.Point.Id)!)], [new VerdictMark(r.Verdict)]))]) { IsDense = true, HasTitle = true });
        item.SayStated("Annex VII(2)(b)");
        return item;
    }

    // Annex VII(2)(c)
    private static AnnexItem Production(Subject subject)
    {
        var item = new AnnexItem(subject, "Annex VII(2)(c)");
        item.SayStated("Annex VII(2)(c)", "13(14)", "Annex VIII Part I(3)", "Annex VIII Part III(2)");
        // Production, monitoring and the validation of both: what is said of series production alone does not fill it.
        if (!item.HasStated("Annex VII(2)(c)")) item.Lack("tech.lack.production");
        return item;
    }

    private static bool UsedFor(Scope scope, IndexedSeries series, params ReadOnlySpan<string> prefixes)
    {
        foreach (var use in scope.Mentions.UsesOf(series.Series.Id))
        {
            foreach (var prefix in prefixes)
            {
                if (use.StartsWith(prefix, StringComparison.Ordinal)) return true;
            }
        }

        return false;
    }
}
