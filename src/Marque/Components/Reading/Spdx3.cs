namespace Marque.Components.Reading;

/// <summary>What the elements of SPDX 3.0 mean, once each is read.</summary>
internal sealed partial class Spdx3(SbomBuilder into)
{
    private readonly List<Spdx3Element> elements = [new()];
    private readonly RelationshipRoles roles = new(into);
    private readonly Rows<(int Component, int Agent, bool Supplies)> origins = new();
    private readonly Dictionary<int, int> agents = [];
    private readonly Dictionary<int, Tool> tools = [];
    private readonly Dictionary<int, (int Text, LicenceForm Form)> licences = [];
    private readonly Dictionary<int, int[]> collections = [];
    private readonly List<int> documentRoots = [];
    private readonly List<int> licenceOfData = [];
    private readonly List<int> makers = [];
    private readonly List<string> lifecycles = [];
    private readonly List<int> madeUsing = [];
    private readonly Dictionary<(string Word, bool Contains), List<int>> completeness = [];
    private Spdx3Element element = new();
    private int open;
    private string specVersion = "";
    private int documentId = -1;

    /// <summary>Whether the context is one of SPDX 3.</summary>
    public bool IsSpdx { get; private set; }

    /// <summary>An address in the JSON-LD context; that of SPDX tells the version.</summary>
    public void Context(string address)
    {
        const string Start = "spdx.org/rdf/3.";
        var at = address.IndexOf(Start, StringComparison.Ordinal);
        if (at < 0) return;
        IsSpdx = true;
        var rest = address[(at + Start.Length - 2)..];
        specVersion = rest.IndexOf('/', StringComparison.Ordinal) is var end and > 0 ? rest[..end] : rest;
    }

    /// <summary>The element that is the document itself, where there is no list of elements; null: there is one.</summary>
    public Spdx3Element? Root { get; private set; }

    /// <summary>Begins the element that the document is.</summary>
    public Spdx3Element BeginRoot(long offset, int line) => Root ??= Begin(offset, line);

    /// <summary>Begins an element, also one inside the one that is read.</summary>
    public Spdx3Element Begin(long offset, int line)
    {
        into.Line = line;
        if (++open > elements.Count) elements.Add(new Spdx3Element());
        element = elements[open - 1];
        element.Begin(offset, line);
        return element;
    }

    /// <summary>Ends the element: what it is, is known now. The one that it stands in is read further.</summary>
    public void End()
    {
        into.Line = element.Line;
        Means();
        if (--open > 0) element = elements[open - 1];
    }

    private void Means()
    {
        switch (element.Type)
        {
            // AIPackage and DatasetPackage are packages (SPDX 3.0, class hierarchy).
            case "Package": Package(ComponentKind.Unspecified); break;
            case "AIPackage": Package(ComponentKind.MachineLearningModel); break;
            case "DatasetPackage": Package(ComponentKind.Data); break;
            case "File": File(); break;
            case "Snippet":
                into.Sbom.Snippets++;
                Other();
                break;
            case "Relationship" or "LifecycleScopedRelationship": Relationship(); break;
            case "Annotation":
                into.Sbom.Annotations++;
                Other();
                break;
            case "Person" or "Organization" or "SoftwareAgent" or "Agent": Agent(); break;
            case "Tool":
                if (Other() is var tool and >= 0) tools[tool] = new Tool(into.String(element.Name.Bytes), "", "");
                break;
            case "CreationInfo": Creation(); break;
            case "SpdxDocument": Document(); break;
            case "Sbom" or "Bom" or "Bundle": Collection(); break;
            case "Vulnerability": Vulnerability(); break;
            case "Hash" or "ContentIdentifier" or "ExternalIdentifier" or "ExternalRef" or "PackageVerificationCode": Part(); break;
            case "ExternalMap":
                if (element.PartValue != 0) into.Name(into.Sbom.Texts.Bytes(element.PartValue), new Element(ElementKind.Other, 0));
                break;
            case "ConjunctiveLicenseSet" or "DisjunctiveLicenseSet" or "OrLaterOperator" or "WithAdditionOperator" or "CustomLicense" or "CustomLicenseAddition": ExpandedLicence(); break;
            default:
                if (IsForeign(element.Type)) Foreign();
                else if (element.Type.EndsWith("AssessmentRelationship", StringComparison.Ordinal)) Assessment();
                else if (!element.Licence.IsEmpty || element.Type.Contains("License", StringComparison.Ordinal)) Licence();
                else Other();
                break;
        }
    }

    private int Other() => element.Id.IsEmpty || element.Id.Bytes.StartsWith("_:"u8) ? into.Ref(element.Id.Bytes) : into.Name(element.Id.Bytes, new Element(ElementKind.Other, 0));

