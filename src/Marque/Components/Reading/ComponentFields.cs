namespace Marque.Components.Reading;

/// <summary>Fields of a CycloneDX component that are read.</summary>
internal enum ComponentField
{
    Unknown,
    Ref,
    Name,
    Version,
    Group,
    Purl,
    Type,
    Scope,
    Cpe,
    Publisher,
    Copyright,
    Author,
    Authors,
    Supplier,
    Manufacturer,
    Hashes,
    Licenses,
    ExternalReferences,
    Properties,
    Swid,
    Pedigree,
    Components,
}

/// <summary>Names of the fields of a CycloneDX component.</summary>
internal static class ComponentFields
{
    /// <summary>The field of that name; by length first, because every component asks ten times.</summary>
    public static ComponentField Of(ReadOnlySpan<byte> name) => name.Length switch
    {
        3 => name.SequenceEqual("cpe"u8) ? ComponentField.Cpe : ComponentField.Unknown,
        4 => name[0] switch
        {
            (byte)'n' => name.SequenceEqual("name"u8) ? ComponentField.Name : ComponentField.Unknown,
            (byte)'p' => name.SequenceEqual("purl"u8) ? ComponentField.Purl : ComponentField.Unknown,
            (byte)'t' => name.SequenceEqual("type"u8) ? ComponentField.Type : ComponentField.Unknown,
            (byte)'s' => name.SequenceEqual("swid"u8) ? ComponentField.Swid : ComponentField.Unknown,
            _ => ComponentField.Unknown,
        },
        5 => name.SequenceEqual("group"u8) ? ComponentField.Group : name.SequenceEqual("scope"u8) ? ComponentField.Scope : ComponentField.Unknown,
        6 => name.SequenceEqual("hashes"u8) ? ComponentField.Hashes : name.SequenceEqual("author"u8) ? ComponentField.Author : ComponentField.Unknown,
        7 => name[0] switch
        {
            (byte)'v' => name.SequenceEqual("version"u8) ? ComponentField.Version : ComponentField.Unknown,
            (byte)'b' => name.SequenceEqual("bom-ref"u8) ? ComponentField.Ref : ComponentField.Unknown,
            (byte)'a' => name.SequenceEqual("authors"u8) ? ComponentField.Authors : ComponentField.Unknown,
            _ => ComponentField.Unknown,
        },
        8 => name[0] switch
        {
            (byte)'l' => name.SequenceEqual("licenses"u8) ? ComponentField.Licenses : ComponentField.Unknown,
            (byte)'s' => name.SequenceEqual("supplier"u8) ? ComponentField.Supplier : ComponentField.Unknown,
            (byte)'p' => name.SequenceEqual("pedigree"u8) ? ComponentField.Pedigree : ComponentField.Unknown,
            _ => ComponentField.Unknown,
        },
        9 => name.SequenceEqual("publisher"u8) ? ComponentField.Publisher : name.SequenceEqual("copyright"u8) ? ComponentField.Copyright : ComponentField.Unknown,
        10 => name.SequenceEqual("properties"u8) ? ComponentField.Properties : name.SequenceEqual("components"u8) ? ComponentField.Components : ComponentField.Unknown,
        12 => name.SequenceEqual("manufacturer"u8) ? ComponentField.Manufacturer : ComponentField.Unknown,
        18 => name.SequenceEqual("externalReferences"u8) ? ComponentField.ExternalReferences : ComponentField.Unknown,
        _ => ComponentField.Unknown,
    };
}
