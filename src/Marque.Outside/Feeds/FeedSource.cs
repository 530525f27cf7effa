using Marque.Advisories.Feeds;
using Marque.Text;

namespace Marque.Outside.Feeds;

/// <summary>Where a feed lies: a file, or a folder with all below it. The kind is told from the first document that tells one.</summary>
public sealed class FeedSource
{
    /// <summary>The most files of a folder.</summary>
    public const int MostFiles = 4_000_000;

    private static readonly string[] Endings = [".json", ".jsonl", ".ndjson", ".csv", ".gz", ".zip"];

    private FeedSource(IReadOnlyList<FeedFile> files, FeedKind kind, long ignored, bool isWhole) => (Files, Kind, Ignored, IsWhole) = (files, kind, ignored, isWhole);

    /// <summary>What it holds.</summary>
    public FeedKind Kind { get; }

    /// <summary>How many files and members were passed over because their names end in nothing that a feed has (<c>.json</c>, <c>.jsonl</c>, <c>.ndjson</c>, <c>.csv</c>, <c>.gz</c>, <c>.zip</c>).</summary>
    public long Ignored { get; internal set; }

    /// <summary>Whether it is all that its publisher has: one ZIP container. Files, folders and lines may be a part.</summary>
    public bool IsWhole { get; }

    internal IReadOnlyList<FeedFile> Files { get; }

    /// <summary>Looks at what stands there.</summary>
    /// <param name="path">The absolute path.</param>
    /// <param name="shown">The name used in problems.</param>
    /// <returns>The source, or the problem.</returns>
    public static Read<FeedSource> Open(string path, string shown)
    {
        var ignored = 0L;
        List<FeedFile> files;
        switch (FileKinds.Of(path))
        {
            case FileKind.File:
                files = [new FeedFile(path, shown)];
                break;
            case FileKind.Directory:
                try
                {
                    files = Below(path, shown, ref ignored);
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                {
                    return Refused(shown, "file.unreadable", $"the folder cannot be read: {Outside.Files.Because(e)}");
                }

                break;
            case var kind:
                var (code, message, remedy) = Outside.Files.WhyNot(kind)!.Value;
                return new(null, [new Problem(new Place(shown), code, message, remedy)]);
        }

        if (files.Count > MostFiles) return Refused(shown, "feed.too-many", $"it holds more than {MostFiles} files");
        var isPage = false;
        foreach (var file in files)
        {
            try
            {
                isPage = files.Count == 1 && IsPage(file);
                if (KindOf(file) is { } kind) return new(new FeedSource(files, kind, ignored, FileKinds.Of(path) == FileKind.File && IsZip(file)), []);
            }
            catch (InvalidDataException e)
            {
                return Refused(file.Name, "feed.damaged", $"the file cannot be imported: {e.Message}", FeedImport.GetAnew);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return Refused(file.Name, "file.unreadable", $"the file cannot be read: {Outside.Files.Because(e)}");
            }
        }

        if (isPage) return Refused(shown, "feed.unknown", "it is a web page, and no feed", "see to the address: a page to sign in, of a proxy or of an error may stand in its place");
        return Refused(shown, "feed.unknown", files.Count == 0 ? "there is no file of a feed" : "nothing in it is of a feed that is known", "OSV, KEV, EPSS, EUVD, CSAF and OpenVEX are read: as files, folders, ZIP containers, JSON Lines, and with gzip");
    }

    internal static bool IsOfFeed(string name) => Array.Exists(Endings, e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase));

    // Links are not followed, nor hidden folders entered: a mirror keeps its own things there.
    private static List<FeedFile> Below(string folder, string shown, ref long ignored)
    {
        var files = new List<FeedFile>();
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.ReparsePoint, IgnoreInaccessible = false };
        foreach (var path in Directory.EnumerateFiles(folder, "*", options))
        {
            if (!IsOfFeed(path) || Path.GetFileName(path) == "modified_id.csv")
            {
                ignored++;
                continue;
            }

            files.Add(new FeedFile(path, $"{shown.TrimEnd('/', '\\')}/{Path.GetRelativePath(folder, path).Replace('\\', '/')}"));
            if (files.Count > MostFiles) break;
        }

        files.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        return files;
    }

    private static bool IsPage(FeedFile file)
    {
        using var handle = Outside.Files.Open(file.Path);
        var head = FeedFile.HeadOf(handle).AsSpan();
        head = head.StartsWith("\uFEFF"u8) ? head[3..] : head;
        return head.TrimStart(" \t\r\n"u8) is [(byte)'<', ..];
    }

    private static bool IsZip(FeedFile file)
    {
        using var handle = Outside.Files.Open(file.Path);
        return FeedFile.Packing(FeedFile.HeadOf(handle)) == FeedPacking.Zip;
    }

    private static FeedKind? KindOf(FeedFile file)
    {
        using var handle = Outside.Files.Open(file.Path);
        var head = FeedFile.HeadOf(handle);
        switch (FeedFile.Packing(head))
        {
            case FeedPacking.Zip:
                using (var reader = new ZipReader(handle))
                {
                    foreach (var member in ZipDirectory.Read(handle).Where(m => IsOfFeed(m.Name)).Take(100))
                    {
                        if (FeedDetection.Of(reader.Read(member).Span) is { } kind) return kind;
                    }
                }

                return null;
            case FeedPacking.Gzip:
                using (var unpacked = new Unpacked(file.Path))
                {
                    var buffer = new byte[FeedDetection.Head];
                    var length = unpacked.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
                    return FeedDetection.Of(buffer.AsSpan(0, length));
                }

            default:
                return FeedDetection.Of(head);
        }
    }

    private static Read<FeedSource> Refused(string shown, string code, string message, string remedy = "") => new(null, [new Problem(new Place(shown), code, message, remedy)]);
}
