namespace Marque.Components;

/// <summary>A hash of a component's content.</summary>
/// <param name="Algorithm">The algorithm as CycloneDX names it (<c>SHA-256</c>), or as written when it is none of those.</param>
/// <param name="Value">Lower-case hexadecimal digits, or as written when it is not hexadecimal.</param>
public readonly record struct ComponentHash(string Algorithm, string Value);

/// <summary>How a licence is named.</summary>
public enum LicenceForm : byte
{
    /// <summary>An identifier of the SPDX licence list.</summary>
    Id,

    /// <summary>A name that is on no list.</summary>
    Name,

    /// <summary>An SPDX licence expression.</summary>
    Expression,
}

/// <summary>Who says a licence (CycloneDX 1.6, licence acknowledgement; SPDX, concluded and declared licence).</summary>
public enum LicenceSaidBy : byte
{
    /// <summary>Not said.</summary>
    Unspecified,

    /// <summary>The authors of the component declare it.</summary>
    Declared,

    /// <summary>Whoever wrote the bill of materials concluded it.</summary>
    Concluded,
}

/// <summary>A licence of a component.</summary>
/// <param name="Text">Identifier, name or expression, as written.</param>
/// <param name="Form">Which of them it is.</param>
/// <param name="SaidBy">Who says so.</param>
public readonly record struct ComponentLicence(string Text, LicenceForm Form, LicenceSaidBy SaidBy);

/// <summary>A reference to something outside the file.</summary>
/// <param name="Type">Its type, as written (<c>vcs</c>, <c>website</c>, <c>distribution</c>).</param>
/// <param name="Url">Where it leads.</param>
/// <param name="Hash">Whether a hash of what it leads to stands with it.</param>
public readonly record struct ExternalReference(string Type, string Url, ReferenceHash Hash = ReferenceHash.None);

/// <summary>Whether a hash of what a reference leads to stands with it (CycloneDX); its value stays in the file.</summary>
public enum ReferenceHash : byte
{
    /// <summary>None does.</summary>
    None,

    /// <summary>One by another algorithm than SHA-512.</summary>
    Other,

    /// <summary>A SHA-512, which BSI TR-03183-2 asks for.</summary>
    Sha512,
}

/// <summary>A property by name, of those that are kept (<see cref="KeptProperties"/>); of SPDX 3 each <c>purpose</c> of a package and its file, and by <c>hasDistributionArtifact</c> the name of that file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
public readonly record struct ComponentProperty(string Name, string Value);
