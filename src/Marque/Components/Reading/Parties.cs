using Marque.Text.Reading;

namespace Marque.Components.Reading;

/// <summary>Persons and organisations of CycloneDX JSON.</summary>
internal static class Parties
{
    /// <summary>Behind a field's name: an organisational entity; -1 when nothing is said.</summary>
    public static int Organisation(ref JsonInput json)
    {
        if (!json.Object("organisation")) return -1;
        var into = json.Builder;
        into.BeginParty();
        while (json.Scan.Field())
        {
            if (json.Scan.Is("name"u8))
            {
                if (json.Text(out var text)) into.PartyName(text);
            }
            else if (json.Scan.Is("url"u8)) Urls(ref json);
            else if (json.Scan.Is("contact"u8)) Contacts(ref json);
            else if (json.Scan.Is("bom-ref"u8)) Other(ref json);
            else json.Scan.Skip();
        }

        return into.EndParty();
    }

    /// <summary>In the object of an organisational contact: a person; -1 when nothing is said.</summary>
    public static int Contact(ref JsonInput json)
    {
        json.Builder.BeginParty(isPerson: true);
        ContactFields(ref json, nameIsParty: true);
        return json.Builder.EndParty();
    }

    /// <summary>Behind <c>bom-ref</c> of something that nothing depends on.</summary>
    public static void Other(ref JsonInput json)
    {
        if (json.Text(out var text)) json.Builder.Name(text, new Element(ElementKind.Other, 0));
    }

    private static void Urls(ref JsonInput json)
    {
        json.Scan.Read();
        if (json.Scan.Token == System.Text.Json.JsonTokenType.String) json.Builder.PartyUrl(json.Name());
        else if (json.Scan.Token == System.Text.Json.JsonTokenType.StartArray) while (json.NextText(out var text)) json.Builder.PartyUrl(text);
        else json.Scan.Leave();
    }

    private static void Contacts(ref JsonInput json)
    {
        if (!json.List("contact")) return;
        while (json.Scan.Item())
        {
            json.Builder.PartyContact();
            ContactFields(ref json, nameIsParty: false);
        }
    }

    private static void ContactFields(ref JsonInput json, bool nameIsParty)
    {
        var into = json.Builder;
        while (json.Scan.Field())
        {
            if (json.Scan.Is("name"u8))
            {
                if (!json.Text(out var text)) continue;
                if (nameIsParty) into.PartyName(text);
                else into.ContactName(text);
            }
            else if (json.Scan.Is("email"u8))
            {
                if (json.Text(out var text)) into.ContactEmail(text);
            }
            else if (json.Scan.Is("phone"u8))
            {
                if (json.Text(out var text)) into.ContactPhone(text);
            }
            else json.Scan.Skip();
        }
    }
}
