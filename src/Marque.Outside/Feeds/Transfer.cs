using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Marque.Text;

namespace Marque.Outside.Feeds;

/// <summary>What a transfer brought.</summary>
/// <param name="File">The file; null: nothing has changed since.</param>
/// <param name="ETag">The entity tag of it; null: none.</param>
/// <param name="LastModified">Its modification time as the server wrote it; null: none.</param>
/// <param name="Bytes">How many bytes came over the network, those of earlier broken tries not among them.</param>
public sealed record Transferred(string? File, string? ETag, string? LastModified, long Bytes);

/// <summary>Fetches files over HTTP (RFC 9110): only when they changed, going on where a transfer broke off, within bounds of time and size. The proxy is that of the environment.</summary>
public sealed class Transfer : IDisposable
{
    private const int MostRedirects = 5;

    private readonly HttpClient client;
    private readonly TransferOptions options;
    private readonly SeeingProgress progress;

    /// <summary>Transfers with these bounds.</summary>
    /// <param name="options">The bounds.</param>
    /// <param name="program">What the program calls itself to servers.</param>
    /// <param name="progress">Told how far it is.</param>
    public Transfer(TransferOptions options, string program, SeeingProgress progress)
    {
        (this.options, this.progress) = (options, progress);
#pragma warning disable CA2000 // The client disposes it.
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None, ConnectTimeout = options.Connect, UseCookies = false }) { Timeout = Timeout.InfiniteTimeSpan };
#pragma warning restore CA2000
        client.DefaultRequestHeaders.UserAgent.ParseAdd(program);
    }

    /// <summary>Fetches a file.</summary>
    /// <param name="url">Its address, http or https.</param>
    /// <param name="target">The file it becomes; beside it lies what a broken transfer has brought so far.</param>
    /// <param name="etag">The entity tag of what is there; null: none.</param>
    /// <param name="lastModified">The modification time of what is there; null: none.</param>
    /// <param name="cancel">Ends it; what came so far is kept for the next time.</param>
    /// <returns>What it brought, or the problem.</returns>
    public async Task<Read<Transferred>> FetchAsync(Uri url, string target, string? etag, string? lastModified, CancellationToken cancel)
    {
        var shown = url.GetComponents(UriComponents.AbsoluteUri & ~UriComponents.UserInfo, UriFormat.UriEscaped);
        try
        {
            using var part = new PartialFile(target + ".part");
            var furthest = part.Length;
            for (var (tries, wait) = (1, options.Backoff); ; tries++)
            {
                Fault fault;
                try
                {
                    var outcome = await TryAsync(url, part, etag, lastModified, cancel).ConfigureAwait(false);
                    if (outcome.Done is { } done)
                    {
                        if (done.File is null) return new(done, []);
                        return new(done with { File = part.Finish(target, outcome.IsPacked, options.Largest) }, []);
                    }

                    fault = outcome.Fault!.Value;
                }
                catch (Exception e) when (e is HttpRequestException or IOException or SocketException)
                {
                    fault = new Fault(e.InnerException is SocketException or System.Security.Authentication.AuthenticationException ? e.InnerException.Message : e.Message, MayPass: true);
                }
                catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
                {
                    fault = new Fault($"no answer within {options.Idle.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture)} s", MayPass: true);
                }

                // What brings the file further than it ever was may go on as long as it does.
                if (part.Length > furthest) (tries, wait, furthest) = (0, options.Backoff, part.Length);
                if (!fault.MayPass || tries >= options.Tries) return Refused(shown, fault);
                await Task.Delay(fault.After is { } after && after < TimeSpan.FromMinutes(2) ? after : wait, cancel).ConfigureAwait(false);
                wait = TimeSpan.FromSeconds(Math.Min(60, wait.TotalSeconds * 2));
            }
        }
        catch (InvalidDataException e)
        {
            return Refused(shown, new Fault(e.Message, false));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(null, [new Problem(new Place(target), "feed.download", $"it cannot be written: {Files.Because(e)}", "another program may be fetching the same; or see to the disk and its permissions")]);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private async Task<Outcome> TryAsync(Uri url, PartialFile part, string? etag, string? lastModified, CancellationToken cancel)
    {
        using var idle = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        idle.CancelAfter(options.Idle);
        var at = url;
        for (var redirects = 0; ; redirects++)
        {
            using var request = Request(at, part, etag, lastModified);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, idle.Token).ConfigureAwait(false);
            if ((int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is { } location)
            {
                if (redirects == MostRedirects) return new Fault($"it leads on more than {MostRedirects} times", false);
                var next = new Uri(at, location);
                if (next.Scheme != Uri.UriSchemeHttps && (next.Scheme != Uri.UriSchemeHttp || at.Scheme == Uri.UriSchemeHttps)) return new Fault($"it leads on to {next.Scheme}:, which is not followed from {at.Scheme}:", false);
                at = next;
                continue;
            }

            return await AnswerAsync(response, part, idle).ConfigureAwait(false);
        }
    }

    private static HttpRequestMessage Request(Uri url, PartialFile part, string? etag, string? lastModified)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (part.Length > 0 && part.Validator is { } validator)
        {
            request.Headers.Range = new RangeHeaderValue(part.Length, null);
            request.Headers.TryAddWithoutValidation("If-Range", validator);
            // The bytes that are there are packed or not; the rest must be of the same kind.
            if (part.IsPacked) request.Headers.AcceptEncoding.ParseAdd("gzip");
            return request;
        }

        part.Empty();
        // What is packed already gains nothing.
        if (!url.AbsolutePath.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) && !url.AbsolutePath.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)) request.Headers.AcceptEncoding.ParseAdd("gzip");
        if (etag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", etag);
        else if (lastModified is not null) request.Headers.TryAddWithoutValidation("If-Modified-Since", lastModified);
        return request;
    }

    private async Task<Outcome> AnswerAsync(HttpResponseMessage response, PartialFile part, CancellationTokenSource idle)
    {
        var status = (int)response.StatusCode;
        if (status == 304) return new Transferred(null, null, null, 0);
        if (status == 416)
        {
            part.Empty();
            return new Fault("the server no longer has the rest", true);
        }

        if (status is 408 or 425 or 429 or >= 500) return new Fault($"the server answers {status} {response.ReasonPhrase}", true) { After = After(response.Headers.RetryAfter) };
        if (status is not (200 or 206)) return new Fault($"the server answers {status} {response.ReasonPhrase}", false);
        var encodings = response.Content.Headers.ContentEncoding.Where(e => !e.Equals("identity", StringComparison.OrdinalIgnoreCase)).ToList();
        if (encodings.Count > 1 || (encodings.Count == 1 && !encodings[0].TrimStart('x', '-').Equals("gzip", StringComparison.OrdinalIgnoreCase))) return new Fault($"the server packs it by {string.Join(", ", encodings)}, which was not asked for", false);
        if (status == 206)
        {
            // Of another version than what is here, which a server that heeds If-Range does not send.
            var isOther = response.Headers.ETag is { IsWeak: false } tag && part.Validator is ['"', ..] && tag.ToString() != part.Validator;
            if (isOther || response.Content.Headers.ContentRange?.From != part.Length || encodings.Count > 0 != part.IsPacked)
            {
                part.Empty();
                return new Fault("the server answers with another part than was asked for", true);
            }
        }
        else part.Begin(Validator(response), encodings.Count > 0);

        var length = response.Content.Headers.ContentLength;
        if (part.Length + (length ?? 0) > options.Largest) return new Fault($"it is larger than the {options.Largest / 1024 / 1024} MiB that are fetched", false);
        progress.Expect(length ?? 0);
        var received = await ReceiveAsync(response, part, idle).ConfigureAwait(false);
        if (received < 0) return new Fault($"it is larger than the {options.Largest / 1024 / 1024} MiB that are fetched", false);
        var whole = response.Content.Headers.ContentRange?.Length;
        if (whole is { } expected && part.Length != expected) return new Fault("the transfer broke off", true);
        return new Outcome(new Transferred("", response.Headers.ETag?.ToString(), Header(response, "Last-Modified"), received), null, part.IsPacked);
    }

    private async Task<long> ReceiveAsync(HttpResponseMessage response, PartialFile part, CancellationTokenSource idle)
    {
        var stream = await response.Content.ReadAsStreamAsync(idle.Token).ConfigureAwait(false);
        await using var owned = stream.ConfigureAwait(false);
        var buffer = new byte[128 * 1024];
        var received = 0L;
        while (true)
        {
            idle.CancelAfter(options.Idle);
            var count = await stream.ReadAsync(buffer, idle.Token).ConfigureAwait(false);
            if (count == 0) return received;
            part.Write(buffer.AsSpan(0, count));
            received += count;
            progress.Read(count);
            if (part.Length > options.Largest) return -1;
        }
    }

    // A number of seconds, or a date (RFC 9110, section 10.2.3).
    private static TimeSpan? After(RetryConditionHeaderValue? asked) => asked?.Delta ?? (asked?.Date is { } at ? TimeSpan.FromTicks(Math.Max(0, (at - DateTimeOffset.UtcNow).Ticks)) : null);

    // Only what names these very bytes serves to go on (RFC 9110, section 13.1.5): a strong tag, or the time.
    private static string? Validator(HttpResponseMessage response) => response.Headers.ETag is { IsWeak: false } tag ? tag.ToString() : Header(response, "Last-Modified");

    private static string? Header(HttpResponseMessage response, string name) => response.Content.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    private static Read<Transferred> Refused(string shown, Fault fault) => new(null, [new Problem(new Place(shown), "feed.download", $"it cannot be fetched: {fault.Because}", fault.MayPass ? "try again later; what came so far is kept" : "see to the address")]);

    private readonly record struct Fault(string Because, bool MayPass)
    {
        public TimeSpan? After { get; init; }
    }

    private readonly record struct Outcome(Transferred? Done, Fault? Fault, bool IsPacked)
    {
        public static implicit operator Outcome(Transferred done) => new(done, null, false);

        public static implicit operator Outcome(Fault fault) => new(null, fault, false);
    }

    // What has come so far, with what names it, so that another run can go on.
    private sealed class PartialFile : IDisposable
    {
        private readonly string path;
        private readonly FileStream file;

        public PartialFile(string path)
        {
            this.path = path;
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            file = new FileStream(path, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0 });
            file.Position = file.Length;
            if (file.Length == 0 || !File.Exists(Note)) return;
            var lines = File.ReadAllLines(Note);
            if (lines.Length == 2) (Validator, IsPacked) = (lines[0], lines[1] == "gzip");
        }

        public string? Validator { get; private set; }

        public bool IsPacked { get; private set; }

        public long Length => file.Length;

        private string Note => path + ".of";

        public void Write(ReadOnlySpan<byte> bytes) => file.Write(bytes);

        public void Empty()
        {
            file.SetLength(0);
            file.Position = 0;
            Validator = null;
            File.Delete(Note);
        }

        public void Begin(string? validator, bool isPacked)
        {
            Empty();
            (Validator, IsPacked) = (validator, isPacked);
            if (validator is not null) File.WriteAllText(Note, $"{validator}\n{(isPacked ? "gzip" : "plain")}\n", new UTF8Encoding(false));
        }

        public string Finish(string target, bool isPacked, long largest)
        {
            file.Dispose();
            File.Delete(Note);
            if (!isPacked)
            {
                File.Move(path, target, overwrite: true);
                return target;
            }

            using (var unpacked = new Unpacked(path))
            using (var whole = new FileStream(target, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                var buffer = new byte[128 * 1024];
                for (int count; (count = unpacked.Read(buffer)) > 0;)
                {
                    if (whole.Length + count > largest) throw new InvalidDataException($"it unpacks to more than the {largest / 1024 / 1024} MiB that are fetched");
                    whole.Write(buffer, 0, count);
                }
            }

            File.Delete(path);
            return target;
        }

        public void Dispose()
        {
            var isEmpty = file.CanRead && file.Length == 0;
            file.Dispose();
            if (isEmpty) File.Delete(path);
        }
    }
}
