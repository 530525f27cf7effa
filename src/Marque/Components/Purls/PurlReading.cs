namespace Marque.Components.Purls;

/// <summary>What reading a package URL came to.</summary>
/// <param name="Purl">What it says; null when it is no package URL. A package URL that only breaks a rule of its type is still told, so that it can be matched.</param>
/// <param name="Fault">What kind of thing is wrong.</param>
/// <param name="Problem">What is wrong, in words; null when nothing is.</param>
/// <param name="Changes">What the canonical form has otherwise than the text that was read.</param>
public readonly record struct PurlReading(Purl? Purl, PurlFault Fault, string? Problem, PurlChanges Changes);

/// <summary>What kind of thing is wrong with a package URL.</summary>
public enum PurlFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It is no package URL.</summary>
    Syntax,

    /// <summary>It is a package URL, and breaks a rule of its registered type.</summary>
    TypeRule,
}

/// <summary>What was changed to make a package URL canonical.</summary>
[Flags]
public enum PurlChanges
{
    /// <summary>Nothing: the text was canonical.</summary>
    None = 0,

    /// <summary>The scheme was in upper case, or slashes stood behind it.</summary>
    Scheme = 1,

    /// <summary>The type was in upper case.</summary>
    TypeCase = 2,

    /// <summary>The namespace was changed as its type says.</summary>
    Namespace = 4,

    /// <summary>The name was changed as its type says.</summary>
    Name = 8,

    /// <summary>The version was changed as its type says.</summary>
    Version = 16,

    /// <summary>The subpath was changed as its type says.</summary>
    Subpath = 32,

    /// <summary>Superfluous slashes, separators or segments <c>.</c> and <c>..</c> were taken out.</summary>
    Segments = 64,

    /// <summary>Characters were percent-encoded that need not be, or the other way round.</summary>
    PercentEncoding = 128,

    /// <summary>Keys of qualifiers were in upper case.</summary>
    QualifierKeys = 256,

    /// <summary>A qualifier's value was changed as its type says.</summary>
    QualifierValues = 512,

    /// <summary>The qualifiers were in another order.</summary>
    QualifierOrder = 1024,

    /// <summary>Qualifiers without a value were taken out.</summary>
    EmptyQualifiers = 2048,
}

/// <summary>The changes in words.</summary>
public static class PurlChangesText
{
    private static readonly (PurlChanges Change, string Text)[] All =
    [
        (PurlChanges.Scheme, "scheme made canonical"),
        (PurlChanges.TypeCase, "type lower-cased"),
        (PurlChanges.Namespace, "namespace normalised for its type"),
        (PurlChanges.Name, "name normalised for its type"),
        (PurlChanges.Version, "version normalised for its type"),
        (PurlChanges.Subpath, "subpath normalised for its type"),
        (PurlChanges.Segments, "empty segments or superfluous separators dropped"),
        (PurlChanges.PercentEncoding, "percent-encoding made canonical"),
        (PurlChanges.QualifierKeys, "qualifier keys lower-cased"),
        (PurlChanges.QualifierValues, "qualifier values normalised for the type"),
        (PurlChanges.QualifierOrder, "qualifiers sorted"),
        (PurlChanges.EmptyQualifiers, "empty qualifiers dropped"),
    ];

    /// <summary>Each change, in words, in a fixed order.</summary>
    public static IEnumerable<string> Words(this PurlChanges changes)
    {
        foreach (var (change, text) in All)
        {
            if ((changes & change) != PurlChanges.None) yield return text;
        }
    }
}
