using System.Text;
using Marque.Components.Conformance.Json;

namespace Marque.Components.Conformance.TagValue;

/// <summary>The forms of values in SPDX 2.x.</summary>
internal static class ValueForms
{
    private static readonly string[] Algorithms = ["SHA1", "SHA224", "SHA256", "SHA384", "SHA512", "MD2", "MD4", "MD5", "MD6", "SHA3-256", "SHA3-384", "SHA3-512", "BLAKE2b-256", "BLAKE2b-384", "BLAKE2b-512", "BLAKE3", "ADLER32"];
    private static readonly int[] Digits = [40, 56, 64, 96, 128, 32, 32, 32, 0, 64, 96, 128, 64, 96, 128, 0, 8];
    private static readonly string[] FileTypes = ["SOURCE", "BINARY", "ARCHIVE", "APPLICATION", "AUDIO", "IMAGE", "TEXT", "VIDEO", "DOCUMENTATION", "SPDX", "OTHER"];
    private static readonly string[] Purposes = ["APPLICATION", "FRAMEWORK", "LIBRARY", "CONTAINER", "OPERATING-SYSTEM", "DEVICE", "FIRMWARE", "SOURCE", "ARCHIVE", "FILE", "INSTALL", "OTHER"];
    private static readonly string[] Categories = ["SECURITY", "PACKAGE-MANAGER", "PACKAGE_MANAGER", "PERSISTENT-ID", "PERSISTENT_ID", "OTHER"];
    private static readonly string[] Relationships = ["DESCRIBES", "DESCRIBED_BY", "CONTAINS", "CONTAINED_BY", "DEPENDS_ON", "DEPENDENCY_OF", "DEPENDENCY_MANIFEST_OF", "BUILD_DEPENDENCY_OF", "DEV_DEPENDENCY_OF", "OPTIONAL_DEPENDENCY_OF", "PROVIDED_DEPENDENCY_OF", "TEST_DEPENDENCY_OF", "RUNTIME_DEPENDENCY_OF", "EXAMPLE_OF", "GENERATES", "GENERATED_FROM", "ANCESTOR_OF", "DESCENDANT_OF", "VARIANT_OF", "DISTRIBUTION_ARTIFACT", "PATCH_FOR", "PATCH_APPLIED", "COPY_OF", "FILE_ADDED", "FILE_DELETED", "FILE_MODIFIED", "EXPANDED_FROM_ARCHIVE", "DYNAMIC_LINK", "STATIC_LINK", "DATA_FILE_OF", "TEST_CASE_OF", "BUILD_TOOL_OF", "DEV_TOOL_OF", "TEST_OF", "TEST_TOOL_OF", "DOCUMENTATION_OF", "OPTIONAL_COMPONENT_OF", "METAFILE_OF", "PACKAGE_OF", "PREREQUISITE_FOR", "HAS_PREREQUISITE", "AMENDS", "REQUIREMENT_DESCRIPTION_FOR", "SPECIFICATION_FOR", "OTHER"];

    /// <summary>What would be right, when the value is not of the form; else null.</summary>
    public static string? Wrong(this ValueForm form, ReadOnlySpan<char> value) => form switch
    {
        ValueForm.DataLicense => value is "CC0-1.0" ? null : "CC0-1.0",
        ValueForm.Identifier => IsId(value, "SPDXRef-") ? null : "SPDXRef- followed by letters, digits, '.' and '-'",
        ValueForm.LicenseId => IsId(value, "LicenseRef-") ? null : "LicenseRef- followed by letters, digits, '.' and '-'",
        ValueForm.Reference => IsReference(value) ? null : "SPDXRef-..., or DocumentRef-...:SPDXRef-...",
        ValueForm.Agent => IsAgent(value, tool: true) ? null : "Person: name (email), Organization: name, or Tool: name-version",
        ValueForm.Supplier => value is "NOASSERTION" || IsAgent(value, tool: false) ? null : "Person: name (email), Organization: name, or NOASSERTION",
        ValueForm.Instant => IsInstant(value) ? null : "a time in UTC such as 2026-11-25T01:41:41Z",
        ValueForm.Checksum => IsChecksum(value) ? null : "an algorithm of the specification, a colon and its digits, such as SHA256: 9f86...",
        ValueForm.Flag => value is "true" or "false" ? null : "true or false",
        ValueForm.Uri => IsUri(value) ? null : "a URI with its scheme and without '#'",
        ValueForm.ExternalDocument => IsExternalDocument(value) ? null : "DocumentRef-..., the document's URI, and SHA1: with its digits",
        ValueForm.ExternalReference => IsExternalReference(value) ? null : "a category (SECURITY, PACKAGE-MANAGER, PERSISTENT-ID, OTHER), a type and a locator",
        ValueForm.Relationship => IsRelationship(value) ? null : "two elements with a type of relationship between them",
        ValueForm.FileType => Among(FileTypes, value) ? null : "one of " + string.Join(", ", FileTypes),
        ValueForm.Purpose => Among(Purposes, value) ? null : "one of " + string.Join(", ", Purposes),
        ValueForm.AnnotationType => value is "REVIEW" or "OTHER" ? null : "REVIEW or OTHER",
        ValueForm.Range => IsRange(value) ? null : "the first and the last, such as 310:420",
        ValueForm.VerificationCode => IsHex(value.IndexOf('(') is > 0 and var bracket ? value[..bracket].TrimEnd() : value, 40) ? null : "40 hexadecimal digits, and what was left out in brackets",
        ValueForm.Line => value.IsEmpty ? "a value" : null,
        _ => null,
    };

