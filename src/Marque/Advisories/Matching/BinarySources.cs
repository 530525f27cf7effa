using System.Text;
using Marque.Advisories.Segments;

namespace Marque.Advisories.Matching;

/// <summary>A source package that a binary package is built from, as records list it.</summary>
/// <param name="Name">The source package.</param>
/// <param name="IsSame">Whether a record lists the binary package with the versions of its source.</param>
internal readonly record struct BinarySource(string Name, bool IsSame)
{
    /// <summary>The source packages of a binary package, in the order in which they are met.</summary>
    /// <param name="index">The advisories.</param>
    /// <param name="target">The package; nothing where its source is known.</param>
    /// <param name="name">The name of the binary package, UTF-8.</param>
    /// <param name="damaged">Told of each segment that is damaged there.</param>
    public static List<BinarySource> Of(AdvisoryIndex index, in PackageTarget target, ReadOnlySpan<byte> name, Action<int> damaged)
    {
        var found = new List<BinarySource>();
        Dictionary<string, int>? places = null;
        Span<byte> ecosystem = stackalloc byte[64];
        if (target.Ecosystem.Length >= ecosystem.Length) return found;
        var length = Encoding.UTF8.GetBytes(target.Ecosystem, ecosystem);
        ecosystem[length] = PackageName.Binary;
        ecosystem = ecosystem[..(length + 1)];
        var hash = Layout.KeyHash(ecosystem, name);
        for (var number = 0; number < index.SegmentCount; number++)
        {
            var segment = index.SegmentAt(number);
            for (var key = segment.FirstKey(hash, ecosystem, name); key < segment.KeyCount && segment.Key(key).Hash == hash; key++)
            {
                if (!segment.TryKeyName(key, out var inIt, out var text, out var named)) damaged(number);
                else if (!named.SequenceEqual(name) || !inIt.SequenceEqual(ecosystem)) break;
                else Add(found, places ??= new(StringComparer.Ordinal), target, text);
            }
        }

        return found;
    }

    private static void Add(List<BinarySource> found, Dictionary<string, int> places, in PackageTarget target, ReadOnlySpan<byte> text)
    {
        PackageName.Source(text, out var release, out var isSame, out var package);
        if (package.IsEmpty || (target.Release.Length > 0 && !release.IsEmpty && !Releases.Match(target.Ecosystem, target.Release, release))) return;
        var name = Encoding.UTF8.GetString(package);
        if (places.TryAdd(name, found.Count)) found.Add(new(name, isSame));
        else if (isSame) found[places[name]] = new(name, true);
    }
}
