using System.Reflection;

namespace Marque.Fuzz;

/// <summary>A reader under attack.</summary>
/// <param name="Name">The name of its class, in lower case with dashes.</param>
/// <param name="Run">Reads the bytes; throws when something is wrong.</param>
/// <param name="Seeds">What mutations begin with.</param>
internal sealed record Target(string Name, Target.Reader Run, IReadOnlyList<byte[]> Seeds)
{
    public delegate void Reader(ReadOnlySpan<byte> bytes);

    /// <summary>Every class of the namespace <c>Marque.Fuzz.Targets</c> that has a <c>Run</c>.</summary>
    public static IReadOnlyList<Target> All { get; } =
    [
        .. typeof(Target).Assembly.GetTypes()
            .Where(t => t.Namespace == "Marque.Fuzz.Targets" && t.GetMethod("Run", BindingFlags.Static | BindingFlags.Public) is not null)
            .Select(t => new Target(Dashed(t.Name), t.GetMethod("Run", BindingFlags.Static | BindingFlags.Public)!.CreateDelegate<Reader>(), Given(t)))
            .OrderBy(t => t.Name, StringComparer.Ordinal),
    ];

    private static byte[][] Given(Type type) =>
        type.GetProperty("Seeds", BindingFlags.Static | BindingFlags.Public)?.GetValue(null) switch
        {
            IEnumerable<byte[]> bytes => [.. bytes],
            IEnumerable<string> texts => [.. texts.Select(System.Text.Encoding.UTF8.GetBytes)],
            _ => [[]],
        };

    private static string Dashed(string name) => string.Concat(name.Select((c, i) => char.IsUpper(c) && i > 0 ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
