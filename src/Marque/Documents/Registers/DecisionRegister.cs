using Marque.Documents.Blocks;
using Marque.Documents.Report;

namespace Marque.Documents.Registers;

/// <summary>The register of decisions: who decided what, until when, attested or not, in force or not.</summary>
internal static class DecisionRegister
{
    public static Document Of(Subject subject)
    {
        var t = subject.T;
        List<Block> body = [.. DecisionsSection.Of(subject.Scope)];
        // A reader must see that nothing was forgotten.
        if (body.Count == 0) body = [Subject.Section("decisions", t["register.none"]), new Paragraph(t["register.decisions.none"])];
        return subject.Document("decision-register", [new Paragraph(t["register.decisions.opening"]), subject.Sources()], body) with { IsLandscape = true };
    }
}
