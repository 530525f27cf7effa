using Marque.Documents.Blocks;
using Marque.Documents.Report;
using Marque.Language;

namespace Marque.Documents;

/// <summary>What every document of a set speaks of: one assessment, in one language and look.</summary>
/// <param name="Scope">The assessment.</param>
/// <param name="Program">The version of the program.</param>
/// <param name="Brand">The manufacturer's look.</param>
internal sealed record Subject(Scope Scope, string Program, Brand Brand)
{
    /// <summary>The words of the language.</summary>
    public Texts T => Scope.T;

    /// <summary>Product and release.</summary>
    public string Name => Scope.A.Release is { } release ? T.Of("doc.subject", ("product", Scope.A.Product.Name), ("release", release)) : Scope.A.Product.Name;

    /// <summary>A document of the set.</summary>
    /// <param name="kind">The id of what it is: <c>doc.KIND</c> is its title.</param>
    /// <param name="opening">What follows its title on the first page.</param>
    /// <param name="body">Its sections.</param>
    public Document Document(string kind, IReadOnlyList<Block> opening, IReadOnlyList<Block> body)
    {
        var title = T[$"doc.{kind}"];
        var document = new Document($"{title}: {Name}", T.Language, [new Heading(1, "top", title), new Paragraph(new Run(Name, Setting.Strong)), .. opening], body, Closing.Of(T))
        {
            Running = $"{Name} · {title}",
            Origin = T.Of("doc.origin", ("day", Wording.AsOf(T, Scope.A.AsOf)), ("inputs", Scope.A.Inputs.Short)),
            Brand = Brand,
        };
        return Anchored.Of(document);
    }

    /// <summary>From what a document was computed, for its first page.</summary>
    public Terms Sources() => new(
        (T["doc.as-of"], [Wording.AsOf(T, Scope.A.AsOf)]),
        (T["doc.legal-set"], [$"{Scope.A.LegalSet.Version}, sha256 ", new Run(Scope.A.LegalSet.Digest.ToString(), Setting.Code)]),
        (T["doc.inputs"], ["sha256 ", new Run(Scope.A.Inputs.ToString(), Setting.Code)]),
        (T["doc.program"], [T.Of("doc.program.value", ("program", Program), ("rules", Wording.Number(Marque.Assessments.Assess.Rules)))]));

    /// <summary>A heading of the first level of sections.</summary>
    public static Heading Section(string id, string text) => new(2, id, text);
}
