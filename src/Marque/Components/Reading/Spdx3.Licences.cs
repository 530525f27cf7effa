using System.Text;
using Marque.Components.Licences;

namespace Marque.Components.Reading;

/// <content>Licences: expressions, and those made of elements (SPDX 3.0, expanded licensing profile).</content>
internal sealed partial class Spdx3
{
    private const int MostNested = 64;
    private const int MostCharacters = LicenceParser.MaxLength;

    private readonly Dictionary<int, (string Type, int[] Members)> made = [];

    private void Licences()
    {
        var sbom = into.Sbom;
        var (concluded, declared) = (into.Once("hasConcludedLicense"u8), into.Once("hasDeclaredLicense"u8));
        for (var i = 0; i < sbom.RelationshipRows.Count; i++)
        {
            var row = sbom.RelationshipRows[i];
            if (row.Type != concluded && row.Type != declared) continue;
            var (licence, form) = LicenceText(row.To, 0);
            if (licence != 0 && sbom.Elements[row.From] is { Kind: ElementKind.Component } from) into.Detail(from.Index, DetailKind.Licence, licence, 0, (byte)form, (byte)(row.Type == concluded ? LicenceSaidBy.Concluded : LicenceSaidBy.Declared));
        }
    }

    private void ExpandedLicence()
    {
        if (Other() is not (var id and >= 0)) return;
        if (element.Type is not ("CustomLicense" or "CustomLicenseAddition")) made.TryAdd(id, (element.Type, [.. element.Extended, .. element.Members]));
        // A text of one's own: its reference where its address ends on one, else its name.
        else if (element.Id.Bytes.LastIndexOf(element.Type == "CustomLicense" ? "LicenseRef-"u8 : "AdditionRef-"u8) is var at and >= 0) licences[id] = (into.Once(element.Id.Bytes[at..]), LicenceForm.Expression);
        else licences[id] = (into.Once(element.Name.IsEmpty ? Last(element.Id.Bytes) : element.Name.Bytes), LicenceForm.Name);
    }

    // A licence of the list may be named by its address without an element of its own.
    private (int Text, LicenceForm Form) LicenceText(int reference, int depth)
    {
        if (licences.TryGetValue(reference, out var known)) return known;
        if (made.TryGetValue(reference, out var parts)) return licences[reference] = Made(parts.Type, parts.Members, depth);
        var address = into.Sbom.Refs.Bytes(reference);
        var isNothing = address.EndsWith("NoAssertionLicense"u8) || address.EndsWith("NoneLicense"u8);
        if (!isNothing && !address.StartsWith("https://spdx.org/licenses/"u8) && !address.StartsWith("http://spdx.org/licenses/"u8)) return default;
        if (into.Sbom.Elements[reference].Kind == ElementKind.None) into.Sbom.Elements[reference] = new Element(ElementKind.Other, 0);
        return licences[reference] = isNothing ? default : (into.Once(Last(address)), LicenceForm.Expression);
    }

    // ConjunctiveLicenseSet is AND, DisjunctiveLicenseSet OR, WithAdditionOperator WITH, OrLaterOperator '+'.
    private (int Text, LicenceForm Form) Made(string type, int[] members, int depth)
    {
        if (members.Length == 0) return default;
        if (depth > MostNested) return TooMuch();
        var (texts, form, length) = (new List<string>(), LicenceForm.Expression, 0);
        foreach (var member in members)
        {
            var (text, its) = LicenceText(member, depth + 1);
            if (text == 0) return default;
            var written = into.Sbom.Texts.Text(text);
            length += written.Length;
            if (length > MostCharacters) return TooMuch();
            if (its == LicenceForm.Name) form = LicenceForm.Name;
            texts.Add(type.EndsWith("Set", StringComparison.Ordinal) && (written.Contains(" AND ", StringComparison.Ordinal) || written.Contains(" OR ", StringComparison.Ordinal)) ? $"({written})" : written);
        }

        var joined = type switch
        {
            "ConjunctiveLicenseSet" => string.Join(" AND ", texts),
            "DisjunctiveLicenseSet" => string.Join(" OR ", texts),
            "WithAdditionOperator" => string.Join(" WITH ", texts),
            _ => texts[0] + "+",
        };
        return (into.Once(Encoding.UTF8.GetBytes(joined)), form);
    }

    // Each level may name the one below twice, and so on.
    private (int Text, LicenceForm Form) TooMuch()
    {
        into.Find("sbom.licence", $"a licence that is made of others has more than {MostNested} levels or {MostCharacters} characters, or is a part of itself; it is not read");
        return default;
    }
}
