using Marque.Cases;
using System.Collections.Immutable;
using Marque.Assessments;
using Marque.Tests.Assessments.Kit;

namespace Marque.Tests.Assessments;

/// <summary>Who may decide: a decision counts when a key signed it that a trusted <c>people.yaml</c> allows for the role.</summary>
public sealed class AttestationTests
{
    private static World Decided { get; } = World.Empty.Demonstrate("CR 1.1", "login");

    [Fact]
    public void Typing_someones_name_into_a_decision_gives_at_most_claimed()
    {
        var w = Decided.ChangeLast(d => d with { Signers = [] });
        Assert.Equal(Verdict.Claimed, w.Assess()["CR 1.1"]);
        Assert.Contains("decision of lead is not attested: not signed", w.Assess().Texts("CR 1.1"));
    }

    [Fact]
    public void A_key_that_people_do_not_list_for_the_person_does_not_count() =>
        Unattested(d => d with { Signers = [Signer.Stranger] }, "no valid signature of lead");

    [Fact]
    public void Another_persons_key_does_not_count() => Unattested(d => d with { Signers = [Signer.Second] }, "no valid signature of lead");

    [Fact]
    public void A_person_nobody_knows_does_not_count() => Unattested(d => d with { By = "mallory", Signers = [Signer.Stranger] }, "people.yaml does not know mallory");

    [Fact]
    public void A_role_that_the_person_does_not_hold_does_not_count() => Unattested(d => d with { Role = "second" }, "lead does not hold the role second");

    [Fact]
    public void A_signature_over_other_bytes_does_not_count()
    {
        // The signature of one decision, pasted under another that says more.
        var ready = Decided.Ready(source => source with { Files = [.. source.Files.Select(f => f.Path == "decisions/all.yaml" ? (f.Path, Replace(f.Bytes, "\"reviewed\"", "\"reviewed twice\"")) : f)] });
        Assert.Equal(Verdict.Claimed, ready.Assess()["CR 1.1"]);
        Assert.Contains("decision of lead is not attested: no valid signature of lead", ready.Assess().Texts("CR 1.1"));
    }

    [Fact]
    public void A_signature_made_for_people_does_not_count_for_a_decision()
    {
        // Domain separation: the payload type is signed with the payload.
        var bytes = Marque.Text.CanonicalJson.Of(Marque.Text.YamlReader.Read("d.yaml", System.Text.Encoding.UTF8.GetBytes(Decided.Decisions[^1].Unsigned().ToString())).Value!);
        var ready = Decided.Ready(source => source with { Files = [.. source.Files.Select(f => f.Path == "decisions/all.yaml" ? (f.Path, Replace(f.Bytes, Signer.Lead.Sign(Marque.Cases.People.DecisionPayloadType, bytes), Signer.Lead.Sign(Marque.Cases.People.PayloadType, bytes))) : f)] });
        Assert.Equal(Verdict.Claimed, ready.Assess()["CR 1.1"]);
    }

    [Fact]
    public void Ed25519_signs_as_well_as_P_256()
    {
        var w = Decided.ChangeLast(d => d with { By = "second", Role = "narrow", Signers = [Signer.Second] });
        Assert.Equal(Verdict.Demonstrated, w.Assess()["CR 1.1"]);
    }

    [Theory]
    [InlineData("applicability")]
    [InlineData("classification")]
    [InlineData("bridges")]
    [InlineData("risk-assessment")]
    public void A_role_decides_only_what_people_allow_it(string subject)
    {
        var roles = new PeopleSpec().Roles.Select(r => r.Id == "lead" ? r with { May = [.. PeopleSpec.Everything.Where(s => s != subject)] } : r).ToImmutableArray();
        var w = (World.Empty with { People = new PeopleSpec { Roles = roles } }).Adopt("I.2.e").Classify("default").AssessRisk().Exclude("I.2.m").Demonstrate("CR 1.1");
        var assessed = w.Decide(new DecisionSpec("risk-assessment")).Assess();
        Assert.Equal(Verdict.Demonstrated, assessed["CR 1.1"]);
        Assert.Equal(subject == "applicability" ? Verdict.Claimed : Verdict.NotApplicable, assessed["I.2.m"]);
        Assert.Equal(subject == "classification" ? Verdict.Claimed : Verdict.Demonstrated, assessed.Result.Procedures.Classification.Verdict);
        Assert.Equal(subject == "risk-assessment" ? Verdict.Claimed : Verdict.Demonstrated, assessed.Result.RiskAssessment.Verdict);
        Assert.Equal(subject == "bridges", assessed.Rules("I.2.e").Contains("unattested"));
    }

