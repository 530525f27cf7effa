namespace Marque.Components.Licences;

/// <summary>A licence of a file that is no SPDX identifier or expression where one is expected.</summary>
/// <param name="Licence">The licence as stated.</param>
/// <param name="Because">Why it is none.</param>
/// <param name="First">The first component that states it.</param>
/// <param name="Components">How many state it.</param>
public sealed record LicenceProblem(string Licence, string Because, Component First, int Components);

/// <summary>Finds what is stated as SPDX identifier or expression and is none. Names are free and not looked at.</summary>
public static class LicenceProblems
{
    /// <summary>All of them, each licence once, what most components state first.</summary>
    /// <param name="sbom">The file.</param>
    public static IReadOnlyList<LicenceProblem> Of(Sbom sbom)
    {
        var known = new Dictionary<(string Text, LicenceForm Form), string>();
        var found = new Dictionary<string, LicenceProblem>(StringComparer.Ordinal);
        foreach (var component in sbom.Components)
        {
            foreach (var licence in component.Licences.Where(IsStated).DistinctBy(l => l.Text, StringComparer.Ordinal))
            {
                if (!known.TryGetValue((licence.Text, licence.Form), out var problem)) known.Add((licence.Text, licence.Form), problem = LicenceReading.Of(licence).Problem);
                if (problem.Length == 0) continue;
                found[licence.Text] = found.TryGetValue(licence.Text, out var before) ? before with { Components = before.Components + 1 } : new LicenceProblem(licence.Text, problem, component, 1);
            }
        }

        return [.. found.Values.OrderByDescending(f => f.Components).ThenBy(f => f.First.Index)];
    }

    private static bool IsStated(ComponentLicence licence) => licence.Text is not ("" or "NONE" or "NOASSERTION");
}
