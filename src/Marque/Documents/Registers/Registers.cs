using Marque.Documents.Blocks;
using Marque.Documents.Report;

namespace Marque.Documents.Registers;

/// <summary>Registers that are a section of the report too.</summary>
internal static class Registers
{
    /// <summary>Who decided what, until when, attested or not.</summary>
    public static Document Decisions(Subject subject) =>
        subject.Document("decision-register", [new Paragraph(subject.T["register.decisions.opening"]), subject.Sources()], Or(subject, DecisionsSection.Of(subject.Scope), "register.decisions.none")) with { IsLandscape = true };

    /// <summary>What is said when a register holds nothing: a reader must see that it was not forgotten.</summary>
    internal static IReadOnlyList<Block> Or(Subject subject, IEnumerable<Block> blocks, string none)
    {
        List<Block> found = [.. blocks];
        return found.Count > 0 ? found : [Subject.Section("none", subject.T["register.none"]), new Paragraph(subject.T[none])];
    }
}
