namespace Marque.Facts;

/// <summary>The kinds of artefact whose content Marque can check. The word in case files is <see cref="FactKinds.Word"/>.</summary>
public enum FactKind
{
    /// <summary>JUnit XML test results (also as written by many other runners).</summary>
    JUnit,

    /// <summary>Visual Studio test results (.trx).</summary>
    Trx,

    /// <summary>xUnit.net v2 XML test results.</summary>
    XUnit,

    /// <summary>NUnit 2 or 3 XML test results.</summary>
    NUnit,

    /// <summary>SARIF 2.1.0 static analysis results.</summary>
    Sarif,

    /// <summary>Cobertura XML coverage.</summary>
    Cobertura,

    /// <summary>CycloneDX JSON SBOM.</summary>
    CycloneDx,

    /// <summary>SPDX JSON SBOM (2.x, 3.0).</summary>
    Spdx,

    /// <summary>OWASP Threat Dragon model (v1, v2).</summary>
    ThreatDragon,

    /// <summary>Threagile model (YAML).</summary>
    Threagile,

    /// <summary>pytm output (JSON).</summary>
    Pytm,

    /// <summary>PDF document.</summary>
    Pdf,

    /// <summary>Word document (OOXML).</summary>
    Docx,

    /// <summary>Markdown document.</summary>
    Markdown,

    /// <summary>Plain text, logs included.</summary>
    Text,

    /// <summary>in-toto statement in a DSSE envelope.</summary>
    Attestation,

    /// <summary>Git commit object, as bytes of <c>git cat-file commit</c>.</summary>
    GitCommit,

    /// <summary>Annotated git tag object, as bytes of <c>git cat-file tag</c>.</summary>
    GitTag,

    /// <summary>A recorded web page (HTML as received).</summary>
    WebPage,
}

/// <summary>What the content of an artefact says, before anyone decides anything.</summary>
public enum Outcome
{
    /// <summary>The content supports what it is registered for.</summary>
    Supports,

    /// <summary>The content proves nothing: no test executed, nothing analysed, an empty document.</summary>
    Vacuous,

    /// <summary>The content cannot be read as its kind, or not within bounds.</summary>
    Unreadable,

    /// <summary>The content says no: failing tests, errors, findings above the policy, a signature that does not verify.</summary>
    Contradicts,
}

/// <summary>One thing a content check found, with a stable code.</summary>
/// <param name="Code">Stable code such as <c>junit.failed</c>.</param>
/// <param name="Text">One line for a person.</param>
/// <param name="Line">Line in the artefact, from 1; 0 when not known.</param>
public sealed record Finding(string Code, string Text, int Line = 0);

/// <summary>The result of a content check.</summary>
/// <param name="Kind">The kind, as expected or as detected.</param>
/// <param name="Outcome">What the content says.</param>
/// <param name="Counts">Named totals in a fixed order, such as tests, failed, skipped; what a registration records.</param>
/// <param name="Findings">Why, at least one for anything but <see cref="Outcome.Supports"/>; bounded in number.</param>
public sealed record Check(FactKind Kind, Outcome Outcome, IReadOnlyList<(string Name, long Value)> Counts, IReadOnlyList<Finding> Findings)
{
    /// <summary>What the artefact names about itself, in a fixed order: tool, subject, version, serial number, predicate type, signer.</summary>
    public IReadOnlyList<(string Name, string Value)> Identity { get; init; } = [];

    /// <summary>What the artefact names under <paramref name="name"/>, or null.</summary>
    public string? Named(string name)
    {
        foreach (var (key, value) in Identity)
        {
            if (key == name) return value;
        }

        return null;
    }

    /// <summary>The count with that name, or null.</summary>
    public long? Count(string name)
    {
        foreach (var (key, value) in Counts)
        {
            if (key == name) return value;
        }

        return null;
    }
}
