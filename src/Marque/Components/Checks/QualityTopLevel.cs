using System.Text;

namespace Marque.Components.Checks;

/// <summary>Whether a bill of materials covers "at the very least the top-level dependencies" (Annex I Part II(1), rules B-1 and N-4).</summary>
/// <remarks>A file can show that by a graph that leads from its subject to components it lists. What it does not state, or says itself to be incomplete, is unknown.</remarks>
internal static class QualityTopLevel
{
    public static QualityFinding Of(QualityFields seen)
    {
        var sbom = seen.Sbom;
        var roots = Roots(sbom);
        if (roots.Count == 0) return QualityFinding.Unknown("the file does not say what it is about, so which dependencies are the top level cannot be told");
        if (seen.StatesNoDependencies) return QualityFinding.Unknown("the file states no dependencies");
        QualityFinding? found = null;
        foreach (var root in roots)
        {
            var one = Of(seen, root);
            if (found is null || Order(one.Result) > Order(found.Result)) found = one;
        }

        return roots.Count == 1 ? found! : found! with { Because = $"of {roots.Count} things the file is about, {(found.Result == QualityResult.Met ? "each has some" : "one does not show it")}: {found.Because}" };
    }

    private static int Order(QualityResult result) => result switch { QualityResult.Met => 0, QualityResult.Unknown => 1, _ => 2 };

    // A subject that another subject depends on is no top of its own.
    private static List<int> Roots(Sbom sbom)
    {
        var below = new HashSet<int>(sbom.SubjectIndexes.SelectMany(s => sbom.Graph.DependenciesOf(s).Where(d => d != s)));
        List<int> roots = [.. sbom.SubjectIndexes.Where(s => !below.Contains(s))];
        return roots.Count > 0 ? roots : sbom.SubjectIndexes;
    }

    private static QualityFinding Of(QualityFields seen, int root)
    {
        var sbom = seen.Sbom;
        var name = new Component(sbom, root).ToString();
        var direct = sbom.Graph.DependenciesOf(root).Count;
        var led = Led.From(sbom, root);
        var (doubt, complete) = Said(sbom, root);
        var beside = seen.Beside;
        if (led.Missing.Count > 0)
        {
            return new QualityFinding(QualityResult.NotMet, $"{name} names {led.Missing.Count} direct {(led.Missing.Count == 1 ? "dependency" : "dependencies")} that the file does not list") { Examples = [.. led.Missing.Take(Quality.MostExamples)] };
        }

        var count = $"{name} has {direct} direct {(direct == 1 ? "dependency" : "dependencies")} of {beside} {(beside == 1 ? "component" : "components")}";
        if (doubt is not null) return QualityFinding.Unknown(direct > 0 ? $"{count}; the file itself says they are {doubt}" : $"the file itself says that the dependencies of {name} are {doubt}");
        if (led.IsSaidUnknown) return QualityFinding.Unknown($"the file itself says that the dependencies of {name} are not known (NOASSERTION)");
        if (led.Elsewhere > 0) return QualityFinding.Unknown($"{name} has {led.Elsewhere} direct {(led.Elsewhere == 1 ? "dependency" : "dependencies")} that other documents describe, which are not looked at");
        if (direct > 0) return QualityFinding.Met($"{count}{Unreached(sbom)}; {(complete ? "the file says they are complete" : "whether they are complete the file does not say")}");
        if (led.Other > 0) return QualityFinding.Unknown($"{name} leads to {led.Other} {(led.Other == 1 ? "file or service" : "files or services")} and to no component");
        if (!sbom.Graph.IsStated(root)) return QualityFinding.Unknown($"nothing is stated of the dependencies of {name}");
        if (beside > 0) return QualityFinding.NotMet($"by the file {name} depends on nothing, and {beside} {(beside == 1 ? "component is" : "components are")} listed to which nothing leads from it");
        return complete ? QualityFinding.Met($"by the file {name} depends on nothing, and that is complete") : QualityFinding.Unknown($"by the file {name} depends on nothing; a tool that found nothing writes the same");
    }

    private static string Unreached(Sbom sbom) => sbom.Graph.Unreachable.Count is > 0 and var count ? $", {count} reached by no way" : "";

    // CycloneDX, compositions: about a reference, or, with none named, about the file.
    private static (string? Doubt, bool Complete) Said(Sbom sbom, int root)
    {
        var reference = new Component(sbom, root).Ref;
        var complete = false;
        foreach (var composition in sbom.Compositions)
        {
            var isAbout = composition is { Assemblies.Count: 0, Dependencies.Count: 0 } || composition.Dependencies.Contains(reference, StringComparer.Ordinal) || composition.Assemblies.Contains(reference, StringComparer.Ordinal);
            if (!isAbout || composition.Aggregate == "not_specified") continue;
            if (composition.Aggregate != "complete") return (composition.Aggregate.Replace('_', ' '), false);
            complete = true;
        }

        return (null, complete);
    }

    /// <summary>What the relationships of a component lead to that is no component of the file.</summary>
    private sealed record Led(IReadOnlyList<QualityExample> Missing, int Elsewhere, int Other, bool IsSaidUnknown)
    {
        public static Led From(Sbom sbom, int root)
        {
            var missing = new List<QualityExample>();
            var (elsewhere, other, unknown) = (0, 0, false);
            var reference = sbom.Rows[root].Ref - 1;
            for (var i = 0; reference >= 0 && i < sbom.RelationshipRows.Count; i++)
            {
                ref readonly var row = ref sbom.RelationshipRows[i];
                var to = row.Role switch
                {
                    RelationshipRole.DependsOn or RelationshipRole.Contains when row.From == reference => row.To,
                    RelationshipRole.DependencyOf or RelationshipRole.ContainedBy when row.To == reference => row.From,
                    _ => -1,
                };
                if (to < 0 || sbom.Elements[to].Kind == ElementKind.Component) continue;
                var text = sbom.Refs.Bytes(to);
                if (sbom.Elements[to].Kind != ElementKind.None) other++;
                else if (text.SequenceEqual("NOASSERTION"u8)) unknown = true;
                else if (text.StartsWith("urn:cdx:"u8) || text.StartsWith("DocumentRef-"u8)) elsewhere++;
                else if (!text.SequenceEqual("NONE"u8)) missing.Add(new QualityExample(Encoding.UTF8.GetString(text), new Text.Place("", row.Line)));
            }

            return new Led(missing, elsewhere, other, unknown);
        }
    }
}
