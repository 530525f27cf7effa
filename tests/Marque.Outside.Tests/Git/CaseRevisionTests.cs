using System.Diagnostics;
using Marque.Outside.Git;
using Marque.Text;

namespace Marque.Outside.Tests.Git;

/// <summary>A case read from git's objects: the same as from its folder, and nothing that a repository says is done.</summary>
public sealed class CaseRevisionTests : IDisposable
{
    private readonly Repository repository = new();

    [Fact]
    public void A_case_at_a_revision_is_what_its_folder_was_then()
    {
        Report("passed");
        var then = CaseFolder.Read(repository.Case).Value!;
        repository.Commit();
        repository.Folder.With("case/controls/new.yaml", "requirement: I.2.d\nstatus: planned\n").With("case/artefacts/report.txt", "overwritten");
        repository.Commit();
        var read = Read("HEAD~1")!;
        Assert.Equal(then.Case.Digest, read.Case.Digest);
        Assert.Equal(then.Source.Files.Select(f => f.Path), read.Source.Files.Select(f => f.Path));
        var seen = Assert.Single(read.Seen.Facts);
        Assert.Equal(("artefacts/report.txt", Cases.Sha256("passed")), (seen.Path, seen.Observation.Sha256.ToString()));
        Assert.NotEqual(then.Case.Digest, Read("main")!.Case.Digest);
    }

    [Theory]
    [InlineData("HEAD")]
    [InlineData("main")]
    [InlineData("v1")]
    [InlineData("HEAD^0")]
    [InlineData("HEAD^{/first}")]
    public void A_revision_may_have_any_name_that_git_gives_it(string name)
    {
        Report("passed");
        var commit = repository.Commit("first");
        repository.Run("tag", "v1");
        Assert.True(CaseRevision.Exists(repository.Case, name));
        Assert.Equal(commit, Read(name)!.Commit);
        Assert.Equal(commit, Read(commit)!.Commit);
    }

