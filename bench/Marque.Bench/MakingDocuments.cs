using System.Diagnostics;
using System.IO.Compression;
using Marque.Assessments;
using Marque.Documents;
using Marque.Documents.Blocks;
using Marque.Language;
using Marque.Legal;
using Marque.Outside;
using Marque.Rendering;
using Marque.Text;
using NodaTime;

namespace Marque.Bench;

/// <summary>The documents of a technical file in every form: composed and rendered, several at a time, against deflating the bytes they have once.</summary>
internal static class MakingDocuments
{
    public static void Run(bool smoke)
    {
        var law = LegalFiles.Read();
        var at = BrusselsDay.EndOf(new LocalDate(2026, 11, 24));
        Console.WriteLine("documents: the whole set in all forms; best of the run");
        var example = CaseFolder.Read(Path.Combine(LegalFiles.Root, "examples", "edge-gateway")).Value!;
        var opened = CaseIndex.Build(law, example.Case, []).Value!;
        Row("the example (goal: 3000 ms)", opened, See.Facts(example).Observations, at, smoke);
        foreach (var facts in smoke ? [600] : new[] { 600, 1200, 2400 })
        {
            var (index, seen) = SyntheticCase.Build(law, facts, releases: 3);
            Row($"{seen.Seen.Count} facts", index, seen, at, smoke);
        }

        Console.WriteLine($"{"peak of the process",40} {Process.GetCurrentProcess().PeakWorkingSet64 / (1024 * 1024),8} MiB");
    }

    private static void Row(string what, CaseIndex index, Observations seen, Instant at, bool smoke)
    {
        var assessment = Assess.Run(index, seen, null, at);
        List<byte[]> made = [];
        Clock.Warm(smoke, Make);
        var time = Clock.Best(smoke ? 1 : 5, Make);
        var floor = Clock.Best(smoke ? 1 : 5, () => Deflate(made));
        Console.WriteLine($"{$"{what}: {made.Count} files, {made.Sum(m => (long)m.Length) / 1024} KiB",40} {time * 1e3,8:F1} ms {time / floor,8:F1} x deflating");

        void Make()
        {
            var set = DocumentSet.Of(assessment, index, seen, "0", Texts.English, Brand.None, new Dictionary<(string, Digest), string>());
            var jobs = set.SelectMany(c => (Document: new Lazy<Document>(c.Compose), c.Forms) is var d ? Rendered.Endings.Where(e => d.Forms.HasFlag(e.Form)).Select(e => (d.Document, e.Form)) : []).ToList();
            var bytes = new byte[jobs.Count][];
            Parallel.For(0, jobs.Count, i => bytes[i] = Rendered.Of(jobs[i].Document.Value, jobs[i].Form));
            made = [.. bytes];
        }
    }

    private static void Deflate(List<byte[]> made)
    {
        using var into = new DeflateStream(Stream.Null, CompressionLevel.Optimal);
        foreach (var bytes in made) into.Write(bytes);
    }
}
