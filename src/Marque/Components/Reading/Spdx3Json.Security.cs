namespace Marque.Components.Reading;

/// <content>Assessments of vulnerabilities (SPDX 3.0, security profile).</content>
internal static partial class Spdx3Json
{
    private static bool VulnerabilityField(ref JsonInput json, Spdx3Element element, ReadOnlySpan<byte> name)
    {
        if (name.SequenceEqual("score"u8)) element.Score = json.Scan.Fraction();
        else if (name.SequenceEqual("severity"u8)) element.Severity = json.String();
        else if (name.SequenceEqual("vectorString"u8)) element.Vector = json.String();
        else if (name.SequenceEqual("justificationType"u8)) element.Justification = json.String();
        else if (name.SequenceEqual("impactStatement"u8) || name.SequenceEqual("statusNotes"u8)) element.Detail = json.String();
        else if (name.SequenceEqual("actionStatement"u8)) element.Action = json.String();
        else if (name.SequenceEqual("publishedTime"u8)) element.Published = json.String();
        else if (name.SequenceEqual("modifiedTime"u8)) element.Modified = json.String();
        else if (name.SequenceEqual("withdrawnTime"u8)) element.Withdrawn = json.String();
        else return false;
        return true;
    }
}
