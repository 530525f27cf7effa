namespace Marque.Components.Reading;

/// <content>What needs every element: agents, licences, roots.</content>
internal sealed partial class Spdx3
{
    /// <summary>Ends the reading.</summary>
    public Sbom Done()
    {
        var sbom = into.Sbom;
        for (var i = 0; i < origins.Count; i++)
        {
            var (component, agent, supplies) = origins[i];
            if (!agents.TryGetValue(agent, out var party)) continue;
            into.Detail(component, supplies ? DetailKind.Supplier : sbom.Parties[party].IsPerson ? DetailKind.Author : DetailKind.Manufacturer, party);
        }

        Licences();
        sbom.Authors = [.. makers.Where(agents.ContainsKey).Select(m => sbom.Parties[agents[m]])];
        sbom.Tools = [.. madeUsing.Concat(makers).Where(tools.ContainsKey).Select(m => tools[m])];
        sbom.DataLicence = licenceOfData is [var first, ..] ? LicenceText(first) is var text and > 0 ? sbom.Texts.Text(text) : "" : "";
        Roots();
        sbom.Compositions = [.. completeness.OrderBy(c => c.Key).Select(c => new Composition(sbom, c.Key.Word, c.Key.Contains ? c.Value : [], c.Key.Contains ? [] : c.Value, 0))];
        Vulnerabilities();
        return into.Done(specVersion);
    }

    private void Licences()
    {
        var sbom = into.Sbom;
        var (concluded, declared) = (into.Once("hasConcludedLicense"u8), into.Once("hasDeclaredLicense"u8));
        for (var i = 0; i < sbom.RelationshipRows.Count; i++)
        {
            var row = sbom.RelationshipRows[i];
            if (row.Type != concluded && row.Type != declared) continue;
            var licence = LicenceText(row.To);
            if (licence != 0 && sbom.Elements[row.From] is { Kind: ElementKind.Component } from) into.Detail(from.Index, DetailKind.Licence, licence, 0, (byte)LicenceForm.Expression, (byte)(row.Type == concluded ? LicenceSaidBy.Concluded : LicenceSaidBy.Declared));
        }
    }

    // A licence of the list may be named by its address without an element of its own.
    private int LicenceText(int reference)
    {
        if (licences.TryGetValue(reference, out var text)) return text;
        var address = into.Sbom.Refs.Bytes(reference);
        if (!address.StartsWith("https://spdx.org/licenses/"u8) && !address.StartsWith("http://spdx.org/licenses/"u8)) return 0;
        if (into.Sbom.Elements[reference].Kind == ElementKind.None) into.Sbom.Elements[reference] = new Element(ElementKind.Other, 0);
        return licences[reference] = into.Once(Last(address));
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
