using System.IO.Compression;

namespace Marque.Components.Conformance;

/// <summary>The schemas that travel with the program, by their file names.</summary>
internal static class Published
{
    /// <summary>The schema's file as it was published.</summary>
    public static Stream Open(string name) =>
        new GZipStream(typeof(Published).Assembly.GetManifestResourceStream("checked/" + name) ?? throw new ArgumentException($"the schema '{name}' is not in the program", nameof(name)), CompressionMode.Decompress);

    /// <summary>Its bytes.</summary>
    public static byte[] Bytes(string name)
    {
        using var file = Open(name);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }
}
