using System.Text;
using Marque.Cases;
using Marque.Text;

namespace Marque.Tests.Cases;

public class CaseFileTests
{
    [Fact]
    public void A_case_with_every_kind_of_file_reads_without_a_problem()
    {
        var read = CaseText.Read();
        Assert.Empty(read.Problems);
        var c = read.Value!;
        Assert.Equal(("valve", 2, 1, 1, 1, 1), (c.Id, c.Product!.Parts.Count, c.Statements.Count, c.Series.Count, c.Decisions.Count, c.Releases.Count));
        Assert.Equal("CR 1.1", c.Statements[0].Requirement.Id.Item);
        Assert.Equal("house", Assert.Single(c.Catalogs).Id);
    }

    [Fact]
    public void Problems_of_all_files_come_in_one_run_each_with_file_line_and_column()
    {
        var read = CaseText.Read(
            ("marque.yaml", CaseText.Main.Replace("targetLevel: 2", "targetLevel: 9", StringComparison.Ordinal)),
            ("controls/CR-1.1.yaml", CaseText.Controls.Replace("status: implemented", "status: implementd", StringComparison.Ordinal)),
            ("releases/1.0.yaml", "version: 1.0\nline: 1.x\n"),
            ("risk.yaml", "purpose: [\n"));
        Assert.Equal(
            ["controls/CR-1.1.yaml:3:9 yaml.wrong-type", "marque.yaml:7:18 yaml.wrong-type", "releases/1.0.yaml:1:10 yaml.wrong-type", "risk.yaml:2:1 yaml.syntax"],
            read.Problems.Where(p => p.Code.StartsWith("yaml.", StringComparison.Ordinal)).Select(p => $"{p.Place} {p.Code}"));
        Assert.All(read.Problems, p => Assert.NotEmpty(p.Message + p.Remedy));
        Assert.Contains(read.Problems, p => p.Remedy == "did you mean 'implemented'?");
        Assert.Contains(read.Problems, p => p.Remedy == "put it in quotes: \"1.0\"");
    }

    [Fact]
    public void Without_marque_yaml_the_folder_is_no_case_and_the_other_files_are_still_checked()
    {
        var read = CaseText.Read(("marque.yaml", null), ("people.yaml", "rolls: []\n"));
        Assert.Null(read.Value);
        Assert.Equal(["case.missing-file", "yaml.unknown-key"], read.Problems.Select(p => p.Code));
        Assert.Equal("did you mean 'roles'?", read.Problems[1].Remedy);
    }

    [Fact]
    public void An_unknown_file_is_named_so_that_it_does_not_silently_count_for_nothing()
    {
        var problem = CaseText.Single(CaseText.Read(("desicions/CR-1.1.yaml", CaseText.Decision)), "case.unknown-file");
        Assert.Equal("desicions/CR-1.1.yaml", problem.Place.ToString());
        Assert.Equal("did you mean 'people.yaml'?", CaseText.Single(CaseText.Read(("poeple.yaml", CaseText.People)), "case.unknown-file").Remedy);
    }

    [Fact]
    public void Yaml_among_the_artefacts_is_no_declaration()
    {
        var read = CaseText.Read(("artefacts/model.yaml", "threagile_version: 1.0.0\n? [complex]\n: key\n"));
        Assert.Empty(read.Problems);
        Assert.Equal(CaseText.Read().Value!.Digest, read.Value!.Digest);
    }

    [Theory]
    [InlineData("")]
    [InlineData("statements:\n")]
    public void List_files_are_accepted_with_and_without_their_key(string key)
    {
        var list = $"{key}- requirement: CR 1.1\n  parts: [firmware]\n  status: implemented\n  evidence: login-tests\n- requirement: CR 2.1\n  status: planned\n";
        var read = CaseText.Read(("controls/CR-1.1.yaml", list));
        Assert.Empty(read.Problems);
        Assert.Equal(["CR 1.1", "CR 2.1"], read.Value!.Statements.Select(s => s.Requirement.Id.Item));
        Assert.Equal(Marque.Cases.Status.Planned, read.Value.Statements[1].Status);
    }

