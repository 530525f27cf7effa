using System.Text.RegularExpressions;

namespace Marque.Cli.Tests;

public sealed class EditionTests : IDisposable
{
    private readonly Sample sample = new Sample()
        .With("case/catalogs/acme-1.yaml", "catalog: acme\nedition: \"1\"\nitems:\n  - { id: A, title: One }\n  - { id: B, title: Two }\n  - { id: C, title: Three }\n  - { id: D, title: Four }\n  - { id: E, title: Five }\n")
        .With("case/catalogs/acme-2.yaml", "catalog: acme\nedition: \"2\"\nitems:\n  - { id: A, title: Another }\n  - { id: BC, title: Both }\n  - { id: AA, title: One now }\n  - { id: F, title: Six }\n")
        .With("case/editions/acme.yaml", "map: acme\nfrom: { catalog: acme, edition: \"1\" }\nto: { catalog: acme, edition: \"2\" }\nentries:\n  - { fate: split, from: A, to: [AA, F], rationale: So. }\n  - { fate: merged, from: [B, C], to: BC, rationale: So. }\n  - { fate: deleted, from: D, movedTo: F, rationale: So. }\n  - { fate: new, to: A, rationale: So. }\n")
        .With("case/controls/acme.yaml", "- { requirement: \"acme@1:A\", status: implemented, how: First., evidence: [login-tests], parts: [app] }\n- { requirement: \"acme@1:B\", status: partly, how: Second. }\n- { requirement: \"acme@1:D\", status: implemented }\n");

    [Fact]
    public void Every_old_requirement_is_shown_with_its_fate_and_what_is_left_to_do()
    {
        var ran = InProcess.Run(Pinned().Case, "standards", "edition", "acme");
        Assert.Equal((Exit.Done, ""), (ran.Code, ran.Error));
        Assert.Contains(ran.Lines, l => l.StartsWith("A   ", StringComparison.Ordinal) && l.Contains("split", StringComparison.Ordinal) && l.Contains("AA, F", StringComparison.Ordinal));
        Assert.Contains("implemented (app) at controls/acme.yaml:1:3; facts: login-tests", Regex.Replace(ran.Out, "\\n +", " "), StringComparison.Ordinal);
        Assert.Contains(ran.Lines, l => l.StartsWith("D   ", StringComparison.Ordinal) && l.Contains("no longer asked; some of it moved to F", StringComparison.Ordinal));
        Assert.Contains(ran.Lines, l => l.StartsWith("E   ", StringComparison.Ordinal) && l.Contains("not said", StringComparison.Ordinal));
        Assert.Contains("the map does not say what becomes of 1 of 5; what is recorded on them counts for nothing", ran.Lines);
        Assert.Contains("3 proposed and undecided, 0 decided, 0 stated anew, 1 open", ran.Lines);
    }

    [Fact]
    public void The_document_follows_its_schema()
    {
        foreach (var at in new[] { sample.Case, Pinned().Case })
        {
            var json = InProcess.Run(at, "standards", "edition", "acme", "--format", "json").Json;
            Assert.Empty(Beside.Errors("standards-edition", json));
        }

        var pinned = InProcess.Run(sample.Case, "standards", "edition", "acme", "--format", "json").Json;
        Assert.Equal(("acme@1", "acme@2", true, false), (pinned.GetProperty("map").GetProperty("from").GetString(), pinned.GetProperty("map").GetProperty("to").GetString(), pinned.GetProperty("map").GetProperty("inForce").GetBoolean(), pinned.GetProperty("map").GetProperty("reviewed").GetBoolean()));
        Assert.Equal(["A open", "BC gap", "AA claimed", "F claimed"], pinned.GetProperty("new").EnumerateArray().Select(n => $"{n.GetProperty("id")} {n.GetProperty("verdict")}"));
        Assert.Equal(["open", "proposed", "proposed", "proposed"], pinned.GetProperty("new").EnumerateArray().Select(n => n.GetProperty("answered").GetString()));
    }

