using Microsoft.Win32.SafeHandles;

namespace Marque.Outside.Feeds;

/// <summary>A document of a feed: its name, its bytes, and the same bytes deflated where its container holds them so. Valid during the call that is given it.</summary>
/// <param name="name">Its name in the source.</param>
/// <param name="bytes">Its bytes.</param>
/// <param name="deflated">The same, deflated (RFC 1951); empty: they are not at hand.</param>
internal readonly ref struct FeedDocument(string name, ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> deflated = default)
{
    public string Name { get; } = name;

    public ReadOnlySpan<byte> Bytes { get; } = bytes;

    public ReadOnlySpan<byte> Deflated { get; } = deflated;
}

/// <summary>Takes a document.</summary>
internal delegate void TakeDocument(FeedDocument document);

/// <summary>How a file of a feed is packed.</summary>
internal enum FeedPacking
{
    /// <summary>Not at all: one document.</summary>
    None,

    /// <summary>Documents one a line (JSON Lines).</summary>
    Lines,

    /// <summary>A ZIP container.</summary>
    Zip,

    /// <summary>Members of gzip (RFC 1952), one behind the other, around a document or lines.</summary>
    Gzip,
}

/// <summary>One file of a feed.</summary>
/// <param name="Path">Its absolute path.</param>
/// <param name="Name">Its name in the source, as it is shown.</param>
internal sealed record FeedFile(string Path, string Name)
{
    /// <summary>How it is packed, by its first bytes.</summary>
    public static FeedPacking Packing(ReadOnlySpan<byte> head) => head switch
    {
        [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..] => FeedPacking.Zip,
        [0x1f, 0x8b, ..] => FeedPacking.Gzip,
        _ => FeedDetection.IsLines(head) ? FeedPacking.Lines : FeedPacking.None,
    };

    /// <summary>The first bytes of an open file.</summary>
    public static byte[] HeadOf(SafeFileHandle file)
    {
        var head = new byte[Math.Min(RandomAccess.GetLength(file), FeedDetection.Head)];
        ZipDirectory.Fill(file, head, 0);
        return head;
    }
}
