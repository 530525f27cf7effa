using System.Diagnostics;

namespace Marque.Rendering.Tests.Office;

/// <summary>LibreOffice as a reader of other people's making: what it opens and lays out, opens.</summary>
internal static class LibreOffice
{
    private static readonly Lock One = new();

    private static string? Program { get; } = Find("soffice");

    private static string? Text { get; } = Find("pdftotext");

    /// <summary>Skips a test where LibreOffice is missing; in CI it fails.</summary>
    public static void Needed()
    {
        if (Program is not null && Text is not null) return;
        Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", "LibreOffice is not installed (Debian: libreoffice-writer-nogui, poppler-utils).");
        Assert.Fail("LibreOffice or pdftotext is missing, and CI needs them.");
    }

    /// <summary>Converts a document to PDF beside it.</summary>
    /// <returns>The text of the PDF, as laid out.</returns>
    public static string ToPdfText(string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        // Two of them would share a profile.
        lock (One) Run(Program!, "--headless", "--norestore", $"-env:UserInstallation=file://{folder}/profile", "--convert-to", "pdf", "--outdir", folder, file);
        var pdf = Path.ChangeExtension(file, ".pdf");
        Assert.True(File.Exists(pdf), $"LibreOffice made nothing of {file}");
        return Run(Text!, "-layout", pdf, "-");
    }

    private static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(d => Path.Combine(d, name)).FirstOrDefault(File.Exists);

    private static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program}: {errors.Result}");
        return output;
    }
}
