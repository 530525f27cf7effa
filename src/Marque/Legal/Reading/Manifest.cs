using Marque.Text;
using NodaTime;

namespace Marque.Legal.Reading;

/// <summary><c>manifest.json</c>: the version of a set and the digest of each of its files.</summary>
internal sealed record Manifest(string Version, LocalDate AsOf, IReadOnlyList<string> Paths)
{
    public const string Name = "manifest.json";

    public const string Envelope = "manifest.dsse.json";

    /// <summary>Reads the manifest and checks that the files are exactly those it lists, with their digests.</summary>
    public static Manifest? Read(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files, List<Problem> problems)
    {
        if (!files.TryGetValue(Name, out var bytes))
        {
            problems.Add(new Problem(new Place(Name), "legal.missing-file", "the legal set has no manifest.json"));
            return null;
        }

        if (JsonFile.Parse(Name, bytes, problems) is not { Root: var root }) return null;
        if (root.Text("schema") is not "marque/legal-manifest/v1") root.Problem("schema", "legal.schema", "not a manifest that this program reads", "marque/legal-manifest/v1");
        var known = new HashSet<string>([Name, Envelope], StringComparer.Ordinal);
        var manifest = new Manifest(root.Text("version"), root.Date("asOf"), Listed(root, files, known));
        root.Done();
        foreach (var extra in files.Keys.Where(k => !known.Contains(k)).Order(StringComparer.Ordinal).Take(JsonFile.MaxProblems))
        {
            problems.Add(new Problem(new Place(extra), "legal.extra-file", "the manifest does not list this file", "every file of a set is listed with its digest"));
        }

        return manifest;
    }

    private static List<string> Listed(Entry root, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files, HashSet<string> known)
    {
        var paths = new List<string>();
        foreach (var e in root.Each("files"))
        {
            var path = e.Text("path");
            var sha256 = e.Text("sha256");
            e.Done();
            if (!Digest.TryParse(sha256, out var expected)) e.Problem("sha256", "legal.type", "not a SHA-256 digest", "64 hexadecimal digits");
            else if (!files.TryGetValue(path, out var bytes)) e.Problem("path", "legal.missing-file", $"the file '{path}' is missing");
            else if (Digest.Of(bytes.Span) is var actual && actual != expected) e.Problem("sha256", "legal.altered", $"the file '{path}' is not the one listed", $"it has {actual}");
            else paths.Add(path);
            if (!known.Add(path)) e.Problem("path", "legal.duplicate-id", $"the file '{path}' is listed twice");
        }

        return paths;
    }
}
