using Marque.Text.Reading;

namespace Marque.Advisories.Feeds;

/// <summary>The catalogue as CSV: the same fields as columns, the weaknesses joined by commas.</summary>
internal static class KevCsv
{
    public static void Read(Stream content, FeedScan feed, Action<KevEntry> take)
    {
        var csv = new CsvScan(content);
        var columns = new int[KevFields.Names.Length];
        Array.Fill(columns, -1);
        var weaknesses = -1;
        if (csv.Read())
        {
            for (var i = 0; i < csv.Count; i++)
            {
                var name = csv.Text(i).Trim();
                if (Array.IndexOf(KevFields.Names, name) is var field and >= 0) columns[field] = i;
                else if (name == "cwes") weaknesses = i;
            }
        }

        if (columns[0] < 0 || columns[4] < 0) throw new Refusal("kev.header", "the first line names no columns cveID and dateAdded", 1);
        while (csv.Read())
        {
            var fields = new KevFields();
            for (var i = 0; i < columns.Length; i++)
            {
                if (columns[i] >= 0 && columns[i] < csv.Count) fields[i] = csv.Text(columns[i]);
            }

            if (weaknesses >= 0 && weaknesses < csv.Count) fields.Cwes.AddRange(csv.Text(weaknesses).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
            if (Kev.Check(fields, out var entry) is { } reason) feed.Refuse(fields.Cve is { Length: > 0 and <= 40 } id ? id : $"line {csv.Line}", reason);
            else
            {
                feed.Records++;
                take(entry!);
            }
        }
    }
}
