using Marque.Advisories.Feeds;
using Marque.Advisories.Suppliers;
using Marque.Components.Purls;

namespace Marque.Store.Tests;

/// <summary>What a supplier states of a component inside a product, it states of it there alone (OpenVEX, "Subcomponent"; CSAF 2.0, section 3.2.2.4).</summary>
public sealed class StatementsTests : IDisposable
{
    private const string Component = "pkg:npm/left@1.0.0";
    private const string Product = "pkg:oci/gateway@2.0";

    private readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData("pkg:oci/gateway@2.0", "", "; inside pkg:oci/gateway@2.0 alone")]
    [InlineData("", "pkg:oci/gateway@2.0", "; inside pkg:oci/gateway@2.0 alone")]
    [InlineData("pkg:oci/gateway@3.0", "", null)]
    [InlineData("pkg:oci/other@2.0", "pkg:npm/right@1", null)]
    [InlineData("", "", null)]
    public void Of_a_component_inside_a_product_it_speaks_where_the_product_is(string subject, string listed, string? expected)
    {
        using var store = With(new SupplierProduct("") { Purls = [P(Product)], Subcomponents = [new SupplierProduct("") { Purls = [P(Component)] }] });
        Assert.Equal(expected is null ? [] : [$"doc{expected}"], Said(store, Component, subject, listed));
        Assert.Empty(Said(store, "pkg:npm/right@1.0.0", subject, listed));
    }

    [Theory]
    [InlineData("pkg:oci/gateway", "", true)]
    [InlineData("pkg:oci/gateway", "2.0", true)]
    [InlineData("pkg:oci/gateway", "3.0", false)]
    public void The_product_s_version_counts_where_it_is_stated(string product, string version, bool isShown)
    {
        using var store = With(new SupplierProduct("Gateway") { Purls = [P(product)], Version = version, Subcomponents = [new SupplierProduct("") { Purls = [P(Component)] }] });
        Assert.Equal(isShown, Said(store, Component, Product).Count == 1);
    }

    [Fact]
    public void A_product_without_package_URL_is_told_by_its_name()
    {
        using var store = With(new SupplierProduct("left of OS 9") { Cpes = ["cpe:2.3:o:example:os:9:*:*:*:*:*:*:*"], Subcomponents = [new SupplierProduct("left") { Purls = [P(Component)] }] });
        Assert.Equal(["doc; inside left of OS 9 alone"], Said(store, Component, Product));
    }

    [Fact]
    public void Of_a_component_itself_it_speaks_wherever_that_is_and_of_the_whole_product_of_all_in_it()
    {
        using (var store = With(new SupplierProduct("") { Purls = [P("pkg:npm/left")] })) Assert.Equal(["doc"], Said(store, Component, Product));
        using (var store = With(new SupplierProduct("") { Purls = [P(Product)] }))
        {
            Assert.Equal([$"doc; of {Product} as a whole"], Said(store, Component, Product));
            // Listed, it is one component beside others.
            Assert.Empty(Said(store, Component, "", Product));
        }
    }

    [Fact]
    public void A_component_of_a_component_is_one_of_the_product()
    {
        using var store = With(new SupplierProduct("") { Purls = [P(Product)], Subcomponents = [new SupplierProduct("") { Purls = [P("pkg:npm/middle@1")], Subcomponents = [new SupplierProduct("") { Purls = [P(Component)] }] }] });
        Assert.Equal([$"doc; inside {Product} alone"], Said(store, Component, Product));
        Assert.Empty(Said(store, "pkg:npm/middle@1", Product));
    }

    [Fact]
    public void The_same_document_is_told_from_one_that_speaks_of_another_product()
    {
        SupplierProduct In(string product) => new("") { Purls = [P(product)], Subcomponents = [new SupplierProduct("") { Purls = [P(Component)] }] };
        using var store = With(In(Product));
        using var change = store.Begin();
        Assert.False(Put(store, In(Product)));
        Assert.True(Put(store, In("pkg:oci/other@1")));
    }

    public void Dispose() => folder.Dispose();

    private static Purl P(string purl) => Purl.Read(purl).Purl!;

    private static List<string> Said(Store store, string component, string subject, string listed = "") =>
        [.. store.StatementsOf(["CVE-2026-0001"], P(component), new NamedPackages(subject.Length == 0 ? [] : [P(subject)], [P(component), .. listed.Length == 0 ? Array.Empty<Purl>() : [P(listed)]])).Select(s => s.Because)];

    private static bool Put(Store store, SupplierProduct product)
    {
        var document = new SupplierDocument("openvex", "doc") { Publisher = "psirt@example.com" };
        return store.PutStatements("vex", document, [new SupplierStatement(["CVE-2026-0001"], SupplierStatus.Fixed, [product], document)]);
    }

    private Store With(SupplierProduct product)
    {
        var store = Stores.ToWrite(folder.Path);
        using var change = store.Begin();
        store.Put(new StoredFeed("vex", FeedKind.OpenVex, "vex.json", null, Stores.Now, 1));
        Put(store, product);
        change.Commit();
        return store;
    }
}
