using System.Diagnostics;

namespace Marque.Rendering.Tests.Pdf;

/// <summary>Programs of others that read PDF: qpdf, and those of poppler.</summary>
internal static class Poppler
{
    private static readonly string[] Programs = ["qpdf", "pdffonts", "pdfinfo", "pdftotext"];

    /// <summary>Skips a test where they are missing; in CI it fails.</summary>
    public static void Needed()
    {
        var missing = Programs.Where(p => Find(p) is null).ToList();
        if (missing.Count == 0) return;
        Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", $"{string.Join(", ", missing)} not installed (Debian: qpdf, poppler-utils).");
        Assert.Fail($"CI needs {string.Join(", ", missing)}.");
    }

    /// <summary>What a program says of a file; it must be content.</summary>
    public static string Of(byte[] pdf, string program, params string[] arguments)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("marque-pdf-").FullName, "a.pdf");
        try
        {
            File.WriteAllBytes(path, pdf);
            using var process = Process.Start(new ProcessStartInfo(Find(program)!, [.. arguments.Select(a => a == "FILE" ? path : a)]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0 && errors.Result.Length == 0, $"{program} ended with {process.ExitCode}: {errors.Result}{output}");
            return output;
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        }
    }

    private static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(d => Path.Combine(d, name)).FirstOrDefault(File.Exists);
}
