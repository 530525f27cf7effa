using System.Text.RegularExpressions;

namespace Marque.Cli.Tests;

public sealed class TriageTests : IDisposable
{
    private const string A = "GHSA-aaaa-aaaa-aaaa";
    private const string B = "GHSA-bbbb-bbbb-bbbb";
    private const string C = "GHSA-cccc-cccc-cccc";

    private readonly TriagingCase c = new();

    [Fact]
    public void A_dry_run_shows_release_by_release_what_would_change_and_writes_nothing()
    {
        var ran = c.Well("triage", "decide", "CVE-2026-0001", "--release", "2.4.*", "--status", "not_affected", "--justification", "code_not_reachable", "--impact", "Left is never called.", "--rationale", "Tested.", "--by", "lead", "--second", "head", "--dry-run");
        Assert.StartsWith(
            """
            CVE-2026-0001 in pkg:npm/left@1.0.0
              status      not affected: the vulnerable code is never executed (code_not_reachable)
              impact      Left is never called.
              releases    2.4.*
              by          lead, as psirt
              second      head, as security
              on          2026-11-24
              why         Tested.
              known       not known to be exploited, EPSS 0.5; found by npm left: SEMVER: introduced 0, fixed
                          1.2.0

            What it would change, once signed
              Release  Component           Now        Then
              2.4.0    pkg:npm/left@1.0.0  undecided  not affected
              2.4.1    pkg:npm/left@1.0.0  undecided  not affected
              2.5.0    pkg:npm/left@1.0.1  undecided  undecided     stays as it is
            --- /dev/null
            """.ReplaceLineEndings("\n"), ran.Out, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(c.Case, "triage")));
    }

    [Fact]
    public void A_decision_for_one_minor_version_is_not_applied_to_the_next()
    {
        c.Cleared("CVE-2026-0001", "--release", "2.4.*");
        Assert.Contains($"{A} left@1.0.0 in-force not_affected", c.Stand("2.4.0"));
        Assert.Contains($"{A} left@1.0.0 in-force not_affected", c.Stand("2.4.1"));
        Assert.Contains($"{A} left@1.0.1 undecided open", c.Stand("2.5.0"));
    }

    [Fact]
    public void Carried_along_its_line_it_is_reopened_by_the_other_version_there()
    {
        c.Cleared("CVE-2026-0001", "--from-release", "2.4.0", "--component", "pkg:npm/left@1.0.0");
        Assert.Contains($"{A} left@1.0.1 reopened open", c.Stand("2.5.0"));
        var table = c.Well("triage", "list", "--release", "2.5.0").Out.ReplaceLineEndings(" ");
        Assert.Contains("it was decided for version 1.0.0, and here is 1.0.1; carried to 2.5.0 by its release set: from 2.4.0", Regex.Replace(table, " +", " "), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_second_approver_it_settles_nothing()
    {
        var path = c.Decide("CVE-2026-0001", "--release", "2.4.0", "--status", "not_affected", "--justification", "code_not_reachable", "--second", "head");
        Assert.Contains($"{A} left@1.0.0 proposed open", c.Stand("2.4.0"));
        var again = c.Run("approve", path, "--sign", c.Key("lead"));
        Assert.Equal(Exit.BadInput, again.Code);
        c.Well("approve", path, "--sign", c.Key("head"));
        Assert.Contains($"{A} left@1.0.0 in-force not_affected", c.Stand("2.4.0"));
        var alone = c.Run("triage", "decide", "CVE-2026-0001", "--release", "2.4.0", "--status", "false_positive", "--rationale", "Tested.", "--by", "lead");
        Assert.Equal(Exit.BadInput, alone.Code);
        Assert.Contains("four eyes are asked", alone.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_edited_decision_is_not_attested_any_more()
    {
        var path = c.Cleared("CVE-2026-0001", "--release", "2.4.0");
        c.With($"case/{path}", c.Text(path).Replace("release: \"2.4.0\"", "release: \"2.5.0\"", StringComparison.Ordinal).Replace("release: 2.4.0", "release: 2.5.0", StringComparison.Ordinal));
        Assert.Contains($"{A} left@1.0.1 reopened open", c.Stand("2.5.0"));
        Assert.Contains("no valid signature of lead", c.Well("triage", "list", "--release", "2.5.0").Out.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_range_and_an_entry_of_known_exploitation_reopen_it_and_a_new_import_loses_nothing()
    {
        c.Cleared("CVE-2026-0001", "--release", "2.4.0");
        c.Feed("osv/c.json", LiveData.Advisory(C, "left", "1.0.5", modified: "2026-11-21T00:00:00Z"));
        Assert.Contains($"{A} left@1.0.0 in-force not_affected", c.Stand("2.4.0"));
        c.Feed("osv/a.json", LiveData.Advisory(A, "left", "1.3.0", "CVE-2026-0001", modified: "2026-11-22T00:00:00Z"));
        Assert.Contains($"{A} left@1.0.0 reopened open", c.Stand("2.4.0"));
        c.Cleared("CVE-2026-0001", "--release", "2.4.0", "--until", "2027-01-01");
        Assert.Contains($"{A} left@1.0.0 in-force not_affected", c.Stand("2.4.0"));
        c.Feed("kev.json", LiveData.Kev.Replace("CVE-2026-0002", "CVE-2026-0001", StringComparison.Ordinal).Replace("2026.11.20", "2026.11.23", StringComparison.Ordinal));
        Assert.Contains($"{A} left@1.0.0 reopened open", c.Stand("2.4.0"));
        Assert.Equal(2, Directory.GetFiles(Path.Combine(c.Case, "triage", "CVE-2026-0001")).Length);
    }

    [Fact]
    public void Decided_twice_on_one_day_the_second_takes_the_place_of_the_first()
    {
        c.Decide("CVE-2026-0001", "--release", "2.4.0", "--status", "under_investigation");
        Assert.Contains($"{A} left@1.0.0 in-force under_investigation", c.Stand("2.4.0"));
        c.Cleared("CVE-2026-0001", "--release", "2.4.0");
        Assert.Contains($"{A} left@1.0.0 in-force not_affected", c.Stand("2.4.0"));
    }

    [Fact]
    public void A_scan_of_the_case_sets_apart_what_is_settled_and_its_gate_passes_over_it()
    {
        Assert.Equal(Exit.FallsShort, c.Run("scan", "--release", "2.4.0", "--gate", "critical").Code);
        c.Cleared("CVE-2026-0001", "--release", "2.4.0");
        c.Cleared("CVE-2026-0002", "--release", "2.4.0");
        var ran = c.Run("scan", "--release", "2.4.0", "--gate", "critical", "--gate", "kev");
        Assert.Equal(Exit.Done, ran.Code);
        Assert.Contains("2 settled by triage decisions (2 not affected); marque triage list shows them", ran.Out.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.DoesNotContain("right@2.0.0: upgrade", ran.Out, StringComparison.Ordinal);
        var json = c.Run("scan", "--release", "2.4.0", "--format", "json").Json;
        Assert.Empty(Beside.Errors("scan", json));
        Assert.Equal(["not_affected", "not_affected", "open"], json.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("status").GetString()).Order(StringComparer.Ordinal));
        Assert.Equal(Exit.FallsShort, c.Run("scan", "--release", "2.4.0", "--gate", "any").Code);
        var sarif = c.Run("scan", "--release", "2.4.0", "--format", "sarif").Json.GetProperty("runs")[0].GetProperty("results").EnumerateArray().ToList();
        Assert.Equal(2, sarif.Count(r => r.TryGetProperty("suppressions", out var s) && s[0].GetProperty("status").GetString() == "accepted"));
    }

    [Fact]
    public void The_list_is_as_its_schema_says_and_gates_what_is_not_settled()
    {
        c.Decide("CVE-2026-0002", "--release", "2.4.0", "--status", "affected", "--action", "Update.", "--response", "update");
        var ran = c.Run("triage", "list", "--all-releases", "--format", "json", "--gate", "open");
        Assert.Equal((Exit.FallsShort, "gate: open: 9 findings are not settled\n"), (ran.Code, ran.Error.ReplaceLineEndings("\n")));
        Assert.Empty(Beside.Errors("triage-list", ran.Json));
        Assert.Equal([$"{A} left@1.0.0 undecided open", $"{B} right@2.0.0 in-force affected", $"{C} left@1.0.0 undecided open"], c.Stand("2.4.0"));
        var open = c.Well("triage", "list", "--release", "2.4.0", "--state", "in-force").Lines;
        Assert.Contains(open, l => l.Contains(B, StringComparison.Ordinal));
        Assert.DoesNotContain(open, l => l.Contains(A, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("triage decide CVE-2026-0001 --status fixed --rationale x --by lead", "no release is named")]
    [InlineData("triage decide CVE-2026-0001 --release 9.9.9 --status fixed --rationale x --by lead", "there is no release '9.9.9'", "none of the releases named is found to have CVE-2026-0001")]
    [InlineData("triage decide CVE-2026-0001 --release 2.4.0 --status not_affected --justification code_not_reachabel --rationale x --by lead --second head", "did you mean 'code_not_reachable'?")]
    [InlineData("triage decide CVE-2026-0001 --release 2.4.0 --status not_affected --rationale x --by lead --second head", "not_affected says why")]
    [InlineData("triage decide CVE-2026-0001 --release 2.4.0 --status affected --rationale x --by lead", "affected says what users shall do")]
    [InlineData("triage decide CVE-2026-0001 --component pkg:npm/right --release 2.4.0 --status fixed --rationale x --by lead", "it is found in pkg:npm/left@1.0.0 in 2.4.0")]
    [InlineData("triage decide CVE-2026-0001 --release 2.* --status fixed --rationale x --by lead", "2 components have CVE-2026-0001 there")]
    [InlineData("triage decide CVE-2026-0001 --release 2.4.0 --status fixed --rationale x --by nobody", "people.yaml does not know 'nobody'")]
    [InlineData("triage decide CVE-2026-0001 --release 2.4.0 --status fixed --rationale x --by lead --until 2026-01-01", "2026-01-01 is past")]
    public void What_cannot_be_decided_is_refused_with_what_would_be_right(string command, params string[] expected)
    {
        var ran = c.Run(command.Split(' '));
        Assert.Equal(Exit.BadInput, ran.Code);
        Assert.Contains(expected, e => ran.Error.ReplaceLineEndings(" ").Contains(e, StringComparison.Ordinal));
        Assert.False(Directory.Exists(Path.Combine(c.Case, "triage")));
    }

    [Theory]
    [InlineData("openvex")]
    [InlineData("cyclonedx")]
    [InlineData("csaf")]
    public void Two_components_with_different_answers_survive_a_round_trip(string format)
    {
        c.Cleared("CVE-2026-0001", "--release", "2.4.*");
        c.Decide("CVE-2026-0002", "--release", "2.4.0", "--status", "affected", "--action", "Update to 2.4.1.", "--response", "update");
        var exported = c.Well("vex", "export", "--format", format, "--release", "2.4.0", "--release", "2.4.1");
        Assert.Contains("could not be matched", exported.Error, StringComparison.Ordinal);
        c.With("case/../vex.json", exported.Out);
        if (format == "csaf") Assert.Equal(Exit.Done, c.Run("advisory", "validate", "../vex.json").Code);
        if (format == "cyclonedx") Assert.Contains("conforms to its specification", c.Run("sbom", "check", "../vex.json").Out, StringComparison.Ordinal);
        Directory.Delete(Path.Combine(c.Case, "triage"), recursive: true);
        var shown = c.Well("vex", "import", "../vex.json", "--by", "lead", "--second", "head", "--dry-run");
        Assert.False(Directory.Exists(Path.Combine(c.Case, "triage")));
        c.Well("vex", "import", "../vex.json", "--by", "lead", "--second", "head");
        Assert.Contains($"{A} left@1.0.0 proposed open", c.Stand("2.4.0"));
        foreach (var file in Directory.GetFiles(Path.Combine(c.Case, "triage"), "*.yaml", SearchOption.AllDirectories))
        {
            c.Well("approve", file, "--sign", c.Key("lead"));
            if (File.ReadAllText(file).Contains("not_affected", StringComparison.Ordinal)) c.Well("approve", file, "--sign", c.Key("head"));
        }

        Assert.Equal([$"{A} left@1.0.0 in-force not_affected", $"{B} right@2.0.0 in-force affected", $"{C} left@1.0.0 undecided open"], c.Stand("2.4.0"));
        Assert.Equal([$"{A} left@1.0.0 in-force not_affected", $"{B} right@2.0.0 undecided open", $"{C} left@1.0.0 undecided open"], c.Stand("2.4.1"));
        // Once more: what is decided is not proposed again.
        Assert.Contains("decided already", c.Well("vex", "import", "../vex.json", "--by", "lead", "--second", "head").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_in_force_is_exported_as_under_investigation()
    {
        c.Decide("CVE-2026-0001", "--release", "2.4.0", "--status", "not_affected", "--justification", "code_not_reachable", "--second", "head");
        var ran = c.Well("vex", "export", "--format", "openvex", "--release", "2.4.0");
        Assert.Equal("under_investigation", Assert.Single(ran.Json.GetProperty("statements").EnumerateArray()).GetProperty("status").GetString());
        Assert.Contains("1 finding has a decision not in force: stated as under investigation", ran.Error, StringComparison.Ordinal);
        Assert.Equal(3, c.Well("vex", "export", "--format", "openvex", "--release", "2.4.0", "--undecided").Json.GetProperty("statements").GetArrayLength());
        Assert.Equal(Exit.BadInput, c.Run("vex", "export", "--format", "openvex", "--release", "2.5.0").Code);
    }

    [Fact]
    public void A_suppliers_word_on_a_component_is_a_proposal_for_the_releases_that_hold_it()
    {
        c.With("case/../upstream.json", LiveData.OpenVex);
        var ran = c.Well("vex", "import", "../upstream.json", "--by", "lead", "--second", "head");
        Assert.Contains("CVE-2026-0001  pkg:npm/left@1.0.0  2.4.0, 2.4.1  not affected", ran.Out, StringComparison.Ordinal);
        Assert.Contains($"{A} left@1.0.0 proposed open", c.Stand("2.4.1"));
        Assert.Contains($"{A} left@1.0.1 undecided open", c.Stand("2.5.0"));
        Assert.Contains("follows: openvex https://example.com/vex/1 version 1", c.Text(Directory.GetFiles(Path.Combine(c.Case, "triage"), "*", SearchOption.AllDirectories)[0]), StringComparison.Ordinal);
    }

    public void Dispose() => c.Dispose();
}
