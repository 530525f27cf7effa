using System.Text.Json;
using Marque.Text.Reading;

namespace Marque.Advisories.Feeds;

/// <summary>The catalogue as JSON.</summary>
internal static class KevJson
{
    private static readonly byte[][] Utf8Names = [.. KevFields.Names.Select(System.Text.Encoding.UTF8.GetBytes)];

    public static void Read(Stream content, FeedScan feed, Action<KevEntry> take)
    {
        var json = new JsonScan(content);
        json.Root();
        long? count = null;
        var listed = false;
        while (json.Field())
        {
            if (json.Is("catalogVersion"u8)) feed.Version = json.Text() ?? "";
            else if (json.Is("dateReleased"u8)) feed.AsOf = FeedScan.Moment(json.Text());
            else if (json.Is("count"u8)) count = json.Number();
            else if (json.Is("vulnerabilities"u8))
            {
                if (listed) throw new Refusal("kev.twice", "the list of vulnerabilities stands twice", json.Line);
                if (!json.Enter(JsonTokenType.StartArray)) throw new Refusal("kev.list", "the vulnerabilities are no list", json.Line);
                listed = true;
                while (json.Record(feed)) Entry(ref json, feed, take);
            }
            else json.Skip();
        }

        json.End();
        if (!listed) throw new Refusal("kev.list", "there is no list of vulnerabilities");
        if (count is { } stated && stated != feed.Records + feed.Refusals) throw new Refusal("kev.count", $"the catalogue counts {stated} vulnerabilities and lists {feed.Records + feed.Refusals}");
    }

    private static void Entry(ref JsonScan json, FeedScan feed, Action<KevEntry> take)
    {
        var fields = new KevFields();
        var (depth, line) = (json.Depth, json.Line);
        string? reason = null;
        var seen = 0;
        while (json.Field())
        {
            var field = -1;
            for (var i = 0; i < Utf8Names.Length && field < 0; i++)
            {
                if (json.Is(Utf8Names[i])) field = i;
            }

            if (field < 0 && json.Is("cwes"u8)) field = Utf8Names.Length;
            if (field < 0)
            {
                json.Skip();
                continue;
            }

            if ((seen & 1 << field) != 0) reason ??= $"the field {(field < Utf8Names.Length ? KevFields.Names[field] : "cwes")} stands twice";
            seen |= 1 << field;
            if (field == Utf8Names.Length) reason = json.Texts(fields.Cwes) ?? reason;
            else
            {
                fields[field] = json.TextOr(out var wrong);
                reason ??= wrong is null ? null : $"{KevFields.Names[field]}: {wrong}";
            }
        }

        reason ??= Kev.Check(fields, out var entry) is { } why ? why : Taken(entry!, feed, take);
        if (reason is not null) feed.Refuse(fields.Cve is { Length: > 0 and <= 40 } id ? id : $"line {line}", reason);
    }

    private static string? Taken(KevEntry entry, FeedScan feed, Action<KevEntry> take)
    {
        feed.Records++;
        take(entry);
        return null;
    }
}
