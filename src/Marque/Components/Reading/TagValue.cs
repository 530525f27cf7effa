using Marque.Text.Reading;

namespace Marque.Components.Reading;

/// <summary>SPDX 2.x tag-value text.</summary>
internal static class TagValue
{
    private enum Of
    {
        Document,
        Package,
        File,
        Snippet,
    }

    public static Sbom Read(Stream content, string fileName)
    {
        var into = new SbomBuilder(SbomFormat.SpdxTagValue, fileName);
        var spdx = new Spdx2(into);
        var scan = new TagScan(content);
        var (of, package) = (Of.Document, -1);
        while (scan.Read())
        {
            into.Line = scan.Line;
            var tag = scan.Tag;
            var value = scan.Value;
            if (spdx.Version is null && (tag.IsEmpty || scan.Line > 1000)) throw NoSpdx(scan.Line);
            if (tag.IsEmpty) into.Find("spdx.no-tag", $"the line '{SbomBuilder.Shown(value)}' has no tag; it is not read", "texts of several lines stand between <text> and </text>");
            else if (tag.StartsWith("Package"u8) || tag.StartsWith("Primary"u8) || tag.SequenceEqual("ExternalRef"u8))
            {
                if (tag.SequenceEqual("PackageName"u8)) (of, package) = (Of.Package, Begin(into, scan));
                else if (package < 0) into.Find("spdx.no-package", $"'{SbomBuilder.Shown(tag)}' stands before the first PackageName");
                else Package(into, spdx, package, tag, value);
            }
            else if (tag.SequenceEqual("SPDXID"u8)) Name(into, spdx, of, package, value);
            else if (tag.SequenceEqual("Relationship"u8)) Relationship(into, spdx, value);
            else if (tag.SequenceEqual("FileName"u8))
            {
                of = Of.File;
                into.Sbom.Files++;
            }
            else if (tag.SequenceEqual("SnippetSPDXID"u8) || tag.SequenceEqual("SnippetSPDXIdentifier"u8))
            {
                of = Of.Snippet;
                into.Sbom.Snippets++;
                Name(into, spdx, of, package, value);
            }
            else if (tag.SequenceEqual("Annotator"u8)) into.Sbom.Annotations++;
            else Document(into, spdx, tag, value);
        }

        return spdx.Version is null ? throw NoSpdx(1) : spdx.Done();
    }

    private static Refusal NoSpdx(int line) => new("sbom.unknown-kind", "this is no bill of materials that is read: neither CycloneDX or SPDX as JSON, nor CycloneDX as XML, nor SPDX tag-value text, which has SPDXVersion at its start", line);

    private static int Begin(SbomBuilder into, TagScan scan)
    {
        var package = into.Begin(-1, scan.Offset, scan.Line);
        into[package].Name = into.Text(scan.Value);
        return package;
    }

    private static void Name(SbomBuilder into, Spdx2 spdx, Of of, int package, ReadOnlySpan<byte> value)
    {
        if (of == Of.Package) into.Name(package, value);
        else
        {
            var number = into.Name(value, new Element(ElementKind.Other, 0));
            if (of == Of.Document && spdx.Document < 0) spdx.Document = number;
        }
    }

    private static void Package(SbomBuilder into, Spdx2 spdx, int package, ReadOnlySpan<byte> tag, ReadOnlySpan<byte> value)
    {
        if (tag.SequenceEqual("ExternalRef"u8)) Reference(into, spdx, package, value);
        else if (tag.SequenceEqual("PackageVersion"u8)) into[package].Version = Spdx2.IsNothing(value) ? 0 : into.Once(value);
        else if (tag.SequenceEqual("PackageSupplier"u8)) spdx.From(package, supplies: true, value);
        else if (tag.SequenceEqual("PackageOriginator"u8)) spdx.From(package, supplies: false, value);
        else if (tag.SequenceEqual("PackageLicenseDeclared"u8)) spdx.Licence(package, LicenceSaidBy.Declared, value);
        else if (tag.SequenceEqual("PackageLicenseConcluded"u8)) spdx.Licence(package, LicenceSaidBy.Concluded, value);
        else if (tag.SequenceEqual("PackageDownloadLocation"u8)) spdx.Address(package, "distribution"u8, value);
        else if (tag.SequenceEqual("PackageHomePage"u8)) spdx.Address(package, "website"u8, value);
        else if (tag.SequenceEqual("PackageChecksum"u8)) Checksum(into, package, value);
        else if (tag.SequenceEqual("PrimaryPackagePurpose"u8)) into[package].Kind = Kinds.Spdx(value);
        else if (tag.SequenceEqual("PackageCopyrightText"u8) && !Spdx2.IsNothing(value)) into.Detail(package, DetailKind.Copyright, into.Once(value));
    }

    // "SHA256: 11b6..."
    private static void Checksum(SbomBuilder into, int package, ReadOnlySpan<byte> value)
    {
        var colon = value.IndexOf((byte)':');
        if (colon < 0) into.Find("spdx.checksum", "a checksum is 'ALGORITHM: digits'");
        else into.Hash(package, into.Algorithm(value[..colon].Trim((byte)' ')), value[(colon + 1)..].Trim(" \t"u8));
    }

    // "PACKAGE-MANAGER purl pkg:npm/left-pad@1.3.0"
    private static void Reference(SbomBuilder into, Spdx2 spdx, int package, ReadOnlySpan<byte> value)
    {
        Word(ref value);
        var type = Word(ref value);
        if (value.IsEmpty) into.Find("spdx.reference", "an ExternalRef is 'CATEGORY type locator'");
        else spdx.ExternalReference(package, type, value);
    }

    // "SPDXRef-A DEPENDS_ON SPDXRef-B"
    private static void Relationship(SbomBuilder into, Spdx2 spdx, ReadOnlySpan<byte> value)
    {
        var from = into.Ref(Word(ref value));
        var type = Word(ref value);
        spdx.Relate(from, type, Word(ref value), into.Line);
    }

    private static void Document(SbomBuilder into, Spdx2 spdx, ReadOnlySpan<byte> tag, ReadOnlySpan<byte> value)
    {
        var sbom = into.Sbom;
        if (tag.SequenceEqual("SPDXVersion"u8)) spdx.Version = into.String(value);
        else if (tag.SequenceEqual("DataLicense"u8)) sbom.DataLicence = into.String(value);
        else if (tag.SequenceEqual("DocumentName"u8)) sbom.DocumentName = into.String(value);
        else if (tag.SequenceEqual("DocumentNamespace"u8)) sbom.SerialNumber = into.String(value);
        else if (tag.SequenceEqual("Created"u8)) sbom.Created = into.String(value);
        else if (tag.SequenceEqual("Creator"u8)) spdx.Creator(value);
    }

    private static ReadOnlySpan<byte> Word(scoped ref ReadOnlySpan<byte> text)
    {
        var end = text.IndexOfAny(" \t"u8);
        if (end < 0) end = text.Length;
        var word = text[..end];
        text = text[end..].TrimStart(" \t"u8);
        return word;
    }
}
