using Marque.Assessments;
using Marque.Cases;
using Marque.Cli.Deciding;
using Marque.Cli.Terminal;
using Marque.Documents;

namespace Marque.Cli.Printing;

/// <summary>A decision before it is signed, for the person who signs: what it says, what it stands on, what it would move.</summary>
internal static class TrialTable
{
    private const int MostPairs = 3;

    public static void Head(Screen screen, Prepared prepared, Trial trial)
    {
        var d = trial.Decision;
        var title = prepared.Index.Resolve(d.Subject.Id.ToString())?.Title;
        if (title is null || d.Subject.Id.Catalog is "bridge" or "instrument") screen.Line(new Bit(d.Subject.Id.ToString(), Tone.Head));
        else screen.Paragraph(new Bit($"{d.Subject.Id}  ", Tone.Head), new Bit(title, Tone.Head), "    ");
        Line(screen, "judgement", d.Judgement.Word().Replace('-', ' '));
        if (d.Parts.Count > 0) Line(screen, "parts", string.Join(", ", d.Parts));
        if (d.Releases.Only.Count > 0) Line(screen, "release", string.Join(", ", d.Releases.Only));
        else if (d.Releases.From is { } from) Line(screen, "releases", $"from {from}");
        Line(screen, "by", $"{d.By}, as {d.Role}");
        if (d.Second is { } second) Line(screen, "second", $"{second.By}, as {second.Role}");
        Line(screen, "on", $"{d.On:uuuu-MM-dd}{(d.Until is { } until ? $", until {until:uuuu-MM-dd}" : "")}");
        Line(screen, "why", d.Rationale.ReplaceLineEndings(" "));
        StandsOn(screen, trial);
    }

    /// <summary>The verdicts that it would move, and where it would not count.</summary>
    public static void Effect(Screen screen, Assessment before, CaseIndex beforeIndex, Trial trial)
    {
        foreach (var (part, ground, _) in trial.Counting)
        {
            if (ground is not null) screen.Paragraph("note: ", $"it does not count for {part ?? "the product"}: {GroundText.Of(ground)}{Places(trial.Index, ground)}");
        }

        var moved = Moved.Between(before, beforeIndex, trial.AsIfSigned, trial.Index);
        screen.Heading(before.Release is null ? "What it would move, once signed" : $"What it would move for release {before.Release}, once signed");
        if (moved.Count == 0)
        {
            screen.Paragraph("  ", "no verdict: others stand, or something else is weaker");
            return;
        }

        var table = new Table(new Column("Id"), new Column("Title", Wraps: true), new Column("Now"), new Column("Then"));
        foreach (var (id, name, was, now) in moved) table.Row(id, new Bit(name, Tone.Dim), screen.Mark(was), screen.Mark(now));
        table.Print(screen, "  ");
    }

    /// <summary>What was written, and what it is worth as it stands.</summary>
    public static void Written(Screen screen, Prepared prepared, Shell shell, string path, string? unattested, SignedDecision d)
    {
        screen.Line();
        screen.Paragraph("wrote ", Problems.FromHere(shell, Path.Combine(prepared.Folder.Folder, path)));
        if (unattested is null)
        {
            screen.Paragraph("", "It is attested.");
            return;
        }

        screen.Paragraph("", $"It is not attested yet ({unattested}): until then it {(d is Decision ? "carries a verdict to claimed at most" : "settles nothing")}.");
        var file = Problems.FromHere(shell, Path.Combine(prepared.Folder.Folder, path));
        if (prepared.Folder.Case.People is not { } people) return;
        foreach (var person in Deciders.Missing(people, d)) screen.Paragraph("", $"{person.Id} {(person.Id == d.By ? "signs" : "approves")} it with: marque approve {file} --sign KEY");
        if (!new PeopleFiles(prepared.Folder, prepared.Trusted).State().Signed) screen.Paragraph("", "Whoever holds the root key signs people.yaml with: marque people sign --sign ROOTKEY");
    }

    /// <summary>Where the references of a ground are written.</summary>
    public static string Places(CaseIndex index, Ground ground)
    {
        var places = string.Join(", ", References.PlacesOf(index, ground).Select(p => p.ToString()).Distinct(StringComparer.Ordinal));
        return places.Length == 0 ? "" : $" ({places})";
    }

    private static void StandsOn(Screen screen, Trial trial)
    {
        screen.Heading("Stands on");
        var table = new Table(new Column("What"), new Column("Digest"));
        var pairs = 0;
        foreach (var (name, digest) in trial.Decision.StoodOn)
        {
            if (name.StartsWith("pair:", StringComparison.Ordinal) && ++pairs > MostPairs) continue;
            table.Row(name, new Bit($"v1:{digest.Short}", Tone.Dim));
        }

        foreach (var digest in trial.Decision.FactDigests) table.Row("fact", new Bit($"sha256:{digest.Short}", Tone.Dim));
        table.Print(screen, "  ");
        if (pairs > MostPairs) screen.Line(new Bit($"  and {pairs - MostPairs} more pairs of bridges", Tone.Dim));
    }

    private static void Line(Screen screen, string name, string value) => screen.Paragraph(new Bit($"  {name,-10}", Tone.Dim), value, new string(' ', 12));
}
