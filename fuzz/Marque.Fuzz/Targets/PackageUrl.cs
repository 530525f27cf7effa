using System.Text;
using Marque.Components;
using Marque.Components.Purls;

namespace Marque.Fuzz.Targets;

/// <summary>Whatever reads as a package URL has a canonical text that reads as the same one, unchanged.</summary>
internal static class PackageUrl
{
    public static IEnumerable<string> Seeds =>
    [
        "pkg:npm/%40angular/animation@12.3.1", "pkg:deb/debian/curl@7.50.3-1?arch=i386&distro=jessie", "pkg:maven/org.apache.xmlgraphics/batik-anim@1.9.1?classifier=dist&type=zip#a/b",
        "pkg:PYPI/Django_package@1.11.1.dev1", "pkg:git/github.com/A/B/C@1", "pkg:swid/Acme/example.com/Server@1.0.0?tag_id=75B8C285-FA7B-485B-B199-4745E3004D0D", "pkg:///unknown///a//b//@@1?&&x=&y=%C3%84#.././/%2e/c",
        "pkg:mlflow/İΣ@1?repository_url=https://adb.databricks.net", "pkg:chrome-extension/dncgedbnidfkppmdgfgidcepclnokpkb@6.0.2.3611",
    ];

    public static void Run(ReadOnlySpan<byte> bytes)
    {
        Check(Encoding.UTF8.GetString(bytes));
        // Halves of surrogate pairs do not come out of UTF-8.
        Check(Encoding.Unicode.GetString(bytes));
    }

    private static void Check(string text)
    {
        var read = Purl.Read(text);
        if (read.Purl is not { } purl) return;
        var canonical = purl.ToString();
        var again = Purl.Read(canonical);
        if (again.Changes != PurlChanges.None || !purl.Equals(again.Purl) || again.Purl!.ToString() != canonical || purl.GetHashCode() != again.Purl.GetHashCode()) throw new InvalidOperationException($"not stable: {text} -> {canonical} -> {again}");
        if ((read.Changes == PurlChanges.None) != (canonical == text)) throw new InvalidOperationException($"{read.Changes}: {text} -> {canonical}");
        var built = Purl.Build(purl.Type, purl.Namespace, purl.Name, purl.Version, purl.Qualifiers, purl.Subpath);
        if (!purl.Equals(built.Purl)) throw new InvalidOperationException($"built otherwise: {canonical} -> {built}");
    }
}
