namespace Marque.Advisories.Segments;

/// <summary>Names of packages in the form in which they are looked up: names that an ecosystem takes for the same become the same bytes.</summary>
internal static class PackageName
{
    /// <summary>The ecosystem under which repositories of ranges of commits are looked up.</summary>
    public static ReadOnlySpan<byte> Git => "GIT"u8;

    /// <summary>Behind an ecosystem: the key is the name of a binary package, and in the place of the release stand the release, this, how far its versions are those of the source, and the source package.</summary>
    public const byte Binary = 0;

    /// <summary>Whether a key is the name of a binary package; then its ecosystem is without the mark.</summary>
    public static bool IsBinary(ref ReadOnlySpan<byte> ecosystem)
    {
        if (ecosystem.IsEmpty || ecosystem[^1] != Binary) return false;
        ecosystem = ecosystem[..^1];
        return true;
    }

    /// <summary>Takes apart what stands in the place of the release of a binary package.</summary>
    public static void Source(ReadOnlySpan<byte> text, out ReadOnlySpan<byte> release, out bool isSame, out ReadOnlySpan<byte> package)
    {
        var end = text.IndexOf(Binary);
        release = end < 0 ? text : text[..end];
        isSame = end >= 0 && end + 1 < text.Length && text[end + 1] == BinaryKeys.Same;
        package = end < 0 || end + 2 > text.Length ? default : text[(end + 2)..];
    }

    /// <summary>The ecosystem without its release.</summary>
    public static ReadOnlySpan<byte> Base(ReadOnlySpan<byte> ecosystem) => ecosystem.IndexOf((byte)':') is var colon and > 0 ? ecosystem[..colon] : ecosystem;

    /// <summary>The release of an ecosystem; empty when there is none.</summary>
    public static ReadOnlySpan<byte> Release(ReadOnlySpan<byte> ecosystem) => ecosystem.IndexOf((byte)':') is var colon and > 0 ? ecosystem[(colon + 1)..] : default;

    /// <summary>Writes the form in which a name is looked up.</summary>
    public static void Write(ReadOnlySpan<byte> ecosystem, ReadOnlySpan<byte> name, BlobWriter into)
    {
        if (ecosystem.SequenceEqual("PyPI"u8)) Python(name, into);
        else if (ecosystem.SequenceEqual("SwiftURL"u8) || ecosystem.SequenceEqual(Git)) Repository(name, into);
        else if (IgnoresCase(ecosystem)) Lower(name, into);
        else into.Raw(name);
    }

    // NuGet, Packagist, GitHub and the VS Code marketplace ignore case; package URLs lower it for Go, Hex and Pub (purl-spec types), so there it tells nothing apart.
    private static bool IgnoresCase(ReadOnlySpan<byte> ecosystem) => ecosystem.Length switch
    {
        2 => ecosystem.SequenceEqual("Go"u8),
        3 => ecosystem.SequenceEqual("Hex"u8) || ecosystem.SequenceEqual("Pub"u8),
        5 => ecosystem.SequenceEqual("NuGet"u8),
        6 => ecosystem.SequenceEqual("VSCode"u8),
        7 => ecosystem.SequenceEqual("Bitnami"u8),
        9 => ecosystem.SequenceEqual("Packagist"u8),
        14 => ecosystem.SequenceEqual("GitHub Actions"u8),
        _ => false,
    };

    private static void Lower(ReadOnlySpan<byte> name, BlobWriter into)
    {
        var room = into.Take(name.Length);
        for (var at = 0; at < name.Length; at++) room[at] = ToLower(name[at]);
    }

    // PEP 503: runs of hyphens, dots and underscores are one hyphen; case does not count.
    private static void Python(ReadOnlySpan<byte> name, BlobWriter into)
    {
        var start = into.Length;
        var room = into.Take(name.Length);
        var length = 0;
        foreach (var one in name)
        {
            if (one is not ((byte)'-' or (byte)'.' or (byte)'_')) room[length++] = ToLower(one);
            else if (length == 0 || room[length - 1] != '-') room[length++] = (byte)'-';
        }

        into.Cut(start + length);
    }

    // The address of a repository: its scheme, user, ".git" and final slashes tell nothing apart.
    private static void Repository(ReadOnlySpan<byte> address, BlobWriter into)
    {
        if (address.StartsWith("git+"u8)) address = address[4..];
        if (address.IndexOf("://"u8) is var scheme and >= 0) address = address[(scheme + 3)..];
        var host = address.IndexOf((byte)'/');
        if (address[..Math.Max(0, host)].IndexOf((byte)'@') is var user and >= 0) address = address[(user + 1)..];
        else if (host < 0 || address[..host].Contains((byte)':'))
        {
            if (address.IndexOf((byte)'@') is var login and >= 0) address = address[(login + 1)..];
        }

        address = address.TrimEnd((byte)'/');
        if (address.EndsWith(".git"u8)) address = address[..^4];
        if (address.StartsWith("www."u8)) address = address[4..];
        var start = into.Length;
        Lower(address, into);
        // scp-like "host:path"
        if (into.Filled[start..].IndexOf((byte)':') is var colon and > 0 && !into.Filled[start..(start + colon)].Contains((byte)'/') && !char.IsAsciiDigit((char)(into.Filled.Length > start + colon + 1 ? into.Filled[start + colon + 1] : 0))) into.Filled[start + colon] = (byte)'/';
    }

    private static byte ToLower(byte one) => one is >= (byte)'A' and <= (byte)'Z' ? (byte)(one | 0x20) : one;
}
