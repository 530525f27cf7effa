using Marque.Versions.Ranges;

namespace Marque.Versions;

/// <summary>A VErsion Range Specifier (package-url/vers-spec): <c>vers:npm/1.2.3|>=2.0.0|&lt;5.0.0</c>.</summary>
/// <param name="Type">Whose versions they are; in lower case.</param>
/// <param name="Constraints">The constraints, in the order of their versions; empty for <c>*</c>, every version.</param>
public sealed record Vers(string Type, IReadOnlyList<VersConstraint> Constraints)
{
    /// <summary>The longest text that is read, in characters.</summary>
    public const int MaxLength = 1 << 20;

    /// <summary>How the versions are ordered; unknown for types that this program does not know and for those that have no order.</summary>
    public VersionScheme Scheme => VersTypes.Scheme(Type);

    /// <summary>Reads a VERS that must be canonical, as the specification demands: sorted, without duplicates and contradictions, encoded no more than needed.</summary>
    /// <param name="text">The text.</param>
    /// <param name="vers">What it says.</param>
    /// <param name="problem">What is wrong, and what would be right; empty when nothing is.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryParse(string text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Vers? vers, out string problem)
    {
        vers = VersReader.Read(text, strictly: true, out problem);
        return vers is not null;
    }

    /// <summary>Reads a VERS that need not be canonical: blanks are passed over, and the constraints are sorted; redundant ones are kept.</summary>
    /// <inheritdoc cref="TryParse"/>
    public static bool TryParseLoosely(string text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Vers? vers, out string problem)
    {
        vers = VersReader.Read(text, strictly: false, out problem);
        return vers is not null;
    }

    /// <summary>Turns a range as an ecosystem writes it (<c>^1.2</c>, <c>[1.0,2.0)</c>, <c>~> 2.0, != 2.0.3</c>) into a VERS.</summary>
    /// <param name="type">The VERS type.</param>
    /// <param name="range">The range in the notation of that ecosystem.</param>
    /// <param name="vers">The same range.</param>
    /// <param name="problem">What is wrong; empty when nothing is.</param>
    /// <returns>Whether the range could be read.</returns>
    public static bool TryFromNative(string type, string range, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Vers? vers, out string problem)
    {
        vers = NativeRange.Read(type, range, out problem);
        return vers is not null;
    }

    /// <summary>Whether a version lies in the range; null when that cannot be said, because the type has no order or a text is no version of it.</summary>
    public bool? Contains(ReadOnlySpan<char> version)
    {
        if (Type == "none") return false;
        if (Constraints.Count == 0) return true;
        if (!VersionOrder.TryCompare(Scheme, version, version, out _)) return null;
        bool onlyExclusions = true, found = false, before = false, previousOpens = false;
        foreach (var constraint in Constraints)
        {
            if (!VersionOrder.TryCompare(Scheme, version, constraint.Version, out var order)) return null;
            if (order == 0 && constraint.IncludesItself) return true;
            if (order == 0 && constraint.Comparator == VersComparator.NotEqual) return false;
            onlyExclusions &= constraint.Comparator == VersComparator.NotEqual;
            if (before || !(constraint.OpensUpwards || constraint.OpensDownwards)) continue;
            // The version stands before the first bound that is greater: it is inside when that one closes, or the one before opened, an interval.
            before = order < 0 || (order == 0 && constraint.Comparator == VersComparator.Greater);
            if (before) found = previousOpens || (order < 0 && constraint.OpensDownwards);
            else previousOpens = constraint.OpensUpwards;
        }
        return onlyExclusions || (before ? found : previousOpens);
    }

    /// <summary>The canonical text.</summary>
    public override string ToString() => $"vers:{Type}/{(Constraints.Count == 0 ? "*" : string.Join('|', Constraints))}";

    /// <inheritdoc/>
    public bool Equals(Vers? other) => other is not null && Type == other.Type && Constraints.SequenceEqual(other.Constraints);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Type, Constraints.Count, Constraints.Count > 0 ? Constraints[0] : default);
}
