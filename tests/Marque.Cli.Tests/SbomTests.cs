using System.Text;
using System.Text.Json;

namespace Marque.Cli.Tests;

/// <summary><c>marque sbom show</c>, <c>check</c> and <c>diff</c>.</summary>
public sealed class SbomTests : IDisposable
{
    private const string App = """
        {
          "bomFormat": "CycloneDX",
          "specVersion": "1.6",
          "serialNumber": "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79",
          "version": 1,
          "metadata": {
            "timestamp": "2026-11-30T10:00:00Z",
            "tools": { "components": [{ "type": "application", "name": "maker", "version": "2.0" }] },
            "component": { "type": "application", "bom-ref": "app", "name": "app", "version": "1.0.0" }
          },
          "components": [
            { "type": "library", "bom-ref": "left", "name": "left", "version": "1.2.0", "purl": "pkg:npm/left@1.2.0", "licenses": [{ "license": { "id": "MIT" } }], "supplier": { "name": "Left AB" } },
            { "type": "library", "bom-ref": "right", "name": "right", "version": "2.0.0", "purl": "pkg:npm/right@2.0.0" },
            { "type": "library", "bom-ref": "deep", "name": "deep", "version": "3.0.0" }
          ],
          "dependencies": [
            { "ref": "app", "dependsOn": ["left", "right"] },
            { "ref": "left", "dependsOn": ["deep"] },
            { "ref": "right", "dependsOn": ["deep"] },
            { "ref": "deep", "dependsOn": ["left"] }
          ]
        }
        """;

    private readonly Sample sample = new Sample().With("app.cdx.json", App).With("flat.cdx.json", """{ "bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "components": [{ "type": "library", "name": "one", "version": "1" }] }""");

    [Fact]
    public void Show_tells_what_it_is_about_and_what_it_directly_depends_on()
    {
        var ran = Run("sbom", "show", "app.cdx.json");
        Assert.Equal((Exit.Done, ""), (ran.Code, ran.Error));
        Assert.Equal("""
            app 1.0.0 (application)
            CycloneDX 1.6 (JSON), 3 components; made 2026-11-30T10:00:00Z by maker 2.0
            from         2 npm, 1 no package URL
            licences     2 none stated, 1 MIT
            suppliers    2 none stated, 1 Left AB
            graph        2 direct; deepest 2; 1 circle

            Direct dependencies
            Component  Version  From  Licence  Supplier
            left       1.2.0    npm   MIT      Left AB
            right      2.0.0    npm

            """, ran.Out);
    }

    [Fact]
    public void The_tree_opens_a_component_once_and_says_where_a_circle_closes()
    {
        var ran = Run("sbom", "show", "app.cdx.json", "--tree");
        Assert.Equal(["app 1.0.0", "├─ left 1.2.0", "│  └─ deep 3.0.0", "│     └─ left 1.2.0  (a circle)", "└─ right 2.0.0", "   └─ deep 3.0.0  (see above)"], ran.Lines[3..]);
        Assert.Equal(["app 1.0.0", "├─ left 1.2.0  (1 below)", "└─ right 2.0.0  (1 below)"], Run("sbom", "show", "app.cdx.json", "--tree", "--depth", "1").Lines[3..]);
        Assert.Equal("the file states no dependencies", Run("sbom", "show", "flat.cdx.json", "--tree").Lines[^1]);
        Assert.Equal(Exit.BadInput, Run("sbom", "show", "app.cdx.json", "--tree", "--depth", "0").Code);
    }

    [Theory]
    [InlineData("deep")]
    [InlineData("deep@3.0.0")]
    [InlineData("DEE")]
    public void A_component_is_shown_with_who_needs_it(string asked)
    {
        var ran = Run("sbom", "show", "app.cdx.json", "--component", asked);
        Assert.Equal(Exit.Done, ran.Code);
        Assert.Contains("way          app 1.0.0 → left 1.2.0 → deep 3.0.0", ran.Lines);
        Assert.Contains("needed by    left 1.2.0, right 2.0.0", ran.Lines);
        Assert.Contains("depends on   left 1.2.0", ran.Lines);
    }