    private void Package(ComponentKind kind)
    {
        var component = into.Begin(-1, element.Offset, element.Line);
        into.Name(component, element.Id.Bytes);
        ref var row = ref into[component];
        row.Name = into.Text(element.Name.Bytes);
        row.Version = element.Version;
        row.Purl = element.Purl;
        row.Kind = element.Kind == ComponentKind.Unspecified ? kind : element.Kind;
        foreach (var (algorithm, value) in element.Hashes) into.Hash(component, algorithm, into.Sbom.Texts.Bytes(value));
        foreach (var (type, value) in element.Identifiers) Identifier(component, type, value);
        foreach (var (type, url) in element.References) into.Detail(component, DetailKind.ExternalReference, type, url);
        foreach (var part in element.Apart) apart.Add((component, part));
        foreach (var purpose in element.Purposes) Purpose(component, purpose);
        if (element.Copyright != 0) into.Detail(component, DetailKind.Copyright, element.Copyright);
        foreach (var agent in element.SuppliedBy) origins.Add((component, agent, true));
        foreach (var agent in element.OriginatedBy) origins.Add((component, agent, false));
    }

    // SPDX 3.0, ExternalIdentifierType.
    private void Identifier(int component, int type, int value)
    {
        var word = into.Sbom.Texts.Bytes(type);
        if (word.SequenceEqual("packageUrl"u8) || word.SequenceEqual("purl"u8))
        {
            if (!into.Sbom.Texts.Bytes(into[component].Purl).SequenceEqual(into.Sbom.Texts.Bytes(value))) into.Purl(component, into.Sbom.Texts.Bytes(value));
        }
        else if (word.SequenceEqual("cpe23"u8) || word.SequenceEqual("cpe22"u8)) into.Detail(component, DetailKind.Cpe, value);
        else if (word.SequenceEqual("swid"u8)) into.Detail(component, DetailKind.Swid, value);
        else into.Detail(component, DetailKind.ExternalReference, type, value);
    }

    private void Relationship()
    {
        if (element.From.Count > 1)
        {
            // Each with each would be more than any file should cost.
            into.Find("sbom.several-from", $"a relationship starts from {element.From.Count} elements; the first is taken", "SPDX 3 has one: write a relationship for each");
            element.From.RemoveRange(1, element.From.Count - 1);
        }

        if (element.To.Count > 0 && element.RelationshipType.Bytes.SequenceEqual("hasDistributionArtifact"u8)) distributed.AddRange(element.From.SelectMany(f => element.To.Select(t => (f, t))));
        if (!element.Id.IsEmpty) Other();
        if (element.From.Count == 0 || element.RelationshipType.IsEmpty)
        {
            into.Find("sbom.no-reference", "a relationship lacks an end or its type");
            return;
        }

        var (type, role) = roles.Of(element.RelationshipType.Bytes);
        foreach (var from in element.From)
        {
            foreach (var to in element.To) into.Relate(from, to, type, role, element.Line);
            if (role is not (RelationshipRole.DependsOn or RelationshipRole.Contains)) continue;
            into.Sbom.Stated.Add(from);
            if (element.Completeness.Length > 0) Complete(from, role == RelationshipRole.Contains);
        }
    }

    private void Complete(int from, bool contains)
    {
        var key = (element.Completeness == "noAssertion" ? "unknown" : element.Completeness, contains);
        if (!completeness.TryGetValue(key, out var list)) completeness[key] = list = [];
        list.Add(from);
    }

    private void Agent()
    {
        if (Other() is not (var id and >= 0)) return;
        into.BeginParty(isPerson: element.Type == "Person");
        into.PartyName(element.Name.Bytes);
        foreach (var (type, value) in element.Identifiers)
        {
            if (into.Sbom.Texts.Bytes(type).SequenceEqual("email"u8)) into.ContactEmail(into.Sbom.Texts.Bytes(value));
            else if (into.Sbom.Texts.Bytes(type).SequenceEqual("urlScheme"u8)) into.PartyUrl(into.Sbom.Texts.Bytes(value));
        }

        foreach (var part in element.Apart) Told(part, "an agent");
        foreach (var (_, url) in element.References) into.PartyUrl(into.Sbom.Texts.Bytes(url));
        if (into.EndParty() is var party and >= 0) agents[id] = party;
    }

    private void Creation()
    {
        // Elements may each have their own; the document's is the one most share, and the first.
        if (into.Sbom.Created.Length > 0) return;
        into.Sbom.Created = element.Created;
        makers.AddRange(element.CreatedBy);
        madeUsing.AddRange(element.CreatedUsing);
        if (specVersion.Length == 0) specVersion = element.SpecVersion;
    }

    private void Document()
    {
        documentId = Other();
        into.Sbom.DocumentName = into.String(element.Name.Bytes);
        into.Sbom.SerialNumber = into.String(element.Id.Bytes);
        documentRoots.AddRange(element.Roots);
        licenceOfData.AddRange(element.DataLicence);
    }

    private void Collection()
    {
        lifecycles.AddRange(element.Lifecycles);
        into.Sbom.Lifecycles = lifecycles;
        if (Other() is var id and >= 0) collections.TryAdd(id, [.. element.Roots]);
    }

    private void Licence()
    {
        // One of the list is known by the end of its address, whatever its name is.
        var text = element.Licence.IsEmpty ? element.Name.IsEmpty || element.Type.StartsWith("Listed", StringComparison.Ordinal) ? Last(element.Id.Bytes) : element.Name.Bytes : element.Licence.Bytes;
        if (Other() is var id and >= 0) licences[id] = (into.Once(text), LicenceForm.Expression);
    }

    private static ReadOnlySpan<byte> Last(ReadOnlySpan<byte> address) => address[(address.LastIndexOfAny("/#"u8) + 1)..];
}
