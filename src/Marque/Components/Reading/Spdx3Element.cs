using Marque.Text.Reading;

namespace Marque.Components.Reading;

/// <summary>One element of an SPDX 3.0 document while it is read: what it is may be said last. Used again for each; one that stands inside another has its own.</summary>
internal sealed class Spdx3Element
{
    public Kept Id { get; } = new();

    public Kept Name { get; } = new();

    public Kept RelationshipType { get; } = new();

    public Kept Licence { get; } = new();

    public List<(int Algorithm, int Value)> Hashes { get; } = [];

    public List<(int Type, int Value)> Identifiers { get; } = [];

    public List<(int Type, int Url)> References { get; } = [];

    /// <summary>What stands apart and is only named here: hashes, identifiers, references.</summary>
    public List<int> Apart { get; } = [];

    public List<int> Purposes { get; } = [];

    /// <summary>Whether the first of them is the primary one.</summary>
    public bool HasPrimary { get; set; }

    /// <summary>Of what a licence is made, in order.</summary>
    public List<int> Members { get; } = [];

    /// <summary>What it adds to, which stands in front of them.</summary>
    public List<int> Extended { get; } = [];

    public List<int> SuppliedBy { get; } = [];

    public List<int> OriginatedBy { get; } = [];

    public List<int> Roots { get; } = [];

    public List<int> From { get; } = [];

    public List<int> To { get; } = [];

    public List<int> DataLicence { get; } = [];

    public List<int> CreatedBy { get; } = [];

    public List<int> CreatedUsing { get; } = [];

    public List<string> Lifecycles { get; } = [];

    public string Type { get; set; } = "";

    public string Completeness { get; set; } = "";

    public string Created { get; set; } = "";

    public string SpecVersion { get; set; } = "";

    public int Version { get; set; }

    public int Purl { get; set; }

    public int Copyright { get; set; }

    public ComponentKind Kind { get; set; }

    /// <summary>Of a hash its algorithm, of an identifier or reference its type.</summary>
    public int PartType { get; set; }

    /// <summary>Their value.</summary>
    public int PartValue { get; set; }

    public double? Score { get; set; }

    public string Severity { get; set; } = "";

    public string Vector { get; set; } = "";

    public string Justification { get; set; } = "";

    public string Detail { get; set; } = "";

    public string Action { get; set; } = "";

    public string Published { get; set; } = "";

    public string Modified { get; set; } = "";

    public string Withdrawn { get; set; } = "";

    public long Offset { get; private set; }

    public int Line { get; private set; }

    /// <summary>Begins the next element.</summary>
    public void Begin(long offset, int line)
    {
        (Offset, Line) = (offset, line);
        foreach (var kept in (ReadOnlySpan<Kept>)[Id, Name, RelationshipType, Licence]) kept.Keep(default);
        Hashes.Clear();
        Identifiers.Clear();
        References.Clear();
        foreach (var list in (ReadOnlySpan<List<int>>)[Apart, Purposes, Members, Extended, SuppliedBy, OriginatedBy, Roots, From, To, DataLicence, CreatedBy, CreatedUsing]) list.Clear();
        Lifecycles.Clear();
        Type = Completeness = Created = SpecVersion = Severity = Vector = Justification = Detail = Action = Published = Modified = Withdrawn = "";
        (Version, Purl, Copyright, Kind, HasPrimary, PartType, PartValue, Score) = (0, 0, 0, ComponentKind.Unspecified, false, 0, 0, null);
    }
}
