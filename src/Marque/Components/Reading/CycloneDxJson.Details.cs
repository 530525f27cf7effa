using Marque.Text.Reading;

namespace Marque.Components.Reading;

/// <content>What a component has besides its name.</content>
internal static partial class CycloneDxJson
{
    private static void Hashes(ref JsonInput json, int component)
    {
        if (!json.List("hashes")) return;
        while (json.Scan.Item())
        {
            var (algorithm, added) = (0, false);
            while (json.Scan.Field())
            {
                if (json.Scan.Is("alg"u8))
                {
                    if (json.Text(out var text)) algorithm = json.Builder.Algorithm(text);
                    if (added) json.Builder.LastHash(component, algorithm);
                }
                else if (json.Scan.Is("content"u8))
                {
                    if (!json.Text(out var text)) continue;
                    json.Builder.Hash(component, algorithm, text);
                    added = true;
                }
                else json.Scan.Skip();
            }
        }
    }

    /// <summary>Reads the licences of a component.</summary>
    private static void Licences(ref JsonInput json, int component)
    {
        if (!json.List("licenses")) return;
        while (json.Scan.Item())
        {
            var licence = default(LicenceRead);
            while (json.Scan.Field())
            {
                if (json.Scan.Is("license"u8))
                {
                    if (!json.Object("license")) continue;
                    while (json.Scan.Field()) LicenceField(ref json, ref licence);
                }
                else LicenceField(ref json, ref licence);
            }

            if (licence.Text != 0) json.Builder.Detail(component, DetailKind.Licence, licence.Text, 0, (byte)licence.Form, (byte)licence.SaidBy);
        }
    }

    private static void LicenceField(ref JsonInput json, ref LicenceRead licence)
    {
        if (json.Scan.Is("id"u8)) Take(ref json, ref licence, LicenceForm.Id);
        else if (json.Scan.Is("name"u8)) Take(ref json, ref licence, LicenceForm.Name);
        else if (json.Scan.Is("expression"u8)) Take(ref json, ref licence, LicenceForm.Expression);
        else if (json.Scan.Is("acknowledgement"u8))
        {
            if (json.Text(out var text)) licence.SaidBy = text.SequenceEqual("declared"u8) ? LicenceSaidBy.Declared : text.SequenceEqual("concluded"u8) ? LicenceSaidBy.Concluded : LicenceSaidBy.Unspecified;
        }
        else if (json.Scan.Is("bom-ref"u8)) Parties.Other(ref json);
        else json.Scan.Skip();
    }

    private static void Take(ref JsonInput json, ref LicenceRead licence, LicenceForm form)
    {
        if (json.Text(out var text)) (licence.Text, licence.Form) = (json.Builder.Once(text), form);
    }

    private static void References(ref JsonInput json, int component)
    {
        if (!json.List("externalReferences")) return;
        while (json.Scan.Item())
        {
            var (type, url) = (0, 0);
            var hash = ReferenceHash.None;
            while (json.Scan.Field())
            {
                if (json.Scan.Is("type"u8))
                {
                    if (json.Text(out var text)) type = json.Builder.Once(text);
                }
                else if (json.Scan.Is("url"u8))
                {
                    if (json.Text(out var text)) url = json.Builder.Text(text);
                }
                else if (json.Scan.Is("hashes"u8)) hash = ReferenceHashes(ref json);
                else json.Scan.Skip();
            }

            if (url != 0) json.Builder.Detail(component, DetailKind.ExternalReference, type, url, (byte)hash);
        }
    }

    private static ReferenceHash ReferenceHashes(ref JsonInput json)
    {
        var found = ReferenceHash.None;
        if (!json.List("hashes")) return found;
        while (json.Scan.Item())
        {
            while (json.Scan.Field())
            {
                if (!json.Scan.Is("alg"u8)) json.Scan.Skip();
                else if (json.Text(out var text) && found != ReferenceHash.Sha512) found = text.SequenceEqual("SHA-512"u8) ? ReferenceHash.Sha512 : ReferenceHash.Other;
            }
        }

        return found;
    }

    private static void Properties(ref JsonInput json, int component)
    {
        if (!json.List("properties")) return;
        while (json.Scan.Item())
        {
            var (name, skip) = (0, false);
            var value = 0;
            while (json.Scan.Field())
            {
                if (json.Scan.Is("name"u8))
                {
                    if (!json.Text(out var text)) continue;
                    if (KeptProperties.Has(text)) name = json.Builder.Once(text);
                    else skip = true;
                }
                else if (!skip && json.Scan.Is("value"u8))
                {
                    if (json.Text(out var text)) value = name == 0 ? json.Builder.Text(text) : json.Builder.Once(text);
                }
                else json.Scan.Skip();
            }

            if (name != 0) json.Builder.Detail(component, DetailKind.Property, name, value);
        }
    }

    private static void Swid(ref JsonInput json, int component)
    {
        if (!json.Object("swid")) return;
        while (json.Scan.Field())
        {
            if (!json.Scan.Is("tagId"u8)) json.Scan.Skip();
            else if (json.Text(out var text)) json.Builder.Detail(component, DetailKind.Swid, json.Builder.Text(text));
        }
    }

    // What a component was made from is no component of the product; its package URL tells which advisories may still hold.
    private static void Pedigree(ref JsonInput json, int component)
    {
        if (!json.Object("pedigree")) return;
        while (json.Scan.Field())
        {
            if (!json.Scan.Is("ancestors"u8))
            {
                Others(ref json);
                continue;
            }

            if (!json.List("ancestors")) continue;
            while (json.Scan.Item())
            {
                while (json.Scan.Field())
                {
                    if (json.Scan.Is("bom-ref"u8)) Parties.Other(ref json);
                    else if (!json.Scan.Is("purl"u8)) Others(ref json);
                    else if (json.Text(out var text)) json.Builder.Detail(component, DetailKind.Ancestor, json.Builder.Text(text));
                }
            }
        }
    }

    private struct LicenceRead
    {
        public int Text;
        public LicenceForm Form;
        public LicenceSaidBy SaidBy;
    }
}