    [Fact]
    public void A_package_URL_without_version_finds_every_version_and_a_wrong_name_the_nearest()
    {
        Assert.Contains("right 2.0.0", Run("sbom", "show", "app.cdx.json", "--component", "pkg:npm/right").Out, StringComparison.Ordinal);
        var ran = Run("sbom", "show", "app.cdx.json", "--component", "rihgt");
        Assert.Equal(Exit.BadInput, ran.Code);
        Assert.Equal("app.cdx.json: no component has 'rihgt' as reference, package URL or name; did you mean 'right'?\n", ran.Error);
    }

    [Fact]
    public void What_cannot_be_matched_is_listed_with_its_reason()
    {
        var ran = Run("sbom", "show", "app.cdx.json", "--unmatched");
        Assert.Contains("1 of 3 components cannot be matched against advisories", ran.Lines);
        Assert.Contains(ran.Lines, l => l.StartsWith("14    deep 3.0.0", StringComparison.Ordinal));
    }

    [Fact]
    public void Check_exits_with_0_where_the_law_is_met_whatever_practice_misses()
    {
        var ran = Run("sbom", "check", "app.cdx.json", "--release", "1.0.0");
        Assert.Equal((Exit.Done, ""), (ran.Code, ran.Error));
        Assert.Contains(ran.Lines, l => l.StartsWith("At the very least the top-level", StringComparison.Ordinal) && l.Contains("  met  ", StringComparison.Ordinal));
        Assert.Contains("What the tool that wrote the file could write", ran.Lines);
        Assert.Contains("What only the manufacturer knows", ran.Lines);
        Assert.DoesNotContain("%", ran.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("flat.cdx.json", new string[0], Exit.FallsShort, "gate: LAW: cra.top-level (unknown), cra.subject (unknown)\n")]
    [InlineData("flat.cdx.json", new[] { "--gate", "none" }, Exit.Done, "")]
    [InlineData("app.cdx.json", new[] { "--release", "1.1.0" }, Exit.FallsShort, "gate: LAW: cra.subject (not met)\n")]
    [InlineData("app.cdx.json", new[] { "--gate", "ntia" }, Exit.FallsShort, "gate: ntia: ntia.supplier (not met), ntia.identifiers (not met), ntia.author (not met)\n")]
    [InlineData("app.cdx.json", new[] { "--gate", "LAW", "--gate", "none", "--only", "bsi" }, Exit.Done, "")]
    public void The_gate_decides_the_exit_code_and_names_what_falls_short(string file, string[] options, int code, string error)
    {
        var ran = Run(["sbom", "check", file, .. options]);
        Assert.Equal((code, error), (ran.Code, ran.Error));
    }

    [Fact]
    public void What_falls_short_alike_or_is_said_several_times_stands_once()
    {
        sample.With("odd.cdx.json", """
            { "bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "odd": 1, "components": [
              { "type": "library", "name": "one", "scope": "perhaps" },
              { "type": "library", "name": "two", "scope": "perhaps" } ] }
            """);
        var ran = Run("sbom", "check", "odd.cdx.json");
        Assert.Contains("none of 2 components can be matched against advisories  (marque sbom show FILE --unmatched)", ran.Lines);
        var at = Array.IndexOf(ran.Lines, "bsi.component-version    not met  all 2 components have none");
        Assert.Equal(["bsi.filename", "bsi.dependencies"], ran.Lines[(at + 1)..(at + 3)].Select(l => l.Trim()));
        Assert.Contains(ran.Lines, l => l.StartsWith("line 2, 3", StringComparison.Ordinal) && l.Contains("'perhaps' is none of the allowed values", StringComparison.Ordinal));
        var heading = Array.IndexOf(ran.Lines, "Not understood");
        Assert.Equal("line 1:65  the field 'odd' is not known; what it holds is not read", ran.Lines[heading + 2]);
        Assert.Empty(Beside.Errors("sbom-check", Run("sbom", "check", "odd.cdx.json", "--format", "json").Json));
    }

    [Fact]
    public void One_source_in_full_names_components_with_their_line()
    {
        var ran = Run("sbom", "check", "app.cdx.json", "--only", "ntia");
        Assert.DoesNotContain("The law", ran.Out, StringComparison.Ordinal);
        var at = Array.FindIndex(ran.Lines, l => l.StartsWith("ntia.identifiers", StringComparison.Ordinal));
        Assert.Equal("ntia.identifiers  not met  data fields, Other Unique Identifiers; required; the tool's", ran.Lines[at]);
        Assert.Equal("  Other unique identifiers: 2 of 4 components have none", ran.Lines[at + 1]);
        Assert.Contains("  line 14     deep@3.0.0", ran.Lines[(at + 2)..(at + 4)]);
    }

    [Theory]
    [InlineData("app.cdx.json")]
    [InlineData("flat.cdx.json")]
    public void Every_JSON_output_follows_its_schema(string file)
    {
        Assert.Empty(Beside.Errors("sbom-check", Run("sbom", "check", file, "--format", "json").Json));
        Assert.Empty(Beside.Errors("sbom-show", Run("sbom", "show", file, "--format", "json").Json));
        Assert.Empty(Beside.Errors("sbom-show", Run("sbom", "show", file, "--format", "json", "--tree", "--unmatched", "--component", "e").Json));
        Assert.Empty(Beside.Errors("sbom-diff", Run("sbom", "diff", file, "app.cdx.json", "--format", "json").Json));
        Assert.NotEmpty(Beside.Errors("sbom-check", JsonDocument.Parse("""{"schema":"marque/sbom-check/v1"}""").RootElement));
    }

    [Fact]
    public void The_JSON_of_check_holds_every_check_with_tag_source_result_and_whose_it_is()
    {
        var json = Run("sbom", "check", "app.cdx.json", "--format", "json").Json;
        Assert.Equal(("CycloneDX", "1.6", 3), (json.GetProperty("format").GetString(), json.GetProperty("version").GetString(), json.GetProperty("components").GetInt32()));
        var hash = json.GetProperty("checks").EnumerateArray().Single(c => c.GetProperty("id").GetString() == "bsi.hash");
        Assert.Equal(("PRACTICE", "not-met", "tool", "BSI TR-03183-2, section 5.2.2", "2.1.0", 4, 4), (hash.GetProperty("tag").GetString(), hash.GetProperty("result").GetString(), hash.GetProperty("whose").GetString(), hash.GetProperty("source").GetString(), hash.GetProperty("edition").GetString(), hash.GetProperty("of").GetInt32(), hash.GetProperty("failing").GetInt32()));
        Assert.Equal(["deep@3.0.0 no-purl"], json.GetProperty("unmatched").EnumerateArray().Select(u => $"{u.GetProperty("component")} {u.GetProperty("code")}"));
        Assert.Equal(["bsi"], Run("sbom", "check", "app.cdx.json", "--only", "bsi", "--format", "json").Json.GetProperty("checks").EnumerateArray().Select(c => c.GetProperty("id").GetString()!.Split('.')[0]).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void A_release_is_one_of_the_case_named()
    {
        Assert.Equal(Exit.Done, Run("sbom", "check", "app.cdx.json", "--release", "1.0.0", "--case", "case").Code);
        var ran = Run("sbom", "check", "app.cdx.json", "--release", "1.0.1", "--case", "case");
        Assert.Equal(Exit.BadInput, ran.Code);
        Assert.StartsWith("--release: the case has no release 1.0.1; did you mean 1.", ran.Error, StringComparison.Ordinal);
        Assert.Equal(Exit.BadInput, Run("sbom", "check", "app.cdx.json", "--case", "case").Code);
    }

    [Fact]
    public void Diff_tells_the_same_version_with_other_content_first()
    {
        static string Hashed(char digit) => App.Replace("\"purl\": \"pkg:npm/right@2.0.0\"", $"\"purl\": \"pkg:npm/right@2.0.0\", \"hashes\": [{{ \"alg\": \"SHA-256\", \"content\": \"{new string(digit, 64)}\" }}]", StringComparison.Ordinal);
        sample.With("old.json", Hashed('1')).With("new.json", Hashed('2').Replace("1.2.0", "1.10.0", StringComparison.Ordinal).Replace("\"app\", \"version\": \"1.0.0\"", "\"app\", \"version\": \"1.1.0\"", StringComparison.Ordinal));
        var ran = Run("sbom", "diff", "old.json", "new.json");
        Assert.Equal((Exit.Done, ""), (ran.Code, ran.Error));
        Assert.Equal("""
            app 1.0.0 → app 1.1.0
            CycloneDX 1.6, 3 components; CycloneDX 1.6, 3 components
            0 added, 0 removed, 1 with another version, 2 in the same version

            Same version, other content (!): 1
            Component    Hash     From               To
            right 2.0.0  SHA-256  1111111111111111…  2222222222222222…

            Other version: 1
            Component  From   To
            left       1.2.0  1.10.0  up

            """, ran.Out);
        Assert.Contains("no difference in 3 components", Run("sbom", "diff", "old.json", "old.json").Lines);
    }

    [Theory]
    [InlineData("{", "bad.json:1")]
    [InlineData("""{ "bomFormat": "CycloneDX", "specVersion": "9.9" }""", "9.9")]
    [InlineData("no bill of materials", "bad.json:1")]
    public void A_file_that_cannot_be_read_is_told_with_its_place(string content, string said)
    {
        sample.With("bad.json", content);
        foreach (var args in (string[][])[["sbom", "check", "bad.json"], ["sbom", "show", "bad.json"], ["sbom", "diff", "app.cdx.json", "bad.json"]])
        {
            var ran = Run(args);
            Assert.Equal((Exit.BadInput, ""), (ran.Code, ran.Out));
            Assert.Contains(said, ran.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_missing_file_and_a_directory_are_told_by_name()
    {
        Assert.Equal("none.json: there is no such file; create it, or correct the name\n", Run("sbom", "show", "none.json").Error);
        Assert.Equal("case: this is a directory where a file is expected; name a file\n", Run("sbom", "show", "case").Error);
    }

    [Fact]
    public void Text_of_a_file_drives_no_terminal()
    {
        sample.With("hostile.json", App.Replace("\"name\": \"deep\"", "\"name\": \"de\\u001b[31mep\\u202e\"", StringComparison.Ordinal));
        foreach (var args in (string[][])[["sbom", "show", "hostile.json", "--tree"], ["sbom", "check", "hostile.json", "--only", "bsi"], ["sbom", "diff", "app.cdx.json", "hostile.json"]])
        {
            var ran = Run(args);
            Assert.DoesNotContain('\u001b', ran.Out + ran.Error);
            Assert.DoesNotContain('\u202e', ran.Out + ran.Error);
        }
    }

    [Fact]
    public void A_long_way_and_many_components_stay_bounded()
    {
        var text = new StringBuilder("""{ "bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "metadata": { "component": { "type": "application", "bom-ref": "c0", "name": "c0", "version": "1" } }, "components": [""");
        text.AppendJoin(',', Enumerable.Range(1, 5000).Select(i => $"{{\"type\":\"library\",\"bom-ref\":\"c{i}\",\"name\":\"c{i}\",\"version\":\"1\"}}")).Append("], \"dependencies\": [").AppendJoin(',', Enumerable.Range(0, 5000).Select(i => $"{{\"ref\":\"c{i}\",\"dependsOn\":[\"c{i + 1}\"]}}")).Append("]}");
        sample.With("long.json", text.ToString());
        var ran = Run("sbom", "show", "long.json", "--tree", "--depth", "9999");
        Assert.Equal(Exit.Done, ran.Code);
        Assert.True(ran.Lines.Length < 2100);
        Assert.Contains("more lines", ran.Lines[^1], StringComparison.Ordinal);
    }

    public void Dispose() => sample.Dispose();

    private Ran Run(params string[] args) => InProcess.Run(sample.Root, args);
}
