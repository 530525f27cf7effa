using Marque.Text;

namespace Marque.Cases;

/// <summary>Changes of <c>people.yaml</c>. Each takes the signatures out: they were made over what stood there before.</summary>
public static class PeopleEdit
{
    /// <summary>The file.</summary>
    public const string Path = "people.yaml";

    private const string Schema = "people";

    /// <summary>A file with a root key and one person.</summary>
    /// <param name="rootKey">The public key that is to vouch for the file.</param>
    /// <param name="roles">The roles.</param>
    /// <param name="person">The person.</param>
    /// <param name="email">Where mail reaches them; null: not said.</param>
    /// <param name="main">The bytes of <c>marque.yaml</c>.</param>
    public static FileChange New(string rootKey, IReadOnlyList<DecidingRole> roles, Person person, string? email, ReadOnlySpan<byte> main) => FileChange.New(Path, Schema, YamlValue.Map(
        ("root", YamlValue.Map(("key", YamlValue.Text(rootKey)))),
        ("roles", YamlValue.List(roles.Select(Of))),
        ("people", YamlValue.List([Of(person, email)]))), main);

    /// <summary>Adds roles, and a person; or to a person who is there the roles and keys that they do not have yet.</summary>
    /// <param name="file">The file as read.</param>
    /// <param name="people">The same, as people.</param>
    /// <param name="roles">Roles to be declared.</param>
    /// <param name="person">The person. A name that is empty is left as it is.</param>
    /// <param name="email">Where mail reaches them; null: not said.</param>
    public static Read<FileChange> Add(FileChange file, People people, IReadOnlyList<DecidingRole> roles, Person person, string? email)
    {
        var at = people.Persons.Select((p, i) => (p, i)).FirstOrDefault(p => p.p.Id == person.Id, (null!, -1));
        List<Func<FileChange, Read<FileChange>>> edits = [.. roles.Select(r => (Func<FileChange, Read<FileChange>>)(f => f.Add(["roles"], Of(r))))];
        if (at.p is null) edits.Add(f => f.Add(["people"], Of(person, email)));
        else
        {
            // A single person may stand without a list.
            YamlStep[] entry = YamlReader.Read(Path, file.After.Span).Value is YamlMap map && map["people"] is YamlMap ? ["people"] : ["people", at.i];
            void Set(string key, YamlNode value) => edits.Add(f => f.Set([.. entry, key], value));
            if (person.Roles.Except(at.p.Roles, StringComparer.Ordinal).Any()) Set("roles", YamlValue.Texts(at.p.Roles.Union(person.Roles, StringComparer.Ordinal))!);
            if (person.Keys.Count > 0) Set("keys", YamlValue.Texts(at.p.Keys.Concat(person.Keys))!);
            if (person.Name.Length > 0 && person.Name != at.p.Name) Set("name", YamlValue.Text(person.Name));
            if (email is not null) Set("email", YamlValue.Text(email));
        }

        return Unsigned(file, people, edits);
    }

    /// <summary>Revokes a key.</summary>
    public static Read<FileChange> Revoke(FileChange file, People people, RevokedKey revoked) => Unsigned(file, people, [f => f.Add(["revoked"], YamlValue.Map(
        ("key", YamlValue.Text(revoked.Key)),
        ("from", YamlValue.Instant(revoked.From)),
        ("because", YamlValue.Text(revoked.Because)),
        ("stays", YamlValue.Texts(revoked.Stays.Select(d => $"v1:{d}")))))]);

    /// <summary>Puts signatures in the place of those that are there.</summary>
    public static Read<FileChange> Sign(FileChange file, IReadOnlyList<RecordSignature> signatures) => file.Set(["signatures"], YamlValue.List(signatures.Select(DecisionText.Of)));

    /// <summary>The people of a file's bytes; null with problems.</summary>
    public static Read<People> Read(FileChange file)
    {
        var read = YamlReader.Read(Path, file.After.Span);
        var problems = read.Problems.ToList();
        if (read.Value is not YamlMap map) return new(null, problems);
        var people = PeopleFile.Read(new Fields(map, problems));
        return new(people, problems);
    }

    private static Read<FileChange> Unsigned(FileChange file, People people, List<Func<FileChange, Read<FileChange>>> edits)
    {
        // What changes nothing leaves the signature what it was.
        if (edits.Count == 0) return new(file, []);
        if (people.Signatures.Count > 0) edits.Add(f => f.Remove(["signatures"]));
        foreach (var edit in edits)
        {
            var edited = edit(file);
            if (!edited.Ok) return edited;
            file = edited.Value!;
        }

        return new(file, []);
    }

    private static YamlMap Of(DecidingRole r) => YamlValue.Map(("id", YamlValue.Text(r.Id)), ("may", YamlValue.Texts(r.May)), ("fourEyes", YamlValue.Texts(r.FourEyes)));

    private static YamlMap Of(Person p, string? email) => YamlValue.Map(
        ("id", YamlValue.Text(p.Id)),
        ("name", p.Name.Length == 0 ? null : YamlValue.Text(p.Name)),
        ("email", YamlValue.Maybe(email)),
        ("roles", YamlValue.Texts(p.Roles)),
        ("keys", YamlValue.Texts(p.Keys)));
}
