namespace Marque.Fuzz.Targets;

/// <summary>Reads SPDX tag-value text.</summary>
internal static class SbomTagValue
{
    public static IEnumerable<string> Seeds =>
    [
        "SPDXVersion: SPDX-2.3\nSPDXID: SPDXRef-DOCUMENT\nDocumentComment: <text>a\nb</text>\nCreator: Tool: t-1\n# comment\nPackageName: a\nSPDXID: SPDXRef-a\nPackageVersion: 1\nPackageChecksum: SHA1: 00\nExternalRef: PACKAGE-MANAGER purl pkg:npm/a@1\nRelationship: SPDXRef-DOCUMENT DESCRIBES SPDXRef-a\r\nFileName: f\nSPDXID: SPDXRef-f\n",
    ];

    public static void Run(ReadOnlySpan<byte> bytes) => SbomInvariants.Hold(bytes);
}
