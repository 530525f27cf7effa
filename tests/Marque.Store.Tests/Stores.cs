using Marque.Advisories.Feeds;
using NodaTime;

namespace Marque.Store.Tests;

/// <summary>Stores of tests.</summary>
internal static class Stores
{
    public static Instant Now { get; } = Instant.FromUtc(2026, 11, 24, 10, 0, 0);

    public static Store ToWrite(string folder) => Store.OpenToWrite(folder, TimeSpan.Zero, _ => { });

    public static Store ToRead(string folder) => Store.OpenToRead(folder) ?? throw new InvalidOperationException("There is no store.");

    public static StoredFeed Feed(string name, long records) => new(name, FeedKind.Osv, "all.zip", Now, Now, records);

    public static StoredComponent Npm(string name, string version) => new($"pkg:npm/{name}@{version}", name, version) { Packages = [$"npm {name}"] };

    /// <summary>Puts a bill of materials of a release; what its bytes are does not matter.</summary>
    public static Text.Digest Sbom(Store store, string product, string version, params StoredComponent[] components)
    {
        var digest = store.Blobs.Put(System.Text.Encoding.UTF8.GetBytes($"{product} {version} {components.Length}"));
        using var change = store.Begin();
        store.Put(new StoredSbom(digest, "CycloneDX", "1.6", null, 1, Now), components);
        store.Put(new StoredRelease(product, version));
        store.Link(product, version, digest, Now);
        change.Commit();
        return digest;
    }
}
