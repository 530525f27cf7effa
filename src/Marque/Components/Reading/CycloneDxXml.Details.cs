using Marque.Text.Reading;

namespace Marque.Components.Reading;

/// <content>What a component has besides its name.</content>
internal static partial class CycloneDxXml
{
    private static void Author(SbomBuilder into, int component, ReadOnlySpan<byte> name)
    {
        into.BeginParty();
        into.PartyName(name);
        if (into.EndParty() is var party and >= 0) into.Detail(component, DetailKind.Author, party);
    }

    private static void Authors(XmlInput xml, int component)
    {
        var depth = xml.Scan.Depth;
        while (xml.Child(depth))
        {
            if (Contact(xml) is var party and >= 0) xml.Builder.Detail(component, DetailKind.Author, party);
        }
    }

    private static void Party(XmlInput xml, int component, DetailKind kind)
    {
        if (Organisation(xml) is var party and >= 0) xml.Builder.Detail(component, kind, party);
    }

    private static int Organisation(XmlInput xml)
    {
        var into = xml.Builder;
        Other(xml);
        into.BeginParty();
        var depth = xml.Scan.Depth;
        while (xml.Child(depth))
        {
            if (xml.Is("name"u8)) into.PartyName(xml.Text());
            else if (xml.Is("url"u8)) into.PartyUrl(xml.Text());
            else if (xml.Is("contact"u8))
            {
                into.PartyContact();
                ContactFields(xml, nameIsParty: false);
            }
            else xml.Scan.Skip();
        }

        return into.EndParty();
    }

    private static int Contact(XmlInput xml)
    {
        Other(xml);
        xml.Builder.BeginParty(isPerson: true);
        ContactFields(xml, nameIsParty: true);
        return xml.Builder.EndParty();
    }

    private static void ContactFields(XmlInput xml, bool nameIsParty)
    {
        var into = xml.Builder;
        var depth = xml.Scan.Depth;
        while (xml.Child(depth))
        {
            if (xml.Is("name"u8))
            {
                if (nameIsParty) into.PartyName(xml.Text());
                else into.ContactName(xml.Text());
            }
            else if (xml.Is("email"u8)) into.ContactEmail(xml.Text());
            else if (xml.Is("phone"u8)) into.ContactPhone(xml.Text());
            else xml.Scan.Skip();
        }
    }

    private static void Hashes(XmlInput xml, int component)
    {
        var depth = xml.Scan.Depth;
        while (xml.Child(depth))
        {
            var algorithm = xml.Builder.Algorithm(xml.Attribute("alg"u8));
            xml.Builder.Hash(component, algorithm, xml.Text());
        }
    }

    private static void Licences(XmlInput xml, int component)
    {
        foreach (var (text, form, saidBy) in LicenceList(xml)) xml.Builder.Detail(component, DetailKind.Licence, text, 0, (byte)form, (byte)saidBy);
    }

    private static List<(int Text, LicenceForm Form, LicenceSaidBy SaidBy)> LicenceList(XmlInput xml)
    {
        var found = new List<(int, LicenceForm, LicenceSaidBy)>();
        var depth = xml.Scan.Depth;
        while (xml.Child(depth))
        {
            Other(xml);
            var said = xml.Attribute("acknowledgement"u8);
            var saidBy = said.SequenceEqual("declared"u8) ? LicenceSaidBy.Declared : said.SequenceEqual("concluded"u8) ? LicenceSaidBy.Concluded : LicenceSaidBy.Unspecified;
            if (xml.Is("expression"u8)) Add(xml.Builder.Once(xml.Text()), LicenceForm.Expression);
            else if (xml.Is("expression-detailed"u8))
            {
                Add(xml.Builder.Once(xml.Attribute("expression"u8)), LicenceForm.Expression);
                xml.Scan.Skip();
            }
            else if (xml.Is("license"u8))
            {
                var inside = xml.Scan.Depth;
                while (xml.Child(inside))
                {
                    if (xml.Is("id"u8)) Add(xml.Builder.Once(xml.Text()), LicenceForm.Id);
                    else if (xml.Is("name"u8)) Add(xml.Builder.Once(xml.Text()), LicenceForm.Name);
                    else xml.Scan.Skip();
                }
            }
            else xml.Scan.Skip();

            void Add(int text, LicenceForm form)
            {
                if (text != 0) found.Add((text, form, saidBy));
            }
        }

        return found;
    }

    private static void References(XmlInput xml, int component)
    {
        var depth = xml.Scan.Depth;
        while (xml.Child(depth))
        {
            var type = xml.Builder.Once(xml.Attribute("type"u8));
            var (url, hash) = (0, ReferenceHash.None);
            var inside = xml.Scan.Depth;
            while (xml.Child(inside))
            {
                if (xml.Is("url"u8)) url = xml.Builder.Text(xml.Text());
                else if (xml.Is("hashes"u8)) hash = ReferenceHashes(xml);
                else xml.Scan.Skip();
            }

            if (url != 0) xml.Builder.Detail(component, DetailKind.ExternalReference, type, url, (byte)hash);
        }
    }

    private static ReferenceHash ReferenceHashes(XmlInput xml)
    {
        var found = ReferenceHash.None;
        var depth = xml.Scan.Depth;
        while (xml.Child(depth))
        {
            if (found != ReferenceHash.Sha512) found = xml.Attribute("alg"u8).SequenceEqual("SHA-512"u8) ? ReferenceHash.Sha512 : ReferenceHash.Other;
            xml.Scan.Skip();
        }

        return found;
    }

    private static void Properties(XmlInput xml, int component)
    {
        var depth = xml.Scan.Depth;
        while (xml.Child(depth))
        {
            var name = xml.Attribute("name"u8);
            if (!KeptProperties.Has(name))
            {
                xml.Scan.Skip();
                continue;
            }

            var kept = xml.Builder.Once(name);
            xml.Builder.Detail(component, DetailKind.Property, kept, xml.Builder.Once(xml.Text()));
        }
    }

    private static void Swid(XmlInput xml, int component)
    {
        xml.Builder.DetailText(component, DetailKind.Swid, xml.Attribute("tagId"u8));
        xml.Scan.Skip();
    }

    private static void Pedigree(XmlInput xml, int component)
    {
        var depth = xml.Scan.Depth;
        while (xml.Child(depth))
        {
            if (!xml.Is("ancestors"u8))
            {
                Others(xml);
                continue;
            }

            var list = xml.Scan.Depth;
            while (xml.Child(list))
            {
                Other(xml);
                var inside = xml.Scan.Depth;
                while (xml.Child(inside))
                {
                    if (xml.Is("purl"u8)) xml.Builder.DetailText(component, DetailKind.Ancestor, xml.Text());
                    else Others(xml);
                }
            }
        }
    }
}
