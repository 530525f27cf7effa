using System.Globalization;

namespace Marque.Store.Tests;

public sealed class WriterLockTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void A_second_writer_waits_and_says_for_whom_and_gives_up_with_the_process_named()
    {
        using var first = Stores.ToWrite(folder.Path);
        var told = new List<string>();
        var problem = Assert.Throws<StoreException>(() => Store.OpenToWrite(folder.Path, TimeSpan.FromMilliseconds(200), told.Add, TestContext.Current.CancellationToken)).Problem;
        var us = $"process {Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}";
        Assert.Equal([us], told);
        Assert.Equal("store.locked", problem.Code);
        Assert.StartsWith(us, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_writer_goes_on_when_the_first_has_ended()
    {
        var first = Stores.ToWrite(folder.Path);
        using var second = Store.OpenToWrite(folder.Path, TimeSpan.FromMinutes(1), _ => first.Dispose(), TestContext.Current.CancellationToken);
        using var change = second.Begin();
        second.Put(Stores.Feed("osv", 1));
        change.Commit();
        Assert.Single(second.Feeds());
    }

    [Fact]
    public void Waiting_ends_when_it_is_interrupted()
    {
        using var first = Stores.ToWrite(folder.Path);
        using var interrupted = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => Store.OpenToWrite(folder.Path, TimeSpan.FromMinutes(1), _ => interrupted.Cancel(), interrupted.Token));
    }

    [Fact]
    public void Readers_need_no_lock()
    {
        using var writer = Stores.ToWrite(folder.Path);
        using var reader = Stores.ToRead(folder.Path);
        Assert.Empty(reader.Feeds());
    }

    [Fact]
    public void Two_processes_that_write_at_once_both_get_to_it_and_lose_nothing()
    {
        using var one = Child.Start("count", folder.Path, "one", "40");
        using var two = Child.Start("count", folder.Path, "two", "40");
        Assert.Equal((0, ""), one.End());
        Assert.Equal((0, ""), two.End());
        using var store = Stores.ToRead(folder.Path);
        Assert.Equal([("one", 40L), ("two", 40L)], store.Feeds().Select(f => (f.Name, f.Records)));
    }

    public void Dispose() => folder.Dispose();
}
