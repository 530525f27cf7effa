using System.Diagnostics;

namespace Marque.Cli.Tests;

public sealed class EvidenceSnapshotTests : IDisposable
{
    private readonly Sample sample = new();

    public EvidenceSnapshotTests()
    {
        if (Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(p => File.Exists(Path.Combine(p, "git")))) return;
        if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail("git is not installed; CI needs it.");
        Assert.Skip("git is not installed");
    }

    [Fact]
    public void A_commit_is_taken_with_its_very_bytes_and_its_own_time()
    {
        Repository();
        var ran = Take("--commit", "main", "--series", "release-commit", "--expect", "contains=Signed-off");
        Assert.Equal((Exit.Done, ""), (ran.Code, ran.Error));
        var id = Git("rev-parse", "HEAD").Trim();
        var file = Path.Combine(sample.Case, "snapshots", "release-commit", $"{id[..12]}.txt");
        Assert.Equal(Git("cat-file", "commit", id), File.ReadAllText(file));
        var fact = File.ReadAllText(Directory.GetFiles(Path.Combine(sample.Case, "evidence", "release-commit")).Single());
        Assert.Contains("observedAt: 2026-11-20T04:12:00Z", fact, StringComparison.Ordinal);
        Assert.Contains("kind: git-commit", File.ReadAllText(Path.Combine(sample.Case, "evidence", "release-commit.yaml")), StringComparison.Ordinal);
        Assert.Equal(Exit.Done, InProcess.Run(sample.Case, "evidence", "check").Code);
        Assert.Contains("the same bytes are registered", Take("--commit", id, "--series", "release-commit").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_annotated_tag_is_taken_itself_and_a_plain_one_is_none()
    {
        Repository();
        Git("tag", "-a", "v1", "-m", "First");
        Git("tag", "plain");
        Assert.Equal(Exit.Done, Take("--tag", "v1", "--series", "tags").Code);
        Assert.StartsWith("object ", File.ReadAllText(Directory.GetFiles(Path.Combine(sample.Case, "snapshots", "tags")).Single()), StringComparison.Ordinal);
        var plain = Take("--tag", "plain", "--series", "tags");
        Assert.Equal(Exit.BadInput, plain.Code);
        Assert.Contains("with --commit", plain.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_that_a_repository_configures_is_run()
    {
        Repository();
        var trap = Path.Combine(sample.Root, "ran");
        sample.With("trap", $"#!/bin/sh\ntouch '{trap}'\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Path.Combine(sample.Root, "trap"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (var key in new[] { "core.fsmonitor", "core.pager", "core.sshCommand", "diff.external", "gpg.program", "filter.x.smudge", "core.editor", "alias.cat-file", "alias.rev-parse" }) Git("config", key, (key.StartsWith("alias", StringComparison.Ordinal) ? "!" : "") + Path.Combine(sample.Root, "trap"));
        Assert.Equal(Exit.Done, Take("--commit", "HEAD", "--series", "commits").Code);
        Assert.False(File.Exists(trap));
    }

    [Theory]
    [InlineData("has no commit of this name", "--commit", "nothing")]
    [InlineData("has no commit of this name", "--commit", "--all")]
    [InlineData("one of --commit REF and --tag NAME")]
    [InlineData("there is no such folder", "--commit", "HEAD", "--repository", "nowhere")]
    public void What_cannot_be_taken_is_named(string message, params string[] more)
    {
        Repository();
        var ran = InProcess.Run(sample.Case, ["evidence", "snapshot", "git", .. more.Contains("--repository") ? [] : (string[])["--repository", ".."], .. more, "--series", "x"]);
        Assert.Equal(Exit.BadInput, ran.Code);
        Assert.Contains(message, ran.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(sample.Case, "snapshots")));
    }

    public void Dispose() => sample.Dispose();

    private Ran Take(params string[] more) => InProcess.Run(sample.Case, ["evidence", "snapshot", "git", "--repository", "..", .. more]);

    private void Repository()
    {
        Git("init", "-q", "-b", "main", ".");
        Git("commit", "-q", "--allow-empty", "-m", "First\n\nSigned-off-by: Maintainer <maintainer@example.com>");
    }

    private string Git(params string[] arguments)
    {
        var start = new ProcessStartInfo("git", ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false", "-c", "tag.gpgsign=false", .. arguments]) { WorkingDirectory = sample.Root, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["GIT_COMMITTER_DATE"] = "2026-11-20T04:12:00Z";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, error);
        return output;
    }
}
