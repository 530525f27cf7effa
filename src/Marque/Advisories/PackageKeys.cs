using System.Text;
using Marque.Advisories.Matching;
using Marque.Advisories.Segments;
using Marque.Components;
using Marque.Components.Purls;

namespace Marque.Advisories;

/// <summary>The packages by which advisories may speak of a component.</summary>
/// <param name="Keys">Ecosystem (without release) and name in the form in which they are looked up, <c>PyPI django</c>: mostly one, several for a binary RPM and its source, a package inside a Go module, an action and its repository. Empty when there is none.</param>
/// <param name="Reason">Why there is none; empty otherwise.</param>
public sealed record PackageKeys(IReadOnlyList<string> Keys, string Reason)
{
    /// <summary>The packages of a component.</summary>
    public static PackageKeys Of(Purl purl)
    {
        var targets = PackageTargets.Of(purl, out var reason);
        return new([.. targets.Select(Text).Distinct(StringComparer.Ordinal)], reason);
    }

    /// <summary>A key as text.</summary>
    internal static string Text(ReadOnlySpan<byte> ecosystem, ReadOnlySpan<byte> name) => $"{Encoding.UTF8.GetString(ecosystem)} {Encoding.UTF8.GetString(name)}";

    private static string Text(PackageTarget target)
    {
        var name = new BlobWriter();
        var ecosystem = Encoding.UTF8.GetBytes(target.Ecosystem);
        PackageName.Write(ecosystem, Encoding.UTF8.GetBytes(target.Name), name);
        return Text(ecosystem, name.Written);
    }
}
