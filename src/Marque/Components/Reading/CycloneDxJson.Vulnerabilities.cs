using Marque.Text.Reading;

namespace Marque.Components.Reading;

/// <content>Vulnerabilities with their analysis (VEX).</content>
internal static partial class CycloneDxJson
{
    private static void Vulnerabilities(ref JsonInput json)
    {
        if (!json.List("vulnerabilities")) return;
        var found = new List<SbomVulnerability>(json.Builder.Sbom.Vulnerabilities);
        while (json.Scan.Item()) found.Add(Vulnerability(ref json));
        json.Builder.Sbom.Vulnerabilities = found;
    }

    private static SbomVulnerability Vulnerability(ref JsonInput json)
    {
        var read = new SbomVulnerability("", "") { Line = json.Builder.Line = json.Scan.Line };
        while (json.Scan.Field())
        {
            var field = json.Name();
            if (field.SequenceEqual("id"u8)) read = read with { Id = json.String() };
            else if (field.SequenceEqual("bom-ref"u8))
            {
                if (!json.Text(out var text)) continue;
                json.Builder.Name(text, new Element(ElementKind.Other, 0));
                read = read with { Ref = json.Builder.String(text) };
            }
            else if (field.SequenceEqual("source"u8)) read = read with { Source = Source(ref json) };
            else if (field.SequenceEqual("references"u8)) read = read with { Aliases = Aliases(ref json) };
            else if (field.SequenceEqual("ratings"u8)) read = read with { Ratings = Ratings(ref json) };
            else if (field.SequenceEqual("cwes"u8)) read = read with { Weaknesses = Weaknesses(ref json) };
            else if (field.SequenceEqual("affects"u8)) read = read with { Affects = Affects(ref json) };
            else if (field.SequenceEqual("analysis"u8)) read = read with { Analysis = Analysis(ref json) };
            else if (field.SequenceEqual("recommendation"u8)) read = read with { Recommendation = json.String() };
            else if (field.SequenceEqual("published"u8)) read = read with { Published = json.String() };
            else if (field.SequenceEqual("updated"u8)) read = read with { Updated = json.String() };
            else if (field.SequenceEqual("rejected"u8)) read = read with { Rejected = json.String() };
            else Others(ref json);
        }

        return read;
    }

    private static string Source(ref JsonInput json)
    {
        var (name, url) = ("", "");
        if (!json.Object("source")) return "";
        while (json.Scan.Field())
        {
            if (json.Scan.Is("name"u8)) name = json.String();
            else if (json.Scan.Is("url"u8)) url = json.String();
            else json.Scan.Skip();
        }

        return name.Length > 0 ? name : url;
    }

    private static List<string> Aliases(ref JsonInput json)
    {
        var found = new List<string>();
        if (!json.List("references")) return found;
        while (json.Scan.Item())
        {
            while (json.Scan.Field())
            {
                if (json.Scan.Is("id"u8)) found.Add(json.String());
                else json.Scan.Skip();
            }
        }

        return found;
    }

    private static List<SbomRating> Ratings(ref JsonInput json)
    {
        var found = new List<SbomRating>();
        if (!json.List("ratings")) return found;
        while (json.Scan.Item())
        {
            var rating = new SbomRating("", null, "", "", "");
            while (json.Scan.Field())
            {
                if (json.Scan.Is("source"u8)) rating = rating with { Source = Source(ref json) };
                else if (json.Scan.Is("score"u8)) rating = rating with { Score = json.Scan.Fraction() };
                else if (json.Scan.Is("severity"u8)) rating = rating with { Severity = json.String() };
                else if (json.Scan.Is("method"u8)) rating = rating with { Method = json.String() };
                else if (json.Scan.Is("vector"u8)) rating = rating with { Vector = json.String() };
                else json.Scan.Skip();
            }

            found.Add(rating);
        }

        return found;
    }

    private static List<int> Weaknesses(ref JsonInput json)
    {
        var found = new List<int>();
        if (!json.List("cwes")) return found;
        while (json.Scan.Read() && json.Scan.Token != System.Text.Json.JsonTokenType.EndArray)
        {
            if (json.Scan.WholeNumber is { } number and >= 0 and <= int.MaxValue) found.Add((int)number);
            json.Scan.Leave();
        }

        return found;
    }

    private static List<SbomAffected> Affects(ref JsonInput json)
    {
        var found = new List<SbomAffected>();
        if (!json.List("affects")) return found;
        while (json.Scan.Item())
        {
            var reference = "";
            List<SbomAffectedVersion> versions = [];
            while (json.Scan.Field())
            {
                if (json.Scan.Is("ref"u8)) reference = json.String();
                else if (json.Scan.Is("versions"u8)) versions = AffectedVersions(ref json);
                else json.Scan.Skip();
            }

            found.Add(new SbomAffected(reference, versions));
        }

        return found;
    }

    private static List<SbomAffectedVersion> AffectedVersions(ref JsonInput json)
    {
        var found = new List<SbomAffectedVersion>();
        if (!json.List("versions")) return found;
        while (json.Scan.Item())
        {
            var version = new SbomAffectedVersion("", "", "");
            while (json.Scan.Field())
            {
                if (json.Scan.Is("version"u8)) version = version with { Version = json.String() };
                else if (json.Scan.Is("range"u8)) version = version with { Range = json.String() };
                else if (json.Scan.Is("status"u8)) version = version with { Status = json.String() };
                else json.Scan.Skip();
            }

            found.Add(version);
        }

        return found;
    }

    private static SbomAnalysis? Analysis(ref JsonInput json)
    {
        if (!json.Object("analysis")) return null;
        var read = new SbomAnalysis("", "", [], "", "", "");
        while (json.Scan.Field())
        {
            if (json.Scan.Is("state"u8)) read = read with { State = json.String() };
            else if (json.Scan.Is("justification"u8)) read = read with { Justification = json.String() };
            else if (json.Scan.Is("response"u8)) read = read with { Responses = json.Strings() };
            else if (json.Scan.Is("detail"u8)) read = read with { Detail = json.String() };
            else if (json.Scan.Is("firstIssued"u8)) read = read with { FirstIssued = json.String() };
            else if (json.Scan.Is("lastUpdated"u8)) read = read with { LastUpdated = json.String() };
            else json.Scan.Skip();
        }

        return read;
    }
}
