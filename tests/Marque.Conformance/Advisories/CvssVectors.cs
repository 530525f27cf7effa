using System.Globalization;
using Marque.Advisories.Cvss;

namespace Marque.Conformance.Advisories;

/// <summary>CVSS vectors with the scores another implementation gives them (corpus "cvss-vectors"): <c>VECTOR - (base, temporal, environmental)</c>.</summary>
public sealed class CvssVectors
{
    [Fact]
    public void Every_vector_has_the_scores_it_should_have()
    {
        var complaints = new List<string>();
        var lines = 0;
        foreach (var file in Directory.EnumerateFiles(Corpora.Folder("cvss-vectors"), "vectors_*").Order(StringComparer.Ordinal))
        {
            foreach (var line in File.ReadLines(file))
            {
                var parts = line.Split(" - ");
                if (parts.Length != 2) continue;
                lines++;
                var expected = parts[1].Trim('(', ')').Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
                if (!CvssVector.TryParse(parts[0], out var vector, out var problem)) complaints.Add($"{parts[0]}: {problem}");
                else if (!Scores(vector, expected.Length).SequenceEqual(expected.Select(Number))) complaints.Add($"{parts[0]}: expected {parts[1]}, got ({string.Join(", ", Scores(vector, expected.Length))})");
            }
        }

        Assert.NotEqual(0, lines);
        Corpora.None(complaints, $"{lines} vectors");
    }

    // One number is the score of version 4.
    private static decimal?[] Scores(CvssVector vector, int count) => count == 1 ? [vector.Score] : [vector.Base, vector.Temporal, vector.Environmental];

    private static decimal? Number(string text) => text == "None" ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}
