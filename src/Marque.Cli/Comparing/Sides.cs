using System.CommandLine;
using Marque.Assessments;
using Marque.Cases;
using Marque.Comparisons;
using Marque.Ledger;
using Marque.Legal;
using Marque.Outside;
using Marque.Outside.Git;
using Marque.Text;
using NodaTime;

namespace Marque.Cli.Comparing;

/// <summary>Reads the two sides of a comparison: each case once, whether it is named once or twice.</summary>
internal sealed class Sides
{
    private readonly Shell shell;
    private readonly List<Problem> problems = [];
    private readonly Dictionary<string, (CaseSource Source, CaseIndex Index, Observations Seen, string? Commit)?> read = new(StringComparer.Ordinal);
    private readonly LegalSet law;
    private readonly List<PublicKey> keys;
    private readonly string folder;
    private readonly CheckedBefore? before;
    private readonly Lazy<Read<CaseFolder>> standing;

    private Sides(Shell shell, LegalSet law, List<PublicKey> keys, string folder, CheckedBefore? before)
    {
        (this.shell, this.law, this.keys, this.folder, this.before) = (shell, law, keys, folder, before);
        standing = new(() => CaseFolder.Read(folder));
    }

    /// <summary>The folder of the case, and both sides; null when problems were printed.</summary>
    public static (string Folder, Side From, Side To)? Of(Shell shell, ParseResult parsed, CaseOptions options, string from, string to)
    {
        var wrong = new List<Problem>();
        var trusted = options.Keys(parsed, shell, wrong);
        var set = options.Law.Read(parsed, shell, wrong);
        var (found, problem) = CaseFolder.Find(parsed.GetValue(options.Case), shell.WorkingDirectory);
        if (problem is not null) wrong.Add(problem);
        if (wrong.Count > 0 || set is null || found is null) return Refuse(shell, wrong);
        var sides = new Sides(shell, set, trusted, found, options.Before(parsed, shell));
        var now = parsed.GetValue(options.AsOf) ?? shell.ToTheSecond();
        List<string> releases = [.. sides.standing.Value.Value?.Case.Releases.Select(r => r.Version) ?? []];
        var first = SideName.Parse("--from", from, found, releases, now, wrong);
        var second = SideName.Parse("--to", to, found, releases, now, wrong);
        if (first is null || second is null) return Refuse(shell, wrong);
        var (a, b) = (sides.Read("--from", first, now), sides.Read("--to", second, now));
        return a is null || b is null ? Refuse(shell, sides.problems) : (sides.standing.Value.Value?.Folder ?? found, a, b);
    }

    private Side? Read(string option, SideName name, Instant now)
    {
        var key = name.Revision ?? "";
        if (!read.TryGetValue(key, out var known)) read[key] = known = name.Revision is { } revision ? OfRevision(revision) : AsItStands();
        if (known is not { } at) return null;
        if (name.Release is { } release && at.Index.Case.Releases.All(r => r.Version != release))
        {
            var versions = at.Index.Case.Releases.Select(r => r.Version).ToList();
            problems.Add(new Problem(new Place(option), "release.unknown", $"{(name.Revision is null ? "the case" : $"the case at {name.Revision}")} has no release '{release}'", Nearest.To(release, versions) is { } near ? $"did you mean '{near}'?" : versions.Count == 0 ? "it declares no releases" : $"known: {string.Join(", ", versions.Take(20))}"));
            return null;
        }

        var what = name.Revision is null ? "the case as it stands" : name.Revision;
        return Side.Of(what, at.Source, at.Index, at.Seen, name.Release, name.At ?? now) with { Commit = at.Commit };
    }

    private (CaseSource, CaseIndex, Observations, string?)? AsItStands()
    {
        problems.AddRange(standing.Value.Problems.Select(p => Prepared.Shown(shell, folder, p)));
        if (problems.Count > 0 || standing.Value.Value is not { } found) return null;
        var index = CaseIndex.Build(law, found.Case, keys);
        problems.AddRange(index.Problems.Select(p => Prepared.Shown(shell, folder, p)));
        return index.Value is null ? null : (found.Source, index.Value, Looking.At(shell, found, before).Observations, null);
    }

    private (CaseSource, CaseIndex, Observations, string?)? OfRevision(string revision)
    {
        var found = Looking.While(shell, (progress, cancel) => CaseRevision.Read(RealFolder(), revision, problems, before, progress, cancel));
        if (found is null) return null;
        var index = CaseIndex.Build(law, found.Case, keys);
        problems.AddRange(index.Problems.Select(p => p with { Place = p.Place with { File = $"{revision}:{p.Place.File}" } }));
        return index.Value is null ? null : (found.Source, index.Value, found.Seen.Observations, found.Commit);
    }

    private string RealFolder() => standing.Value.Value?.Folder ?? folder;

    private static (string, Side, Side)? Refuse(Shell shell, IReadOnlyList<Problem> problems)
    {
        Problems.Print(shell, [.. problems.OrderBy(p => p.Place)]);
        return null;
    }
}
