using Marque.Components.Licences;
using Marque.Text;

namespace Marque.Components.Checks;

/// <summary>What a component has that some rule asks for.</summary>
[Flags]
internal enum Has : uint
{
    Nothing = 0,
    Name = 1 << 0,
    Version = 1 << 1,
    Identifier = 1 << 2,
    Supplier = 1 << 3,
    Producer = 1 << 4,
    Creator = 1 << 5,
    Hash = 1 << 6,
    Licence = 1 << 7,
    LicenceConcluded = 1 << 8,
    LicenceDeclared = 1 << 9,
    FileName = 1 << 10,
    Executable = 1 << 11,
    Archive = 1 << 12,
    Structured = 1 << 13,
    EffectiveLicence = 1 << 14,
    SourceUri = 1 << 15,
    DeployableUri = 1 << 16,
    DeployableHash = 1 << 17,
    SourceHash = 1 << 18,
    SecurityTxt = 1 << 19,
    Software = 1 << 20,
    Hardware = 1 << 21,
    OtherConcluded = 1 << 22,
    OtherDeclared = 1 << 23,
}

/// <summary>The components of a file seen once: what each has, and what each may have, though not where a rule looks for it.</summary>
internal sealed class QualityFields
{
    private readonly string file;
    private readonly Has[] has;
    private readonly Has[] maybe;
    private readonly Has[] parties;
    private readonly HashSet<int> subjects;
    private readonly Dictionary<(int Text, LicenceForm Form), string> licences = [];

    public QualityFields(Sbom sbom, string file)
    {
        (Sbom, this.file, subjects) = (sbom, file, [.. sbom.SubjectIndexes]);
        parties = [.. sbom.Parties.Select(p => p is { Name.Length: > 0 } or { CanBeReached: true } ? Reaches(p) ? Has.Supplier | Has.Creator : Has.Supplier : Has.Nothing)];
        has = new Has[sbom.Rows.Count];
        maybe = new Has[sbom.Rows.Count];
        for (var i = 0; i < has.Length; i++) See(i);
    }

    public Sbom Sbom { get; }

    public int Count => has.Length;

    /// <summary>How many components are no subject.</summary>
    public int Beside => Count - subjects.Count;

    /// <summary>Whether the file says of nothing what it depends on or contains.</summary>
    public bool StatesNoDependencies => Sbom.Graph.EdgeCount == 0 && Sbom.Stated.Count == 0;

    public bool IsSubject(int component) => subjects.Contains(component);

    public Has this[int component] => has[component];

    public Has Maybe(int component) => maybe[component];

    /// <summary>Whether somebody can be reached by e-mail or on the web (BSI TR-03183-2, section 5.2).</summary>
    public static bool Reaches(Party party) => party.Urls.Any(u => Uri.TryCreate(u, UriKind.Absolute, out _)) || party.Contacts.Any(c => c.Email.Contains('@', StringComparison.Ordinal));

    /// <summary>A component as an example, with why a licence of it is no SPDX identifier or expression.</summary>
    public QualityExample LicenceExample(int index)
    {
        for (var at = Sbom.Rows[index].FirstDetail; at > 0; at = Sbom.Details[at - 1].Next)
        {
            ref readonly var detail = ref Sbom.Details[at - 1];
            if (detail.Kind == DetailKind.Licence && !IsNothing(Sbom.Texts.Bytes(detail.A)) && WhyNoExpression((LicenceForm)detail.Flag, detail.A) is { Length: > 0 } because) return Example(index) with { Because = because };
        }

        return Example(index);
    }

    /// <summary>A component as an example.</summary>
    public QualityExample Example(int index)
    {
        var component = new Component(Sbom, index);
        var name = component.HasPurl ? component.Purl : component.ToString();
        return new QualityExample(name.Length > 0 ? name : "a component without name and reference", new Place(file, component.Line));
    }

    private void See(int index)
    {
        ref var row = ref Sbom.Rows[index];
        var yes = Has.Nothing;
        var unclear = Has.Nothing;
        if (row.Name != 0) yes |= Has.Name;
        if (row.Version != 0) yes |= IsNothing(Sbom.Texts.Bytes(row.Version)) ? Has.Nothing : Has.Version;
        if (row.Purl != 0) yes |= Has.Identifier;
        if (Sbom.Format == SbomFormat.Spdx3Json) unclear |= Has.Executable | Has.Archive | Has.Structured;
        yes |= row.Kind switch
        {
            ComponentKind.Device => Has.Hardware,
            ComponentKind.Data or ComponentKind.CryptographicAsset => Has.Nothing,
            _ => Has.Software,
        };
        for (var at = row.FirstDetail; at > 0; at = Sbom.Details[at - 1].Next) See(ref Sbom.Details[at - 1], ref yes, ref unclear);
        (has[index], maybe[index]) = (yes, unclear & ~yes);
    }