    /// <summary>The first word, and what follows it.</summary>
    public static ReadOnlySpan<char> First(ReadOnlySpan<char> value, out ReadOnlySpan<char> rest)
    {
        var space = value.IndexOfAny(' ', '\t');
        rest = space < 0 ? default : value[space..].TrimStart();
        return space < 0 ? value : value[..space];
    }

    private static bool IsId(ReadOnlySpan<char> value, string prefix) => value.Length > prefix.Length && value.StartsWith(prefix) && !value[prefix.Length..].ContainsAnyExcept(Ids);

    private static readonly System.Buffers.SearchValues<char> Ids = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-");

    private static bool IsReference(ReadOnlySpan<char> value)
    {
        var colon = value.IndexOf(':');
        return colon < 0 ? IsId(value, "SPDXRef-") : IsId(value[..colon], "DocumentRef-") && IsId(value[(colon + 1)..], "SPDXRef-");
    }

    private static bool IsAgent(ReadOnlySpan<char> value, bool tool)
    {
        var colon = value.IndexOf(':');
        return colon > 0 && (value[..colon] is "Person" or "Organization" || (tool && value[..colon] is "Tool")) && !value[(colon + 1)..].Trim().IsEmpty;
    }

    private static bool IsInstant(ReadOnlySpan<char> value)
    {
        Span<byte> text = stackalloc byte[20];
        return value.Length == 20 && Encoding.ASCII.GetBytes(value, text) == 20 && text[10] == 'T' && text[19] == 'Z' && TextFormat.DateTime.Fits(text);
    }

    private static bool IsChecksum(ReadOnlySpan<char> value)
    {
        var colon = value.IndexOf(':');
        if (colon < 0) return false;
        for (var i = 0; i < Algorithms.Length; i++)
        {
            if (value[..colon].SequenceEqual(Algorithms[i])) return IsHex(value[(colon + 1)..].Trim(), Digits[i]);
        }

        return false;
    }

    private static bool IsHex(ReadOnlySpan<char> value, int digits)
    {
        foreach (var c in value)
        {
            if (!char.IsAsciiHexDigit(c)) return false;
        }

        return value.Length > 0 && (digits == 0 || value.Length == digits);
    }

    private static bool IsUri(ReadOnlySpan<char> value)
    {
        var colon = value.IndexOf(':');
        return colon > 0 && char.IsAsciiLetter(value[0]) && value.IndexOfAny(' ', '#') < 0 && value.Length > colon + 1;
    }

    private static bool IsExternalDocument(ReadOnlySpan<char> value) =>
        IsId(First(value, out var rest), "DocumentRef-") && IsUri(First(rest, out rest)) && rest.StartsWith("SHA1:") && IsChecksum(rest);

    private static bool IsExternalReference(ReadOnlySpan<char> value) =>
        Among(Categories, First(value, out var rest)) && !First(rest, out rest).IsEmpty && !rest.IsEmpty && rest.IndexOf(' ') < 0;

    private static bool IsRelationship(ReadOnlySpan<char> value) =>
        IsReference(First(value, out var rest)) && Among(Relationships, First(rest, out rest)) && (rest is "NONE" or "NOASSERTION" || IsReference(rest));

    private static bool IsRange(ReadOnlySpan<char> value)
    {
        var colon = value.IndexOf(':');
        return colon > 0 && int.TryParse(value[..colon], System.Globalization.NumberStyles.None, null, out var first) && int.TryParse(value[(colon + 1)..], System.Globalization.NumberStyles.None, null, out var last) && first >= 1 && first <= last;
    }

    private static bool Among(string[] known, ReadOnlySpan<char> value)
    {
        foreach (var one in known)
        {
            if (value.SequenceEqual(one)) return true;
        }

        return false;
    }
}
