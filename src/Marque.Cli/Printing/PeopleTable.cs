using System.Text.Json;
using Marque.Cli.Deciding;
using Marque.Cli.Terminal;
using Marque.Documents;
using Marque.Ledger;
using NodaTime.Text;

namespace Marque.Cli.Printing;

/// <summary>Who may decide what, for people and as <c>marque/people/v1</c>.</summary>
internal static class PeopleTable
{
    public static void Print(Screen screen, PeopleFiles files)
    {
        screen.Paragraph("", new Bit(files.Folder.Case.Name, Tone.Head));
        screen.Paragraph("", new Bit(files.State().Words, files.State().Signed ? Tone.Dim : Tone.Fair));
        if (files.People is not { } people) return;
        screen.Heading("Roles");
        var roles = new Table(new Column("Role"), new Column("May decide on", Wraps: true), new Column("With four eyes", Wraps: true));
        foreach (var r in people.Roles) roles.Row(r.Id, string.Join(", ", r.May), string.Join(", ", r.FourEyes));
        roles.Print(screen);
        screen.Heading("People");
        var persons = new Table(new Column("Id"), new Column("Name", Wraps: true), new Column("Roles", Wraps: true), new Column("Keys"));
        foreach (var p in people.Persons)
        {
            // A key to a row, so that its id stays whole.
            var keys = p.Keys.Select(text => Key(people, text)).DefaultIfEmpty("no key").ToList();
            for (var i = 0; i < keys.Count; i++) persons.Row(i == 0 ? p.Id : "", i == 0 ? p.Name : "", i == 0 ? string.Join(", ", p.Roles) : "", keys[i]);
        }

        persons.Print(screen);
        if (people.Revoked.Count == 0) return;
        screen.Heading("Revoked");
        foreach (var r in people.Revoked) screen.Paragraph("", $"{r.Key} from {InstantPattern.ExtendedIso.Format(r.From)}: {r.Because} ({(r.Stays.Count == 1 ? "1 decision stays" : $"{r.Stays.Count} decisions stay")})");
    }

    public static byte[] Json(PeopleFiles files)
    {
        return JsonOutput.Of(json =>
        {
            json.WriteStartObject();
            json.WriteString("schema", "marque/people/v1");
            json.WriteString("case", files.Folder.Case.Id);
            json.WriteBoolean("signed", files.State().Signed);
            json.WriteString("because", files.State().Words);
            json.WriteStartArray("roles");
            foreach (var r in files.People?.Roles ?? [])
            {
                json.WriteStartObject();
                json.WriteString("id", r.Id);
                json.Texts("may", r.May);
                json.Texts("fourEyes", r.FourEyes);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("people");
            foreach (var p in files.People?.Persons ?? []) Write(json, files.People!, p);
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static void Write(Utf8JsonWriter json, Cases.People people, Cases.Person p)
    {
        json.WriteStartObject();
        json.WriteString("id", p.Id);
        json.WriteString("name", p.Name);
        json.Texts("roles", p.Roles);
        json.WriteStartArray("keys");
        foreach (var text in p.Keys)
        {
            json.WriteStartObject();
            // A key that cannot be read has no id, and counts for nothing.
            if (PublicKey.TryParse(text, out var key))
            {
                json.WriteString("id", key!.Id);
                json.WriteString("algorithm", Algorithm(key));
                if (people.Revoked.FirstOrDefault(r => r.Key == key.Id) is { } revoked) json.WriteString("revokedFrom", InstantPattern.ExtendedIso.Format(revoked.From));
            }
            else json.WriteNull("id");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Key(Cases.People people, string text)
    {
        if (!PublicKey.TryParse(text, out var key)) return "a key that cannot be read, and counts for nothing";
        return people.Revoked.Any(r => r.Key == key!.Id) ? $"{key!.Id} revoked" : key!.Id;
    }

    private static string Algorithm(PublicKey key) => key.Algorithm == PublicKeyAlgorithm.Ed25519 ? "Ed25519" : "ECDSA P-256";
}
