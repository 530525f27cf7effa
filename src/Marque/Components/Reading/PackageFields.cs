namespace Marque.Components.Reading;

/// <summary>Fields of an SPDX 2.x package that are read.</summary>
internal enum PackageField
{
    Unknown,
    Id,
    Name,
    Version,
    Supplier,
    Originator,
    Declared,
    Concluded,
    Download,
    Homepage,
    Copyright,
    Purpose,
    Checksums,
    ExternalRefs,
    Annotations,
}

/// <summary>Names of the fields of an SPDX 2.x package in JSON.</summary>
internal static class PackageFields
{
    /// <summary>The field of that name.</summary>
    public static PackageField Of(ReadOnlySpan<byte> name) => name.Length switch
    {
        4 => name.SequenceEqual("name"u8) ? PackageField.Name : PackageField.Unknown,
        6 => name.SequenceEqual("SPDXID"u8) ? PackageField.Id : PackageField.Unknown,
        8 => name.SequenceEqual("supplier"u8) ? PackageField.Supplier : name.SequenceEqual("homepage"u8) ? PackageField.Homepage : PackageField.Unknown,
        9 => name.SequenceEqual("checksums"u8) ? PackageField.Checksums : PackageField.Unknown,
        10 => name.SequenceEqual("originator"u8) ? PackageField.Originator : PackageField.Unknown,
        11 => name.SequenceEqual("versionInfo"u8) ? PackageField.Version : name.SequenceEqual("annotations"u8) ? PackageField.Annotations : PackageField.Unknown,
        12 => name.SequenceEqual("externalRefs"u8) ? PackageField.ExternalRefs : PackageField.Unknown,
        13 => name.SequenceEqual("copyrightText"u8) ? PackageField.Copyright : PackageField.Unknown,
        15 => name.SequenceEqual("licenseDeclared"u8) ? PackageField.Declared : PackageField.Unknown,
        16 => name.SequenceEqual("licenseConcluded"u8) ? PackageField.Concluded : name.SequenceEqual("downloadLocation"u8) ? PackageField.Download : PackageField.Unknown,
        21 => name.SequenceEqual("primaryPackagePurpose"u8) ? PackageField.Purpose : PackageField.Unknown,
        _ => PackageField.Unknown,
    };
}