    [Fact]
    public async Task A_repository_in_which_every_object_is_broken_ends_the_reading()
    {
        Report("passed");
        // git says two lines of each: together more than a pipe holds.
        const int count = 1000;
        for (var i = 0; i < count; i++) repository.Folder.With($"case/decisions/{i}.yaml", $"requirement: {i}\n");
        repository.Commit();
        foreach (var line in repository.Run("ls-tree", "-r", "HEAD", "case/decisions/").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var id = line.Split(' ', '\t')[2];
            var loose = repository.Folder.At($".git/objects/{id[..2]}/{id[2..]}");
            File.SetAttributes(loose, FileAttributes.Normal);
            File.Delete(loose);
            await File.WriteAllTextAsync(loose, "no object", TestContext.Current.CancellationToken);
        }

        var problems = new List<Problem>();
        var read = await Task.Run(() => CaseRevision.Read(repository.Case, "HEAD", problems, cancel: TestContext.Current.CancellationToken)).WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        Assert.Null(read);
        Assert.Equal(count, problems.Count(p => p.Place.File.StartsWith("HEAD:case/decisions/", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("")]
    [InlineData("--help")]
    [InlineData("--output=pwned")]
    [InlineData("-h")]
    [InlineData("main:case")]
    [InlineData("a\u0000b")]
    [InlineData("a\nb")]
    public void What_names_no_commit_is_a_problem_and_no_option_of_git(string name)
    {
        Report("passed");
        repository.Commit();
        Assert.False(CaseRevision.Exists(repository.Case, name));
        var problems = new List<Problem>();
        Assert.Null(CaseRevision.Read(repository.Case, name, problems, cancel: TestContext.Current.CancellationToken));
        Assert.Equal("git.unknown-revision", Assert.Single(problems).Code);
        Assert.False(File.Exists(repository.Folder.At("pwned")));
    }

    [Fact]
    public void A_process_case_beside_is_read_at_the_same_revision()
    {
        repository.Folder.With("sdl/marque.yaml", Cases.Process).With("sdl/artefacts/plan.txt", "the plan").With("sdl/evidence/plan.yaml", Cases.Series("plan", "artefacts/plan.txt", Cases.Sha256("the plan")))
            .With("case/marque.yaml", Cases.Using("../sdl"));
        repository.Commit();
        repository.Folder.With("sdl/artefacts/plan.txt", "another plan");
        var seen = Assert.Single(Read("HEAD")!.Seen.Facts);
        Assert.Equal(("../sdl/artefacts/plan.txt", Cases.Sha256("the plan")), (seen.Path, seen.Observation.Sha256.ToString()));
    }

    [Fact]
    public void A_process_case_outside_of_the_repository_is_a_problem()
    {
        repository.Folder.With("case/marque.yaml", Cases.Using("../../elsewhere"));
        repository.Commit();
        Assert.Equal("case.uses", Assert.Single(Problems("HEAD")).Code);
    }

    [Fact]
    public void A_link_is_followed_within_the_case_and_never_out_of_it()
    {
        Report("passed");
        repository.Folder.With("case/store/real.txt", "passed").With("secret.txt", "passed");
        File.Delete(repository.Folder.At("case/artefacts/report.txt"));
        repository.Folder.WithLink("case/artefacts/report.txt", "../store/real.txt");
        repository.Commit();
        Assert.Equal(Cases.Sha256("passed"), Assert.Single(Read("HEAD")!.Seen.Facts).Observation.Sha256.ToString());
        File.Delete(repository.Folder.At("case/artefacts/report.txt"));
        repository.Folder.WithLink("case/artefacts/report.txt", "../../secret.txt");
        repository.Commit();
        Assert.Null(Assert.Single(Read("HEAD")!.Seen.Facts).Observation.Sha256);
        repository.Folder.WithLink("case/controls/a.yaml", "../../secret.txt");
        repository.Commit();
        Assert.Equal("case.link", Assert.Single(Problems("HEAD")).Code);
    }

    [Fact]
    public void Problems_are_those_of_the_folder_named_by_revision_and_path()
    {
        Report("passed");
        repository.Folder.With("case/controls/notes.txt").With("case/desicions/x.yaml", "a: b").With("case/evidence/b.yaml", "series: b\nkind: text\npth: x\n");
        repository.Commit();
        var expected = CaseFolder.Read(repository.Case).Problems.Select(p => (p.Code, Place: $"HEAD:case/{p.Place}")).Order();
        Assert.Equal(expected, Problems("HEAD").Select(p => (p.Code, Place: p.Place.ToString())).Order());
    }

    [Fact]
    public void A_revision_before_the_case_has_no_case()
    {
        repository.Commit("empty");
        Report("passed");
        repository.Commit();
        Assert.Equal("case.missing-file", Assert.Single(Problems("HEAD~1")).Code);
    }

    [Fact]
    public void A_pointer_of_large_file_storage_is_told_as_one()
    {
        Report("passed");
        repository.Folder.With("case/artefacts/report.txt", $"version https://git-lfs.github.com/spec/v1\noid sha256:{Cases.Sha256("passed")}\nsize 6\n");
        repository.Commit();
        var seen = Assert.Single(Read("HEAD")!.Seen.Facts).Observation;
        Assert.Null(seen.Sha256);
        Assert.Contains("Git LFS pointer", seen.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_that_the_repository_configures_is_started()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the traps are shell scripts");
        Report("passed");
        repository.Commit();
        var trap = repository.Folder.At("trap");
        File.WriteAllText(trap, $"#!/bin/sh\ntouch {repository.Folder.At("sprung")}\nexit 1\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(trap, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (var key in new[] { "core.fsmonitor", "core.sshCommand", "core.pager", "core.askPass", "core.editor", "diff.external", "credential.helper", "uploadpack.packObjectsHook", "filter.bad.smudge", "filter.bad.process", "filter.bad.clean", "diff.bad.textconv", "remote.origin.uploadpack", "alias.rev-parse" }) repository.Run("config", key, key == "alias.rev-parse" ? $"!{trap}" : trap);
        // A promisor remote: a missing object would be fetched through it.
        repository.Run("config", "extensions.partialClone", "origin");
        repository.Run("config", "remote.origin.url", $"ext::{trap}");
        repository.Run("config", "remote.origin.promisor", "true");
        repository.Run("config", "protocol.ext.allow", "always");
        repository.Folder.With("case/.gitattributes", "* filter=bad diff=bad\n");
        foreach (var hook in new[] { "post-checkout", "pre-auto-gc", "reference-transaction", "post-index-change" })
        {
            File.Copy(trap, repository.Folder.At($".git/hooks/{hook}"), overwrite: true);
        }

        var blob = repository.Run("-c", "core.fsmonitor=false", "rev-parse", "HEAD:case/artefacts/report.txt").Trim();
        File.Delete(repository.Folder.At("sprung"));
        File.Delete(repository.Folder.At($".git/objects/{blob[..2]}/{blob[2..]}"));
        var read = Read("HEAD")!;
        Assert.Null(Assert.Single(read.Seen.Facts).Observation.Sha256);
        Assert.False(File.Exists(repository.Folder.At("sprung")));
    }

    [Fact]
    public void A_replaced_object_does_not_stand_in_for_the_committed_one()
    {
        Report("passed");
        repository.Commit();
        var real = repository.Run("rev-parse", "HEAD:case/artefacts/report.txt").Trim();
        repository.Folder.With("other.txt", "forged");
        var forged = repository.Run("hash-object", "-w", "other.txt").Trim();
        repository.Run("replace", real, forged);
        Assert.Equal(Cases.Sha256("passed"), Assert.Single(Read("HEAD")!.Seen.Facts).Observation.Sha256.ToString());
    }

    [Fact]
    public void A_folder_outside_of_any_repository_has_no_revisions()
    {
        using var folder = new TemporaryFolder();
        folder.With("case/marque.yaml", Cases.Product);
        Assert.False(CaseRevision.Exists(folder.At("case"), "main"));
        var problems = new List<Problem>();
        Assert.Null(CaseRevision.Read(folder.At("case"), "main", problems, cancel: TestContext.Current.CancellationToken));
        Assert.Equal("git.no-repository", Assert.Single(problems).Code);
    }

    [Fact]
    public async Task A_git_that_does_not_answer_ends_with_the_run()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the silent program is one of Unix");
        using var cancel = new CancellationTokenSource();
        var silent = new ProcessStartInfo("sleep", "60") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using var blobs = new GitBlobs(Process.Start(silent)!, cancel.Token);
        var asking = Task.Run(() => blobs.Open(new string('a', 40)), TestContext.Current.CancellationToken);
        await cancel.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => asking.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
    }

    public void Dispose() => repository.Dispose();

    private void Report(string content) =>
        repository.Folder.With("case/marque.yaml", Cases.Product).With("case/artefacts/report.txt", content).With("case/evidence/report.yaml", Cases.Series("report", "artefacts/report.txt", Cases.Sha256(content)));

    private CaseRevision? Read(string revision)
    {
        var problems = new List<Problem>();
        var read = CaseRevision.Read(repository.Case, revision, problems, cancel: TestContext.Current.CancellationToken);
        Assert.Empty(problems);
        return read;
    }

    private List<Problem> Problems(string revision)
    {
        var problems = new List<Problem>();
        Assert.Null(CaseRevision.Read(repository.Case, revision, problems, cancel: TestContext.Current.CancellationToken));
        return problems;
    }
}
