using Marque.Advisories;
using Marque.Components;
using Marque.Components.Purls;
using Microsoft.Data.Sqlite;

namespace Marque.Store;

/// <summary>A record of an advisory on a component version.</summary>
/// <param name="Component">The component's id.</param>
/// <param name="Record">The record's id.</param>
/// <param name="Source">The feed it came with.</param>
/// <param name="IsJudged">False: it concerns the package, and whether it hits this version cannot be told.</param>
/// <param name="Because">The range or version that hits, or why it cannot be told.</param>
/// <param name="Fixed">Versions that fix it, the nearest first.</param>
public sealed record StoredFinding(int Component, string Record, string Source, bool IsJudged, string Because, IReadOnlyList<string> Fixed);

/// <content>Findings of the component versions of all releases, kept up to date with feeds and bills of materials.</content>
public sealed partial class Store
{
    // Raised when a match of the same component with the same advisories can come out otherwise: then all are matched anew.
    internal const int MatchRules = 2;

    // So many at a time are in memory.
    private const int Batch = 20_000;

    /// <summary>Matches what is new: components that were not matched yet with all advisories, and new advisories with the components of their packages. Within a change of its own or one that is begun.</summary>
    /// <param name="advisories">The advisories that count.</param>
    /// <param name="threads">How many threads.</param>
    /// <param name="cancel">Ends the work; the change is then not to be committed.</param>
    /// <returns>How many component versions were matched.</returns>
    public int Rematch(OpenAdvisories advisories, int threads, CancellationToken cancel = default)
    {
        var (rules, lastSegment, lastComponent) = Sql.Rows(database, "select rules, last_segment, last_component from matched", row => ((int)row.GetInt64(0), row.GetInt64(1), (int)row.GetInt64(2)))[0];
        // Without advisories there is nothing to match with; the first will be matched with all.
        if (advisories.Segments.Count == 0) return 0;
        var fresh = advisories.Segments.Count(s => s > lastSegment);
        var count = 0;
        if (rules != MatchRules || fresh == advisories.Segments.Count)
        {
            lastComponent = 0;
        }
        else if (fresh > 0)
        {
            foreach (var chunk in advisories.Index.ChangedPackages(fresh).Chunk(Batch)) count += Match(advisories.Index, [.. chunk.SelectMany(ComponentsOf).Where(c => c.Id <= lastComponent).DistinctBy(c => c.Id)], threads, cancel);
        }

        while (true)
        {
            var batch = Sql.Rows(database, $"select {ComponentColumns} from component c where c.id > @1 order by c.id limit @2", IdAndComponent, (long)lastComponent, (long)Batch);
            if (batch.Count == 0) break;
            count += Match(advisories.Index, batch, threads, cancel);
            lastComponent = batch[^1].Id;
        }

        Sql.Run(database, "update matched set rules = @1, last_segment = @2, last_component = @3", (long)MatchRules, advisories.Segments[^1], (long)lastComponent);
        return count;
    }

    /// <summary>Whether every component is matched with these advisories.</summary>
    /// <param name="advisories">The advisories that count.</param>
    public bool IsMatched(OpenAdvisories advisories) => Sql.Scalar<long>(
        database,
        "select count(*) from matched where rules = @1 and last_segment = @2 and last_component >= (select coalesce(max(id), 0) from component)",
        (long)MatchRules,
        advisories.Segments.Count == 0 ? 0L : advisories.Segments[^1]) == 1;

    /// <summary>The findings of some records.</summary>
    /// <param name="records">Ids of records.</param>
    public IReadOnlyList<StoredFinding> FindingsOf(IEnumerable<string> records)
    {
        var findings = new List<StoredFinding>();
        using var query = Sql.Prepared(database, "select component, record, source, judged, because, fixed from finding where record = @1 order by component");
        foreach (var record in records)
        {
            findings.AddRange(query.With(record).Rows(row => new StoredFinding((int)row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetInt64(3) != 0, row.GetString(4), row.GetString(5) is { Length: > 0 } versions ? versions.Split('\n') : [])));
        }

        return findings;
    }

    private int Match(AdvisoryIndex index, List<(int Id, StoredComponent Component)> components, int threads, CancellationToken cancel)
    {
        var purls = new List<Purl>(components.Count);
        var ids = new List<int>(components.Count);
        foreach (var (id, component) in components)
        {
            // One that only breaks a rule of its type, as pkg:golang/stdlib does, can be matched all the same.
            if (component.Purl is null || Purl.Read(component.Purl).Purl is not { } purl) continue;
            purls.Add(purl);
            ids.Add(id);
        }

        var matches = Advisories.Match.Run(index, purls, threads, cancel);
        cancel.ThrowIfCancellationRequested();
        using var clear = Sql.Prepared(database, "delete from finding where component = @1");
        using var add = Sql.Prepared(database, "insert into finding (component, record, source, judged, because, fixed) values (@1, @2, @3, @4, @5, @6) on conflict do nothing");
        for (var i = 0; i < matches.Count; i++)
        {
            clear.With((long)ids[i]).ExecuteNonQuery();
            Put(add, ids[i], matches[i]);
        }

        return matches.Count;
    }

    private static void Put(SqliteCommand add, int component, ComponentMatch match)
    {
        foreach (var finding in match.Findings)
        {
            var versions = string.Join('\n', finding.Fixed);
            foreach (var hit in finding.Hits) add.With((long)component, hit.Record, hit.Source, true, hit.Because, versions).ExecuteNonQuery();
        }

        foreach (var open in match.NotJudged) add.With((long)component, open.Record, open.Source, false, open.Reason, "").ExecuteNonQuery();
    }
}
