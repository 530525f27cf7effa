using Marque.Advisories;
using Marque.Store;

namespace Marque.Cli.Live;

/// <summary>Components on their way into the store.</summary>
internal static class Interning
{
    /// <summary>As the store interns it.</summary>
    public static StoredComponent Stored(this SoughtComponent sought)
    {
        var (component, purl) = (sought.Component, sought.Purl);
        var name = component.Name.Length > 0 ? component.Name : component.ToString();
        var version = component.Version.Length > 0 ? component.Version : purl?.Version ?? "";
        return new StoredComponent(purl?.ToString(), name.Length > 0 ? name : "(nameless)", version.Length > 0 ? version : null) { Packages = purl is null ? [] : PackageKeys.Of(purl).Keys };
    }
}
