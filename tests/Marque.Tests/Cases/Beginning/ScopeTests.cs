using CsCheck;
using Marque.Cases.Beginning;
using Marque.Legal;
using Marque.Tests.Legal;

namespace Marque.Tests.Cases.Beginning;

public sealed class ScopeTests
{
    private static readonly ScopeAnswers Sold = new(HasDataConnection: true, IsCommercial: true, IsFreeAndOpenSource: false, [], Role.Manufacturer, UnderOwnName: false);

    [Fact]
    public void S_1_A_product_with_a_data_connection_that_is_made_available_is_in_scope()
    {
        Assert.True(Scope.Of(Sold).Applies);
        var without = Scope.Of(Sold with { HasDataConnection = false });
        Assert.False(without.Applies);
        Assert.Equal("2(1)", Assert.Single(without.Because).Basis);
    }

    [Fact]
    public void S_2_An_exclusion_ends_it_whatever_else_is_answered() =>
        Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool, Gen.Int[0, Scope.Exclusions.Count - 1].Select(i => Scope.Exclusions[i]), Gen.Enum<Role>(), Gen.Bool).Sample((connection, commercial, foss, exclusion, role, own) =>
        {
            var result = Scope.Of(new ScopeAnswers(connection, commercial, foss, [exclusion], role, own));
            Assert.False(result.Applies);
            Assert.Equal(exclusion, Assert.Single(result.Because).Basis);
        });

    [Fact]
    public void S_3_Software_that_nobody_supplies_commercially_is_not_made_available_and_a_steward_has_duties_of_its_own()
    {
        Assert.Equal("3(22)", Assert.Single(Scope.Of(Sold with { IsCommercial = false, IsFreeAndOpenSource = true }).Because).Basis);
        Assert.False(Scope.Of(Sold with { IsCommercial = false }).Applies);
        var steward = Scope.Of(Sold with { IsCommercial = false, IsFreeAndOpenSource = true, Role = Role.Steward });
        Assert.Equal((true, Role.Steward), (steward.Applies, steward.Role));
        Assert.Contains(steward.Because, b => b.Basis == "24");
        Assert.False(Scope.Of(Sold with { Role = Role.Steward }).Applies);
    }

    [Theory]
    [InlineData(Role.Importer, true, Role.Manufacturer)]
    [InlineData(Role.Distributor, true, Role.Manufacturer)]
    [InlineData(Role.Importer, false, Role.Importer)]
    [InlineData(Role.Distributor, false, Role.Distributor)]
    [InlineData(Role.AuthorisedRepresentative, true, Role.AuthorisedRepresentative)]
    public void S_4_Who_sells_it_under_the_own_name_or_modifies_it_substantially_is_the_manufacturer(Role role, bool own, Role becomes)
    {
        var result = Scope.Of(Sold with { Role = role, UnderOwnName = own });
        Assert.Equal((true, becomes), (result.Applies, result.Role));
        Assert.Equal(role != becomes, result.Because.Any(b => b.Basis == "21"));
    }

    [Fact]
    public void Every_provision_named_exists_and_every_exclusion_has_the_words_of_the_law()
    {
        var law = LegalFolder.Set;
        foreach (var id in Scope.Exclusions.Concat(["2(1)", "3(14)", "3(22)", "21", "24"])) Assert.True(law.Provisions.ContainsKey(id), id);
        foreach (var id in Scope.Exclusions) Assert.NotEmpty(law.Provisions[id].Text);
        // Paragraph 2 is its three acts; 5 (a power of the Commission) and 8 (a reserve) exclude nothing by themselves.
        var paragraphs = law.Provisions.Keys.Where(k => k.StartsWith("2(", StringComparison.Ordinal)).ToList();
        Assert.Equal(["2(1)", "2(2)", "2(5)", "2(5)(a)", "2(5)(b)", "2(8)"], paragraphs.Except(Scope.Exclusions).Order(StringComparer.Ordinal));
    }
}
