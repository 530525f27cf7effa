namespace Marque.Cli;

/// <summary>Exit codes that scripts rely on.</summary>
internal static class Exit
{
    /// <summary>Done, and nothing falls short.</summary>
    public const int Done = 0;

    /// <summary>Done, and something falls short of the gate.</summary>
    public const int FallsShort = 1;

    /// <summary>Bad usage or bad input.</summary>
    public const int BadInput = 2;

    /// <summary>A fault of Marque itself.</summary>
    public const int Fault = 3;

    /// <summary>Interrupted with Ctrl-C: 128 + SIGINT, as shells expect.</summary>
    public const int Interrupted = 130;
}
