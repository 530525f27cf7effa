using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Marque.Browser;

/// <summary>A headless chromium, driven by the Chrome DevTools Protocol over its own socket. Whoever starts it ends it.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Process process;
    private readonly string profile;
    private readonly ClientWebSocket socket = new();
    private readonly SemaphoreSlim sending = new(1, 1);
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonElement>> waiting = new();
    private readonly ConcurrentDictionary<(string Session, string Event), TaskCompletionSource> expected = new();
    private int calls;

    private Chromium(Process process, string profile) => (this.process, this.profile) = (process, profile);

    /// <summary>The program; null when there is none on the way to programs.</summary>
    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(d => new[] { "chromium", "chromium-browser", "google-chrome" }.Select(n => Path.Combine(d, n))).FirstOrDefault(File.Exists);

    public static async Task<Chromium> Start()
    {
        var folder = Directory.CreateTempSubdirectory("marque-browser-").FullName;
        var start = new ProcessStartInfo(Program ?? throw new InvalidOperationException("There is no chromium."))
        {
            RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false,
            ArgumentList = { "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-extensions", "--disable-background-networking", "--disable-component-update", "--hide-scrollbars", "--force-device-scale-factor=1", "--remote-debugging-port=0", $"--user-data-dir={folder}", "about:blank" },
        };
        var browser = new Chromium(Process.Start(start)!, folder);
        using var patience = new CancellationTokenSource(Patience);
        const string Ready = "DevTools listening on ";
        string? line;
        do line = await browser.process.StandardError.ReadLineAsync(patience.Token) ?? throw new InvalidOperationException("Chromium ended before it listened.");
        while (!line.StartsWith(Ready, StringComparison.Ordinal));
        // What it says later must not fill the pipe.
        _ = browser.process.StandardError.ReadToEndAsync(CancellationToken.None);
        _ = browser.process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        await browser.socket.ConnectAsync(new Uri(line[Ready.Length..]), patience.Token);
        _ = Task.Run(browser.Receive, CancellationToken.None);
        return browser;
    }

    /// <summary>An empty page of its own.</summary>
    public async Task<Page> Open()
    {
        var target = (await Call("Target.createTarget", new() { ["url"] = "about:blank" })).GetProperty("targetId").GetString();
        var session = (await Call("Target.attachToTarget", new() { ["targetId"] = target, ["flatten"] = true })).GetProperty("sessionId").GetString()!;
        await Call("Page.enable", [], session);
        return new Page(this, session, target!);
    }

    public async Task<JsonElement> Call(string method, JsonObject parameters, string? session = null)
    {
        var id = Interlocked.Increment(ref calls);
        var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        if (session is not null) message["sessionId"] = session;
        var answer = waiting[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await sending.WaitAsync();
        try
        {
            await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            sending.Release();
        }

        return await answer.Task.WaitAsync(Patience);
    }

    /// <summary>Waits for an event that something asked for meanwhile brings about.</summary>
    public async Task During(string session, string name, Func<Task> something)
    {
        var seen = expected[(session, name)] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await something();
        await seen.Task.WaitAsync(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await Call("Browser.close", []);
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
            await process.WaitForExitAsync(patience.Token);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or TimeoutException or InvalidOperationException)
        {
            process.Kill(entireProcessTree: true);
        }

        socket.Dispose();
        sending.Dispose();
        process.Dispose();
        try
        {
            Directory.Delete(profile, recursive: true);
        }
        catch (IOException)
        {
            // A last child may still write into it.
        }
    }

    private async Task Receive()
    {
        var buffer = new byte[64 * 1024];
        using var message = new MemoryStream();
        try
        {
            while (socket.State == WebSocketState.Open)
            {
                var got = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
                await message.WriteAsync(buffer.AsMemory(0, got.Count));
                if (!got.EndOfMessage) continue;
                Heed(JsonSerializer.Deserialize<JsonElement>(message.ToArray()));
                message.SetLength(0);
            }
        }
        catch (Exception e) when (e is WebSocketException or ObjectDisposedException or JsonException)
        {
            foreach (var answer in waiting.Values) answer.TrySetException(new InvalidOperationException("Chromium is gone.", e));
        }
    }

    private void Heed(JsonElement message)
    {
        if (message.TryGetProperty("id", out var id))
        {
            if (!waiting.TryRemove(id.GetInt32(), out var answer)) return;
            if (message.TryGetProperty("error", out var error)) answer.TrySetException(new InvalidOperationException(error.GetRawText()));
            else answer.TrySetResult(message.GetProperty("result"));
        }
        else if (message.TryGetProperty("sessionId", out var session) && expected.TryRemove((session.GetString()!, message.GetProperty("method").GetString()!), out var seen))
        {
            seen.TrySetResult();
        }
    }
}
