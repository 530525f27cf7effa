using Marque.Assessments;
using Marque.Cases;
using Marque.Documents.Blocks;
using Marque.Documents.Report;
using Marque.Documents.Users;

namespace Marque.Documents.Technical;

/// <summary>Annex VII(1): what the product is, its versions, how it looks, what its users are told.</summary>
internal static class GeneralDescription
{
    public static IEnumerable<AnnexItem> Of(Subject subject)
    {
        yield return Purpose(subject);
        yield return Versions(subject);
        yield return Appearance(subject);
        yield return Users(subject);
    }

    // Annex VII(1)(a)
    private static AnnexItem Purpose(Subject subject)
    {
        var item = new AnnexItem(subject, "Annex VII(1)(a)");
        var product = subject.Scope.Index.Case.Product;
        if (product?.Description is { } description) item.Say(new Paragraph(description));
        item.SayOrLack(product?.IntendedPurpose, "tech.lack.purpose");
        if (product?.CoreFunctionality is { } core) item.Say(new Paragraph([new Run(subject.T["tech.core"], Setting.Strong), " ", core]));
        item.SayStated("Annex VII(1)(a)");
        return item;
    }

    // Annex VII(1)(b)
    private static AnnexItem Versions(Subject subject)
    {
        var (item, scope, t) = (new AnnexItem(subject, "Annex VII(1)(b)"), subject.Scope, subject.T);
        if (scope.A.Release is null) return item.Lack("tech.lack.releases");
        item.Say(new Table(t["tech.releases"],
            [new(t["column.release"], 14) { IsKey = true }, new(t["column.line"], 10), new(t["column.after"], 14), new(t["column.placed"], 26), new(t["column.modification"], 16), new(t["column.commit"], 26)],
            [.. scope.Index.Case.Releases.Select(r => new Row(
                [new Run(r.Version, r.Version == scope.A.Release ? Setting.Strong : Setting.Plain)],
                [r.Line],
                [r.Predecessor ?? ""],
                [Placed(subject, r)],
                [r.IsSubstantialModification switch { true => t["word.yes"], false => t["word.no"], null => r.Predecessor is null ? "" : t["word.undecided"] }],
                [new Run(r.Commit ?? "", Setting.Code)]))]) { IsDense = true, HasTitle = true });
        if (scope.Index.History.Find(scope.A.Release) is { Artefacts.Count: > 0 } release)
        {
            item.Say(new Table(t.Of("tech.artefacts", ("release", release.Version)), [new(t["column.artefact"], 40) { IsKey = true }, new("SHA-256", 60)],
                [.. release.Artefacts.Select(a => new Row([a.Name], [new Run(a.Digest.ToString(), Setting.Code)]))]) { IsDense = true, HasTitle = true });
        }
        else
        {
            item.Lack("tech.lack.artefacts");
        }

        item.SayStated("Annex VII(1)(b)");
        return item;
    }

    private static string Placed(Subject subject, Release release) => (release.FirstPlaced, release.LastPlaced) switch
    {
        ({ } first, { } last) => subject.T.Of("tech.placed.until", ("first", Wording.Text(first)), ("last", Wording.Text(last))),
        ({ } first, null) => subject.T.Of("tech.placed.from", ("first", Wording.Text(first))),
        _ => subject.T["tech.placed.no"],
    };

    // Annex VII(1)(c): hardware only.
    private static AnnexItem Appearance(Subject subject)
    {
        var item = new AnnexItem(subject, "Annex VII(1)(c)");
        var hardware = subject.Scope.Index.Parts.Where(UserItems.IsHardware).Select(p => p.Name).ToList();
        if (hardware.Count == 0) return item.Say(new Paragraph(subject.T["tech.no-hardware"]));
        item.Say(new Paragraph(subject.T.Of("tech.hardware", ("parts", string.Join(", ", hardware)))));
        if (!item.SayStated("Annex VII(1)(c)")) item.Lack("tech.lack.photographs");
        return item;
    }

    // Annex VII(1)(d): the information of Annex II.
    private static AnnexItem Users(Subject subject)
    {
        var (item, t) = (new AnnexItem(subject, "Annex VII(1)(d)"), subject.T);
        if (subject.Scope.Index.Case.UserInformation.Count == 0)
        {
            item.Lack("tech.lack.user-information", "Annex II");
        }
        else
        {
            item.Say(new Paragraph(t.Of("tech.user-information", ("languages", string.Join(", ", subject.Scope.Index.Case.UserInformation.Select(u => u.Language))))));
            // What the product lacks stands once, however many languages there are.
            foreach (var (provision, lack) in subject.Scope.Index.Case.UserInformation.SelectMany(u => UserItems.Lacking(subject.Scope, u)).Distinct()) item.Lack(lack, provision);
            var conditional = subject.Scope.Index.Case.UserInformation.SelectMany(UserItems.Conditional).Distinct(StringComparer.Ordinal).ToList();
            if (conditional.Count > 0) item.Say(new Paragraph(t.Words("tech.conditional", ("items", Wording.Joined(conditional.Select(c => (Inline)new Cite(c)))))) { IsSoft = true });
        }

        item.SayStated("Annex VII(1)(d)", "Annex II(1)", "Annex II(2)", "Annex II(3)", "Annex II(4)", "Annex II(5)", "Annex II(6)", "Annex II(7)", "Annex II(8)(a)", "Annex II(8)(b)", "Annex II(8)(c)", "Annex II(8)(d)", "Annex II(8)(e)", "Annex II(8)(f)", "Annex II(9)");
        return item;
    }
}
