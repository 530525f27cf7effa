namespace Marque.Outside.Feeds;

/// <summary>The lines of a stream, each within a bound.</summary>
internal static class Lines
{
    /// <summary>The longest line, in bytes.</summary>
    public const int Longest = 64 * 1024 * 1024;

    /// <summary>Gives every line that is not empty, with its number from 1.</summary>
    /// <exception cref="InvalidDataException">A line is longer.</exception>
    public static void Each(Stream stream, Action<int, ReadOnlyMemory<byte>> take)
    {
        var buffer = GC.AllocateUninitializedArray<byte>(256 * 1024);
        var (start, end, number) = (0, 0, 0);
        while (true)
        {
            var at = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            if (at >= 0)
            {
                Give(buffer.AsMemory(start, at));
                start += at + 1;
                continue;
            }

            if (start > 0)
            {
                buffer.AsSpan(start, end - start).CopyTo(buffer);
                (start, end) = (0, end - start);
            }

            if (end == buffer.Length)
            {
                if (end >= Longest) throw new InvalidDataException($"line {number + 1} is longer than {Longest / 1024 / 1024} MiB");
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            var read = stream.Read(buffer, end, buffer.Length - end);
            end += read;
            if (read > 0) continue;
            Give(buffer.AsMemory(0, end));
            return;
        }

        void Give(ReadOnlyMemory<byte> line)
        {
            number++;
            if (number == 1 && line.Span.StartsWith("\uFEFF"u8)) line = line[3..];
            line = line[..line.Span.TrimEnd(" \t\r"u8).Length];
            if (!line.Span.Trim(" \t\r"u8).IsEmpty) take(number, line);
        }
    }
}
