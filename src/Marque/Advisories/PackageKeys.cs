using System.Text;
using Marque.Components;

namespace Marque.Advisories;

/// <summary>The packages by which advisories may speak of a component.</summary>
/// <param name="Keys">Ecosystem (without release) and name in the form in which they are looked up, <c>PyPI django</c>: usually one; for a binary package of a distribution its source too. Empty when there is none.</param>
/// <param name="Reason">Why there is none; empty otherwise.</param>
public sealed record PackageKeys(IReadOnlyList<string> Keys, string Reason)
{
    /// <summary>The packages of a component.</summary>
    public static PackageKeys Of(Purl purl) => new([], $"no OSV ecosystem for package URLs of type {purl.Type} yet");

    /// <summary>A key as text.</summary>
    internal static string Text(ReadOnlySpan<byte> ecosystem, ReadOnlySpan<byte> name) => $"{Encoding.UTF8.GetString(ecosystem)} {Encoding.UTF8.GetString(name)}";
}
