namespace Marque.Facts;

/// <summary>What a bill of materials or a threat model is about, against what is expected.</summary>
internal static class Subject
{
    /// <summary>Names the subject, and finds it empty of proof when it is another one than expected.</summary>
    public static void Judge(Weighing weighing, Expectation expect, string? name, string? version, params ReadOnlySpan<string?> otherNames)
    {
        weighing.Names("subject", name);
        weighing.Names("subjectVersion", version);
        if (expect.Subject is { } asked && asked != name)
        {
            var other = false;
            foreach (var candidate in otherNames) other |= candidate == asked;
            if (!other) weighing.Vacuous("subject.other", $"it is about {(name is null ? "nothing it names" : $"'{name}'")}, not about '{asked}'");
        }

        if (expect.SubjectVersion is { } askedVersion && askedVersion != version) weighing.Vacuous("subject.other-version", $"it is about {(version is null ? "no version it names" : $"version '{version}'")}, not about '{askedVersion}'");
    }

    /// <summary>Judges the number of components.</summary>
    public static void Components(Weighing weighing, Expectation expect, string kind, long components)
    {
        if (components == 0) weighing.Vacuous($"{kind}.no-components", "it lists no component");
        else if (components < expect.MinComponents) weighing.Vacuous($"{kind}.too-few", $"it lists {components} components, at least {expect.MinComponents} are expected");
    }
}
