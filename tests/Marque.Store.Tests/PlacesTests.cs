namespace Marque.Store.Tests;

public sealed class PlacesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void A_component_is_found_in_every_release_that_names_it_and_in_no_other()
    {
        using var store = Stores.ToWrite(folder.Path);
        var shared = Stores.Npm("shared", "1.0.0");
        Stores.Sbom(store, "p", "1", shared, Stores.Npm("a", "1.0.0"));
        Stores.Sbom(store, "p", "2", Stores.Npm("a", "1.0.0"), Stores.Npm("b", "1.0.0"));
        Stores.Sbom(store, "q", "1", shared);
        var (id, found) = Assert.Single(store.ComponentsOf("npm shared"));
        Assert.Equal(shared, found);
        Assert.Equal([("p", "1"), ("q", "1")], store.PlacesOf([id]).Select(p => (p.Release!.Product, p.Release.Version)).Order());
        var (other, _) = Assert.Single(store.ComponentsOf("npm b"));
        Assert.Equal([(id, "p 1"), (id, "q 1"), (other, "p 2")], store.PlacesOf([id, other]).Select(p => (p.Component, $"{p.Release!.Product} {p.Release.Version}")).Order());
    }

    [Fact]
    public void Large_sets_share_their_pieces_and_are_found_too()
    {
        using var store = Stores.ToWrite(folder.Path);
        StoredComponent[] all = [.. Enumerable.Range(0, 20_000).Select(i => Stores.Npm($"package-{i}", "1.0.0"))];
        Stores.Sbom(store, "p", "1", all);
        Stores.Sbom(store, "p", "2", all[1..]);
        var (first, _) = Assert.Single(store.ComponentsOf("npm package-0"));
        var (last, _) = Assert.Single(store.ComponentsOf("npm package-19999"));
        Assert.Equal(["1"], store.PlacesOf([first]).Select(p => p.Release!.Version));
        Assert.Equal(["1", "2"], store.PlacesOf([last]).Select(p => p.Release!.Version).Order());
    }

    [Fact]
    public void The_same_file_twice_is_one_and_may_belong_to_two_releases()
    {
        using var store = Stores.ToWrite(folder.Path);
        var digest = store.Blobs.Put("x"u8);
        using var change = store.Begin();
        var sbom = new StoredSbom(digest, "SPDX", "2.3", "it", 1, Stores.Now) { Unmatched = [("no purl", 2)] };
        Assert.True(store.Put(sbom, [Stores.Npm("a", "1.0.0"), Stores.Npm("a", "1.0.0")]));
        Assert.False(store.Put(sbom, []));
        foreach (var version in new[] { "1", "2" })
        {
            store.Put(new StoredRelease("p", version));
            Assert.True(store.Link("p", version, digest, Stores.Now));
            Assert.False(store.Link("p", version, digest, Stores.Now));
        }

        change.Commit();
        var there = Assert.Single(store.Sboms());
        Assert.Equal(1, there.Components);
        Assert.Equal([("no purl", 2L)], there.Unmatched);
        Assert.Equal([("p", "1"), ("p", "2")], there.Releases);
    }

    [Fact]
    public void What_is_not_known_of_a_release_now_stays_as_it_was_known()
    {
        using var store = Stores.ToWrite(folder.Path);
        using var change = store.Begin();
        store.Put(new StoredRelease("p", "1") { Line = "1.x", IsSupported = false, FirstPlaced = new NodaTime.LocalDate(2026, 1, 2) });
        store.Put(new StoredRelease("p", "1"));
        store.Put(new StoredRelease("p", "1") { IsSupported = true });
        Assert.Equal(new StoredRelease("p", "1") { Line = "1.x", IsSupported = true, FirstPlaced = new NodaTime.LocalDate(2026, 1, 2) }, Assert.Single(store.Releases()));
    }

    public void Dispose() => folder.Dispose();
}
