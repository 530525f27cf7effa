using System.Text.Json;

namespace Marque.Csaf;

/// <summary>The weaknesses of the Common Weakness Enumeration with their names, also those of earlier versions (<c>checks/csaf/cwe.json</c>).</summary>
public static class Weaknesses
{
    private static readonly Lazy<(string Version, Dictionary<string, string[]> Names)> List = new(Read);

    /// <summary>The version of the enumeration.</summary>
    public static string Version => List.Value.Version;

    /// <summary>The names a weakness has had, today's first; none when there is no such id (<c>CWE-79</c>).</summary>
    public static IReadOnlyList<string> Names(string id) => List.Value.Names.GetValueOrDefault(id) ?? [];

    private static (string Version, Dictionary<string, string[]> Names) Read()
    {
        using var json = CsafData.Read("cwe");
        return (json.RootElement.GetProperty("version").GetString()!, json.RootElement.GetProperty("names").EnumerateObject().ToDictionary(n => n.Name, n => n.Value.EnumerateArray().Select(t => t.GetString()!).ToArray(), StringComparer.Ordinal));
    }
}