    [Fact]
    public void Before_the_new_edition_is_pinned_nothing_is_carried_over()
    {
        var ran = InProcess.Run(sample.With("case/marque.yaml", Main("1")).Case, "standards", "edition", "acme");
        Assert.Equal(Exit.Done, ran.Code);
        Assert.Contains("the case does not pin acme@2: nothing is carried over yet", ran.Out, StringComparison.Ordinal);
        Assert.Contains("implemented (app) at controls/acme.yaml:1:3", ran.Out, StringComparison.Ordinal);
        var refused = InProcess.Run(sample.Case, "standards", "edition", "acme", "--write");
        Assert.Equal(Exit.BadInput, refused.Code);
        Assert.Contains("the case does not pin acme@2", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_carried_over_can_be_written_as_statements_to_be_reviewed()
    {
        var before = Directory.GetFiles(Path.Combine(Pinned().Case, "controls"));
        var shown = InProcess.Run(sample.Case, "standards", "edition", "acme", "--write", "--dry-run");
        Assert.Equal(Exit.Done, shown.Code);
        Assert.Equal(before, Directory.GetFiles(Path.Combine(sample.Case, "controls")));
        Assert.Contains("+requirement: acme:AA", shown.Out, StringComparison.Ordinal);
        Assert.Equal("BC: not written: nothing is stated on acme@1:C, which is part of it\n", shown.Error);

        var ran = InProcess.Run(sample.Case, "standards", "edition", "acme", "--write");
        Assert.Equal(Exit.Done, ran.Code);
        Assert.Equal("""
            requirement: acme:AA
            parts:
              - app
            status: implemented
            how: First.
            evidence:
              - login-tests
            note: Carried over from acme@1:A by edition map acme (split); to be reviewed.

            """, File.ReadAllText(Path.Combine(sample.Case, "controls", "AA.yaml")));
        var after = InProcess.Run(sample.Case, "standards", "edition", "acme", "--format", "json").Json;
        Assert.Equal(["A open", "BC gap", "AA claimed", "F claimed"], after.GetProperty("new").EnumerateArray().Select(n => $"{n.GetProperty("id")} {n.GetProperty("verdict")}"));
        Assert.Equal(["open", "proposed", "stated", "stated"], after.GetProperty("new").EnumerateArray().Select(n => n.GetProperty("answered").GetString()));
        // What is there already is not written again.
        Assert.Contains("nothing to write", InProcess.Run(sample.Case, "standards", "edition", "acme", "--write").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_merged_requirement_is_written_with_the_weakest_status()
    {
        Pinned().With("case/controls/more.yaml", "requirement: acme@1:C\nstatus: implemented\nhow: Third.\n");
        InProcess.Run(sample.Case, "standards", "edition", "acme", "--write");
        Assert.Equal("""
            requirement: acme:BC
            status: partly
            how: |-
              B: Second.
              C: Third.
            note: Carried over from acme@1:B and acme@1:C by edition map acme (merged); to be reviewed.

            """, File.ReadAllText(Path.Combine(sample.Case, "controls", "BC.yaml")));
    }

    [Fact]
    public void Somebody_decides_on_what_is_carried_over_and_on_nothing_of_the_old_edition()
    {
        using var c = new DecidingCase();
        foreach (var file in new[] { "catalogs/acme-1.yaml", "catalogs/acme-2.yaml", "editions/acme.yaml", "controls/acme.yaml" }) c.With($"case/{file}", File.ReadAllText(Path.Combine(sample.Case, file)));
        c.With("case/marque.yaml", c.Text("marque.yaml").TrimEnd() + "\ncatalogs: { acme: \"2\" }\n");
        string[] why = ["--facts", "login-tests", "--by", "lead", "--rationale", "Both editions were read.", "--sign", c.Key("lead")];
        var refused = c.Run(["decide", "acme@1:A", .. why]);
        Assert.Equal(Exit.BadInput, refused.Code);
        Assert.Contains("acme@1:A is of an edition that the case does not pin; it became acme:AA, acme:F", refused.Error, StringComparison.Ordinal);
        Assert.Contains("it became acme:AA, acme:F", c.Run("explain", "acme@1:A").Error, StringComparison.Ordinal);
        Assert.Equal("claimed", c.Verdict("acme:AA"));
        c.Well(["decide", "acme:AA", .. why]);
        Assert.Equal("demonstrated", c.Verdict("acme:AA"));
        Assert.Equal("claimed", c.Verdict("acme:F"));
        Assert.Contains("1 decided", c.Run("standards", "edition", "acme").Out, StringComparison.Ordinal);
        // The statement that it stood on has changed: it does not stand any more.
        c.Edit("controls/acme.yaml", "how: First.", "how: Otherwise.");
        Assert.Equal("claimed", c.Verdict("acme:AA"));
    }

    [Theory]
    [InlineData("did you mean 'acme'?", "acne")]
    [InlineData("--dry-run goes with --write", "acme", "--dry-run")]
    public void What_is_not_there_is_named(string message, params string[] args)
    {
        var ran = InProcess.Run(Pinned().Case, ["standards", "edition", .. args]);
        Assert.Equal(Exit.BadInput, ran.Code);
        Assert.Contains(message, ran.Error, StringComparison.Ordinal);
    }

    public void Dispose() => sample.Dispose();

    private Sample Pinned() => sample.With("case/marque.yaml", Main("2"));

    private string Main(string edition) => File.ReadAllText(Path.Combine(sample.Case, "marque.yaml")).Replace("catalogs: { acme: \"1\" }\n", "", StringComparison.Ordinal).TrimEnd() + $"\ncatalogs: {{ acme: \"{edition}\" }}\n";
}
