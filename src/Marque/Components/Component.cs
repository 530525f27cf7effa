namespace Marque.Components;

/// <summary>A component of a bill of materials: a view of its row, a few bytes large. Texts are made when asked for; what is not given is empty.</summary>
public readonly record struct Component
{
    private readonly Sbom sbom;

    internal Component(Sbom sbom, int index) => (this.sbom, Index) = (sbom, index);

    /// <summary>Its place among <see cref="Sbom.Components"/>, from 0.</summary>
    public int Index { get; }

    /// <summary>Its reference in the file (CycloneDX <c>bom-ref</c>, <c>SPDXID</c>, <c>spdxId</c>).</summary>
    public string Ref => Row.Ref == 0 ? "" : sbom.RefText(Row.Ref - 1);

    /// <summary>Its name.</summary>
    public string Name => sbom.Texts.Text(Row.Name);

    /// <summary>Its group, such as a Maven group id (CycloneDX).</summary>
    public string Group => sbom.Texts.Text(Row.Group);

    /// <summary>Its version.</summary>
    public string Version => sbom.Texts.Text(Row.Version);

    /// <summary>Its package URL, as written; the first when it has several.</summary>
    public string Purl => sbom.Texts.Text(Row.Purl);

    /// <summary>Whether it has a package URL; asks for no text.</summary>
    public bool HasPurl => Row.Purl != 0;

    /// <summary>Package URLs beyond the first (SPDX allows several).</summary>
    public IReadOnlyList<string> MorePurls => TextsOf(DetailKind.Purl);

    /// <summary>CPE names, as written.</summary>
    public IReadOnlyList<string> Cpes => TextsOf(DetailKind.Cpe);

    /// <summary>SWID tag ids (ISO/IEC 19770-2).</summary>
    public IReadOnlyList<string> SwidTags => TextsOf(DetailKind.Swid);

    /// <summary>What it is.</summary>
    public ComponentKind Kind => Row.Kind;

    /// <summary>Whether it is needed.</summary>
    public ComponentScope Scope => Row.Scope;

    /// <summary>The component it stands in; null for none.</summary>
    public Component? Parent => Row.Parent < 0 ? null : new Component(sbom, Row.Parent);

    /// <summary>Whether the file is about it (CycloneDX <c>metadata.component</c>, what an SPDX document describes).</summary>
    public bool IsSubject => Row.IsSubject;

    /// <summary>Where it begins in the file, in bytes (of its UTF-8 form, when it is UTF-16).</summary>
    public long Offset => Row.Offset;

    /// <summary>The line where it begins, from 1.</summary>
    public int Line => Row.Line;

    /// <summary>Hashes of its content.</summary>
    public IReadOnlyList<ComponentHash> Hashes
    {
        get
        {
            List<ComponentHash>? found = null;
            for (var at = Row.FirstDetail; at > 0; at = sbom.Details[at - 1].Next)
            {
                ref readonly var detail = ref sbom.Details[at - 1];
                if (detail.Kind == DetailKind.Hash) (found ??= []).Add(new ComponentHash(sbom.Texts.Text(detail.A), detail.Flag == 1 ? Convert.ToHexStringLower(sbom.Texts.Bytes(detail.B)) : sbom.Texts.Text(detail.B)));
            }

            return found ?? [];
        }
    }

    /// <summary>Its licences.</summary>
    public IReadOnlyList<ComponentLicence> Licences
    {
        get
        {
            List<ComponentLicence>? found = null;
            for (var at = Row.FirstDetail; at > 0; at = sbom.Details[at - 1].Next)
            {
                ref readonly var detail = ref sbom.Details[at - 1];
                if (detail.Kind == DetailKind.Licence) (found ??= []).Add(new ComponentLicence(sbom.Texts.Text(detail.A), (LicenceForm)detail.Flag, (LicenceSaidBy)detail.Flag2));
            }

            return found ?? [];
        }
    }

    /// <summary>References to things outside the file.</summary>
    public IReadOnlyList<ExternalReference> ExternalReferences
    {
        get
        {
            List<ExternalReference>? found = null;
            for (var at = Row.FirstDetail; at > 0; at = sbom.Details[at - 1].Next)
            {
                ref readonly var detail = ref sbom.Details[at - 1];
                if (detail.Kind == DetailKind.ExternalReference) (found ??= []).Add(new ExternalReference(sbom.Texts.Text(detail.A), sbom.Texts.Text(detail.B), (ReferenceHash)detail.Flag));
            }

            return found ?? [];
        }
    }

    /// <summary>Properties that a check or the matching reads; the others stay in the file.</summary>
    public IReadOnlyList<ComponentProperty> Properties => Pairs(DetailKind.Property, static (a, b) => new ComponentProperty(a, b));

    /// <summary>Package URLs of what it was made from (CycloneDX, pedigree ancestors).</summary>
    public IReadOnlyList<string> Ancestors => TextsOf(DetailKind.Ancestor);

    /// <summary>Who supplies it; null when not said.</summary>
    public Party? Supplier => PartyOf(DetailKind.Supplier);

    /// <summary>Who made it (CycloneDX manufacturer, SPDX originator); null when not said.</summary>
    public Party? Manufacturer => PartyOf(DetailKind.Manufacturer);

    /// <summary>Who wrote it.</summary>
    public IReadOnlyList<Party> Authors
    {
        get
        {
            List<Party>? found = null;
            for (var at = Row.FirstDetail; at > 0; at = sbom.Details[at - 1].Next)
            {
                ref readonly var detail = ref sbom.Details[at - 1];
                if (detail.Kind == DetailKind.Author) (found ??= []).Add(sbom.Parties[detail.A]);
            }

            return found ?? [];
        }
    }

    /// <summary>Who published it (CycloneDX).</summary>
    public string Publisher => TextsOf(DetailKind.Publisher) is [var first, ..] ? first : "";

    /// <summary>Its copyright notice.</summary>
    public string Copyright => TextsOf(DetailKind.Copyright) is [var first, ..] ? first : "";

    /// <summary><c>group/name@version</c>, as far as they are given; its reference when there is no name.</summary>
    public override string ToString()
    {
        var name = Name.Length == 0 ? Ref : Group.Length == 0 ? Name : $"{Group}/{Name}";
        return Version.Length == 0 ? name : $"{name}@{Version}";
    }

    private ref ComponentRow Row => ref sbom.Rows[Index];

    private Party? PartyOf(DetailKind kind)
    {
        for (var at = Row.FirstDetail; at > 0; at = sbom.Details[at - 1].Next)
        {
            if (sbom.Details[at - 1].Kind == kind) return sbom.Parties[sbom.Details[at - 1].A];
        }

        return null;
    }

    private List<string> TextsOf(DetailKind kind) => Pairs(kind, static (a, _) => a);

    private List<T> Pairs<T>(DetailKind kind, Func<string, string, T> make)
    {
        List<T>? found = null;
        for (var at = Row.FirstDetail; at > 0; at = sbom.Details[at - 1].Next)
        {
            ref readonly var detail = ref sbom.Details[at - 1];
            if (detail.Kind == kind) (found ??= []).Add(make(sbom.Texts.Text(detail.A), sbom.Texts.Text(detail.B)));
        }

        return found ?? [];
    }
}