    private void See(ref Detail detail, ref Has yes, ref Has unclear)
    {
        switch (detail.Kind)
        {
            case DetailKind.Purl or DetailKind.Cpe or DetailKind.Swid:
                yes |= Has.Identifier;
                break;
            case DetailKind.Supplier:
                yes |= parties[detail.A] & Has.Supplier;
                // Whoever supplies a component need not have made it.
                unclear |= (parties[detail.A] & Has.Creator) | Producing(parties[detail.A]);
                break;
            case DetailKind.Manufacturer:
                yes |= parties[detail.A] | Producing(parties[detail.A]);
                break;
            case DetailKind.Author:
                yes |= (parties[detail.A] & Has.Supplier) | Producing(parties[detail.A]);
                unclear |= parties[detail.A] & Has.Creator;
                break;
            case DetailKind.Publisher:
                yes |= Has.Supplier;
                unclear |= Has.Producer;
                break;
            case DetailKind.Hash:
                yes |= Has.Hash;
                // BSI TR-03183-2, section 8.2, looks for it at the reference to the distribution.
                if (Sbom.Texts.Bytes(detail.A).SequenceEqual("SHA-512"u8)) unclear |= Has.DeployableHash;
                break;
            case DetailKind.Licence:
                See((LicenceForm)detail.Flag, (LicenceSaidBy)detail.Flag2, detail.A, ref yes, ref unclear);
                break;
            case DetailKind.ExternalReference:
                if (detail.B != 0) yes |= Reference(Sbom.Texts.Bytes(detail.A), (ReferenceHash)detail.Flag);
                break;
            case DetailKind.Property:
                if (Sbom.Format == SbomFormat.Spdx3Json) Spdx3(Sbom.Texts.Bytes(detail.A), Sbom.Texts.Bytes(detail.B), (ReferenceHash)detail.Flag, ref yes, ref unclear);
                else yes |= Property(Sbom.Texts.Bytes(detail.A), Sbom.Texts.Bytes(detail.B));
                break;
        }
    }

    private static Has Producing(Has party) => (party & Has.Supplier) != Has.Nothing ? Has.Producer : Has.Nothing;

    private void See(LicenceForm form, LicenceSaidBy by, int text, ref Has yes, ref Has unclear)
    {
        if (IsNothing(Sbom.Texts.Bytes(text))) return;
        if (by == LicenceSaidBy.Concluded) unclear |= Has.Licence;
        else yes |= Has.Licence;
        // BSI TR-03183-2, section 6.1: identifiers and expressions, no free names.
        if (WhyNoExpression(form, text).Length > 0) yes |= by switch { LicenceSaidBy.Concluded => Has.OtherConcluded, LicenceSaidBy.Declared => Has.OtherDeclared, _ => Has.OtherConcluded | Has.OtherDeclared };
        else if (by == LicenceSaidBy.Concluded) yes |= Has.LicenceConcluded;
        else if (by == LicenceSaidBy.Declared) yes |= Has.LicenceDeclared;
        else unclear |= Has.LicenceConcluded | Has.LicenceDeclared;
    }

    private string WhyNoExpression(LicenceForm form, int text)
    {
        if (licences.TryGetValue((text, form), out var known)) return known;
        var written = Sbom.Texts.Text(text);
        return licences[(text, form)] = form == LicenceForm.Name ? $"'{written}' is given as a name" : LicenceReading.Of(new ComponentLicence(written, form, LicenceSaidBy.Unspecified)).Problem;
    }

    private static Has Reference(ReadOnlySpan<byte> type, ReferenceHash hash) =>
        type.SequenceEqual("source-distribution"u8) ? hash == ReferenceHash.None ? Has.SourceUri : Has.SourceUri | Has.SourceHash
        : type.SequenceEqual("distribution"u8) ? hash == ReferenceHash.Sha512 ? Has.DeployableUri | Has.DeployableHash : Has.DeployableUri
        : type.SequenceEqual("rfc-9116"u8) ? Has.SecurityTxt
        : Has.Nothing;

    // SPDX 3: a purpose says that a package is something, and nothing says that it is not.
    private static void Spdx3(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, ReferenceHash hash, ref Has yes, ref Has unclear)
    {
        if (!name.SequenceEqual("hasDistributionArtifact"u8))
        {
            if (value.SequenceEqual("executable"u8)) yes |= Has.Executable;
            else if (value.SequenceEqual("archive"u8)) yes |= Has.Archive;
            return;
        }

        if (value.StartsWith("./"u8)) value = value[2..];
        if (value.IndexOfAny((byte)'/', (byte)'\\') >= 0) unclear |= Has.FileName;
        else if (!value.IsEmpty) yes |= Has.FileName;
        if (hash == ReferenceHash.Sha512) yes |= Has.DeployableHash;
    }

    // BSI CycloneDX property taxonomy: the values each property may have.
    private static Has Property(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        if (!name.StartsWith("bsi:component:"u8)) return Has.Nothing;
        var key = name[14..];
        if (key.SequenceEqual("filename"u8)) return value.IsEmpty || value.IndexOfAny((byte)'/', (byte)'\\') >= 0 ? Has.Nothing : Has.FileName;
        if (key.SequenceEqual("executable"u8)) return value.SequenceEqual("executable"u8) || value.SequenceEqual("non-executable"u8) ? Has.Executable : Has.Nothing;
        if (key.SequenceEqual("archive"u8)) return value.SequenceEqual("archive"u8) || value.SequenceEqual("no archive"u8) ? Has.Archive : Has.Nothing;
        if (key.SequenceEqual("structured"u8)) return value.SequenceEqual("structured"u8) || value.SequenceEqual("unstructured"u8) ? Has.Structured : Has.Nothing;
        return key.SequenceEqual("effectiveLicense"u8) && !IsNothing(value) ? Has.EffectiveLicence : Has.Nothing;
    }

    // SPDX: NONE says that there is none, NOASSERTION that nothing is said.
    private static bool IsNothing(ReadOnlySpan<byte> text) => text.IsEmpty || text.SequenceEqual("NONE"u8) || text.SequenceEqual("NOASSERTION"u8);
}
