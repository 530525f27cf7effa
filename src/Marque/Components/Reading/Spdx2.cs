using Marque.Text.Reading;

namespace Marque.Components.Reading;

/// <summary>What the fields of SPDX 2.x mean, however they are written.</summary>
internal sealed class Spdx2(SbomBuilder into)
{
    private readonly RelationshipRoles roles = new(into);
    private readonly List<Tool> tools = [];
    private readonly List<Party> authors = [];
    private readonly List<int> described = [];
    private bool describes;

    /// <summary>The version of the format as written (<c>SPDX-2.3</c>).</summary>
    public string? Version { get; set; }

    /// <summary>The reference of the document itself.</summary>
    public int Document { get; set; } = -1;

    /// <summary>Neither known nor looked for (SPDX 2.3, clause 7).</summary>
    public static bool IsNothing(ReadOnlySpan<byte> text) => text.IsEmpty || text.SequenceEqual("NOASSERTION"u8);

    /// <summary>Who made the file: a tool, a person or an organisation (clause 6.8).</summary>
    public void Creator(ReadOnlySpan<byte> text)
    {
        if (text.StartsWith("Tool:"u8)) tools.Add(Tool(into.String(text[5..].Trim((byte)' '))));
        else if (Party(text) is var party and >= 0) authors.Add(into.Sbom.Parties[party]);
    }

    /// <summary>Who supplies a package (clause 7.5), or where it came from first (7.6): an organisation made it, a person wrote it.</summary>
    public void From(int component, bool supplies, ReadOnlySpan<byte> text)
    {
        if (Party(text) is not (var party and >= 0)) return;
        into.Detail(component, supplies ? DetailKind.Supplier : into.Sbom.Parties[party].IsPerson ? DetailKind.Author : DetailKind.Manufacturer, party);
    }

    /// <summary>A licence of a package (clauses 7.13, 7.15).</summary>
    public void Licence(int component, LicenceSaidBy saidBy, ReadOnlySpan<byte> text)
    {
        if (!IsNothing(text)) into.Detail(component, DetailKind.Licence, into.Once(text), 0, (byte)LicenceForm.Expression, (byte)saidBy);
    }

    /// <summary>A reference from a package to something outside (clause 7.21).</summary>
    public void ExternalReference(int component, ReadOnlySpan<byte> type, ReadOnlySpan<byte> locator)
    {
        if (locator.IsEmpty) return;
        if (type.SequenceEqual("purl"u8) || type.EndsWith("/purl"u8)) into.Purl(component, locator);
        else if (type.SequenceEqual("cpe23Type"u8) || type.SequenceEqual("cpe22Type"u8) || type.EndsWith("/cpe23Type"u8) || type.EndsWith("/cpe22Type"u8)) into.Detail(component, DetailKind.Cpe, into.Text(locator));
        else if (type.SequenceEqual("swid"u8) || type.EndsWith("/swid"u8)) into.Detail(component, DetailKind.Swid, into.Text(locator));
        else into.Detail(component, DetailKind.ExternalReference, into.Once(type), into.Text(locator));
    }

    /// <summary>An address of a package: <c>distribution</c> (clause 7.7) or <c>website</c> (7.11).</summary>
    public void Address(int component, ReadOnlySpan<byte> type, ReadOnlySpan<byte> url)
    {
        if (!IsNothing(url) && !url.SequenceEqual("NONE"u8)) into.Detail(component, DetailKind.ExternalReference, into.Once(type), into.Text(url));
    }

    /// <summary>A relationship (clause 11).</summary>
    public void Relate(int from, ReadOnlySpan<byte> type, ReadOnlySpan<byte> to, int line)
    {
        if (from < 0 || to.IsEmpty || type.IsEmpty)
        {
            into.Line = line;
            into.Find("sbom.no-reference", "a relationship lacks an end or its type");
            return;
        }

        var (position, role) = roles.Of(type);
        into.Relate(from, to, position, role, line);
        if (role is RelationshipRole.DependsOn or RelationshipRole.Contains) into.Sbom.Stated.Add(from);
        if (role == RelationshipRole.Describes && IsDocument(from)) Describes(into.Ref(to));
        else if (role == RelationshipRole.DescribedBy && IsDocument(into.Ref(to))) Describes(from);
    }

    /// <summary>The document is about this element.</summary>
    public void Describes(int reference)
    {
        describes = true;
        if (reference >= 0) described.Add(reference);
    }

    /// <summary>Ends the reading.</summary>
    public Sbom Done()
    {
        var version = Checked(Version);
        into.Sbom.Tools = tools;
        into.Sbom.Authors = authors;
        foreach (var reference in described)
        {
            if (into.Sbom.Elements[reference] is { Kind: ElementKind.Component } element) into.Subject(element.Index);
        }

        // SPDX 2.3, clause 11.1: a document with one package is about it.
        if (!describes && into.Sbom.Rows.Count == 1) into.Subject(0);
        return into.Done(version);
    }

    private static string Checked(string? version) => version switch
    {
        "SPDX-2.0" or "SPDX-2.1" or "SPDX-2.2" or "SPDX-2.3" => version[5..],
        null or "" => throw new Refusal("spdx.version", "spdxVersion is missing", 1),
        _ => throw new Refusal("spdx.version", $"the version '{SbomBuilder.Shown(System.Text.Encoding.UTF8.GetBytes(version))}' is not known; SPDX-2.0 to SPDX-2.3 and 3.0 are read", 1),
    };

    private bool IsDocument(int reference) => reference == Document || into.Sbom.Refs.Bytes(reference).SequenceEqual("SPDXRef-DOCUMENT"u8);

    // "Organization: Example (info@example.com)"; the word in front tells a person.
    private int Party(ReadOnlySpan<byte> text)
    {
        text = text.Trim((byte)' ');
        if (IsNothing(text) || text.SequenceEqual("NONE"u8)) return -1;
        var isPerson = text.StartsWith("Person:"u8);
        if (isPerson) text = text[7..];
        else if (text.StartsWith("Organization:"u8)) text = text[13..];
        text = text.Trim((byte)' ');
        ReadOnlySpan<byte> email = default;
        if (text.EndsWith(")"u8) && text.LastIndexOf((byte)'(') is var open and >= 0)
        {
            email = text[(open + 1)..^1].Trim((byte)' ');
            // What stands in brackets is an address, or it belongs to the name.
            if (email.IsEmpty || email.Contains((byte)'@')) text = text[..open].TrimEnd((byte)' ');
            else email = default;
        }

        into.BeginParty(isPerson);
        into.PartyName(text);
        into.ContactEmail(email);
        return text.IsEmpty && email.IsEmpty ? -1 : into.EndParty();
    }

    // Tools write their version behind a hyphen ("syft-0.58.0"), as the clause shows it.
    private static Tool Tool(string text)
    {
        for (var at = text.IndexOf('-', StringComparison.Ordinal); at >= 0; at = text.IndexOf('-', at + 1))
        {
            var version = text.AsSpan(at + 1);
            if (version.StartsWith("v", StringComparison.Ordinal)) version = version[1..];
            if (at > 0 && !version.IsEmpty && char.IsAsciiDigit(version[0])) return new Tool(text[..at], text[(at + 1)..], "");
        }

        return new Tool(text, "", "");
    }
}
