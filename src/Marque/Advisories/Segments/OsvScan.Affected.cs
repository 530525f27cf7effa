using System.Text.Json;

namespace Marque.Advisories.Segments;

internal sealed partial class OsvScan
{
    private readonly BlobWriter ecosystem = new(64), name = new(64), purl = new(64), packageWord = new(), lastKnown = new(), packageSeverities = new(), ranges = new(1024);
    private readonly VersionList versions = new();
    private readonly TextList packageNotes = new();
    private int packageSeverityCount, rangeCount;

    private string? Packages(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (!Enter(ref reader, JsonTokenType.StartObject, "affected")) continue;
            foreach (var buffer in (ReadOnlySpan<BlobWriter>)[ecosystem, name, purl, packageWord, lastKnown, packageSeverities, ranges]) buffer.Cut();
            versions.Clear();
            Lists.Clear();
            packageNotes.Clear();
            (packageSeverityCount, rangeCount) = (0, 0);
            if (Package(ref reader) is { } reason) return reason;
            ClosePackage();
        }

        return null;
    }

    private string? Package(ref Utf8JsonReader reader)
    {
        var stated = 0ul;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = OsvToken.Field(ref reader);
            if (Twice(field, ref stated)) return $"affected: {Name(field)} is stated twice";
            reader.Read();
            switch (field)
            {
                case OsvField.Package:
                    if (reader.TokenType == JsonTokenType.Null) break;
                    if (!Enter(ref reader, JsonTokenType.StartObject, "affected: package")) break;
                    if (Naming(ref reader) is { } reason) return reason;
                    break;
                case OsvField.Ranges:
                    if (reader.TokenType == JsonTokenType.Null) break;
                    if (reader.TokenType == JsonTokenType.StartArray) Ranges(ref reader);
                    else NotApplied(ref reader, "ranges: not a list");
                    break;
                case OsvField.Versions:
                    if (reader.TokenType == JsonTokenType.Null) break;
                    if (reader.TokenType == JsonTokenType.StartArray) Versions(ref reader);
                    else NotApplied(ref reader, "versions: not a list");
                    break;
                case OsvField.Severity:
                    packageSeverityCount += Severities(ref reader, packageSeverities, "affected: severity");
                    break;
                case OsvField.DatabaseSpecific:
                    Word(ref reader, packageWord);
                    break;
                case OsvField.EcosystemSpecific:
                    Specific(ref reader);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return null;
    }

    private string? Naming(ref Utf8JsonReader reader)
    {
        var stated = 0ul;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = OsvToken.Field(ref reader);
            if (Twice(field, ref stated)) return $"affected: package: {Name(field)} is stated twice";
            reader.Read();
            var into = field switch { OsvField.Ecosystem => ecosystem, OsvField.Name => name, OsvField.Purl => purl, _ => null };
            if (into is null) reader.Skip();
            else if (!OsvToken.Text(ref reader, into)) Note($"affected: package: {Name(field)} is not a text");
        }

        return null;
    }

    private void Versions(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.String && versions.Add(ref reader)) continue;
            NotApplied(ref reader, "versions: an entry is not a text");
        }
    }

    private void Ranges(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                NotApplied(ref reader, "ranges: an entry is not an object");
                continue;
            }

            var start = ranges.Length;
            if (range.Read(ref reader, ranges) is { } reason)
            {
                ranges.Cut(start);
                if (packageNotes.Count < MaxNotes) packageNotes.Add($"a range: {reason}");
            }
            else rangeCount++;
        }
    }

    private readonly RangeScan range = new();

    // What is not applied may have said that a version is affected: matching says so instead of "not affected".
    private void NotApplied(ref Utf8JsonReader reader, string text)
    {
        reader.Skip();
        if (packageNotes.Count < MaxNotes) packageNotes.Add(text);
    }

    private void ClosePackage()
    {
        if (name.Length == 0 && ecosystem.Length > 0) packageNotes.Add("no package name");
        Starts.Add(Affected.Length);
        var start = Affected.Begin();
        Affected.Text(ecosystem.Written);
        Affected.Text(name.Written);
        Lists.WriteTo(Affected);
        packageNotes.WriteTo(Affected);
        Affected.Counted(rangeCount, ranges);
        versions.WriteTo(Affected);
        Affected.Text(purl.Written);
        Affected.Counted(packageSeverityCount, packageSeverities);
        Affected.Text(packageWord.Written);
        Affected.Text(lastKnown.Written);
        Affected.End(start);
    }
}
