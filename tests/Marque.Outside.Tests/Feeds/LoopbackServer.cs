using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Marque.Outside.Tests.Feeds;

/// <summary>What a client asked for.</summary>
internal sealed record Asked(string Path, IReadOnlyDictionary<string, string> Headers);

/// <summary>What is answered: the bytes as they go over the wire, and whether the connection then only hangs.</summary>
internal sealed record Answer(byte[] Wire, bool Hangs = false)
{
    /// <summary>An answer with a body; of <paramref name="cut"/> bytes of it, when that is not negative, and then the connection ends.</summary>
    public static Answer With(int status, byte[] body, int cut = -1, bool hangs = false, params string[] headers)
    {
        var head = string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} Word\r\nContent-Length: {body.Length}\r\nConnection: close\r\n{string.Concat(headers.Select(h => h + "\r\n"))}\r\n");
        return new Answer([.. Encoding.ASCII.GetBytes(head), .. cut < 0 ? body : body[..cut]], hangs);
    }

    public static Answer Text(string body, params string[] headers) => With(200, Encoding.UTF8.GetBytes(body), headers: headers);

    public static Answer Status(int status, params string[] headers) => With(status, [], headers: headers);
}

/// <summary>A server on the loopback interface that answers as a test says, well or badly.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Func<Asked, Answer> answer;

    public LoopbackServer(Func<Asked, Answer> answer)
    {
        this.answer = answer;
        listener.Start();
        _ = AcceptAsync();
    }

    public ConcurrentQueue<Asked> Requests { get; } = new();

    public Uri At(string path) => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/{path}"));

    public void Dispose()
    {
        stop.Cancel();
        listener.Dispose();
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(stop.Token);
                _ = Task.Run(() => ServeAsync(client));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test has ended.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var owned = client;
        try
        {
            var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
            var first = await reader.ReadLineAsync(stop.Token) ?? "";
            var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            for (string? line; (line = await reader.ReadLineAsync(stop.Token)) is { Length: > 0 };)
            {
                var colon = line.IndexOf(':', StringComparison.Ordinal);
                headers[line[..colon]] = line[(colon + 1)..].Trim();
            }

            var asked = new Asked(first.Split(' ')[1].TrimStart('/'), headers);
            Requests.Enqueue(asked);
            var says = answer(asked);
            await stream.WriteAsync(says.Wire, stop.Token);
            await stream.FlushAsync(stop.Token);
            if (says.Hangs) await Task.Delay(Timeout.Infinite, stop.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            // The client went away, or the test has ended.
        }
    }
}
