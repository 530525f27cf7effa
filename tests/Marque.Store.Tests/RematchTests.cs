using System.Text;
using Marque.Advisories;

namespace Marque.Store.Tests;

/// <summary>Stored findings are those that matching gives today: what matched by older rules is matched again.</summary>
public sealed class RematchTests : IDisposable
{
    // One line for each finding: component, record, judged or not, why, fixes. When these change, stores hold other findings than a scan gives, so MatchRules must be raised, and the number here with it.
    private const int Rules = 2;
    private const string Findings = """
        pkg:deb/ubuntu/libssl3@3.0.2-1?distro=ubuntu-22.04 USN-1 True ECOSYSTEM: introduced 0, fixed 3.0.2-2; libssl3 is a binary package of openssl, by the record's list [3.0.2-2]
        pkg:npm/left@1.0.0 GHSA-1 True SEMVER: introduced 0, fixed 1.2.0 [1.2.0 2.1.0]
        pkg:npm/left@1.0.0 GHSA-2 True version 1.0.0 is listed []
        pkg:npm/left@2.0.5 GHSA-1 True SEMVER: introduced 2.0.0, fixed 2.1.0 [2.1.0 1.2.0]
        pkg:npm/left@odd GHSA-1 False the version does not compare: it is none of its ecosystem []
        pkg:pypi/right@1.0 PYSEC-1 True ECOSYSTEM: introduced 0, last affected 1.0 []

        """;

    private static readonly string[] Records =
    [
        """{"id":"GHSA-1","modified":"2026-01-01T00:00:00Z","affected":[{"package":{"ecosystem":"npm","name":"left"},"ranges":[{"type":"SEMVER","events":[{"introduced":"0"},{"fixed":"1.2.0"},{"introduced":"2.0.0"},{"fixed":"2.1.0"}]}]}]}""",
        """{"id":"GHSA-2","modified":"2026-01-01T00:00:00Z","affected":[{"package":{"ecosystem":"npm","name":"left"},"versions":["1.0.0"]}]}""",
        """{"id":"PYSEC-1","modified":"2026-01-01T00:00:00Z","affected":[{"package":{"ecosystem":"PyPI","name":"Right"},"ranges":[{"type":"ECOSYSTEM","events":[{"introduced":"0"},{"last_affected":"1.0"}]}]}]}""",
        """{"id":"USN-1","modified":"2026-01-01T00:00:00Z","affected":[{"package":{"ecosystem":"Ubuntu:22.04:LTS","name":"openssl"},"ranges":[{"type":"ECOSYSTEM","events":[{"introduced":"0"},{"fixed":"3.0.2-2"}]}],"ecosystem_specific":{"binaries":[{"binary_name":"libssl3","binary_version":"3.0.2-2"}]}}]}""",
        """{"id":"GHSA-9","modified":"2026-01-01T00:00:00Z","withdrawn":"2026-01-02T00:00:00Z","affected":[{"package":{"ecosystem":"npm","name":"left"},"versions":["1.0.0"]}]}""",
    ];

    private readonly TemporaryFolder folder = new();

    [Fact]
    public void The_rules_have_another_number_when_findings_come_out_otherwise()
    {
        using var store = Filled();
        Assert.Equal(Findings.ReplaceLineEndings("\n"), All(store));
        Assert.Equal(Rules, Store.MatchRules);
    }

    [Fact]
    public void What_was_matched_by_older_rules_is_matched_again_and_once()
    {
        using var store = Filled();
        Execute("update matched set rules = 1");
        Execute("delete from finding where record <> 'GHSA-1'");
        Execute("update finding set because = 'by older rules'");
        using var advisories = store.OpenAdvisories();
        Assert.False(store.IsMatched(advisories));
        using (var change = store.Begin())
        {
            Assert.Equal(5, store.Rematch(advisories, 1, TestContext.Current.CancellationToken));
            Assert.Equal(0, store.Rematch(advisories, 1, TestContext.Current.CancellationToken));
            change.Commit();
        }

        Assert.True(store.IsMatched(advisories));
        Assert.Equal(Findings.ReplaceLineEndings("\n"), All(store));
    }

    public void Dispose() => folder.Dispose();

    private static string All(Store store)
    {
        var text = new StringBuilder();
        foreach (var (component, finding) in store.FindingsOf(["GHSA-1", "GHSA-2", "GHSA-9", "PYSEC-1", "USN-1"]).Select(f => (store.ComponentWith(f.Component)!.Purl!, f)).OrderBy(f => f.Item1, StringComparer.Ordinal).ThenBy(f => f.f.Record, StringComparer.Ordinal))
        {
            text.Append($"{component} {finding.Record} {finding.IsJudged} {finding.Because} [{string.Join(' ', finding.Fixed)}]\n");
        }

        return text.ToString();
    }

    private Store Filled()
    {
        var store = Stores.ToWrite(folder.Path);
        var builder = new AdvisoryIndexBuilder("osv");
        foreach (var record in Records) Assert.Equal(Addition.Added, builder.Add(Encoding.UTF8.GetBytes(record)).Kind);
        var digest = store.WriteSegment(builder.Write);
        using (var change = store.Begin())
        {
            store.AddSegment(digest, builder.Count);
            change.Commit();
        }

        Stores.Sbom(store, "p", "1", Stores.Npm("left", "1.0.0"), Stores.Npm("left", "2.0.5"), Stores.Npm("left", "odd"), new StoredComponent("pkg:pypi/right@1.0", "right", "1.0") { Packages = ["PyPI right"] }, new StoredComponent("pkg:deb/ubuntu/libssl3@3.0.2-1?distro=ubuntu-22.04", "libssl3", "3.0.2-1") { Packages = ["Ubuntu libssl3"] });
        using var advisories = store.OpenAdvisories();
        using var matching = store.Begin();
        store.Rematch(advisories, 1, TestContext.Current.CancellationToken);
        matching.Commit();
        return store;
    }

    private void Execute(string sql)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={folder.At("marque.db")};Pooling=false");
        connection.Open();
        Sql.Run(connection, sql);
    }
}
