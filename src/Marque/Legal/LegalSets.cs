using Marque.Legal.Reading;
using Marque.Text;

namespace Marque.Legal;

/// <summary>Reads a legal set from its files.</summary>
public static class LegalSets
{
    /// <summary>The most files of a set.</summary>
    public const int MaxFiles = 256;

    // What a set consists of; catalogs and bridges may be several. A set from before a kind was known has none of it.
    private static readonly (string Name, Files Files, Action<Entry, Parts> Read)[] Kinds =
    [
        ("regulation", Files.One, RegulationFile.Read), ("annex-i", Files.One, LawFiles.Points), ("obligations", Files.One, LawFiles.Obligations), ("categories", Files.One, LawFiles.Categories),
        ("application", Files.One, LawFiles.Dates), ("sources", Files.One, LawFiles.Sources), ("standards", Files.One, StandardsFile.Read), ("remainder", Files.One, CatalogFiles.Remainder),
        ("freshness", Files.One, PolicyFiles.Freshness), ("automatic-rules", Files.One, PolicyFiles.AutomaticRules), ("methods", Files.One, PolicyFiles.Methods), ("modification", Files.AtMostOne, ModificationFile.Read),
        ("catalog", Files.Several, CatalogFiles.Catalog), ("bridge", Files.Several, CatalogFiles.Bridge),
    ];

    private enum Files
    {
        One,
        AtMostOne,
        Several,
    }

    /// <summary>Reads and checks a legal set: every file against the manifest, every field, every reference.</summary>
    /// <param name="files">Every file of the set by its path below the set's folder, with forward slashes: <c>manifest.json</c>, <c>cra/regulation.json</c>. <c>manifest.dsse.json</c> may stand beside the manifest.</param>
    /// <param name="signedBy">Decides whether an envelope (first argument, the bytes of <c>manifest.dsse.json</c>) carries a signature of a trusted key over the manifest (second argument); null: no key is trusted.</param>
    /// <returns>The set, unless a problem prevents it. A set that is neither known to the program nor signed reads well and is not <see cref="LegalSet.Official"/>.</returns>
    public static Read<LegalSet> Read(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files, Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>, bool>? signedBy = null) =>
        // A set known by its digest went through the checks in the program's own tests; its bytes cannot have changed since.
        Read(files, signedBy, checkKnown: false);

    internal static Read<LegalSet> Read(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files, Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>, bool>? signedBy, bool checkKnown)
    {
        var problems = new List<Problem>();
        if (files.Count > MaxFiles) return new(null, [new Problem(new Place(Manifest.Name), "legal.too-large", $"the set has {files.Count} files", $"at most {MaxFiles} are read")]);
        if (Manifest.Read(files, problems) is not { } manifest || problems.Count > 0) return new(null, problems);

        var parts = new Parts(manifest.AsOf, problems);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in manifest.Paths)
        {
            if (JsonFile.Parse(path, files[path], problems) is { } file) Take(file.Root, parts, seen);
        }

        foreach (var (name, needed, _) in Kinds)
        {
            if (needed == Files.One && !seen.Contains(name)) problems.Add(new Problem(new Place(Manifest.Name), "legal.missing-file", $"the set has no file of schema marque/legal-{name}/v1"));
        }

        if (problems.Count > 0) return new(null, problems);
        var bytes = files[Manifest.Name];
        var digest = Digest.Of(bytes.Span);
        var known = OfficialSets.Knows(digest);
        var official = known || (signedBy is not null && files.TryGetValue(Manifest.Envelope, out var envelope) && signedBy(envelope, bytes));
        var set = Assemble(manifest, digest, official, parts);
        if (!known || checkKnown) LegalChecks.Run(set, parts);
        return problems.Count > 0 ? new(null, problems) : new(set, problems);
    }

    private static void Take(Entry root, Parts parts, HashSet<string> seen)
    {
        var schema = root.Text("schema");
        root.Text("version");
        root.Text("source");
        if (root.Date("asOf") > parts.AsOf) root.Problem("asOf", "legal.order", "newer than the newest evidence of the set");
        foreach (var (name, allowed, read) in Kinds)
        {
            if (schema != $"marque/legal-{name}/v1") continue;
            if (!seen.Add(name) && allowed != Files.Several) root.Problem("schema", "legal.duplicate-id", $"a second file of schema '{schema}'");
            read(root, parts);
            root.Done();
            return;
        }

        root.Problem("schema", "legal.schema", $"the schema '{schema}' is not known to this program", $"one of {string.Join(", ", Kinds.Select(k => $"marque/legal-{k.Name}/v1"))}");
    }

    private static LegalSet Assemble(Manifest manifest, Digest digest, bool official, Parts parts) => new()
    {
        Version = manifest.Version,
        AsOf = manifest.AsOf,
        Digest = digest,
        Official = official,
        Provisions = parts.Provisions,
        Wordings = parts.Wordings,
        Points = parts.Points,
        Obligations = parts.Obligations,
        Events = parts.Events,
        Categories = parts.Categories,
        Standards = parts.Standards,
        RequestItems = parts.RequestItems,
        NotifiedBodies = parts.NotifiedBodies,
        Catalogs = parts.Catalogs,
        Bridges = parts.Bridges,
        Remainder = parts.Remainder,
        Dates = parts.Dates,
        Sources = parts.Sources,
        Freshness = parts.Freshness,
        AutomaticRules = parts.AutomaticRules,
        Methods = parts.Methods,
        Modification = parts.Modification,
    };
}
