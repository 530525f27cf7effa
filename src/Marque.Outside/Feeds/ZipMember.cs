namespace Marque.Outside.Feeds;

/// <summary>A member of a ZIP container, as its central directory tells (APPNOTE 6.3.10, section 4.3.12).</summary>
/// <param name="Name">Its name, <c>/</c> between folders.</param>
/// <param name="Offset">Where its local header stands.</param>
/// <param name="Packed">Its bytes in the container.</param>
/// <param name="Size">Its bytes unpacked.</param>
/// <param name="Crc">The CRC-32 of these.</param>
/// <param name="IsDeflated">Deflated, not stored.</param>
internal readonly record struct ZipMember(string Name, long Offset, long Packed, long Size, uint Crc, bool IsDeflated);