    [Fact]
    public void Four_eyes_need_a_second_approver_with_another_key()
    {
        var careful = World.Empty with { People = Careful() };
        careful = careful.Demonstrate("CR 1.1", "login").ChangeLast(d => d with { Role = "careful" });
        Assert.Contains("decision of lead is not attested: four eyes are asked for requirements, and there is no second approver", careful.Assess().Texts("CR 1.1"));

        World With((string, string)? other, params ImmutableArray<Signer> signers) => careful.ChangeLast(d => d with { Other = other, Signers = signers });
        Assert.Equal(Verdict.Demonstrated, With(("second", "second"), Signer.Lead, Signer.Second).Assess()["CR 1.1"]);
        Assert.Contains("decision of lead is not attested: no valid signature of the second approver second", With(("second", "second"), Signer.Lead).Assess().Texts("CR 1.1"));
        Assert.Contains("decision of lead is not attested: the second approver is the first", With(("lead", "careful"), Signer.Lead).Assess().Texts("CR 1.1"));
        Assert.Contains("decision of lead is not attested: the role deputy may not decide on requirements", With(("second", "deputy"), Signer.Lead, Signer.Second).Assess().Texts("CR 1.1"));
        Assert.Contains("decision of lead is not attested: people.yaml does not know mallory", With(("mallory", "second"), Signer.Lead, Signer.Stranger).Assess().Texts("CR 1.1"));
    }

    [Fact]
    public void Four_eyes_with_one_key_under_two_names_do_not_count()
    {
        var people = Careful() with { Persons = [("lead", ["lead", "careful"], [Signer.Lead]), ("second", ["second"], [Signer.Lead])] };
        var w = (World.Empty with { People = people }).Demonstrate("CR 1.1", "login").ChangeLast(d => d with { Role = "careful", Other = ("second", "second") });
        Assert.Equal(Verdict.Claimed, w.Assess()["CR 1.1"]);
        Assert.Contains("decision of lead is not attested: both approvers signed with one key", w.Assess().Texts("CR 1.1"));
    }

    [Fact]
    public void Without_people_nobody_decides()
    {
        var w = Decided with { People = null };
        Assert.Equal(Verdict.Claimed, w.Assess()["CR 1.1"]);
        Assert.Equal(RootOfTrust.None, w.Assess().Result.Trust);
        Assert.Contains("people.yaml is missing or not signed: no decision counts as attested", w.Assess().Result.Notices);
    }

    [Fact]
    public void Unsigned_people_decide_nothing()
    {
        var w = Decided with { People = new PeopleSpec { SignedBy = null } };
        Assert.Equal(Verdict.Claimed, w.Assess()["CR 1.1"]);
        Assert.Equal(RootOfTrust.None, w.Assess().Result.Trust);
        Assert.Contains("decision of lead is not attested: people.yaml is not signed", w.Assess().Texts("CR 1.1"));
    }

    [Fact]
    public void People_signed_by_another_key_than_the_trusted_root_are_refused()
    {
        var w = Decided with { People = new PeopleSpec { Names = Signer.OtherRoot, SignedBy = Signer.OtherRoot } };
        Assert.Equal(Verdict.Claimed, w.Assess()["CR 1.1"]);
        Assert.Equal(RootOfTrust.Refused, w.Assess().Result.Trust);
        Assert.Contains("people.yaml is not signed by the trusted root key: no decision counts as attested", w.Assess().Result.Notices);
    }

    [Fact]
    public void Without_a_trusted_root_the_one_that_the_case_names_counts_and_every_output_says_so()
    {
        var w = Decided with { Trusted = [] };
        Assert.Equal(Verdict.Demonstrated, w.Assess()["CR 1.1"]);
        Assert.Equal(RootOfTrust.TakenFromCase, w.Assess().Result.Trust);
        Assert.Contains("root key taken from the case: give the root key you trust with --trust", w.Assess().Result.Notices);
    }

    [Fact]
    public void Without_a_trusted_root_people_signed_by_another_key_than_they_name_are_refused()
    {
        var w = Decided with { Trusted = [], People = new PeopleSpec { SignedBy = Signer.Stranger } };
        Assert.Equal(RootOfTrust.Refused, w.Assess().Result.Trust);
        Assert.Equal(Verdict.Claimed, w.Assess()["CR 1.1"]);
        Assert.Equal(RootOfTrust.Refused, (Decided with { Trusted = [], People = new PeopleSpec { Names = null } }).Assess().Result.Trust);
    }

