namespace Marque.Cli.Tests;

public sealed class PeopleTests : IDisposable
{
    private readonly DecidingCase c = new();

    [Fact]
    public void A_change_takes_the_signature_out_and_says_how_to_sign_again()
    {
        Assert.Equal(Exit.Done, c.Run("people", "verify").Code);
        var ran = c.Well("people", "add", "guest", "--role", "product", "--key", c.Pub("stranger"));
        Assert.Contains("people.yaml is not signed: no decision counts as attested", ran.Out, StringComparison.Ordinal);
        Assert.Contains("marque people sign --sign ROOTKEY", ran.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("signatures", c.Text("people.yaml"), StringComparison.Ordinal);
        Assert.Equal(Exit.FallsShort, c.Run("people", "verify").Code);
        c.Well("people", "sign", "--sign", c.Key("root"));
        Assert.Equal(Exit.Done, c.Run("people", "verify", "--trust", c.Pub("root")).Code);
    }

    [Fact]
    public void Only_the_root_key_signs()
    {
        c.Well("people", "add", "guest", "--role", "product", "--key", c.Pub("stranger"));
        foreach (var name in new[] { "lead", "stranger" })
        {
            var ran = c.Run("people", "sign", "--sign", c.Key(name));
            Assert.Equal(Exit.BadInput, ran.Code);
            Assert.Contains($"the key {c.IdOf(name)} is not the root key {c.IdOf("root")}", ran.Error, StringComparison.Ordinal);
        }

        Assert.Contains("nothing is named to sign with", c.Run("people", "sign").Error, StringComparison.Ordinal);
        Assert.Equal(Exit.FallsShort, c.Run("people", "verify").Code);
    }

    [Fact]
    public void A_trusted_key_that_is_not_the_root_of_the_case_refuses_it()
    {
        var ran = c.Run("people", "verify", "--trust", c.Pub("stranger"));
        Assert.Equal(Exit.FallsShort, ran.Code);
        Assert.Contains("not signed by the trusted root key", ran.Out, StringComparison.Ordinal);
        Assert.Contains("root key that it names itself", c.Run("people", "verify").Out.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public void Comments_and_everything_else_stay_where_they_are()
    {
        var text = c.Text("people.yaml");
        var commented = "# Who decides.\r\n" + text.Replace("\n", "\r\n", StringComparison.Ordinal).Replace("  - id: officer", "  # Since 2025.\r\n  - id: officer  # compliance", StringComparison.Ordinal);
        c.With("case/people.yaml", commented);
        Assert.Equal(Exit.Done, c.Run("people", "verify").Code);
        c.Well("people", "add", "owner", "--role", "security", "--sign", c.Key("root"));
        var after = c.Text("people.yaml");
        var unsigned = commented[..commented.IndexOf("signatures:", StringComparison.Ordinal)];
        Assert.StartsWith(unsigned.Replace("roles:\r\n      - product\r\n", "roles:\r\n      - product\r\n      - security\r\n", StringComparison.Ordinal), after, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", after.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_dry_run_shows_the_change_and_writes_nothing()
    {
        var before = c.Text("people.yaml");
        var ran = c.Well("people", "revoke", "lead", "--because", "Left.", "--sign", c.Key("root"), "--dry-run");
        Assert.Contains("+revoked:", ran.Out, StringComparison.Ordinal);
        Assert.Contains("-signatures:", ran.Out, StringComparison.Ordinal);
        Assert.Equal(before, c.Text("people.yaml"));
    }

    [Theory]
    [InlineData("no role is named for guest", "add", "guest")]
    [InlineData("there is no role 'secutity'; did you mean 'security'?", "add", "guest", "--role", "secutity")]
    [InlineData("no role named is new", "add", "lead", "--role", "security", "--may", "bridges")]
    [InlineData("the role may not decide on bridges at all", "add", "guest", "--role", "new", "--may", "requirements", "--four-eyes", "bridges")]
    [InlineData("there is a people.yaml already", "add", "guest", "--role", "security", "--root", "ROOT")]
    [InlineData("is lead's; each person has keys of their own", "add", "guest", "--role", "security", "--key", "LEAD")]
    [InlineData("this is a private key, which belongs into no case", "add", "guest", "--role", "security", "--key", "PRIVATE")]
    [InlineData("is there with all of this already", "add", "lead", "--role", "security", "--key", "LEAD")]
    [InlineData("people.yaml has no such key: leed; did you mean 'lead'?", "revoke", "leed", "--because", "Gone.")]
    [InlineData("people.yaml has no such key", "revoke", "STRANGER", "--because", "Gone.")]
    [InlineData("the instant has not come yet", "revoke", "lead", "--because", "Gone.", "--from", "2027-01-01T00:00:00Z")]
    public void What_makes_no_sense_is_refused(string because, params string[] args)
    {
        string File(string word) => word switch { "ROOT" => c.Pub("root"), "LEAD" => c.Pub("lead"), "PRIVATE" => c.Key("stranger"), "STRANGER" => c.Pub("stranger"), _ => word };
        var before = c.Text("people.yaml");
        var ran = c.Run(["people", .. args.Select(File)]);
        Assert.Equal(Exit.BadInput, ran.Code);
        Assert.Contains(because, ran.Error, StringComparison.Ordinal);
        Assert.Equal(before, c.Text("people.yaml"));
    }

    [Fact]
    public void A_key_is_revoked_from_an_instant_on()
    {
        var path = c.Decide();
        // Decided on the 24th: of no worth for a key revoked the day before.
        var ran = c.Well("people", "revoke", c.IdOf("lead"), "--because", "Left.", "--from", "2026-11-22T10:00:00Z", "--sign", c.Key("root"));
        Assert.Contains("0 decisions signed with it stay", ran.Out, StringComparison.Ordinal);
        Assert.Contains(path, ran.Out, StringComparison.Ordinal);
        Assert.Equal("claimed", c.Verdict());
        Assert.Contains("is revoked already: Left.", c.Run("people", "revoke", c.Pub("lead"), "--because", "Left.").Error, StringComparison.Ordinal);
        Assert.Contains("was revoked: Left.", c.Run("people", "add", "guest", "--role", "security", "--key", c.Pub("lead")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_left_gets_a_successor_and_their_decisions_stay()
    {
        c.Decide();
        c.MakeKey("lead2");
        c.Well("people", "revoke", "lead", "--because", "New laptop.");
        c.Well("people", "add", "lead", "--key", c.Pub("lead2"));
        c.Well("people", "sign", "--sign", c.Key("root"));
        Assert.Equal("demonstrated", c.Verdict());
        c.Well("decide", DecidingCase.Requirement, "--facts", "login-tests", "--by", "lead", "--rationale", "By the new key.", "--sign", c.Key("lead2"));
        Assert.Equal("demonstrated", c.Verdict());
    }

    [Fact]
    public void The_list_names_who_may_what()
    {
        c.Well("people", "revoke", "lead", "--because", "Left.", "--sign", c.Key("root"));
        var words = string.Join(' ', c.Well("people", "list").Out.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("security requirements, rebuttals", words, StringComparison.Ordinal);
        Assert.Contains($"{c.IdOf("lead")} revoked", words, StringComparison.Ordinal);
        Assert.Contains($"{c.IdOf("lead")} from 2026-11-24T10:00:00Z: Left. (0 decisions stay)", words, StringComparison.Ordinal);
    }

    public void Dispose() => c.Dispose();
}
