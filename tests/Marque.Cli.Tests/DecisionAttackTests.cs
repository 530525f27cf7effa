namespace Marque.Cli.Tests;

/// <summary>What somebody may try with the files of a case to have a decision count that nobody who may has made.</summary>
public sealed class DecisionAttackTests : IDisposable
{
    private readonly DecidingCase c = new();

    [Fact]
    public void A_signed_decision_on_todays_digests_demonstrates()
    {
        Assert.Equal("claimed", c.Verdict());
        c.Decide();
        Assert.Equal("demonstrated", c.Verdict());
    }

    [Fact]
    public void A_typed_name_is_at_most_claimed()
    {
        var ran = c.Well("decide", DecidingCase.Requirement, "--facts", "login-tests", "--by", "lead", "--rationale", "Because I say so.");
        Assert.Contains("It is not attested yet (not signed)", ran.Out, StringComparison.Ordinal);
        Assert.Equal("claimed", c.Verdict());
        Assert.Contains("decision of lead is not attested: not signed", c.Why(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("controls/annex-i.yaml", "how: Accounts.", "how: Accounts, and a back door.", "the statement changed")]
    [InlineData("evidence/login-tests.yaml", "method: test", "method: test\ntitle: Other tests", "series login-tests changed")]
    public void What_changes_after_the_decision_makes_it_suspect(string path, string old, string with, string because)
    {
        c.Decide();
        c.Edit(path, old, with);
        Assert.Equal("claimed", c.Verdict());
        Assert.Contains("decision is suspect", c.Why(), StringComparison.Ordinal);
        Assert.NotEmpty(because);
    }

    [Theory]
    [InlineData("rationale: Both ways in were tried.", "rationale: All ways in were tried.")]
    [InlineData("on: 2026-11-24", "on: 2026-11-23")]
    [InlineData("role: security", "role: compliance")]
    [InlineData("by: lead", "by: owner")]
    [InlineData("judgement: satisfied", "judgement: rebuts")]
    public void A_decision_edited_after_signing_does_not_count(string old, string with)
    {
        c.Edit(c.Decide(), old, with);
        Assert.Equal("claimed", c.Verdict());
    }

    [Fact]
    public void An_end_that_is_moved_after_signing_does_not_count()
    {
        c.Edit(c.Decide("--until", "2026-12-31"), "until: 2026-12-31", "until: 2036-12-31");
        Assert.Equal("claimed", c.Verdict());
    }

    [Fact]
    public void A_decision_counts_until_the_end_of_its_last_day()
    {
        c.Decide("--until", "2026-12-31");
        Assert.Equal("demonstrated", c.Verdict(more: ["--as-of", "2026-12-31"]));
        Assert.Equal("claimed", c.Verdict(more: ["--as-of", "2027-01-01T00:00:01+01:00"]));
        Assert.Contains("expired on 2026-12-31", c.Why(more: ["--as-of", "2027-01-02"]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_decision_copied_to_another_requirement_does_not_count()
    {
        c.With("case/controls/other.yaml", "requirement: CR 1.5\nstatus: implemented\nhow: Accounts.\nevidence: [login-tests]\n");
        var path = c.Decide();
        var other = c.Text(path).Replace("requirement: CR 1.1", "requirement: CR 1.5", StringComparison.Ordinal);
        c.With("case/decisions/CR-1.5/copied.yaml", other);
        Assert.Equal("claimed", c.Verdict("CR 1.5"));
        // Under its own name in another folder it is what it was: a decision on CR 1.1.
        c.With("case/decisions/CR-1.5/copied.yaml", c.Text(path));
        Assert.Equal("claimed", c.Verdict("CR 1.5"));
    }

    [Fact]
    public void A_decision_for_one_part_does_not_count_for_another()
    {
        c.Edit("marque.yaml", "lines:", "  - { id: agent, name: Agent, type: software-application, targetLevel: 2 }\nlines:");
        var path = c.Decide("--parts", "app");
        Assert.Equal("claimed", c.Verdict());
        Assert.Contains("as weak as part agent", c.Why(), StringComparison.Ordinal);
        c.Edit(path, "- app", "- agent");
        c.With("case/decisions/CR-1.1/again.yaml", c.Text(path).Replace("- agent", "- app", StringComparison.Ordinal));
        Assert.Equal("claimed", c.Verdict());
        // The untouched copy still stands for its own part.
        Assert.Contains("decision of lead is not attested: no valid signature of lead", c.Why(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_decision_for_one_release_does_not_count_for_another()
    {
        var path = c.Decide("--release", "1.0.0");
        Assert.Equal("demonstrated", c.Verdict(more: ["--release", "1.0.0"]));
        Assert.Equal("claimed", c.Verdict());
        c.Edit(path, "release: \"1.0.0\"", "release: \"1.1.0\"");
        Assert.Equal("claimed", c.Verdict());
        Assert.Contains("no valid signature of lead", c.Why(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_people_yaml_does_not_list_does_not_count()
    {
        var refused = c.Run("decide", DecidingCase.Requirement, "--facts", "login-tests", "--by", "lead", "--rationale", "Mine.", "--sign", c.Key("stranger"));
        Assert.Equal(Exit.BadInput, refused.Code);
        Assert.Contains($"the key {c.IdOf("stranger")} is not one of lead's in people.yaml", refused.Error, StringComparison.Ordinal);
        c.SignByHand(c.Decide(), "stranger");
        Assert.Equal("claimed", c.Verdict());
    }

    [Fact]
    public void Another_persons_key_does_not_count()
    {
        Assert.Contains("it is of owner", c.Run("decide", DecidingCase.Requirement, "--facts", "login-tests", "--by", "lead", "--rationale", "Mine.", "--sign", c.Key("owner")).Error, StringComparison.Ordinal);
        c.SignByHand(c.Decide(), "owner");
        Assert.Equal("claimed", c.Verdict());
    }

    [Fact]
    public void People_yaml_edited_after_signing_vouches_for_nobody()
    {
        c.Decide();
        c.Edit("people.yaml", "roles:\n      - security", "roles:\n      - compliance");
        Assert.Equal("claimed", c.Verdict());
        Assert.Contains("not signed by the trusted root key", c.Why(), StringComparison.Ordinal);
        Assert.Equal(Exit.FallsShort, c.Run("people", "verify").Code);
    }

    [Fact]
    public void A_root_of_the_attackers_own_is_said_to_be_the_cases_and_refused_by_trust()
    {
        c.Decide();
        // Everything rebuilt around a key of the attacker: the case alone cannot tell.
        foreach (var (old, with) in new[] { "root", "lead" }.SelectMany(name => Lines(c.Pub(name)).Zip(Lines(c.Pub("stranger"))))) c.Edit("people.yaml", old, with);
        c.SignByHand("people.yaml", "stranger");
        c.SignByHand(Assert.Single(Directory.GetFiles(Path.Combine(c.Case, "decisions", "CR-1.1")))[(c.Case.Length + 1)..], "stranger");
        Assert.Equal("demonstrated", c.Verdict());
        Assert.Contains("root key taken from the case", c.Why(), StringComparison.Ordinal);
        Assert.Equal("claimed", c.Verdict(more: ["--trust", c.Pub("root")]));
        Assert.Contains("not signed by the trusted root key", c.Why(more: ["--trust", c.Pub("root")]), StringComparison.Ordinal);

        static IEnumerable<string> Lines(string pem) => File.ReadAllText(pem).Trim().Split('\n').Skip(1).SkipLast(1).Select(l => l.Trim());
    }

    [Fact]
    public void A_compromised_key_takes_all_its_decisions_with_it()
    {
        c.Decide();
        var ran = c.Well("people", "revoke", "lead", "--because", "The laptop was stolen.", "--compromised", "--sign", c.Key("root"));
        Assert.Contains("1 decision signed with it falls, to be decided anew:", ran.Out, StringComparison.Ordinal);
        Assert.Equal("claimed", c.Verdict());
        Assert.Contains("is revoked", c.Why(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_revoked_key_signs_nothing_new_under_any_date()
    {
        var path = c.Decide();
        c.Well("people", "revoke", "lead", "--because", "Left the company.", "--sign", c.Key("root"));
        Assert.Equal("demonstrated", c.Verdict());
        Assert.Contains("is revoked", c.Run("decide", DecidingCase.Requirement, "--facts", "login-tests", "--by", "lead", "--rationale", "Again.", "--sign", c.Key("lead")).Error, StringComparison.Ordinal);
        // Its holder still has it, and writes a date from before.
        c.Edit(path, "on: 2026-11-24", "on: 2026-11-20");
        c.SignByHand(path, "lead");
        Assert.Equal("claimed", c.Verdict());
        Assert.Contains($"the key {c.IdOf("lead")} of lead is revoked", c.Why(), StringComparison.Ordinal);
    }

    [Fact]
    public void Taking_a_revocation_out_again_takes_the_signature_of_people_yaml_with_it()
    {
        c.Decide();
        var before = c.Text("people.yaml");
        c.Well("people", "revoke", "lead", "--because", "Stolen.", "--compromised", "--sign", c.Key("root"));
        var revoked = c.Text("people.yaml");
        c.With("case/people.yaml", revoked[..revoked.IndexOf("revoked:", StringComparison.Ordinal)] + revoked[revoked.IndexOf("signatures:", StringComparison.Ordinal)..]);
        Assert.Equal("claimed", c.Verdict());
        // The earlier file with its earlier signature is the root's own word; only a trusted history tells that it is old.
        c.With("case/people.yaml", before);
        Assert.Equal("demonstrated", c.Verdict());
    }

    [Fact]
    public void The_second_approver_signs_with_another_key()
    {
        var path = DecidingCase.Written(c.Well("decide", "CR 2.2", "--not-applicable", "--by", "officer", "--second", "owner", "--rationale", "The board was inspected.", "--sign", c.Key("officer")));
        Assert.Equal("claimed", c.Verdict("CR 2.2"));
        var same = c.Run("approve", path, "--sign", c.Key("officer"));
        Assert.Equal(Exit.BadInput, same.Code);
        Assert.Contains("the decision is signed with that key already", same.Error, StringComparison.Ordinal);
        Assert.Contains("is of none of those the decision waits for", c.Run("approve", path, "--sign", c.Key("lead")).Error, StringComparison.Ordinal);
        // The first one's signature twice, and by a key that both are said to have.
        c.SignByHand(path, "officer", "officer");
        Assert.Equal("claimed", c.Verdict("CR 2.2"));
        var people = c.Text("people.yaml");
        var owner = people[people.IndexOf("  - id: owner", StringComparison.Ordinal)..people.IndexOf("signatures:", StringComparison.Ordinal)];
        var pem = people[people.IndexOf("  - id: officer", StringComparison.Ordinal)..people.IndexOf("  - id: owner", StringComparison.Ordinal)];
        c.With("case/people.yaml", people.Replace(owner, owner[..owner.IndexOf("      - |", StringComparison.Ordinal)] + pem[pem.IndexOf("      - |", StringComparison.Ordinal)..], StringComparison.Ordinal));
        c.SignByHand("people.yaml", "root");
        Assert.Equal("claimed", c.Verdict("CR 2.2"));
        Assert.Contains("both approvers signed with one key", c.Why("CR 2.2"), StringComparison.Ordinal);
        c.With("case/people.yaml", people);
        c.Well("approve", path, "--sign", c.Key("owner"));
        Assert.Equal("not-applicable", c.Verdict("CR 2.2"));
    }

    [Fact]
    public void A_second_approver_whose_name_is_only_typed_does_not_count()
    {
        var path = c.Decide("--second", "owner");
        Assert.Equal("claimed", c.Verdict());
        Assert.Contains("no valid signature of the second approver owner", c.Why(), StringComparison.Ordinal);
        c.Well("approve", path, "--sign", c.Key("owner"));
        Assert.Equal("demonstrated", c.Verdict());
    }

    public void Dispose() => c.Dispose();
}
