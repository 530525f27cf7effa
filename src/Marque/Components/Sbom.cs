using System.Collections;
using Marque.Text;

namespace Marque.Components;

/// <summary>A bill of materials as one file says it: components, who they come from, how they hang together, and what was not understood.</summary>
public sealed class Sbom
{
    private DependencyGraph? graph;

    internal Sbom(SbomFormat format, string specVersion) => (Format, SpecVersion) = (format, specVersion);

    /// <summary>How it is written.</summary>
    public SbomFormat Format { get; internal set; }

    /// <summary>The version of the format: <c>1.6</c> (CycloneDX), <c>2.3</c>, <c>3.0.1</c> (SPDX).</summary>
    public string SpecVersion { get; internal set; }

    /// <summary>What identifies the file: CycloneDX <c>serialNumber</c>, SPDX document namespace or id; empty when there is none.</summary>
    public string SerialNumber { get; internal set; } = "";

    /// <summary>How often it was issued (CycloneDX <c>version</c>); null when not said.</summary>
    public long? Issue { get; internal set; }

    /// <summary>The name of the document (SPDX); empty when there is none.</summary>
    public string DocumentName { get; internal set; } = "";

    /// <summary>When it was made, as written; empty when not said.</summary>
    public string Created { get; internal set; } = "";

    /// <summary>Who made it.</summary>
    public IReadOnlyList<Party> Authors { get; internal set; } = [];

    /// <summary>Who supplies what it is about, as its metadata says; null when not said.</summary>
    public Party? Supplier { get; internal set; }

    /// <summary>Who made the file (CycloneDX 1.6 <c>metadata.manufacturer</c>) or what it is about (the older <c>manufacture</c>); null when not said.</summary>
    public Party? Manufacturer { get; internal set; }

    /// <summary>Tools that took part in making it.</summary>
    public IReadOnlyList<Tool> Tools { get; internal set; } = [];

    /// <summary>In which phase of life it was made (CycloneDX lifecycles, SPDX 3.0 <c>sbomType</c>), as written.</summary>
    public IReadOnlyList<string> Lifecycles { get; internal set; } = [];

    /// <summary>Whether a signature stands in the file (CycloneDX JSON, <c>signature</c>); it is not verified.</summary>
    public bool HasSignature { get; internal set; }

    /// <summary>The licence of the file itself; empty when not said.</summary>
    public string DataLicence { get; internal set; } = "";

    /// <summary>What the file is about; the first when it names several, null when it names none.</summary>
    public Component? Subject => SubjectIndexes.Count == 0 ? null : new Component(this, SubjectIndexes[0]);

    /// <summary>Everything the file is about.</summary>
    public IEnumerable<Component> Subjects => SubjectIndexes.Select(i => new Component(this, i));

    /// <summary>All components at every level in file order, the subject included; of SPDX, the packages.</summary>
    public IReadOnlyList<Component> Components => new ComponentList(this);

    /// <summary>How many components it lists: without the subject of a CycloneDX file, which stands beside the list; an SPDX document lists its own.</summary>
    public int Listed => Rows.Count - (Format.Family() == "CycloneDX" ? SubjectIndexes.Count : 0);

    /// <summary>Services at every level.</summary>
    public IReadOnlyList<Service> Services { get; internal set; } = [];

    /// <summary>Relationships, in file order.</summary>
    public IEnumerable<Relationship> Relationships
    {
        get
        {
            for (var i = 0; i < RelationshipRows.Count; i++)
            {
                var row = RelationshipRows[i];
                yield return new Relationship(RefText(row.From), Texts.Text(row.Type), RefText(row.To), row.Role, row.Line);
            }
        }
    }

    /// <summary>How many relationships there are.</summary>
    public int RelationshipCount => RelationshipRows.Count;

    /// <summary>How the components hang together; computed once.</summary>
    public DependencyGraph Graph => graph ??= new DependencyGraph(this);

    /// <summary>What it says of its own completeness.</summary>
    public IReadOnlyList<Composition> Compositions { get; internal set; } = [];

    /// <summary>Vulnerabilities it speaks of, with their analysis (VEX).</summary>
    public IReadOnlyList<SbomVulnerability> Vulnerabilities { get; internal set; } = [];

    /// <summary>How many files an SPDX document lists.</summary>
    public int Files { get; internal set; }

    /// <summary>How many snippets an SPDX document lists.</summary>
    public int Snippets { get; internal set; }

    /// <summary>How many annotations there are.</summary>
    public int Annotations { get; internal set; }

    /// <summary>What was not understood or does not fit together: duplicate and dangling references, damaged texts, fields of a wrong kind; at most 1000 are kept.</summary>
    public IReadOnlyList<Problem> Findings { get; internal set; } = [];

    /// <summary>How many findings there were, those included that are not kept.</summary>
    public long FindingCount { get; internal set; }

    /// <summary>The component with this reference; null when there is none.</summary>
    public Component? Find(string reference)
    {
        var number = Refs.Find(System.Text.Encoding.UTF8.GetBytes(reference));
        return number < 0 || Elements[number].Kind != ElementKind.Component ? null : new Component(this, Elements[number].Index);
    }

    internal Texts Texts { get; } = new();

    /// <summary>References, in texts of their own: they are sought again and again, and lie close together so.</summary>
    internal TextTable Refs { get; } = new(new Texts());

    internal Rows<Element> Elements { get; } = new();

    internal Rows<ComponentRow> Rows { get; } = new();

    internal Rows<Detail> Details { get; } = new();

    internal Rows<RelationshipRow> RelationshipRows { get; } = new();

    /// <summary>References whose dependencies are stated, by number.</summary>
    internal Rows<int> Stated { get; } = new();

    internal List<Party> Parties { get; } = [];

    internal List<int> SubjectIndexes { get; } = [];

    internal string RefText(int number) => System.Text.Encoding.UTF8.GetString(Refs.Bytes(number));

    private sealed class ComponentList(Sbom sbom) : IReadOnlyList<Component>
    {
        public int Count => sbom.Rows.Count;

        public Component this[int index] => (uint)index < (uint)sbom.Rows.Count ? new Component(sbom, index) : throw new ArgumentOutOfRangeException(nameof(index));

        public IEnumerator<Component> GetEnumerator()
        {
            for (var i = 0; i < sbom.Rows.Count; i++) yield return new Component(sbom, i);
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
