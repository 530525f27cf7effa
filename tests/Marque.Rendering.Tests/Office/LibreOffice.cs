using System.Diagnostics;

namespace Marque.Rendering.Tests.Office;

/// <summary>LibreOffice as a reader of other people's making: what it opens and lays out, opens.</summary>
internal static class LibreOffice
{
    private static string? Program { get; } = Find("soffice");

    private static string? Text { get; } = Find("pdftotext");

    public static bool IsThere => Program is not null && Text is not null;

    /// <summary>Skips a test where LibreOffice is missing; in CI it fails.</summary>
    public static void Needed()
    {
        if (IsThere) return;
        Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", "LibreOffice is not installed (Debian: libreoffice-writer-nogui, libreoffice-calc-nogui, poppler-utils).");
        Assert.Fail("LibreOffice or pdftotext is missing, and CI needs them.");
    }

    /// <summary>Converts documents of one folder to PDF beside them, in one run, since its start takes long.</summary>
    public static void ToPdf(string folder, IEnumerable<string> files) =>
        Run(Program!, ["--headless", "--norestore", $"-env:UserInstallation=file://{folder}/profile", "--convert-to", "pdf", "--outdir", folder, .. files]);

    /// <summary>The text of a PDF, as laid out.</summary>
    public static string TextOf(string pdf)
    {
        Assert.True(File.Exists(pdf), $"LibreOffice made no {Path.GetFileName(pdf)}");
        return Run(Text!, ["-layout", pdf, "-"]);
    }

    private static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(d => Path.Combine(d, name)).FirstOrDefault(File.Exists);

    private static string Run(string program, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program}: {errors.Result}");
        return output;
    }
}
