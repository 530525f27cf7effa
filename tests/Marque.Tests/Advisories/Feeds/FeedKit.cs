using System.Text;
using Marque.Advisories;
using Marque.Advisories.Feeds;

namespace Marque.Tests.Advisories.Feeds;

/// <summary>Feeds from texts, read whole.</summary>
internal static class FeedKit
{
    public delegate FeedReading Reader<T>(Stream content, Action<T> record, Action<RefusedRecord> refused);

    public static (FeedReading Reading, List<T> Records, List<RefusedRecord> Refused) All<T>(Reader<T> reader, string text) => All(reader, new MemoryStream(Encoding.UTF8.GetBytes(text)));

    public static (FeedReading Reading, List<T> Records, List<RefusedRecord> Refused) All<T>(Reader<T> reader, Stream content)
    {
        var (records, refused) = (new List<T>(), new List<RefusedRecord>());
        var reading = reader(content, records.Add, refused.Add);
        Assert.Equal((records.Count, refused.Count), (reading.Records, reading.Refused));
        return (reading, records, refused);
    }

    public static Stream Utf8(string text) => new MemoryStream(Encoding.UTF8.GetBytes(text));
}
