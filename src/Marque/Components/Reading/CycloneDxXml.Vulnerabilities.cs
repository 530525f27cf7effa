using System.Globalization;

namespace Marque.Components.Reading;

/// <content>Vulnerabilities with their analysis (VEX).</content>
internal static partial class CycloneDxXml
{
    private static void Vulnerabilities(XmlInput xml)
    {
        var found = new List<SbomVulnerability>(xml.Builder.Sbom.Vulnerabilities);
        var depth = xml.Scan.Depth;
        while (xml.Child(depth)) found.Add(Vulnerability(xml));
        xml.Builder.Sbom.Vulnerabilities = found;
    }

    private static SbomVulnerability Vulnerability(XmlInput xml)
    {
        Other(xml);
        var read = new SbomVulnerability("", "") { Line = xml.Scan.TagLine, Ref = xml.Builder.String(xml.Attribute("bom-ref"u8)) };
        var depth = xml.Scan.Depth;
        while (xml.Child(depth))
        {
            if (xml.Is("id"u8)) read = read with { Id = xml.String() };
            else if (xml.Is("source"u8)) read = read with { Source = Source(xml) };
            else if (xml.Is("references"u8)) read = read with { Aliases = [.. Fields(xml, "id")] };
            else if (xml.Is("ratings"u8)) read = read with { Ratings = Ratings(xml) };
            else if (xml.Is("cwes"u8)) read = read with { Weaknesses = [.. Strings(xml).Select(s => int.TryParse(s, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).Where(n => n >= 0)] };
            else if (xml.Is("affects"u8)) read = read with { Affects = Affects(xml) };
            else if (xml.Is("analysis"u8)) read = read with { Analysis = Analysis(xml) };
            else if (xml.Is("recommendation"u8)) read = read with { Recommendation = xml.String() };
            else if (xml.Is("published"u8)) read = read with { Published = xml.String() };
            else if (xml.Is("updated"u8)) read = read with { Updated = xml.String() };
            else if (xml.Is("rejected"u8)) read = read with { Rejected = xml.String() };
            else Others(xml);
        }

        return read;
    }

    private static string Source(XmlInput xml)
    {
        var (name, url) = ("", "");
        var depth = xml.Scan.Depth;
        while (xml.Child(depth))
        {
            if (xml.Is("name"u8)) name = xml.String();
            else if (xml.Is("url"u8)) url = xml.String();
            else xml.Scan.Skip();
        }

        return name.Length > 0 ? name : url;
    }

    // One field of each item of a list.
    private static List<string> Fields(XmlInput xml, string field)
    {
        var name = System.Text.Encoding.UTF8.GetBytes(field);
        var found = new List<string>();
        var depth = xml.Scan.Depth;
        while (xml.Child(depth))
        {
            var inside = xml.Scan.Depth;
            while (xml.Child(inside))
            {
                if (xml.Is(name)) found.Add(xml.String());
                else xml.Scan.Skip();
            }
        }

        return found;
    }

    private static List<SbomRating> Ratings(XmlInput xml)
    {
        var found = new List<SbomRating>();
        var depth = xml.Scan.Depth;
        while (xml.Child(depth))
        {
            var rating = new SbomRating("", null, "", "", "");
            var inside = xml.Scan.Depth;
            while (xml.Child(inside))
            {
                if (xml.Is("source"u8)) rating = rating with { Source = Source(xml) };
                else if (xml.Is("score"u8)) rating = rating with { Score = double.TryParse(xml.String(), NumberStyles.Float, CultureInfo.InvariantCulture, out var score) ? score : null };
                else if (xml.Is("severity"u8)) rating = rating with { Severity = xml.String() };
                else if (xml.Is("method"u8)) rating = rating with { Method = xml.String() };
                else if (xml.Is("vector"u8)) rating = rating with { Vector = xml.String() };
                else xml.Scan.Skip();
            }

            found.Add(rating);
        }

        return found;
    }

    private static List<SbomAffected> Affects(XmlInput xml)
    {
        var found = new List<SbomAffected>();
        var depth = xml.Scan.Depth;
        while (xml.Child(depth))
        {
            var reference = "";
            List<SbomAffectedVersion> versions = [];
            var inside = xml.Scan.Depth;
            while (xml.Child(inside))
            {
                if (xml.Is("ref"u8)) reference = xml.String();
                else if (xml.Is("versions"u8)) versions = AffectedVersions(xml);
                else xml.Scan.Skip();
            }

            found.Add(new SbomAffected(reference, versions));
        }

        return found;
    }

    private static List<SbomAffectedVersion> AffectedVersions(XmlInput xml)
    {
        var found = new List<SbomAffectedVersion>();
        var depth = xml.Scan.Depth;
        while (xml.Child(depth))
        {
            var version = new SbomAffectedVersion("", "", "");
            var inside = xml.Scan.Depth;
            while (xml.Child(inside))
            {
                if (xml.Is("version"u8)) version = version with { Version = xml.String() };
                else if (xml.Is("range"u8)) version = version with { Range = xml.String() };
                else if (xml.Is("status"u8)) version = version with { Status = xml.String() };
                else xml.Scan.Skip();
            }

            found.Add(version);
        }

        return found;
    }

    private static SbomAnalysis Analysis(XmlInput xml)
    {
        var read = new SbomAnalysis("", "", [], "", "", "");
        var depth = xml.Scan.Depth;
        while (xml.Child(depth))
        {
            if (xml.Is("state"u8)) read = read with { State = xml.String() };
            else if (xml.Is("justification"u8)) read = read with { Justification = xml.String() };
            else if (xml.Is("responses"u8)) read = read with { Responses = Strings(xml) };
            else if (xml.Is("detail"u8)) read = read with { Detail = xml.String() };
            else if (xml.Is("firstIssued"u8)) read = read with { FirstIssued = xml.String() };
            else if (xml.Is("lastUpdated"u8)) read = read with { LastUpdated = xml.String() };
            else xml.Scan.Skip();
        }

        return read;
    }
}
