using Marque.Assessments;
using Marque.Browser;
using Marque.Documents.Report;
using Marque.Legal;
using Marque.Rendering.Html;
using NodaTime;

namespace Marque.Bench;

/// <summary>The report of large cases: composing and rendering against copying the bytes it has, and opening it in a browser against an empty page in the same browser.</summary>
internal static class OpeningReports
{
    public static void Run(bool smoke)
    {
        var law = LegalFiles.Read();
        var folder = Directory.CreateTempSubdirectory("marque-bench").FullName;
        var times = smoke ? 2 : 10;
        Console.WriteLine("report: best of the run; opening is navigation to the end of the load event, laid out");
        var browser = Chromium.Program is null ? null : Chromium.Start().GetAwaiter().GetResult();
        if (browser is null) Console.WriteLine("report: opening skipped, no chromium here");
        var empty = Path.Combine(folder, "empty.html");
        File.WriteAllText(empty, "<!DOCTYPE html><html lang=\"en\"><head><title>empty</title></head><body></body></html>");
        var floor = browser is null ? 0 : Opening(browser, empty, times, smoke);
        if (browser is not null) Console.WriteLine($"{"an empty page",40} {floor * 1e3,8:F1} ms");
        foreach (var facts in smoke ? [2600] : new[] { 2600, 5200, 10400 })
        {
            var (index, seen) = SyntheticCase.Build(law, facts, releases: 3);
            var assessment = Assess.Run(index, seen, null, BrusselsDay.EndOf(new LocalDate(2026, 11, 24)));
            byte[] page = [];
            Clock.Warm(smoke, Make);
            var made = Clock.Best(times, Make);
            var copied = Clock.Best(times, () => _ = page.ToArray());
            Console.WriteLine($"{$"{seen.Seen.Count} facts: made, {page.Length / 1024} KiB",40} {made * 1e3,8:F1} ms {made / copied,8:F1} x copying");
            if (browser is null) continue;
            var path = Path.Combine(folder, $"{facts}.html");
            File.WriteAllBytes(path, page);
            var opened = Opening(browser, path, times, smoke);
            Console.WriteLine($"{$"{seen.Seen.Count} facts: opened (goal: 1000 ms)",40} {opened * 1e3,8:F1} ms {opened / floor,8:F1} x");

            void Make() => page = HtmlDocument.Of(AssessmentReport.Compose([assessment], index, seen, "0"));
        }

        browser?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        Directory.Delete(folder, recursive: true);
    }

    private static double Opening(Chromium browser, string path, int times, bool smoke)
    {
        var page = browser.Open().GetAwaiter().GetResult();
        page.Size(1400, 900).GetAwaiter().GetResult();
        Clock.Warm(smoke, Open);
        var best = Clock.Best(times, Open);
        page.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return best;

        void Open()
        {
            page.Load(path).GetAwaiter().GetResult();
            // Forces what is in sight to be laid out.
            page.Number("document.body.offsetHeight").GetAwaiter().GetResult();
        }
    }
}
