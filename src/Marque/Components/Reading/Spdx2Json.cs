using Marque.Text.Reading;

namespace Marque.Components.Reading;

/// <summary>SPDX 2.x JSON (ISO/IEC 5962 and its 2.3 edition).</summary>
internal static class Spdx2Json
{
    /// <summary>Reads a field of the document; false when SPDX does not define it.</summary>
    public static bool Field(ref JsonInput json, Spdx2 spdx)
    {
        var name = json.Name();
        var into = json.Builder;
        if (name.SequenceEqual("spdxVersion"u8)) spdx.Version = json.String();
        else if (name.SequenceEqual("dataLicense"u8)) into.Sbom.DataLicence = json.String();
        else if (name.SequenceEqual("name"u8)) into.Sbom.DocumentName = json.String();
        else if (name.SequenceEqual("documentNamespace"u8)) into.Sbom.SerialNumber = json.String();
        else if (name.SequenceEqual("SPDXID"u8))
        {
            if (json.Text(out var text)) spdx.Document = into.Name(text, new Element(ElementKind.Other, 0));
        }
        else if (name.SequenceEqual("creationInfo"u8)) Creation(ref json, spdx);
        else if (name.SequenceEqual("packages"u8)) Packages(ref json, spdx);
        else if (name.SequenceEqual("files"u8)) into.Sbom.Files += Others(ref json);
        else if (name.SequenceEqual("snippets"u8)) into.Sbom.Snippets += Others(ref json);
        else if (name.SequenceEqual("annotations"u8)) into.Sbom.Annotations += Others(ref json);
        else if (name.SequenceEqual("relationships"u8)) Relationships(ref json, spdx);
        else if (name.SequenceEqual("documentDescribes"u8)) Described(ref json, spdx);
        else if (name.SequenceEqual("externalDocumentRefs"u8) || name.SequenceEqual("hasExtractedLicensingInfos"u8) || name.SequenceEqual("comment"u8) || name.SequenceEqual("revieweds"u8)) json.Scan.Skip();
        else return false;
        return true;
    }

    private static void Creation(ref JsonInput json, Spdx2 spdx)
    {
        if (!json.Object("creationInfo")) return;
        while (json.Scan.Field())
        {
            if (json.Scan.Is("created"u8)) json.Builder.Sbom.Created = json.String();
            else if (!json.Scan.Is("creators"u8)) json.Scan.Skip();
            else if (json.List("creators")) while (json.NextText(out var text)) spdx.Creator(text);
        }
    }

    private static void Packages(ref JsonInput json, Spdx2 spdx)
    {
        if (!json.List("packages")) return;
        while (json.Scan.Item()) Package(ref json, spdx);
    }

    private static void Package(ref JsonInput json, Spdx2 spdx)
    {
        var into = json.Builder;
        var package = into.Begin(-1, json.Scan.Offset, json.Scan.Line);
        var seen = 0;
        while (json.Scan.Field())
        {
            var field = PackageFields.Of(json.Name());
            if (field != PackageField.Unknown)
            {
                if ((seen & (1 << (int)field)) != 0) json.Twice();
                seen |= 1 << (int)field;
            }

            switch (field)
            {
                case PackageField.Id: if (json.Text(out var text)) into.Name(package, text); break;
                case PackageField.Name: if (json.Text(out text)) into[package].Name = into.Text(text); break;
                case PackageField.Version: if (json.Text(out text) && !Spdx2.IsNothing(text)) into[package].Version = into.Once(text); break;
                case PackageField.Supplier: if (json.Text(out text)) spdx.From(package, supplies: true, text); break;
                case PackageField.Originator: if (json.Text(out text)) spdx.From(package, supplies: false, text); break;
                case PackageField.Declared: if (json.Text(out text)) spdx.Licence(package, LicenceSaidBy.Declared, text); break;
                case PackageField.Concluded: if (json.Text(out text)) spdx.Licence(package, LicenceSaidBy.Concluded, text); break;
                case PackageField.Download: if (json.Text(out text)) spdx.Address(package, "distribution"u8, text); break;
                case PackageField.Homepage: if (json.Text(out text)) spdx.Address(package, "website"u8, text); break;
                case PackageField.Copyright: if (json.Text(out text) && !Spdx2.IsNothing(text)) into.Detail(package, DetailKind.Copyright, into.Once(text)); break;
                case PackageField.Purpose: if (json.Text(out text)) into[package].Kind = Kinds.Spdx(text); break;
                case PackageField.Checksums: Checksums(ref json, package); break;
                case PackageField.ExternalRefs: References(ref json, spdx, package); break;
                case PackageField.Annotations: into.Sbom.Annotations += Others(ref json); break;
                default: json.Scan.Skip(); break;
            }
        }
    }

    private static void Checksums(ref JsonInput json, int package)
    {
        if (!json.List("checksums")) return;
        while (json.Scan.Item())
        {
            var (algorithm, added) = (0, false);
            while (json.Scan.Field())
            {
                if (json.Scan.Is("algorithm"u8))
                {
                    if (json.Text(out var text)) algorithm = json.Builder.Algorithm(text);
                    if (added) json.Builder.LastHash(package, algorithm);
                }
                else if (!json.Scan.Is("checksumValue"u8)) json.Scan.Skip();
                else if (json.Text(out var text))
                {
                    json.Builder.Hash(package, algorithm, text);
                    added = true;
                }
            }
        }
    }

    private static void References(ref JsonInput json, Spdx2 spdx, int package)
    {
        if (!json.List("externalRefs")) return;
        while (json.Scan.Item())
        {
            json.First.Keep(default);
            json.Second.Keep(default);
            while (json.Scan.Field())
            {
                if (json.Scan.Is("referenceType"u8)) json.Keep(json.First);
                else if (json.Scan.Is("referenceLocator"u8)) json.Keep(json.Second);
                else json.Scan.Skip();
            }

            spdx.ExternalReference(package, json.First.Bytes, json.Second.Bytes);
        }
    }

    private static void Relationships(ref JsonInput json, Spdx2 spdx)
    {
        if (!json.List("relationships")) return;
        while (json.Scan.Item())
        {
            var line = json.Builder.Line = json.Scan.Line;
            var from = -1;
            json.First.Keep(default);
            json.Second.Keep(default);
            while (json.Scan.Field())
            {
                if (json.Scan.Is("spdxElementId"u8))
                {
                    if (json.Text(out var text)) from = json.Builder.Ref(text);
                }
                else if (json.Scan.Is("relatedSpdxElement"u8)) json.Keep(json.Second);
                else if (json.Scan.Is("relationshipType"u8)) json.Keep(json.First);
                else json.Scan.Skip();
            }

            spdx.Relate(from, json.First.Bytes, json.Second.Bytes, line);
        }
    }

    private static void Described(ref JsonInput json, Spdx2 spdx)
    {
        if (!json.List("documentDescribes")) return;
        while (json.NextText(out var text)) spdx.Describes(json.Builder.Ref(text));
    }

    // Elements that are counted, with their reference.
    private static int Others(ref JsonInput json)
    {
        var count = 0;
        if (!json.List("elements")) return 0;
        while (json.Scan.Item())
        {
            count++;
            json.Builder.Line = json.Scan.Line;
            while (json.Scan.Field())
            {
                if (json.Scan.Is("SPDXID"u8))
                {
                    if (json.Text(out var text)) json.Builder.Name(text, new Element(ElementKind.Other, 0));
                }
                else json.Scan.Skip();
            }
        }

        return count;
    }
}
