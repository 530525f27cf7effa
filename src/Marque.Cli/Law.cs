using System.Reflection;
using System.Text.Json;
using Marque.Ledger;
using Marque.Legal;
using Marque.Outside;
using Marque.Text;

namespace Marque.Cli;

/// <summary>The legal set of a run: the one in the program, or one that <c>--legal</c> names.</summary>
internal static class Law
{
    private const string Prefix = "legal/";

    // DSSE payload type of a signed manifest.json (manifest.dsse.json beside it).
    private const string ManifestType = "application/vnd.marque.legal-manifest+json";

    /// <summary>Reads the legal set; null with problems.</summary>
    public static LegalSet? Read(string? folder, IReadOnlyList<PublicKey> trusted, string from, List<Problem> problems)
    {
        var files = folder is null ? Embedded() : LegalFolder.Read(folder, from, problems);
        if (problems.Count > 0) return null;
        var read = LegalSets.Read(files, trusted.Count == 0 ? null : (envelope, manifest) => SignedBy(trusted, envelope, manifest));
        problems.AddRange(read.Problems.Select(p => p with { Place = p.Place with { File = $"{folder ?? "legal"}/{p.Place.File}" } }));
        return read.Ok ? read.Value : null;
    }

    /// <summary>The version of the set in the program, without reading the set.</summary>
    public static string EmbeddedVersion()
    {
        var json = new Utf8JsonReader(Bytes($"{Prefix}manifest.json").Span);
        while (json.Read())
        {
            if (json.TokenType != JsonTokenType.PropertyName || json.CurrentDepth != 1 || !json.ValueTextEquals("version"u8)) continue;
            json.Read();
            return json.GetString() ?? "";
        }

        return "";
    }

    private static Dictionary<string, ReadOnlyMemory<byte>> Embedded()
    {
        var files = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        foreach (var name in Assembly.GetExecutingAssembly().GetManifestResourceNames())
        {
            // MSBuild writes the folder with the separator of the building machine.
            var path = name.Replace('\\', '/');
            if (path.StartsWith(Prefix, StringComparison.Ordinal)) files[path[Prefix.Length..]] = Bytes(name);
        }

        return files;
    }

    private static ReadOnlyMemory<byte> Bytes(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"the program lacks its resource {name}");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static bool SignedBy(IReadOnlyList<PublicKey> trusted, ReadOnlyMemory<byte> envelope, ReadOnlyMemory<byte> manifest) =>
        Dsse.Read("manifest.dsse.json", envelope).Value is { } signed
        && signed.PayloadType == ManifestType
        && signed.Payload.Span.SequenceEqual(manifest.Span)
        && signed.Verify(trusted).Count > 0;
}
