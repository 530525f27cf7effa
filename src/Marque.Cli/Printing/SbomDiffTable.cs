using Marque.Cli.Terminal;
using Marque.Components;
using Marque.Components.Differences;
using Marque.Documents;

namespace Marque.Cli.Printing;

/// <summary>What is different between two bills of materials, for a person: what should not be first.</summary>
internal static class SbomDiffTable
{
    private const int MostRows = 100;

    public static void Print(Screen screen, Sbom old, Sbom now, Difference d)
    {
        screen.Line(new Bit($"{Subject(old)} {(screen.Unicode ? "→" : "->")} {Subject(now)}", Tone.Head));
        screen.Line(new Bit($"{Side(old)}; {Side(now)}", Tone.Dim));
        if (d.IsEmpty)
        {
            screen.Line($"no difference in {d.Same} {(d.Same == 1 ? "component" : "components")}{(d.Same < now.Listed ? "; what is listed several times is counted once" : "")}");
            return;
        }

        screen.Line($"{d.Added.Count} added, {d.Removed.Count} removed, {d.Versions.Count} with another version, {d.Same} in the same version");
        Stated(screen, "Same version, other content (!)", d.Hashes, "Hash");
        Versions(screen, d.Versions);
        Components(screen, "Added", d.Added);
        Components(screen, "Removed", d.Removed);
        Moved(screen, d.Moved);
        Stated(screen, "Other licences", d.Licences, "");
        Stated(screen, "Other supplier", d.Suppliers, "");
    }

    private static string Subject(Sbom sbom) => sbom.Subject is { } subject ? SbomHead.Named(subject) : "no subject";

    private static string Side(Sbom sbom) => $"{sbom.Format.Family()} {sbom.SpecVersion}, {sbom.Listed} {(sbom.Listed == 1 ? "component" : "components")}";

    private static void Versions(Screen screen, IReadOnlyList<VersionChange> changes) => List(screen, "Other version", changes, [new("Component", Wraps: true), new("From", Wraps: true), new("To", Wraps: true), new("")], c =>
        [Name(c.Pair.New), c.From, c.To, c.Move switch { VersionMove.Up => "up", VersionMove.Down => new Bit("down", Tone.Fair), _ => new Bit("order not known", Tone.Dim) }]);

    private static void Components(Screen screen, string heading, IReadOnlyList<Component> components) => List(screen, heading, components, [new("Component", Wraps: true), new("Version", Wraps: true), new("From"), new("Licence", Wraps: true)], c =>
        [Name(c), c.Version, SbomWords.Ecosystem(c), SbomWords.Licences(c)]);

    private static void Moved(Screen screen, IReadOnlyList<DepthChange> changes) => List(screen, "Moved in the graph", changes, [new("Component", Wraps: true), new("From"), new("To")], c =>
        [SbomHead.Named(c.Pair.New), Depth(c.From), Depth(c.To)]);

    private static void Stated(Screen screen, string heading, IReadOnlyList<StatedChange> changes, string what) => List(screen, heading, changes, [new("Component", Wraps: true), new(what), new("From", Wraps: true), new("To", Wraps: true)], c =>
        [SbomHead.Named(c.Pair.New), c.What, Short(c, c.From), Short(c, c.To)]);

    private static void List<T>(Screen screen, string heading, IReadOnlyList<T> items, Column[] columns, Func<T, Bit[]> row)
    {
        if (items.Count == 0) return;
        screen.Heading($"{heading}: {items.Count}");
        var table = new Table(columns);
        foreach (var item in items.Take(MostRows)) table.Row(row(item));
        table.Print(screen);
        if (items.Count > MostRows) screen.Line(new Bit($"and {items.Count - MostRows} more (--format json)", Tone.Dim));
    }

    private static string Name(Component component) => component.Group.Length > 0 ? $"{component.Group}/{component.Name}" : component.Name;

    private static string Depth(int depth) => depth switch { < 0 => "reached by no way", 0 => "the subject", 1 => "direct", _ => $"depth {depth}" };

    // A hash is told apart by its beginning.
    private static string Short(StatedChange change, string value) => change.What.Length > 0 && value.Length > 16 ? $"{value[..16]}…" : value;
}
