namespace Marque.Outside.Feeds;

/// <summary>Bounds of a transfer.</summary>
public sealed record TransferOptions
{
    /// <summary>How long to wait for a connection.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long to wait for an answer, or for the next bytes of one.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How often to try before giving up; a try that brought bytes further does not count.</summary>
    public int Tries { get; init; } = 5;

    /// <summary>How long to wait before the second try; each further wait is twice as long, up to a minute.</summary>
    public TimeSpan Backoff { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The largest answer, in bytes, as transferred and unpacked.</summary>
    public long Largest { get; init; } = 16L * 1024 * 1024 * 1024;

    /// <summary>The most records that are fetched one by one; where more have changed, the whole is fetched.</summary>
    public int MostSingle { get; init; } = 2000;
}
