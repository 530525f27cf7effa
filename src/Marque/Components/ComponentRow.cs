namespace Marque.Components;

/// <summary>What every component has, in places of <see cref="Texts"/>.</summary>
internal struct ComponentRow
{
    /// <summary>The number of its reference in the table of references, plus one; 0 when it has none.</summary>
    public int Ref;

    public int Name;
    public int Group;
    public int Version;
    public int Purl;

    /// <summary>The component it stands in, by index; -1 for none.</summary>
    public int Parent;

    /// <summary>Its first and last detail, plus one; 0 when it has none.</summary>
    public int FirstDetail;
    public int LastDetail;

    /// <summary>Where it begins in the file's UTF-8 form, in bytes.</summary>
    public long Offset;

    /// <summary>The line where it begins, from 1.</summary>
    public int Line;

    public ComponentKind Kind;
    public ComponentScope Scope;
    public bool IsSubject;
}

/// <summary>What some components have.</summary>
internal enum DetailKind : byte
{
    Hash,
    Licence,
    ExternalReference,
    Purl,
    Cpe,
    Swid,
    Supplier,
    Manufacturer,
    Author,
    Publisher,
    Property,
    Ancestor,
    Copyright,
}

/// <summary>One detail of a component, chained to the next.</summary>
internal struct Detail
{
    public DetailKind Kind;
    public byte Flag;
    public byte Flag2;
    public int A;
    public int B;
    public int Next;
}

/// <summary>A relationship between two references, by number.</summary>
internal readonly record struct RelationshipRow(int From, int To, int Type, int Line, RelationshipRole Role);
