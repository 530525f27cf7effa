namespace Marque.Components.Reading;

/// <content>What needs every element: agents, licences, roots.</content>
internal sealed partial class Spdx3
{
    /// <summary>Ends the reading.</summary>
    public Sbom Done()
    {
        if (Root is not null) End();
        var sbom = into.Sbom;
        for (var i = 0; i < origins.Count; i++)
        {
            var (component, agent, supplies) = origins[i];
            if (!agents.TryGetValue(agent, out var party)) continue;
            into.Detail(component, supplies ? DetailKind.Supplier : sbom.Parties[party].IsPerson ? DetailKind.Author : DetailKind.Manufacturer, party);
        }

        Parts();
        Distributed();
        Licences();
        sbom.Authors = [.. makers.Where(agents.ContainsKey).Select(m => sbom.Parties[agents[m]])];
        sbom.Tools = [.. madeUsing.Concat(makers).Where(tools.ContainsKey).Select(m => tools[m])];
        sbom.DataLicence = licenceOfData is [var first, ..] ? LicenceText(first, 0).Text is var text and > 0 ? sbom.Texts.Text(text) : "" : "";
        Roots();
        sbom.Compositions = [.. completeness.OrderBy(c => c.Key).Select(c => new Composition(sbom, c.Key.Word, c.Key.Contains ? c.Value : [], c.Key.Contains ? [] : c.Value, 0))];
        Vulnerabilities();
        return into.Done(specVersion);
    }

    // What the document is about; a collection among it stands for its own roots.
    private void Roots()
    {
        var roots = documentRoots.Count > 0 ? documentRoots : [.. collections.Keys];
        for (var i = 0; i < into.Sbom.RelationshipRows.Count; i++)
        {
            var row = into.Sbom.RelationshipRows[i];
            if (row.Role == RelationshipRole.Describes && (row.From == documentId || collections.ContainsKey(row.From))) roots.Add(row.To);
        }

        var seen = new HashSet<int>();
        for (var i = 0; i < roots.Count; i++)
        {
            if (!seen.Add(roots[i])) continue;
            if (collections.TryGetValue(roots[i], out var own)) roots.AddRange(own);
            else if (into.Sbom.Elements[roots[i]] is { Kind: ElementKind.Component } element) into.Subject(element.Index);
        }
    }
}
