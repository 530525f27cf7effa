using Marque.Advisories;
using Marque.Cases;
using Marque.Components;
using Marque.Outside;
using Marque.Store;
using Marque.Text;
using NodaTime;

namespace Marque.Cli.Live;

/// <summary>A bill of materials that is to be imported, with the releases it belongs to.</summary>
/// <param name="File">Its absolute path.</param>
/// <param name="Shown">The name used in problems and outputs.</param>
/// <param name="Releases">The releases; empty: none is named.</param>
internal sealed record SbomToKeep(string File, string Shown, IReadOnlyList<StoredRelease> Releases)
{
    /// <summary>The parts of the product it is of; empty: all, or not known.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>The digest it must have; null: any.</summary>
    public Digest? Registered { get; init; }

    /// <summary>Reads it; null with a problem, also where its digest is not the one it must have.</summary>
    public ReadSbom? Read(List<Problem> problems, LongWork work)
    {
        if (ReadSbom.Of(File, Shown, problems, work.Progress, work.Cancel) is not { } sbom) return null;
        if (Registered is not { } registered || registered == sbom.Sha256) return sbom;
        problems.Add(new Problem(new Place(Shown), "sbom.altered", $"its digest is {sbom.Sha256.Short}, and {registered.Short} is registered in the case", "'marque evidence check' shows what changed"));
        return null;
    }
}

/// <summary>What became of one bill of materials.</summary>
/// <param name="Shown">The name it was given by.</param>
/// <param name="Read">What was read.</param>
/// <param name="Components">Its components with what they are matched by.</param>
/// <param name="WasKnown">Whether the same bytes were imported before.</param>
/// <param name="Linked">The releases it newly belongs to.</param>
internal sealed record SbomOutcome(string Shown, ReadSbom Read, IReadOnlyList<SoughtComponent> Components, bool WasKnown, IReadOnlyList<StoredRelease> Linked);

/// <summary>Reads bills of materials and keeps them: their bytes, their components, their releases; and matches what is new.</summary>
internal static class SbomKeeping
{
    /// <summary>Reads them; nothing is kept.</summary>
    public static List<SbomOutcome> Read(IReadOnlyList<SbomToKeep> files, List<Problem> problems, LongWork work)
    {
        var read = new List<SbomOutcome>();
        foreach (var file in files)
        {
            if (file.Read(problems, work) is { } sbom) read.Add(new SbomOutcome(file.Shown, sbom, SoughtComponent.Of(sbom.Sbom, Environment.ProcessorCount), false, file.Releases));
        }

        return read;
    }

    /// <summary>Keeps what was read: all or nothing.</summary>
    /// <returns>What became of each, and how many component versions were matched.</returns>
    public static (List<SbomOutcome> Outcomes, int Matched) Keep(Store.Store store, IReadOnlyList<SbomToKeep> files, IReadOnlyList<SbomOutcome> read, Instant now, LongWork work)
    {
        foreach (var file in files) Bytes(store, file, read.First(r => r.Shown == file.Shown).Read.Sha256, work.Cancel);
        var outcomes = new List<SbomOutcome>();
        using var change = store.Begin();
        foreach (var one in read)
        {
            var sbom = one.Read.Sbom;
            var unmatched = one.Components.Where(c => c.Unmatched is not null).GroupBy(c => c.Unmatched!.Value).Select(g => (g.Key.Words(), (long)g.Count())).ToList();
            var isNew = store.Put(
                new StoredSbom(one.Read.Sha256, sbom.Format.Family(), sbom.SpecVersion, sbom.Subject?.ToString(), one.Read.Bytes, now) { Unmatched = unmatched },
                [.. one.Components.Select(c => c.Stored())]);
            var linked = new List<StoredRelease>();
            foreach (var release in one.Linked)
            {
                store.Put(release);
                if (store.Link(release.Product, release.Version, one.Read.Sha256, now)) linked.Add(release);
            }

            outcomes.Add(one with { WasKnown = !isNew, Linked = linked });
        }

        using var advisories = store.OpenAdvisories();
        var matched = store.Rematch(advisories, Environment.ProcessorCount, work.Cancel);
        work.Cancel.ThrowIfCancellationRequested();
        change.Commit();
        return (outcomes, matched);
    }

    /// <summary>The releases of a case as the store knows them.</summary>
    public static StoredRelease Of(Case c, Release release) => new(c.Id, release.Version)
    {
        Line = release.Line,
        IsSupported = release.IsSupported ?? c.Lines.FirstOrDefault(l => l.Id == release.Line)?.IsSupported,
        FirstPlaced = release.FirstPlaced,
        LastPlaced = release.LastPlaced,
    };

    // The bytes are copied and hashed in one pass: what is kept under a digest has it, whatever happened to the file meanwhile.
    private static void Bytes(Store.Store store, SbomToKeep file, Digest expected, CancellationToken cancel)
    {
        if (store.Blobs.Has(expected)) return;
        using var source = new FileStream(file.File, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var blob = store.Blobs.New();
        using var hash = System.Security.Cryptography.IncrementalHash.CreateHash(System.Security.Cryptography.HashAlgorithmName.SHA256);
        var buffer = new byte[128 * 1024];
        for (int count; (count = source.Read(buffer)) > 0;)
        {
            cancel.ThrowIfCancellationRequested();
            hash.AppendData(buffer, 0, count);
            blob.Stream.Write(buffer, 0, count);
        }

        var digest = Digest.FromBytes(hash.GetHashAndReset());
        if (digest != expected) throw new IOException($"{file.Shown} changed while it was read");
        blob.Finish(digest);
    }
}
