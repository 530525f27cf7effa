using Marque.Facts;
using Marque.Text;

namespace Marque.Cases;

/// <summary>A fact that stands in a file of its own, or in a list apart from its series.</summary>
/// <param name="Series">The series it belongs to.</param>
/// <param name="Place">Where the series is named.</param>
/// <param name="Fact">The fact.</param>
internal sealed record FactOf(string Series, Place Place, RegisteredFact Fact);

/// <summary>Reads <c>evidence/**.yaml</c>: a series with its registered facts, a registered fact of a series, or a list of them under <c>evidence</c>.</summary>
internal static class EvidenceFile
{
    /// <summary>The key that makes an entry a fact, and names its series.</summary>
    public const string FactOfKey = "factOf";

    public static void Read(Fields f, string? process, List<Series> series, List<FactOf> facts)
    {
        if (!f.Has("evidence"))
        {
            Entry(f, process, series, facts);
            return;
        }

        foreach (var entry in f.Each("evidence")) Entry(entry, process, series, facts);
        f.Done();
    }

    /// <summary>Puts the facts that stand apart to their series, in the order of their files.</summary>
    /// <param name="series">The series of one case, of which each fact must find its own.</param>
    /// <param name="facts">The facts.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static List<Series> Attach(IReadOnlyList<Series> series, IReadOnlyList<FactOf> facts, List<Problem> problems)
    {
        var apart = facts.GroupBy(f => f.Series, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        List<Series> all = [.. series.Select(s => apart.Remove(s.Id, out var more) ? s with { Facts = [.. s.Facts, .. more.Select(m => m.Fact)] } : s)];
        foreach (var fact in apart.Values.SelectMany(f => f))
        {
            var near = Nearest.To(fact.Series, series.Select(s => s.Id));
            problems.Add(new Problem(fact.Place, CaseChecks.UnknownSeries, $"there is no series '{fact.Series}'", near is null ? "declare the series, or correct the id" : $"did you mean '{near}'?"));
        }

        foreach (var s in all.Where(s => s.Path is null))
        {
            foreach (var fact in s.Facts.Where(f => f.Path is null)) problems.Add(new Problem(fact.Place, "evidence.no-path", "neither the fact nor its series says where the artefact is", "add 'path:', relative to the case"));
        }

        return all;
    }

    private static void Entry(Fields f, string? process, List<Series> series, List<FactOf> facts)
    {
        if (f.Text(FactOfKey) is { } id) facts.Add(new FactOf(id, f.PlaceOf(FactOfKey), Fact(f)));
        else series.Add(One(f, process));
    }

    private static Series One(Fields s, string? process)
    {
        var kind = s.OneOf("kind", [.. FactKinds.All]);
        var series = new Series
        {
            Id = s.Required("series"),
            Kind = kind is null ? null : FactKinds.Of(kind),
            Title = s.Text("title"),
            Path = PathOf(s),
            Method = s.OneOf("method", "test", "analysis", "inspection", "review", "audit", "certificate", "record"),
            Role = s.OneOf("role", "defined", "practised") switch { "defined" => EvidenceRole.Defined, "practised" => EvidenceRole.Practised, _ => EvidenceRole.None },
            Parts = [.. s.Texts("parts").Select(p => p.Value)],
            EveryDays = s.Whole("everyDays", 1, 3650),
            Expectation = s.Nested("expect") is { } expect ? ExpectationOf(expect) : Expectation.None,
            Facts = [.. s.Each("facts").Select(Fact)],
            Process = process,
            Digest = CanonicalJson.DigestOf(s.Map, "facts"),
            Place = s.Place,
        };
        s.Text("url");
        s.Done();
        return series;
    }

    private static RegisteredFact Fact(Fields f)
    {
        var sha256 = f.Digest("sha256");
        if (sha256 is null && !f.Has("sha256")) f.Missing("sha256");
        var observed = f.Instant("observedAt");
        if (observed is null && !f.Has("observedAt")) f.Missing("observedAt");
        var found = f.Nested("found");
        var fact = new RegisteredFact
        {
            Sha256 = sha256 ?? default,
            Path = PathOf(f),
            ObservedAt = observed ?? default,
            ReceivedAt = f.Instant("receivedAt") ?? observed ?? default,
            ValidUntil = Until(f),
            Releases = ReleaseFile.Range(f),
            Found = Outcomes.Of(found?.OneOf("outcome", [.. Outcomes.All])),
            Digest = CanonicalJson.DigestOf(f.Map, FactOfKey),
            Place = f.Place,
        };
        // What else the check recorded is for people: counts by name.
        foreach (var (key, _) in found?.Map.Entries ?? []) found!.Node(key.Value);
        f.Text("note");
        f.Done();
        return fact;
    }

    // A bare date means its end, in Brussels (design: instants).
    private static NodaTime.Instant? Until(Fields f)
    {
        if (f.Node("validUntil") is not YamlScalar { Value.Length: 10 }) return f.Instant("validUntil");
        return f.Date("validUntil") is { } day ? Legal.BrusselsDay.EndOf(day) : null;
    }

    private static string? PathOf(Fields f)
    {
        if (f.Text("path") is not { } path) return null;
        var unsafePath = path.StartsWith('/') || path.Contains('\\', StringComparison.Ordinal) || path.Contains(':', StringComparison.Ordinal) || path.Split('/').Any(part => part is "" or "." or "..") || path.Any(char.IsControl);
        if (!unsafePath) return path;
        f.Problem("path", "evidence.path", "the path leaves the case, or is not relative with '/'", "put the artefact into the case's folder and name it like artefacts/report.xml");
        return null;
    }

    private static Expectation ExpectationOf(Fields e)
    {
        var digests = new List<Digest>();
        foreach (var (text, place) in e.Texts("subjectDigests"))
        {
            if (Digest.TryParse(text, out var digest)) digests.Add(digest);
            else e.Problems.Add(new Problem(place, "yaml.wrong-type", "not a SHA-256 digest", "64 hexadecimal digits, as sha256sum prints them"));
        }

        var expectation = new Expectation
        {
            Tests = Values(e, "tests"),
            MinTests = e.Whole("minTests", 1, int.MaxValue),
            Rules = Values(e, "rules"),
            Tool = e.Text("tool"),
            MaxLevel = e.OneOf("maxLevel", "none", "note", "warning"),
            MinLineRate = e.Number("minLineRate", 0, 1),
            MinComponents = e.Whole("minComponents", 1, int.MaxValue),
            Subject = e.Text("subject"),
            SubjectVersion = e.Text("subjectVersion"),
            ThreatsTreated = e.Flag("threatsTreated") ?? false,
            Contains = Values(e, "contains"),
            Excludes = Values(e, "excludes"),
            PredicateType = e.Text("predicateType"),
            SubjectDigests = digests,
            SignerKeys = Values(e, "signerKeys"),
        };
        e.Done();
        return expectation;
    }

    private static List<string> Values(Fields f, string key) => [.. f.Texts(key).Select(t => t.Value)];
}
