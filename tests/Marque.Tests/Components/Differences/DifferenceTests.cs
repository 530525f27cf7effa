using CsCheck;
using Marque.Components;
using Marque.Components.Differences;

namespace Marque.Tests.Components.Differences;

/// <summary>What is different between two bills of materials.</summary>
public class DifferenceTests
{
    [Fact]
    public void Components_are_added_removed_and_moved_to_other_versions()
    {
        var old = Boms.Cyclone($"{Boms.Library("a")}, {Boms.Library("b", "1.9.0")}, {Boms.Library("c", "2.0.0")}, {Boms.Library("gone")}");
        var now = Boms.Cyclone($"{Boms.Library("c", "1.5.0")}, {Boms.Library("b", "1.10.0")}, {Boms.Library("come")}, {Boms.Library("a")}");
        var d = Difference.Of(old, now);
        Assert.Equal(["come@1.0.0"], d.Added.Select(c => c.ToString()));
        Assert.Equal(["gone@1.0.0"], d.Removed.Select(c => c.ToString()));
        Assert.Equal([("b", "1.9.0", "1.10.0", VersionMove.Up), ("c", "2.0.0", "1.5.0", VersionMove.Down)], d.Versions.Select(v => (v.Pair.New.Name, v.From, v.To, v.Move)));
        Assert.Equal(1, d.Same);
        Assert.Empty(d.Hashes);
    }

    [Fact]
    public void A_version_whose_order_is_not_known_is_another_one_and_no_more()
    {
        static string Generic(string version) => $$"""{ "type": "library", "name": "x", "version": "{{version}}", "purl": "pkg:generic/x@{{version}}" }""";
        Assert.Equal(VersionMove.Other, Assert.Single(Difference.Of(Boms.Cyclone(Generic("1")), Boms.Cyclone(Generic("2"))).Versions).Move);
    }

    [Fact]
    public void Several_versions_of_one_component_are_paired_equal_first_then_lowest_with_lowest()
    {
        static string Lib(string version) => $$"""{ "type": "library", "name": "a", "version": "{{version}}", "purl": "pkg:npm/a@{{version}}" }""";
        var d = Difference.Of(Boms.Cyclone($"{Lib("1.10.0")}, {Lib("2.0.0")}, {Lib("1.9.0")}"), Boms.Cyclone($"{Lib("2.0.0")}, {Lib("1.11.0")}"));
        Assert.Equal([("1.9.0", "1.11.0")], d.Versions.Select(v => (v.From, v.To)));
        Assert.Equal(["a@1.10.0"], d.Removed.Select(c => c.ToString()));
        Assert.Equal(1, d.Same);
    }

    [Fact]
    public void The_same_version_with_another_hash_is_told_and_another_algorithm_is_not()
    {
        static string With(string algorithm, char digit) => Boms.Library("a", more: $$""", "hashes": [{ "alg": "{{algorithm}}", "content": "{{new string(digit, algorithm == "SHA-1" ? 40 : 64)}}" }]""");
        var change = Assert.Single(Difference.Of(Boms.Cyclone(With("SHA-256", '1')), Boms.Cyclone(With("SHA-256", '2'))).Hashes);
        Assert.Equal(("SHA-256", new string('1', 64), new string('2', 64)), (change.What, change.From, change.To));
        Assert.Empty(Difference.Of(Boms.Cyclone(With("SHA-256", '1')), Boms.Cyclone(With("SHA-1", '2'))).Hashes);
        Assert.Empty(Difference.Of(Boms.Cyclone(With("SHA-256", '1')), Boms.Cyclone(With("SHA-256", '1'))).Hashes);
    }

    [Fact]
    public void A_dependency_that_becomes_direct_or_is_reached_no_more_has_moved()
    {
        var two = $"{Boms.Library("a")}, {Boms.Library("b")}, {Boms.Library("c")}";
        var d = Difference.Of(Boms.Cyclone(two, Boms.Graph("app: a", "a: b", "b: c")), Boms.Cyclone(two, Boms.Graph("app: a b", "a:")));
        Assert.Equal([("b", 2, 1), ("c", 3, -1)], d.Moved.Select(m => (m.Pair.New.Name, m.From, m.To)));
        // Without a graph on both sides nothing has moved.
        Assert.Empty(Difference.Of(Boms.Cyclone(two, Boms.Graph("app: a", "a: b", "b: c")), Boms.Cyclone(two)).Moved);
    }