    [Fact]
    public void A_list_where_one_entry_is_expected_is_refused()
    {
        var problem = CaseText.Single(CaseText.Read(("risk.yaml", "- purpose: x\n")), "yaml.wrong-type");
        Assert.Equal("risk.yaml:1:1", problem.Place.ToString());
    }

    [Fact]
    public void The_digest_of_a_record_ignores_comments_order_layout_and_absent_fields()
    {
        var other = CaseText.Read(("controls/CR-1.1.yaml", "# why\nstatus: 'implemented'\n\nevidence:\n  - login-tests\nnote:\nhow: >-\n  Each interface asks\n  for an account.\nparts: [ firmware ]\nrequirement: CR 1.1\n"));
        Assert.Equal(CaseText.Read().Value!.Statements[0].Digest, other.Value!.Statements[0].Digest);
        Assert.Equal(CaseText.Read().Value!.Digest, other.Value.Digest);
        var changed = CaseText.Read(("controls/CR-1.1.yaml", CaseText.Controls.Replace("Each", "Every", StringComparison.Ordinal)));
        Assert.NotEqual(other.Value.Statements[0].Digest, changed.Value!.Statements[0].Digest);
        Assert.NotEqual(other.Value.Digest, changed.Value.Digest);
    }

    [Fact]
    public void The_digests_of_records_are_pinned()
    {
        // v1 digests stand in signed decisions; a change here breaks every case that exists.
        var c = CaseText.Read().Value!;
        Assert.Equal("""{"evidence":["login-tests"],"how":"Each interface asks for an account.","parts":["firmware"],"requirement":"CR 1.1","status":"implemented"}""", Encoding.UTF8.GetString(CanonicalJson.Of(YamlReader.Read("", Encoding.UTF8.GetBytes(CaseText.Controls)).Value!)));
        Assert.Equal(Digest.Of("""{"evidence":["login-tests"],"how":"Each interface asks for an account.","parts":["firmware"],"requirement":"CR 1.1","status":"implemented"}"""u8), c.Statements[0].Digest);
        Assert.Equal(Digest.Of("""{"kind":"junit","path":"artefacts/login.xml","series":"login-tests"}"""u8), c.Series[0].Digest);
    }

    [Fact]
    public void A_process_case_brings_its_statements_and_keeps_its_people_apart()
    {
        var own = CaseText.Main + "\nuses:\n  - id: sdl\n    path: ../sdl\n    digest: 0000000000000000000000000000000000000000000000000000000000000003\n";
        var process = new CaseSource("sdl", [("marque.yaml", "process:\n  id: sdl\n  name: SDL\n"u8.ToArray()), ("controls/SM-1.yaml", "requirement: SM-1\nstatus: implemented\n"u8.ToArray()), ("people.yaml", Encoding.UTF8.GetBytes(CaseText.People))]);
        var read = CaseFile.Read(new CaseSource("valve", [("marque.yaml", Encoding.UTF8.GetBytes(own))], new Dictionary<string, CaseSource>(StringComparer.Ordinal) { ["../sdl"] = process }));
        Assert.Empty(read.Problems);
        Assert.Equal("sdl", Assert.Single(read.Value!.Statements).Process);
        Assert.Null(read.Value.People);
        Assert.NotNull(Assert.Single(read.Value.Processes).Process.People);

        var missing = CaseFile.Read(new CaseSource("valve", [("marque.yaml", Encoding.UTF8.GetBytes(own))]));
        Assert.Equal("case.process-missing", Assert.Single(missing.Problems).Code);
        Assert.Equal("valve/marque.yaml:14:5", missing.Problems[0].Place.ToString());
    }

    [Fact]
    public void A_process_case_alone_cannot_be_assessed()
    {
        var read = CaseFile.Read(new CaseSource("", [("marque.yaml", "process:\n  id: sdl\n  name: SDL\n"u8.ToArray())]));
        Assert.Equal("case.no-product", Assert.Single(read.Problems).Code);
    }
}
