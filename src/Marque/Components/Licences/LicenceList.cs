using System.Collections.Frozen;
using System.Text.Json;
using Marque.Components.Conformance;
using Marque.Text;

namespace Marque.Components.Licences;

/// <summary>The SPDX licence list: identifiers of licences and of exceptions, as the published schema of CycloneDX has them. Case does not count (SPDX 3.0.1, licence expressions, case sensitivity).</summary>
public static class LicenceList
{
    // Licences and exceptions stand in one list, each of the two sorted: the exceptions begin here.
    private const string FirstException = "389-exception";

    private static readonly Lazy<(FrozenSet<string> Licences, FrozenSet<string> Exceptions, string Version)> All = new(Read);

    /// <summary>The edition of the list, such as <c>3.29.0</c>.</summary>
    public static string Version => All.Value.Version;

    /// <summary>How many licences and exceptions it has.</summary>
    public static (int Licences, int Exceptions) Count => (All.Value.Licences.Count, All.Value.Exceptions.Count);

    /// <summary>Whether it is an identifier of a licence.</summary>
    public static bool HasLicence(string id) => All.Value.Licences.Contains(id);

    /// <summary>Whether it is an identifier of an exception.</summary>
    public static bool HasException(string id) => All.Value.Exceptions.Contains(id);

    /// <summary>The identifier somebody may have meant; null: none is near.</summary>
    internal static string? NearLicence(string id) => Near(id, All.Value.Licences);

    /// <summary>The exception somebody may have meant; null: none is near.</summary>
    internal static string? NearException(string id) => Near(id, All.Value.Exceptions);

    // Of one beginning: '0BSD' is one letter from 'BSD', and another licence.
    private static string? Near(string id, IEnumerable<string> known) => id.Length == 0 ? null : Nearest.To(id, known.Where(k => char.ToUpperInvariant(k[0]) == char.ToUpperInvariant(id[0])));

    private static (FrozenSet<string> Licences, FrozenSet<string> Exceptions, string Version) Read()
    {
        using var schema = JsonDocument.Parse(Published.Bytes("spdx.SNAPSHOT.schema.json"));
        List<string> ids = [.. schema.RootElement.GetProperty("enum").EnumerateArray().Select(e => e.GetString()!)];
        var exceptions = ids.IndexOf(FirstException);
        var comment = schema.RootElement.GetProperty("$comment").GetString()!;
        return (ids.Take(exceptions).ToFrozenSet(StringComparer.OrdinalIgnoreCase), ids.Skip(exceptions).ToFrozenSet(StringComparer.OrdinalIgnoreCase), comment[(comment.IndexOf('-', StringComparison.Ordinal) + 1)..]);
    }
}
