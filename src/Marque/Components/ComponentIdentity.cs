using Marque.Components.Purls;

namespace Marque.Components;

/// <summary>The package URL by which a component is looked for.</summary>
/// <param name="Purl">The package URL, with a version where one is known; null when there is none that can be used.</param>
/// <param name="Reason">Why there is none; meaningful only without <paramref name="Purl"/>.</param>
/// <param name="Because">Why, in words; empty with <paramref name="Purl"/>.</param>
/// <param name="Changes">What was read otherwise than it is written, in words.</param>
public readonly record struct ComponentIdentity(Purl? Purl, UnmatchedReason Reason, string Because, IReadOnlyList<string> Changes)
{
    /// <summary>The identity of a component: its first package URL that is one of a known type, with the component's own version where the package URL has none.</summary>
    public static ComponentIdentity Of(Component component)
    {
        if (!component.HasPurl) return component.Cpes.Count > 0 ? Without(UnmatchedReason.OnlyCpe, "a CPE but no package URL, by which advisories are looked up") : Without(UnmatchedReason.NoPurl, "no package URL");
        var first = Of(component, component.Purl);
        if (first.Purl is not null) return first;
        foreach (var more in component.MorePurls)
        {
            if (Of(component, more) is { Purl: not null } other) return other;
        }

        return first;
    }

    private static ComponentIdentity Of(Component component, string written)
    {
        var text = written.Trim();
        var read = Purl.Read(text);
        if (read.Purl is not { } purl) return Without(UnmatchedReason.MalformedPurl, $"'{Short(written)}' is no package URL: {read.Problem}");
        if (!purl.IsKnownType) return Without(UnmatchedReason.UnknownType, $"the type '{Short(purl.Type)}' of '{Short(written)}' is not registered");
        List<string>? changes = null;
        if (text.Length != written.Length) (changes ??= []).Add("white space around the package URL left out");
        if (read.Changes != PurlChanges.None) (changes ??= []).AddRange(read.Changes.Words());
        if (read.Fault == PurlFault.TypeRule) (changes ??= []).Add($"read although it breaks a rule of its type: {read.Problem}");
        if (purl.Version.Length == 0 && component.Version is { Length: > 0 } version && Purl.Build(purl.Type, purl.Namespace, purl.Name, version, purl.Qualifiers, purl.Subpath).Purl is { } built)
        {
            purl = built;
            (changes ??= []).Add("version taken from the component");
        }

        return new ComponentIdentity(purl, default, "", changes ?? (IReadOnlyList<string>)[]);
    }

    private static ComponentIdentity Without(UnmatchedReason reason, string because) => new(null, reason, because, []);

    private static string Short(string text) => text.Length <= 120 ? text : $"{text.AsSpan(0, 117)}...";
}
