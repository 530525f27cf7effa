using Marque.Components.Conformance.TagValue;

namespace Marque.Components.Conformance.Json;

/// <summary>The types of JSON Schema, as flags.</summary>
[Flags]
internal enum Kinds
{
    None = 0,
    Null = 1,
    Boolean = 2,
    Object = 4,
    Array = 8,
    String = 16,
    Number = 32,
    Integer = 64,
}

/// <summary>What a text stands for beyond its own form.</summary>
internal enum Role
{
    None,

    /// <summary>Names what it stands in, so that others can refer to it.</summary>
    Name,

    /// <summary>Names a package of SPDX.</summary>
    Package,

    /// <summary>Refers to what an SPDX document is about.</summary>
    Subject,

    /// <summary>The type of a relationship of SPDX.</summary>
    Relationship,

    /// <summary>Refers to something by its name, and says nothing without it.</summary>
    Reference,

    /// <summary>Refers to something by its name beside what else is said.</summary>
    Mention,
}

/// <summary>One schema of JSON Schema (drafts 7 to 2020-12, the keywords that schemas of bills of materials use), its references resolved.</summary>
internal sealed class SchemaNode(int id, string where)
{
    /// <summary>Its number, unique within the schema.</summary>
    public int Id { get; } = id;

    /// <summary>Where it stands: file and JSON pointer.</summary>
    public string Where { get; } = where;

    /// <summary>For <c>true</c> and <c>false</c>.</summary>
    public bool Never { get; set; }

    /// <summary>The allowed types; none: all.</summary>
    public Kinds Types { get; set; }

    /// <summary>The allowed values of <c>enum</c> or <c>const</c>.</summary>
    public ValueSet? Values { get; set; }

    public double Minimum { get; set; } = double.NegativeInfinity;

    public double Maximum { get; set; } = double.PositiveInfinity;

    public int MinLength { get; set; }

    public int MaxLength { get; set; } = int.MaxValue;

    public TextPattern? Pattern { get; set; }

    public TextFormat Format { get; set; }

    public int MinItems { get; set; }

    public int MaxItems { get; set; } = int.MaxValue;

    public bool UniqueItems { get; set; }

    /// <summary>The schema of all items, or of those behind <see cref="FirstItems"/>.</summary>
    public SchemaNode? Items { get; set; }

    public IReadOnlyList<SchemaNode> FirstItems { get; set; } = [];

    public int MinProperties { get; set; }

    public int MaxProperties { get; set; } = int.MaxValue;

    public IReadOnlyList<byte[]> Required { get; set; } = [];

    public Dictionary<byte[], SchemaNode> Properties { get; } = new(Utf8Names.Comparer);

    public SchemaNode? AdditionalProperties { get; set; }

    /// <summary>Whether fields that no schema in this place speaks of are not allowed.</summary>
    public bool NoUnevaluated { get; set; }

    /// <summary>Whether it speaks of every field.</summary>
    public bool AllEvaluated { get; set; }

    /// <summary><c>$ref</c> and <c>allOf</c>.</summary>
    public List<SchemaNode> All { get; } = [];

    public List<SchemaNode> Any { get; } = [];

    public List<SchemaNode> One { get; } = [];

    public SchemaNode? Not { get; set; }

    public SchemaNode? If { get; set; }

    public SchemaNode? Then { get; set; }

    public SchemaNode? Else { get; set; }

    public Role Role { get; set; }

    /// <summary>The form that the specification of SPDX 2.x gives a text in words.</summary>
    public ValueForm? Spoken { get; set; }

    /// <summary>Whether it only combines others.</summary>
    public bool HasCombination => All.Count > 0 || HasChoice;

    /// <summary>Whether what is wrong is known only when the value is over.</summary>
    public bool HasChoice => Any.Count > 0 || One.Count > 0 || Not is not null || If is not null;

    public bool ChecksText => MinLength > 0 || MaxLength < int.MaxValue || Pattern is not null || Format != TextFormat.None || Spoken is not null;
}
