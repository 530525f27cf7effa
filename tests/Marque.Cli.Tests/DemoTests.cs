namespace Marque.Cli.Tests;

public sealed class DemoTests : IDisposable
{
    private readonly Sample sample = new();

    [Fact]
    public void The_sample_is_found_above_the_program_and_its_result_is_left_as_files()
    {
        Directory.CreateDirectory(Path.Combine(sample.Root, "home/examples"));
        Directory.Move(sample.Case, Path.Combine(sample.Root, "home/examples/edge-gateway"));
        var ran = InProcess.Run(new Surroundings(sample.Root) { ProgramFolder = Path.Combine(sample.Root, "home/.marque/0-native/") }, "demo", "--as-of", "2026-11-24");
        Assert.Equal(Exit.Done, ran.Code);
        Assert.Empty(ran.Error);
        var json = File.ReadAllBytes(Path.Combine(sample.Root, "out/assessment.json"));
        Assert.Equal(InProcess.Run(Path.Combine(sample.Root, "home/examples/edge-gateway"), "assess", "--format", "json", "--as-of", "2026-11-24").Bytes, json);
        Assert.StartsWith("<!DOCTYPE html>", File.ReadAllText(Path.Combine(sample.Root, "out/assessment.html")), StringComparison.Ordinal);
        Assert.Contains(ran.Lines, l => l.StartsWith("II.8 ", StringComparison.Ordinal));
        Assert.Contains(" 3. ", ran.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(" 4. ", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void MARQUE_HOME_says_where_the_sample_is()
    {
        Directory.CreateDirectory(Path.Combine(sample.Root, "examples"));
        Directory.Move(sample.Case, Path.Combine(sample.Root, "examples/edge-gateway"));
        var at = new Surroundings(Path.GetTempPath()) { Variables = { ["MARQUE_HOME"] = sample.Root } };
        var ran = InProcess.Run(at, "demo", "--out", Path.Combine(sample.Root, "results"));
        Assert.Equal(Exit.Done, ran.Code);
        Assert.True(File.Exists(Path.Combine(sample.Root, "results/assessment.html")));
    }

    [Fact]
    public void Without_the_sample_the_error_says_what_to_do()
    {
        var ran = InProcess.Run(sample.Root, "demo");
        Assert.Equal(Exit.BadInput, ran.Code);
        Assert.Contains("MARQUE_HOME", ran.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(sample.Root, "out")));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_a_problem()
    {
        Directory.CreateDirectory(Path.Combine(sample.Root, "examples"));
        Directory.Move(sample.Case, Path.Combine(sample.Root, "examples/edge-gateway"));
        sample.With("taken", "a file");
        var ran = InProcess.Run(sample.Root, "demo", "--out", "taken");
        Assert.Equal(Exit.BadInput, ran.Code);
        Assert.Contains("taken/assessment.json: ", ran.Error, StringComparison.Ordinal);
    }

    public void Dispose() => sample.Dispose();
}