    [Fact]
    public void Licences_and_suppliers_count_where_both_files_state_them()
    {
        static string With(string licence, string supplier) => Boms.Library("a", more: $$""", "supplier": { "name": "{{supplier}}" }, "licenses": [{ "license": { "id": "{{licence}}" } }]""");
        var d = Difference.Of(Boms.Cyclone(With("MIT", "One")), Boms.Cyclone(With("Apache-2.0", "Two")));
        Assert.Equal([("MIT", "Apache-2.0")], d.Licences.Select(l => (l.From, l.To)));
        Assert.Equal([("One", "Two")], d.Suppliers.Select(s => (s.From, s.To)));
        Assert.True(Difference.Of(Boms.Cyclone(With("MIT", "One")), Boms.Cyclone(Boms.Library("a"))).IsEmpty);
    }

    [Fact]
    public void Two_formats_of_the_same_software_are_equal()
    {
        var cyclone = Boms.Cyclone($$"""{{Boms.Library("a", more: """, "licenses": [{ "license": { "id": "MIT" } }, { "license": { "id": "ISC" } }]""")}}, {{Boms.Library("b")}}""", Boms.Graph("app: a", "a: b", "b:"));
        var spdx = Boms.Spdx($$"""{{Boms.Package("b")}}, {{Boms.Package("a", more: """, "licenseConcluded": "NOASSERTION", "licenseDeclared": "MIT AND ISC" """)}}""", "app DEPENDS_ON a", "a DEPENDS_ON b");
        Assert.True(Difference.Of(cyclone, spdx).IsEmpty);
        Assert.True(Difference.Of(spdx, cyclone).IsEmpty);
        Assert.Equal(2, Difference.Of(cyclone, spdx).Same);
    }

    [Fact]
    public void A_separator_that_was_escaped_and_white_space_in_a_licence_are_no_change()
    {
        static string With(string purl, string licence) => $$"""{ "type": "library", "name": "Moq", "version": "4.17.2", "purl": "{{purl}}", "licenses": [{ "license": { "name": "{{licence}}" } }] }""";
        var d = Difference.Of(Boms.Cyclone(With("pkg:nuget/Moq%404.17.2", "Some  licence")), Boms.Cyclone(With("pkg:nuget/Moq@4.17.2", "Some\\n licence")));
        Assert.True(d.IsEmpty);
        Assert.Equal(1, d.Same);
    }

    [Fact]
    public void A_component_without_package_URL_is_known_by_its_name()
    {
        var named = """{ "type": "library", "name": "a", "version": "1.0.0" }""";
        Assert.True(Difference.Of(Boms.Cyclone(named), Boms.Cyclone(Boms.Library("a"))).IsEmpty);
        // Two package URLs that differ are two components, whatever their name.
        var other = """{ "type": "library", "name": "a", "version": "1.0.0", "purl": "pkg:pypi/a@1.0.0" }""";
        Assert.Equal((1, 1), Difference.Of(Boms.Cyclone(other), Boms.Cyclone(Boms.Library("a"))) is var d ? (d.Added.Count, d.Removed.Count) : default);
    }

    [Fact]
    public void The_way_back_is_the_way_there_turned_around() =>
        Gen.Select(Gen.Int[0, 5], Gen.Int[1, 3]).List[0, 8].Select(Gen.Select(Gen.Int[0, 5], Gen.Int[1, 3]).List[0, 8]).Sample(
            (olds, news) =>
            {
                var (old, now) = (Of(olds), Of(news));
                var (there, back) = (Difference.Of(old, now), Difference.Of(now, old));
                Assert.Equal(there.Added.Select(c => c.ToString()), back.Removed.Select(c => c.ToString()));
                Assert.Equal(there.Removed.Select(c => c.ToString()), back.Added.Select(c => c.ToString()));
                Assert.Equal(there.Versions.Select(v => (v.From, v.To)).Order(), back.Versions.Select(v => (v.To, v.From)).Order());
                Assert.Equal(there.Same, back.Same);
                Assert.True(Difference.Of(old, old).IsEmpty);
            },
            iter: 300);

    private static Sbom Of(IEnumerable<(int Name, int Version)> components) => Boms.Cyclone(string.Join(", ", components.Distinct().Select(c => $$"""{ "type": "library", "name": "n{{c.Name}}", "version": "{{c.Version}}.0.0", "purl": "pkg:npm/n{{c.Name}}@{{c.Version}}.0.0" }""")));
}
