using System.Text;

namespace Marque.Components.Reading;

/// <content>Files, purposes, and what stands apart from the element it belongs to.</content>
internal sealed partial class Spdx3
{
    // More purposes, or hashes, than SPDX 3 has words for them; every package that is delivered as the file has them.
    private const int MostOfFile = 64;

    private readonly Dictionary<int, (int Name, (int Algorithm, int Value)[] Hashes, int[] Purposes)> files = [];
    private readonly List<(int From, int To)> distributed = [];
    private readonly Dictionary<int, (string Type, int Kind, int Value)> parts = [];
    private readonly List<(int Component, int Part)> apart = [];

    /// <summary>The words of SPDX 2 for the two elements that stand for nothing and for nothing said.</summary>
    public static ReadOnlySpan<byte> Usual(ReadOnlySpan<byte> reference) =>
        !reference.EndsWith("Element"u8) ? reference
        : reference.SequenceEqual("NoneElement"u8) || reference.EndsWith("/Core/NoneElement"u8) ? "NONE"u8
        : reference.SequenceEqual("NoAssertionElement"u8) || reference.EndsWith("/Core/NoAssertionElement"u8) ? "NOASSERTION"u8
        : reference;

    // Neither of the SPDX 3 model nor of one of its profiles.
    private static bool IsForeign(string type) => type.Length == 0 || type.Contains(':', StringComparison.Ordinal) || (char.IsAsciiLetterLower(type[0]) && type.Contains('_', StringComparison.Ordinal));

    private void Foreign()
    {
        Other();
        into.Find("sbom.unknown-type", element.Type.Length == 0 ? "an element does not say its type; it is not read" : $"the type '{SbomBuilder.Shown(Encoding.UTF8.GetBytes(element.Type))}' is none of SPDX 3; the element is not read");
    }

    private void File()
    {
        into.Sbom.Files++;
        if (Other() is var id and >= 0) files.TryAdd(id, (into.Text(element.Name.Bytes), Few(element.Hashes), Few(element.Purposes)));
        foreach (var part in element.Apart) Told(part, "a file");
    }

    private T[] Few<T>(List<T> said)
    {
        T[] distinct = [.. said.Distinct()];
        if (distinct.Length <= MostOfFile) return distinct;
        into.Find("sbom.too-many", $"a file has more than {MostOfFile} purposes or hashes; the first are read");
        return distinct[..MostOfFile];
    }

    private void Part()
    {
        if (into.Ref(element.Id.Bytes) is not (var id and >= 0)) return;
        into.Sbom.Elements[id] = new Element(ElementKind.Other, 0);
        var value = element.PartValue != 0 ? element.PartValue : element.References is [var (_, locator), ..] ? locator : 0;
        if (value != 0) parts.TryAdd(id, (element.Type, element.PartType, value));
    }

    // Only of packages is it followed to where it stands.
    private void Told(int part, string what) => into.Find("sbom.apart", $"'{SbomBuilder.Shown(into.Sbom.Refs.Bytes(part))}' stands apart from {what} it belongs to; it is not read");

    private void Purpose(int component, int purpose) => into.Detail(component, DetailKind.Property, into.Once("purpose"u8), purpose);

    private void Parts()
    {
        foreach (var (component, part) in apart)
        {
            if (!parts.TryGetValue(part, out var found)) continue;
            var value = into.Sbom.Texts.Bytes(found.Value);
            if (found.Type == "Hash") into.Hash(component, found.Kind, value);
            else if (found.Type == "ExternalIdentifier") Identifier(component, found.Kind, found.Value);
            else if (found.Type != "PackageVerificationCode") into.Detail(component, DetailKind.ExternalReference, found.Kind, found.Value);
        }
    }

    // The file that a package is delivered as: its name and whether a SHA-512 stands at it; the hashes of the only one are those of the package.
    private void Distributed()
    {
        var sbom = into.Sbom;
        var sha512 = into.Algorithm("SHA-512"u8);
        foreach (var package in distributed.Distinct().ToLookup(d => d.From, d => d.To))
        {
            if (sbom.Elements[package.Key] is not { Kind: ElementKind.Component } component) continue;
            var own = package.Where(files.ContainsKey).Select(f => files[f]).ToList();
            foreach (var file in own)
            {
                var hash = file.Hashes.Any(h => h.Algorithm == sha512) ? ReferenceHash.Sha512 : file.Hashes.Length > 0 ? ReferenceHash.Other : ReferenceHash.None;
                into.Detail(component.Index, DetailKind.Property, into.Once("hasDistributionArtifact"u8), file.Name, (byte)hash);
                foreach (var purpose in file.Purposes) Purpose(component.Index, purpose);
            }

            if (own is not [var only]) continue;
            foreach (var (algorithm, value) in only.Hashes) into.Hash(component.Index, algorithm, sbom.Texts.Bytes(value));
        }
    }
}
