using System.Security.Cryptography;
using System.Text;
using Marque.Cases;
using Marque.Components.Purls;
using Marque.Triage.Vex;

namespace Marque.Cli.Live;

/// <summary>How documents for others name the manufacturer, the product and its releases: always alike, so that they can be joined.</summary>
internal static class VexIdentity
{
    /// <summary>The manufacturer.</summary>
    public static VexAuthor Author(Case c) => new(c.Product?.Manufacturer ?? c.Name, c.Product?.Website, c.Product?.Contact?.ToString() ?? c.Product?.Email);

    /// <summary>A release, or a part of it: <c>pkg:generic/manufacturer/product@version#part</c>.</summary>
    public static VexProduct Release(Case c, string version, string? part = null) =>
        new(c.Name, version, Purl.Build("generic", FileNames.Slug(Author(c).Name).ToLowerInvariant(), FileNames.Slug(c.Id), version, [], part).Purl ?? throw new InvalidOperationException($"the release {version} has no package URL"));

    /// <summary>An identifier that is the same for the same product and releases, in every issue (RFC 9562, version 8).</summary>
    public static string Urn(Case c, IEnumerable<string> releases)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', [Author(c).Name, c.Id, .. releases])));
        var bytes = hash.AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return $"urn:uuid:{new Guid(bytes, bigEndian: true)}";
    }
}
