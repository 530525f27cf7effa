namespace Marque.Versions;

/// <summary>How a constraint of a VERS relates a version to its own (VERS specification, "Comparators").</summary>
public enum VersComparator
{
    /// <summary>Nothing before the version: equal to it.</summary>
    Equal,

    /// <summary><c>!=</c>: everything but it.</summary>
    NotEqual,

    /// <summary><c>&lt;</c>.</summary>
    Less,

    /// <summary><c>&lt;=</c>.</summary>
    LessOrEqual,

    /// <summary><c>></c>.</summary>
    Greater,

    /// <summary><c>>=</c>.</summary>
    GreaterOrEqual,
}

/// <summary>One constraint of a VERS.</summary>
/// <param name="Comparator">How it relates.</param>
/// <param name="Version">The version, decoded.</param>
public readonly record struct VersConstraint(VersComparator Comparator, string Version)
{
    /// <summary>The comparator as the specification writes it; <c>=</c> for equality, which a VERS leaves out.</summary>
    public string Sign => Comparator switch
    {
        VersComparator.NotEqual => "!=",
        VersComparator.Less => "<",
        VersComparator.LessOrEqual => "<=",
        VersComparator.Greater => ">",
        VersComparator.GreaterOrEqual => ">=",
        _ => "=",
    };

    internal bool OpensUpwards => Comparator is VersComparator.Greater or VersComparator.GreaterOrEqual;

    internal bool OpensDownwards => Comparator is VersComparator.Less or VersComparator.LessOrEqual;

    internal bool IncludesItself => Comparator is VersComparator.Equal or VersComparator.LessOrEqual or VersComparator.GreaterOrEqual;

    /// <inheritdoc/>
    public override string ToString() => (Comparator == VersComparator.Equal ? "" : Sign) + Ranges.VersText.Encode(Version);
}
