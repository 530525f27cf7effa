namespace Marque.Cli.Tests;

public sealed class KeptChecksTests : IDisposable
{
    private readonly Sample sample = new();
    private readonly string data = Path.Combine(Directory.CreateTempSubdirectory("marque-data-").FullName, "marque");

    [Fact]
    public void What_is_kept_changes_no_byte_of_the_result()
    {
        string[] assess = ["assess", "--format", "json", "--gate", "none"];
        var without = InProcess.Run(sample.Case, assess);
        Assert.Equal(Exit.Done, without.Code);
        Assert.False(Directory.Exists(data));
        Assert.Equal(without.Bytes, Remembering(assess).Bytes);
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(data, "checks"), "*", SearchOption.AllDirectories));
        Assert.Equal(without.Bytes, Remembering(assess).Bytes);
        Assert.Equal(without.Bytes, InProcess.Run(sample.Case, [.. assess, "--data", data]).Bytes);
        Assert.Equal(without.Bytes, Remembering([.. assess, "--recheck"]).Bytes);
    }

    [Fact]
    public void The_user_s_data_folder_is_used_where_nothing_else_is_named()
    {
        var home = Path.GetDirectoryName(data)!;
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the folder is another on this platform");
        InProcess.Run(new Surroundings(sample.Case) { Variables = { ["HOME"] = home } }, "assess");
        Assert.True(Directory.Exists(Path.Combine(home, ".local", "share", "marque", "checks")));
        InProcess.Run(new Surroundings(sample.Case) { Variables = { ["HOME"] = home, ["XDG_DATA_HOME"] = Path.Combine(home, "other") } }, "assess");
        Assert.True(Directory.Exists(Path.Combine(home, "other", "marque", "checks")));
    }

    [Theory]
    [InlineData("assess", "--recheck")]
    [InlineData("evidence", "check")]
    public void A_check_anew_keeps_and_uses_nothing(params string[] arguments)
    {
        Remembering(arguments);
        Assert.False(Directory.Exists(data));
    }

    public void Dispose()
    {
        sample.Dispose();
        Directory.Delete(Path.GetDirectoryName(data)!, recursive: true);
    }

    private Ran Remembering(params string[] arguments) => InProcess.Run(new Surroundings(sample.Case) { Variables = { ["MARQUE_DATA"] = data } }, arguments);
}