    [Fact]
    public void With_a_trusted_root_nothing_is_taken_from_the_case()
    {
        var w = Decided with { Trusted = [Signer.OtherRoot, Signer.Root] };
        Assert.Equal(RootOfTrust.Given, w.Assess().Result.Trust);
        Assert.Empty(w.Assess().Result.Notices);
    }

    [Fact]
    public void People_changed_after_they_were_signed_are_refused()
    {
        var ready = Decided.Ready(source => source with { Files = [.. source.Files.Select(f => f.Path == "people.yaml" ? (f.Path, Replace(f.Bytes, Signer.Lead.Key.OpenSshLine, Signer.Stranger.Key.OpenSshLine)) : f)] });
        Assert.Equal(RootOfTrust.Refused, ready.Assess().Result.Trust);
        Assert.Equal(Verdict.Claimed, ready.Assess()["CR 1.1"]);
    }

    [Fact]
    public void A_process_case_whose_people_are_refused_shows_in_the_trust_of_the_whole()
    {
        var process = (World.Empty with { Id = "sdl", IsProcess = true, People = new PeopleSpec { SignedBy = Signer.Stranger } }).DemonstrateProcess("SM-9");
        var assessed = World.Empty.Use("sdl", process).Demonstrate("CR 1.1").Assess();
        Assert.Equal(RootOfTrust.Refused, assessed.Result.Trust);
        Assert.Equal(Verdict.Claimed, assessed["SM-9"]);
        Assert.Equal(Verdict.Demonstrated, assessed["CR 1.1"]);
    }

    [Fact]
    public void Who_vouches_for_whom_is_an_input()
    {
        // Two cases in which each of the two roots vouches once: the same weakest trust, not the same result.
        var process = (World.Empty with { Id = "sdl", IsProcess = true, People = new PeopleSpec { Names = Signer.OtherRoot, SignedBy = Signer.OtherRoot } }).DemonstrateProcess("SM-9");
        var w = World.Empty.Use("sdl", process).Demonstrate("CR 1.1");
        var one = w.Assess().Result;
        var other = (w with { Trusted = [Signer.OtherRoot] }).Assess().Result;
        Assert.Equal(one.Trust, other.Trust);
        Assert.NotEqual(one.Inputs, other.Inputs);
    }

    [Fact]
    public void A_case_where_no_maintainer_has_signed_stays_claimed()
    {
        var w = World.Empty.AssessRisk().Adopt().Classify("default").Demonstrate("I.2.e").DemonstrateProcess("II.5").Demonstrate("privacy.minimisation") with { People = null };
        Assert.DoesNotContain(w.Assess().Result.Requirements, r => r.Verdict > Verdict.Claimed);
    }

    private static PeopleSpec Careful() => new()
    {
        Persons = [("lead", ["lead", "careful"], [Signer.Lead]), ("second", ["second", "deputy"], [Signer.Second])],
        Roles = [("lead", [.. PeopleSpec.Everything], []), ("careful", [.. PeopleSpec.Everything], [.. PeopleSpec.Everything]), ("second", [.. PeopleSpec.Everything], []), ("deputy", ["bridges"], [])],
    };

    private static ReadOnlyMemory<byte> Replace(ReadOnlyMemory<byte> bytes, string old, string with)
    {
        var text = System.Text.Encoding.UTF8.GetString(bytes.Span);
        // Texts of the kit are JSON strings.
        var (from, to) = old.StartsWith('"') ? (old, with) : (System.Text.Json.JsonSerializer.Serialize(old)[1..^1], System.Text.Json.JsonSerializer.Serialize(with)[1..^1]);
        Assert.Contains(from, text, StringComparison.Ordinal);
        return System.Text.Encoding.UTF8.GetBytes(text.Replace(from, to, StringComparison.Ordinal));
    }

    private static void Unattested(Func<DecisionSpec, DecisionSpec> change, string because)
    {
        var w = Decided.ChangeLast(change);
        Assert.Equal(Verdict.Claimed, w.Assess()["CR 1.1"]);
        Assert.Contains(w.Assess().Texts("CR 1.1"), t => t.EndsWith($"is not attested: {because}", StringComparison.Ordinal));
    }
}
