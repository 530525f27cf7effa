namespace Marque.Csaf;

/// <summary>How much it weighs when a test fails (CSAF 2.0, section 6).</summary>
public enum CsafTestKind
{
    /// <summary>The JSON schema: the document is not valid.</summary>
    Schema,

    /// <summary>Section 6.1: the document is not valid.</summary>
    Mandatory,

    /// <summary>Section 6.2: a warning.</summary>
    Optional,

    /// <summary>Section 6.3: information.</summary>
    Informative,
}

/// <summary>A test of CSAF 2.0.</summary>
/// <param name="Id">Its section, such as <c>6.1.27.9</c>; <c>schema</c> for the JSON schema (section 3).</param>
/// <param name="Title">The section's title.</param>
public sealed record CsafTest(string Id, string Title)
{
    /// <summary>How much it weighs.</summary>
    public CsafTestKind Kind => Id.AsSpan(0, 3) switch
    {
        "6.1" => CsafTestKind.Mandatory,
        "6.2" => CsafTestKind.Optional,
        "6.3" => CsafTestKind.Informative,
        _ => CsafTestKind.Schema,
    };

    /// <summary>The section.</summary>
    public override string ToString() => Id;
}
