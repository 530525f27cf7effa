using Marque.Text;

namespace Marque.Cases;

/// <summary>Reads <c>people.yaml</c> and signatures.</summary>
internal static class PeopleFile
{
    internal static readonly string[] Subjects = ["requirements", "applicability", "classification", "bridges", "rebuttals", "risk-assessment", "instruments", "triage"];

    public static People Read(Fields f)
    {
        var root = f.Nested("root");
        var people = new People
        {
            RootKey = root?.Required("key"),
            Persons = [.. f.Each("people").Select(Person)],
            Roles = [.. f.Each("roles").Select(RoleOf)],
            Revoked = [.. f.Each("revoked").Select(Revoked)],
            Signatures = Signatures(f),
            SignedBytes = CanonicalJson.Of(f.Map, "signatures"),
            Place = f.Place,
        };
        root?.Done();
        f.Done();
        return people;
    }

    public static List<RecordSignature> Signatures(Fields f)
    {
        var signatures = new List<RecordSignature>();
        foreach (var s in f.Each("signatures"))
        {
            ReadOnlyMemory<byte>? dsse = null;
            if (s.Text("dsse") is { } encoded)
            {
                var bytes = new byte[encoded.Length];
                if (Convert.TryFromBase64String(encoded, bytes, out var length)) dsse = bytes.AsMemory(0, length);
                else s.Problem("dsse", "signature.encoding", "'dsse' is not base64", "paste the signature again");
            }

            var ssh = s.Text("sshsig");
            if (!s.Has("dsse") && !s.Has("sshsig")) s.Missing("dsse");
            signatures.Add(new RecordSignature(s.Required("key"), dsse, ssh, s.Place));
            s.Done();
        }

        return signatures;
    }

    private static Person Person(Fields p)
    {
        var person = new Person(p.Required("id"), p.Text("name") ?? "", [.. p.Texts("roles").Select(r => r.Value)], [.. p.Texts("keys").Select(k => k.Value)], p.Place);
        p.Text("email");
        p.Done();
        return person;
    }

    private static RevokedKey Revoked(Fields r)
    {
        var from = r.Instant("from");
        if (from is null && !r.Has("from")) r.Missing("from");
        var revoked = new RevokedKey(r.Required("key"), from ?? default, r.Required("because"), r.Digests("stays"), r.Place);
        r.Done();
        return revoked;
    }

    private static DecidingRole RoleOf(Fields r)
    {
        var role = new DecidingRole(r.Required("id"), Words(r, "may"), Words(r, "fourEyes"), r.Place);
        r.Text("title");
        r.Done();
        return role;
    }

    private static List<string> Words(Fields r, string key)
    {
        var words = new List<string>();
        foreach (var (word, place) in r.Texts(key))
        {
            if (Subjects.Contains(word, StringComparer.Ordinal)) words.Add(word);
            else r.Problems.Add(new Problem(place, "people.subject", $"'{word}' is nothing a role decides", Nearest.To(word, Subjects) is { } near ? $"did you mean '{near}'?" : $"one of {string.Join(", ", Subjects)}"));
        }

        return words;
    }
}
