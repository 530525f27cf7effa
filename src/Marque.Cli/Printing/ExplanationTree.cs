using System.Text;
using Marque.Assessments;
using Marque.Cli.Terminal;
using Marque.Documents;

namespace Marque.Cli.Printing;

/// <summary>A derivation as a tree: each verdict with its reasons and where they are written.</summary>
internal static class ExplanationTree
{
    public static void Print(Screen screen, Assessment a, Explanation e, CaseIndex index, string? law)
    {
        AssessmentTable.Head(screen, a);
        screen.Heading($"{e.Id}  {e.Title}");
        if (law is not null) screen.Paragraph("", new Bit(law, Tone.Dim));
        if (e.Binding is { } binding) screen.Paragraph("", new Bit($"{binding.Sentence()} ({binding.Basis})", Tone.Dim));
        screen.Line();
        Node(screen, index, e.Why, new StringBuilder(), "", isRoot: true);
        AssessmentTable.Next(screen, e.Next, int.MaxValue);
    }

    private static void Node(Screen screen, CaseIndex index, Derivation d, StringBuilder guides, string branch, bool isRoot)
    {
        var mark = screen.Mark(d.Verdict);
        var depth = guides.Length;
        var children = d.From.Count > 0 ? Bar(screen) : "";
        var others = guides + (isRoot ? "" : Guide(screen, branch)) + children;
        screen.Entry(new Bit(guides + branch, Tone.Dim), mark, Name(index, d), new Bit(others.PadRight(guides.Length + branch.Length + 2), Tone.Dim));
        if (!isRoot) guides.Append(Guide(screen, branch));
        foreach (var ground in d.Grounds)
        {
            var under = guides + children + "  ";
            screen.Paragraph(new Bit(under, Tone.Dim), Reason(index, ground), under + "  ");
        }

        // What is not scored comes last, so that the eye finds the weakest among what counts.
        List<Derivation> from = [.. d.From.Where(f => !f.IsShownOnly), .. d.From.Where(f => f.IsShownOnly)];
        for (var i = 0; i < from.Count; i++) Node(screen, index, from[i], guides, Branch(screen, i == from.Count - 1), isRoot: false);
        guides.Length = depth;
    }

    private static string Name(CaseIndex index, Derivation d)
    {
        var title = d.Kind is "route" or "part" ? null : index.Resolve(d.What)?.Title;
        var name = d.Kind is "route" ? $"route {d.What}" : d.What;
        var scored = d.IsShownOnly ? ", supporting, not scored" : "";
        var tag = d.Tag is { } t && t != Legal.Tag.Law ? $", {t.Word()}" : "";
        return $"{name}{(title is null ? "" : $" {title}")}{(d.Part is null ? "" : $" [{d.Part}]")}{scored}{tag}";
    }

    private static string Reason(CaseIndex index, Ground ground)
    {
        var places = string.Join(", ", References.PlacesOf(index, ground).Select(p => p.ToString()).Distinct(StringComparer.Ordinal));
        return $"{GroundText.Of(ground)}{Adopted(index, ground)}{(places.Length == 0 ? "" : $"  ({places})")}";
    }

    // Whoever adopts a bridge writes its digest into marque.yaml.
    private static string Adopted(CaseIndex index, Ground ground)
    {
        if (ground.Rule is not ("not-adopted" or "adopted-other-bridge")) return "";
        var bridge = index.Law.Bridges.Concat(index.Case.Bridges).FirstOrDefault(b => b.Id == ground["bridge"]);
        return bridge is null ? "" : $"; its digest is v1:{bridge.Digest}";
    }

    // Piped, indentation alone shows the tree.
    private static string Branch(Screen screen, bool last) => !screen.Rich ? "  " : (last, screen.Unicode) switch
    {
        (false, true) => "├─ ",
        (true, true) => "└─ ",
        (false, false) => "|- ",
        _ => "`- ",
    };

    private static string Guide(Screen screen, string branch) => !screen.Rich ? "  " : branch is "├─ " ? "│  " : branch is "|- " ? "|  " : "   ";

    private static string Bar(Screen screen) => !screen.Rich ? "" : screen.Unicode ? "│" : "|";
}
