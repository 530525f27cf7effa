using System.Diagnostics;

namespace Marque.Cli.Tests;

/// <summary>The program as a process of its own.</summary>
public sealed class ProcessTests : IDisposable
{
    private static readonly string[] Assess = ["assess", "--format", "json", "--as-of", "2026-11-24"];

    private readonly Sample sample = new();

    public static TheoryData<string, string> Surroundings => new()
    {
        { "LC_ALL", "tr_TR.UTF-8" },
        { "LC_ALL", "ar_SA.UTF-8" },
        { "TZ", "Asia/Kolkata" },
        { "NO_COLOR", "1" },
        { "COLUMNS", "40" },
    };

    [Theory]
    [MemberData(nameof(Surroundings))]
    public void JSON_has_the_same_bytes_whatever_the_surroundings(string variable, string value)
    {
        var here = Run(sample.Case, [], Assess);
        Assert.Equal(Exit.FallsShort, here.Code);
        Assert.Equal(here.Bytes, Run(sample.Case, [(variable, value)], Assess).Bytes);
    }

    [Fact]
    public void JSON_has_the_same_bytes_from_another_folder() =>
        Assert.Equal(Run(sample.Case, [], Assess).Bytes, Run(Path.GetTempPath(), [], [.. Assess, sample.Case]).Bytes);

    [Fact]
    public void JSON_has_the_same_bytes_for_a_copy_elsewhere()
    {
        using var copy = new Sample();
        Assert.Equal(Run(sample.Case, [], Assess).Bytes, Run(copy.Case, [], Assess).Bytes);
    }

    [Fact]
    public void JSON_starts_without_a_byte_order_mark_and_ends_with_a_line_end()
    {
        var bytes = Run(sample.Case, [], Assess).Bytes;
        Assert.Equal((byte)'{', bytes[0]);
        Assert.Equal((byte)'\n', bytes[^1]);
    }

    [Fact]
    public void Problems_go_to_standard_error_alone()
    {
        sample.With("case/risk.yaml", "a: b\n");
        var ran = Run(sample.Case, [], ["assess"]);
        Assert.Equal(Exit.BadInput, ran.Code);
        Assert.Empty(ran.Bytes);
        Assert.StartsWith("risk.yaml:1:1: unknown key 'a'", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reader_that_goes_away_is_no_fault()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a shell");
        using var process = Start("/bin/sh", sample.Case, [], ["-c", $"dotnet exec '{Dll}' standards list | head -n 1"]);
        var output = process.StandardOutput.ReadToEnd();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.Equal("", error);
        Assert.StartsWith("Registry of standards", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_technical_file_with_all_its_documents_has_the_same_bytes_in_another_culture_and_zone()
    {
        var files = new[] { ("Pacific/Kiritimati", "tr_TR.UTF-8", "1"), ("America/St_Johns", "ar_SA.UTF-8", "3") }.Select(at =>
        {
            var (zone, language, cores) = at;
            var file = Path.Combine(sample.Root, $"{language}.zip");
            var ran = Run(Beside.Repository, [("TZ", zone), ("LANG", language), ("LC_ALL", language), ("DOTNET_PROCESSOR_COUNT", cores)], ["file", "build", "examples/edge-gateway", "--as-of", "2026-11-24", "--out", file]);
            Assert.Equal((Exit.Done, ""), (ran.Code, ran.Error));
            return file;
        }).ToList();
        using (var zip = System.IO.Compression.ZipFile.OpenRead(files[0]))
        {
            foreach (var ending in new[] { ".html", ".pdf", ".docx", ".xlsx", ".md" }) Assert.Contains(zip.Entries, e => e.FullName.EndsWith(ending, StringComparison.Ordinal) && !e.FullName.StartsWith("evidence/", StringComparison.Ordinal));
        }

        Assert.Equal(File.ReadAllBytes(files[0]), File.ReadAllBytes(files[1]));
    }

    public void Dispose() => sample.Dispose();

    private static string Dll => typeof(Program).Assembly.Location;

    private static Ran Run(string folder, (string Name, string Value)[] variables, string[] args)
    {
        using var process = Start("dotnet", folder, variables, ["exec", Dll, .. args]);
        using var output = new MemoryStream();
        var error = process.StandardError.ReadToEndAsync();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        return new Ran(process.ExitCode, output.ToArray(), error.GetAwaiter().GetResult());
    }

    private static Process Start(string program, string folder, (string Name, string Value)[] variables, string[] args)
    {
        var start = new ProcessStartInfo(program, args) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        // Nothing of a test stays in the user's data folder.
        start.Environment["XDG_DATA_HOME"] = Path.Combine(Path.GetTempPath(), "marque-test-data");
        foreach (var (name, value) in variables) start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
