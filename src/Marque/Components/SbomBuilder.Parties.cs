using System.Text;

namespace Marque.Components;

/// <content>Persons and organisations: the same one is made once.</content>
internal sealed partial class SbomBuilder
{
    private readonly TextTable parties;
    private byte[] party = new byte[256];
    private int partyLength;

    /// <summary>Begins a party.</summary>
    public void BeginParty(bool isPerson = false)
    {
        partyLength = 0;
        if (isPerson) Put('t', default);
    }

    /// <summary>Adds its name.</summary>
    public void PartyName(ReadOnlySpan<byte> utf8) => Put('n', utf8);

    /// <summary>Adds an address on the web.</summary>
    public void PartyUrl(ReadOnlySpan<byte> utf8) => Put('u', utf8);

    /// <summary>Begins a contact.</summary>
    public void PartyContact() => Put('c', default);

    /// <summary>Adds the name of the contact.</summary>
    public void ContactName(ReadOnlySpan<byte> utf8) => Put('N', utf8);

    /// <summary>Adds the e-mail address of the contact.</summary>
    public void ContactEmail(ReadOnlySpan<byte> utf8) => Put('e', utf8);

    /// <summary>Adds the telephone number of the contact.</summary>
    public void ContactPhone(ReadOnlySpan<byte> utf8) => Put('p', utf8);

    /// <summary>Ends the party; -1 when nothing was said of it.</summary>
    public int EndParty()
    {
        if (partyLength == 0) return -1;
        var number = parties.Add(party.AsSpan(0, Math.Min(partyLength, Texts.MaxText)));
        if (number == Sbom.Parties.Count) Sbom.Parties.Add(Made());
        return number;
    }

    /// <summary>Ends the party and gives it; null when nothing was said of it.</summary>
    public Party? EndedParty() => EndParty() is var number and >= 0 ? Sbom.Parties[number] : null;

    private void Put(char what, ReadOnlySpan<byte> utf8)
    {
        utf8 = Clean(utf8);
        if (utf8.IsEmpty && what is not ('t' or 'c')) return;
        if (partyLength + utf8.Length + 2 > party.Length) Array.Resize(ref party, Math.Max(party.Length * 2, partyLength + utf8.Length + 2));
        party[partyLength] = (byte)what;
        utf8.CopyTo(party.AsSpan(partyLength + 1));
        // 0xFF occurs in no UTF-8.
        party[partyLength + 1 + utf8.Length] = 0xFF;
        partyLength += utf8.Length + 2;
    }

    private Party Made()
    {
        var (name, isPerson, urls, contacts) = ("", false, new List<string>(), new List<Contact>());
        var rest = party.AsSpan(0, partyLength);
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf((byte)0xFF);
            var text = Encoding.UTF8.GetString(rest[1..end]);
            if (rest[0] is (byte)'N' or (byte)'e' or (byte)'p' && contacts.Count == 0) contacts.Add(new Contact("", "", ""));
            switch ((char)rest[0])
            {
                case 't': isPerson = true; break;
                case 'n': name = text; break;
                case 'u': urls.Add(text); break;
                case 'c': contacts.Add(new Contact("", "", "")); break;
                case 'N': contacts[^1] = contacts[^1] with { Name = text }; break;
                case 'e': contacts[^1] = contacts[^1] with { Email = text }; break;
                case 'p': contacts[^1] = contacts[^1] with { Phone = text }; break;
            }

            rest = rest[(end + 1)..];
        }

        return new Party(name, isPerson, urls, contacts);
    }
}
