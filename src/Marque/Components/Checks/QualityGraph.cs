using System.Text;

namespace Marque.Components.Checks;

/// <summary>Checks of how components hang together.</summary>
internal static class QualityGraph
{
    /// <summary>Whether each component says what it depends on.</summary>
    public static QualityFinding Dependencies(QualityFields seen)
    {
        // CycloneDX demands an empty entry of what depends on nothing; SPDX has no such entry, and readings of the guideline differ.
        var isCycloneDx = seen.Sbom.Format.Family() == "CycloneDX";
        var (unstated, examples) = Unstated(seen);
        var none = unstated == seen.Count;
        return QualityComponents.Finding(seen.Count, isCycloneDx || none ? unstated : 0, isCycloneDx || none ? 0 : unstated, "nothing is stated of their dependencies, which in SPDX may mean that there are none", examples);
    }

    /// <summary>Whether dependencies are resolved beyond the first level.</summary>
    public static QualityFinding Recursive(QualityFields seen)
    {
        var sbom = seen.Sbom;
        if (sbom.SubjectIndexes.Count == 0) return QualityFinding.Unknown("the file does not say what it is about");
        var beside = seen.Beside;
        if (beside <= 0) return QualityFinding.Unknown("the file lists no component beside its subject");
        var (unstated, examples) = Unstated(seen);
        var unreached = sbom.Graph.Unreachable.Count;
        if (unstated >= beside) return QualityFinding.NotMet("nothing is stated below the first level");
        if (unstated == 0 && unreached == 0) return QualityFinding.Met($"each of {seen.Count} components states what it depends on, and ways lead from the subject to all");
        string?[] missing = [unstated > 0 ? $"{unstated} of {seen.Count} components state nothing of their dependencies" : null, unreached > 0 ? $"{unreached} {(unreached == 1 ? "is" : "are")} reached by no way from the subject" : null];
        return new QualityFinding(QualityResult.Unknown, string.Join("; ", missing.OfType<string>()), seen.Count, Math.Max(unstated, unreached)) { Examples = unstated > 0 ? examples : Unreached(seen) };
    }

    /// <summary>Whether it is said if the dependencies stated are complete.</summary>
    public static QualityFinding Completeness(QualityFields seen)
    {
        var sbom = seen.Sbom;
        var about = new HashSet<int>();
        var whole = false;
        foreach (var composition in sbom.Compositions.Where(c => c.Aggregate != "not_specified"))
        {
            whole |= composition is { Assemblies.Count: 0, Dependencies.Count: 0 };
            foreach (var reference in composition.Assemblies.Concat(composition.Dependencies)) about.Add(sbom.Refs.Find(Encoding.UTF8.GetBytes(reference)));
        }

        var unsaid = 0;
        var examples = new List<QualityExample>();
        for (var i = 0; i < seen.Count; i++)
        {
            if (sbom.Rows[i].Ref > 0 && about.Contains(sbom.Rows[i].Ref - 1)) continue;
            unsaid++;
            if (examples.Count < Quality.MostExamples) examples.Add(seen.Example(i));
        }

        return QualityComponents.Finding(seen.Count, whole ? 0 : unsaid, whole ? unsaid : 0, "it is said of the file as a whole alone", examples);
    }

    /// <summary>Whether each component is related to the subject.</summary>
    public static QualityFinding Relationship(QualityFields seen)
    {
        var sbom = seen.Sbom;
        if (sbom.SubjectIndexes.Count == 0) return QualityFinding.Unknown("the file does not say what it is about");
        var beside = seen.Beside;
        if (beside <= 0) return QualityFinding.Unknown("the file lists no component beside its subject");
        if (seen.StatesNoDependencies) return QualityFinding.NotMet("the file states no dependencies");
        var unreached = sbom.Graph.Unreachable.Count;
        return unreached == 0
            ? new QualityFinding(QualityResult.Met, $"ways lead from the subject to all {beside} components", beside)
            : new QualityFinding(QualityResult.NotMet, $"to {QualityComponents.Some(unreached, beside)} no way leads from the subject", beside, unreached) { Examples = Unreached(seen) };
    }

    private static List<QualityExample> Unreached(QualityFields seen) => [.. seen.Sbom.Graph.Unreachable.Take(Quality.MostExamples).Select(seen.Example)];

    private static (int Count, List<QualityExample> First) Unstated(QualityFields seen)
    {
        var count = 0;
        var first = new List<QualityExample>();
        for (var i = 0; i < seen.Count; i++)
        {
            if (seen.Sbom.Graph.IsStated(i)) continue;
            count++;
            if (first.Count < Quality.MostExamples) first.Add(seen.Example(i));
        }

        return (count, first);
    }
}
