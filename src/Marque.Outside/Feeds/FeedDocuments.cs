using System.Buffers;

namespace Marque.Outside.Feeds;

/// <summary>Gives the documents of a source, in parts that several threads take side by side.</summary>
internal static class FeedDocuments
{
    /// <summary>The largest document, in bytes.</summary>
    public const int Largest = 64 * 1024 * 1024;

    // So many small files are one part.
    private const int FilesOfPart = 256;

    /// <summary>A part: gives its documents to whoever takes them.</summary>
    public delegate void Part(TakeDocument take, Action<int> read, CancellationToken cancel);

    /// <summary>The parts of a source, in its order; which documents are in which depends on the source and the number of threads alone.</summary>
    /// <exception cref="InvalidDataException">A container is damaged, or refused.</exception>
    public static List<Part> Parts(FeedSource source, int threads, Action<long> expect)
    {
        var parts = new List<Part>();
        var plain = new List<FeedFile>();
        foreach (var file in source.Files)
        {
            using var handle = Files.Open(file.Path);
            expect(RandomAccess.GetLength(handle));
            switch (FeedFile.Packing(FeedFile.HeadOf(handle)))
            {
                case FeedPacking.Zip:
                    Flush(parts, plain);
                    Named(file, () =>
                    {
                        var all = ZipDirectory.Read(handle);
                        var members = all.FindAll(m => FeedSource.IsOfFeed(m.Name));
                        source.Ignored += all.Count - members.Count;
                        foreach (var piece in Pieces(members, threads)) parts.Add((take, read, cancel) => Zip(file, piece, take, read, cancel));
                    });
                    break;
                case FeedPacking.Gzip:
                    Flush(parts, plain);
                    parts.Add((take, read, cancel) => Gzip(file, take, read, cancel));
                    break;
                case FeedPacking.Lines:
                    Flush(parts, plain);
                    parts.Add((take, read, cancel) => JsonLines(file, new FileStream(file.Path, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Share = FileShare.ReadWrite | FileShare.Delete, BufferSize = 0 }), take, read, cancel));
                    break;
                default:
                    plain.Add(file);
                    if (plain.Count == FilesOfPart) Flush(parts, plain);
                    break;
            }
        }

        Flush(parts, plain);
        return parts;
    }

    private static void Flush(List<Part> parts, List<FeedFile> plain)
    {
        if (plain.Count == 0) return;
        FeedFile[] files = [.. plain];
        plain.Clear();
        parts.Add((take, read, cancel) =>
        {
            foreach (var file in files) Plain(file, take, read, cancel);
        });
    }

    // Contiguous, and of about the same number of packed bytes.
    private static List<List<ZipMember>> Pieces(List<ZipMember> members, int count)
    {
        var whole = members.Sum(m => m.Packed + 100);
        var pieces = new List<List<ZipMember>> { new() };
        var sum = 0L;
        foreach (var member in members)
        {
            if (pieces.Count < count && sum >= whole / count * pieces.Count) pieces.Add([]);
            pieces[^1].Add(member);
            sum += member.Packed + 100;
        }

        return pieces;
    }

    private static void Zip(FeedFile file, List<ZipMember> members, TakeDocument take, Action<int> read, CancellationToken cancel)
    {
        using var handle = Files.Open(file.Path);
        using var reader = new ZipReader(handle);
        foreach (var member in members)
        {
            cancel.ThrowIfCancellationRequested();
            var (bytes, deflated) = Named(file, () => reader.ReadBoth(member));
            take(new FeedDocument(member.Name, bytes.Span, deflated.Span));
            read((int)member.Packed + 100);
        }
    }

    private static void Plain(FeedFile file, TakeDocument take, Action<int> read, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        using var handle = Files.Open(file.Path);
        var length = RandomAccess.GetLength(handle);
        if (length > Largest) throw new InvalidDataException($"{file.Name}: it has {length / 1024 / 1024} MiB; a document has {Largest / 1024 / 1024} MiB at most");
        var buffer = ArrayPool<byte>.Shared.Rent((int)length);
        try
        {
            Named(file, () => ZipDirectory.Fill(handle, buffer.AsSpan(0, (int)length), 0));
            take(new FeedDocument(file.Name, buffer.AsSpan(0, (int)length)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        read((int)length);
    }

    private static void Gzip(FeedFile file, TakeDocument take, Action<int> read, CancellationToken cancel) => Named(file, () =>
    {
        bool isLines;
        using (var first = new Unpacked(file.Path))
        {
            var head = new byte[FeedDetection.Head];
            isLines = FeedDetection.IsLines(head.AsSpan(0, first.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)));
        }

        var unpacked = new Unpacked(file.Path);
        if (isLines) JsonLines(file, unpacked, take, _ => { }, cancel);
        else
        {
            using var owned = unpacked;
            using var whole = new MemoryStream();
            var buffer = new byte[128 * 1024];
            for (int count; (count = unpacked.Read(buffer)) > 0;)
            {
                cancel.ThrowIfCancellationRequested();
                if (whole.Length + count > Largest) throw new InvalidDataException($"it unpacks to more than the {Largest / 1024 / 1024} MiB that a document may have");
                whole.Write(buffer, 0, count);
            }

            take(new FeedDocument(file.Name, whole.GetBuffer().AsSpan(0, (int)whole.Length)));
        }

        read((int)Math.Min(int.MaxValue, new FileInfo(file.Path).Length));
    });

    private static void JsonLines(FeedFile file, Stream content, TakeDocument take, Action<int> read, CancellationToken cancel)
    {
        using (content)
        {
            Named(file, () => Lines.Each(content, (number, line) =>
            {
                cancel.ThrowIfCancellationRequested();
                take(new FeedDocument($"{file.Name}:{number}", line.Span));
                read(line.Length + 1);
            }));
        }
    }

    private static void Named(FeedFile file, Action work) => Named(file, () =>
    {
        work();
        return 0;
    });

    // Which file it is, for whoever has to replace it.
    private static T Named<T>(FeedFile file, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (InvalidDataException e) when (!e.Message.StartsWith(file.Name, StringComparison.Ordinal))
        {
            throw new InvalidDataException($"{file.Name}: {e.Message}", e);
        }
    }
}
