using Marque.Facts;

namespace Marque.Outside.Tests;

public sealed class SeeTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void The_digest_is_of_the_bytes_and_the_content_is_checked()
    {
        var seen = Look("report.txt", f => f.With("report.txt", "all is well"));
        Assert.Equal(Cases.Sha256("all is well"), seen.Observation.Sha256.ToString());
        Assert.Equal(Outcome.Supports, seen.Observation.Check!.Outcome);
        Assert.Null(seen.Absence);
    }

    [Fact]
    public void A_file_that_is_not_there_is_missing() => Assert.Equal(Absence.Missing, Look("report.txt", f => f).Absence);

    [Fact]
    public void A_directory_in_its_place_is_told_from_a_missing_file() => Assert.Equal(Absence.Directory, Look("report.txt", f => f.WithFolder("report.txt")).Absence);

    [Fact]
    public void A_pipe_in_its_place_is_not_opened() => Assert.Equal(Absence.Special, Look("report.txt", f => f.WithPipe("report.txt")).Absence);

    [Fact]
    public void A_device_in_its_place_is_not_opened()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "devices are told from files on Linux only");
        // Even where the case's folder is the whole file system.
        Assert.Equal((null, Absence.Special), Artefact.Locate("/", "dev/zero"));
    }

    [Fact]
    public void A_link_out_of_the_case_is_not_followed()
    {
        using var other = new TemporaryFolder();
        other.With("secret.txt", "secret");
        var seen = Look("report.txt", f => f.WithLink("report.txt", other.At("secret.txt")));
        Assert.Equal(Absence.OutsideCase, seen.Absence);
        Assert.Null(seen.Observation.Sha256);
    }

    [Fact]
    public void A_folder_on_the_way_that_links_out_of_the_case_is_not_followed()
    {
        using var other = new TemporaryFolder();
        other.With("report.txt", "secret");
        Assert.Equal(Absence.OutsideCase, Look("artefacts/report.txt", f => f.WithLink("artefacts", other.Path)).Absence);
    }

    [Fact]
    public void A_link_within_the_case_is_followed() =>
        Assert.Equal(Cases.Sha256("x"), Look("report.txt", f => f.With("real.txt", "x").WithLink("report.txt", "real.txt")).Observation.Sha256.ToString());

    [Theory]
    [InlineData("../secret.txt")]
    [InlineData("a/../../secret.txt")]
    [InlineData("/etc/passwd")]
    public void A_path_that_leaves_the_folder_is_not_followed_whoever_asks(string path)
    {
        folder.With("secret.txt", "secret").WithFolder("case/a");
        Assert.Equal((null, Absence.OutsideCase), Artefact.Locate(folder.At("case"), path));
    }

    [Fact]
    public void A_file_that_may_not_be_read_is_unreadable()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "permissions are tried on Unix");
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "root may read everything: run as another user");
        var seen = Look("report.txt", f =>
        {
            f.With("report.txt", "x");
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(f.At("report.txt"), UnixFileMode.None);
            return f;
        });
        Assert.Equal(Absence.Unreadable, seen.Absence);
    }

    [Fact]
    public void Facts_of_many_series_each_get_the_digest_of_their_own_file()
    {
        folder.With("marque.yaml", Cases.Product);
        for (var i = 0; i < 100; i++) folder.With($"artefacts/{i}.txt", $"content {i}").With($"evidence/s{i}.yaml", Cases.Series($"s{i}", $"artefacts/{i}.txt", Cases.Sha256($"content {i}")));
        var progress = new SeeingProgress();
        var seen = See.Facts(CaseFolder.Read(folder.Path).Value!, null, progress, TestContext.Current.CancellationToken);
        Assert.Equal(100, seen.Facts.Count);
        Assert.All(seen.Facts, f => Assert.Equal(f.Fact.Sha256, f.Observation.Sha256));
        Assert.Equal(100, seen.Observations.Seen.Count);
        Assert.Equal(progress.Total, progress.Done);
    }

    [Fact]
    public void A_cancelled_run_ends()
    {
        folder.With("marque.yaml", Cases.Product).With("report.txt", "x").With("evidence/s.yaml", Cases.Series("s", "report.txt", Cases.Sha256("x")));
        var read = CaseFolder.Read(folder.Path).Value!;
        Assert.ThrowsAny<OperationCanceledException>(() => See.Facts(read, null, null, new CancellationToken(canceled: true)));
    }

    public void Dispose() => folder.Dispose();

    private SeenFact Look(string path, Func<TemporaryFolder, TemporaryFolder> prepare)
    {
        prepare(folder).With("marque.yaml", Cases.Product).With("evidence/s.yaml", Cases.Series("s", path, Cases.Sha256("x")));
        var read = CaseFolder.Read(folder.Path);
        Assert.Empty(read.Problems);
        return Assert.Single(See.Facts(read.Value!, cancel: TestContext.Current.CancellationToken).Facts);
    }
}
