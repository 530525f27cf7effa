using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Marque.Advisories.Segments;

/// <summary>Finds in affected packages which binary packages they list, each once for the same list, package and fixes.</summary>
internal sealed class BinaryKeys(IReadOnlyDictionary<UInt128, ReadOnlyMemory<byte>> lists)
{
    /// <summary>The binary package has the versions of its source.</summary>
    public const byte Same = (byte)'=';

    /// <summary>It has versions of its own.</summary>
    public const byte Own = (byte)'~';

    // Records have one fix, or a few.
    private const int Few = 16;

    private readonly SortedDictionary<UInt128, ReadOnlyMemory<byte>> used = [];
    private readonly HashSet<UInt128> done = [];
    private readonly BlobWriter what = new(), fixes = new(), ecosystem = new(64), source = new(64);
    private HashSet<string>? many;
    private int fixCount;
    private UInt128 list;

    /// <summary>Takes an affected package's list.</summary>
    public delegate void Take(ReadOnlySpan<byte> ecosystem, ReadOnlySpan<byte> source, ReadOnlySpan<byte> name);

    /// <summary>The lists that were met.</summary>
    public IEnumerable<KeyValuePair<UInt128, ReadOnlyMemory<byte>>> Used => used;

    /// <summary>Begins an affected package.</summary>
    public void Begin(scoped ref AffectedView view)
    {
        list = view.Binaries.Length == BinaryListView.IdSize && !view.Name.IsEmpty ? BinaryPrimitives.ReadUInt128BigEndian(view.Binaries) : 0;
        fixes.Cut();
        fixCount = 0;
        many = null;
    }

    /// <summary>One of its ranges.</summary>
    public void Range(in RangeView range)
    {
        if (list == 0 || range.Type == RangeType.Git) return;
        var events = range.Events;
        for (var left = range.Count; left > 0; left--)
        {
            var kind = (RangeEventKind)events.Byte();
            var text = events.Text();
            if (kind != RangeEventKind.Fixed) continue;
            fixes.Text(text);
            fixCount++;
        }
    }

    /// <summary>Behind its ranges: gives its binary packages, unless they were given before.</summary>
    public void End(ref AffectedView view, Take take)
    {
        if (list == 0 || view.Failed || !lists.TryGetValue(list, out var blob) || !BlobReader.TryOpen(blob.Span, 0, out var payload)) return;
        used[list] = blob;
        var versions = fixCount == 0 ? view.Versions() : default;
        // Without a fix the versions listed count, and those differ from record to record.
        if (!IsNew(ref view, versions)) return;
        var binaries = new BinaryListView(payload);
        ecosystem.Cut();
        ecosystem.Raw(PackageName.Base(view.Ecosystem));
        ecosystem.Byte(PackageName.Binary);
        for (var at = 0; at < binaries.Count; at++)
        {
            binaries.At(at, out var name, out var version);
            var same = version.IsEmpty || (fixCount == 0 ? versions.Contains(version) : Fixes(version));
            source.Cut();
            source.Raw(PackageName.Release(view.Ecosystem));
            source.Byte(PackageName.Binary);
            source.Byte(same ? Same : Own);
            source.Raw(view.Name);
            take(ecosystem.Written, source.Written, name);
        }
    }

    private bool IsNew(scoped ref AffectedView view, scoped in VersionsView versions)
    {
        what.Cut();
        what.Raw(view.Binaries);
        what.Text(view.Ecosystem);
        what.Text(view.Name);
        what.Number(fixCount);
        what.Raw(fixes.Written);
        if (fixCount == 0) what.Raw(versions.Texts.Left);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(what.Written, hash);
        return done.Add(BinaryPrimitives.ReadUInt128BigEndian(hash));
    }

    private bool Fixes(ReadOnlySpan<byte> version)
    {
        var reader = new BlobReader(fixes.Written);
        if (fixCount > Few)
        {
            if (many is null)
            {
                many = new(StringComparer.Ordinal);
                for (var left = fixCount; left > 0; left--) many.Add(Encoding.UTF8.GetString(reader.Text()));
            }

            return many.Contains(Encoding.UTF8.GetString(version));
        }

        for (var left = fixCount; left > 0; left--)
        {
            if (reader.Text().SequenceEqual(version)) return true;
        }

        return false;
    }
}
