using System.Text.Json;
using Marque.Text.Reading;

namespace Marque.Advisories.Feeds;

/// <summary>Records of ENISA's European vulnerability database as its API gives them (https://euvd.enisa.europa.eu/apidoc).</summary>
public static class Euvd
{
    /// <summary>Reads one record, a list of them, or a page of a search (<c>items</c>, <c>total</c>), and tells each. The database states no version and no state of its own.</summary>
    /// <param name="content">The content, from its start to its end.</param>
    /// <param name="record">Takes a record.</param>
    /// <param name="refused">Takes a record that is none, with why.</param>
    public static FeedReading Read(Stream content, Action<EuvdRecord> record, Action<RefusedRecord> refused)
    {
        var feed = new FeedScan(refused);
        return feed.Run(content, inflow => All(inflow, feed, record));
    }

    private static void All(Stream content, FeedScan feed, Action<EuvdRecord> take)
    {
        var json = new JsonScan(content);
        if (!json.Read()) throw new Refusal("json.syntax", "the file holds no JSON value", 1);
        if (json.Token == JsonTokenType.StartArray)
        {
            while (json.Record(feed)) One(ref json, feed, take, root: false);
        }
        else if (json.Token == JsonTokenType.StartObject) One(ref json, feed, take, root: true);
        else throw new Refusal("json.root", "the file is neither an object nor a list", json.Line);
        json.End();
    }

    private static void One(ref JsonScan json, FeedScan feed, Action<EuvdRecord> take, bool root)
    {
        var line = json.Line;
        var fields = new EuvdFields();
        var page = false;
        while (json.Field())
        {
            if (root && json.Is("items"u8))
            {
                if (!json.Enter(JsonTokenType.StartArray)) throw new Refusal("euvd.items", "the items are no list", json.Line);
                if (page) throw new Refusal("euvd.items", "the list of items stands twice", json.Line);
                page = true;
                while (json.Record(feed)) One(ref json, feed, take, root: false);
            }
            else fields.Take(ref json);
        }

        if (page) return;
        if (fields.Record(out var record) is { } reason) feed.Refuse(fields.Id is { Length: > 0 and <= 40 } id ? id : $"line {line}", reason);
        else
        {
            feed.Records++;
            take(record!);
        }
    }
}
